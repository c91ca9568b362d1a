/** The shapes that the page's modules share: the RunRecord, version 1, and what is made from it. */

/** What a lane stands for; workers have a thread of their own. */
export type LaneKind = "main" | "task" | "branch" | "worker";

/** In tokio-console's words: scheduled from wake to poll, busy while polled, idle otherwise. */
export type LiveState = "scheduled" | "busy" | "idle";
export type LaneState = LiveState | "completed" | "aborted" | "panicked";

interface Happened {
  /** Its number, from 0. */
  n: number;
  /** Milliseconds since the run began. */
  at_ms: number;
  /** The lane that it happened to. */
  task: number;
}

export interface SpawnEvent extends Happened {
  kind: "spawn";
  parent: number | null;
  name: string;
  task_kind: LaneKind;
  line: number;
}
export interface PollStartEvent extends Happened {
  kind: "poll_start";
}
export interface PollEndEvent extends Happened {
  kind: "poll_end";
  ready: boolean;
}
export interface WakeEvent extends Happened {
  kind: "wake";
  /** A lane, which need not be recorded, or what woke it otherwise. */
  by: number | "timer" | "js";
}
export interface SleepEvent extends Happened {
  kind: "sleep";
  until_ms: number;
  line: number;
}
export interface FireEvent extends Happened {
  kind: "fire";
  due_ms: number;
}
/** A deadline was taken back: what waited for it was dropped, or waits elsewhere. */
export interface CancelEvent extends Happened {
  kind: "cancel";
  due_ms: number;
}
export interface AwaitEvent extends Happened {
  kind: "await";
  on: number;
  line: number;
}
export interface LogEvent extends Happened {
  kind: "log";
  text: string;
  line: number;
}
/** The thread was blocked; the event's time is the end of it. */
export interface BlockEvent extends Happened {
  kind: "block";
  ms: number;
  line: number;
}
export interface NeverAwaitedEvent extends Happened {
  kind: "never_awaited";
  what: string;
  line: number;
}
/** A lock that others wait for was held, and its guard not used; the event's time is the end of it. */
export interface LockHeldEvent extends Happened {
  kind: "lock_held";
  /** The lock's number. */
  lock: number;
  ms: number;
}
/** A lock that was held so was waited for; the event's time is the end of it. */
export interface LockWaitEvent extends Happened {
  kind: "lock_wait";
  lock: number;
  ms: number;
}
/** More and more values wait in the channel of which the lane receives. */
export interface BacklogEvent extends Happened {
  kind: "backlog";
  /** The lane that has sent the last one. */
  on: number;
  /** 0 if the channel was emptied after all. */
  waiting: number;
  /** Where the channel was made. */
  line: number;
}
export interface CompleteEvent extends Happened {
  kind: "complete";
}
export interface AbortEvent extends Happened {
  kind: "abort";
}
export interface PanicEvent extends Happened {
  kind: "panic";
  message: string;
}

export type RunEvent =
  | SpawnEvent
  | PollStartEvent
  | PollEndEvent
  | WakeEvent
  | SleepEvent
  | FireEvent
  | CancelEvent
  | AwaitEvent
  | LogEvent
  | BlockEvent
  | NeverAwaitedEvent
  | LockHeldEvent
  | LockWaitEvent
  | BacklogEvent
  | CompleteEvent
  | AbortEvent
  | PanicEvent;

export type EventKind = RunEvent["kind"];

/** What a lane did, folded from its events. */
export interface TaskRecord {
  id: number;
  name: string;
  kind: LaneKind;
  parent: number | null;
  state: LaneState;
  polls: number;
  busy_ms: number;
  scheduled_ms: number;
  idle_ms: number;
  spawned_ms: number;
  ended_ms: number | null;
  line: number;
}

/** An event of kind `log`. */
export interface LogLine {
  /** The number of its event. */
  n: number;
  at_ms: number;
  task: number;
  text: string;
  line: number;
}

export interface Diagnosis {
  code: string;
  message: string;
  task: number;
  at_ms: number;
}

/** What the wasm writes of a record beside its events, which are the source of the rest. */
export type RecordHead = Omit<RunRecord, "events" | "tasks" | "log">;

export interface RunRecord {
  version: 1;
  scenario: string;
  params: Record<string, number | string>;
  speed: number;
  clock: "browser" | "simulated";
  /** `running` only while the record is still growing. */
  outcome: "completed" | "stopped" | "failed" | "running";
  error?: string;
  elapsed_ms: number;
  hidden_ms: number;
  waits_ms: number;
  tasks: TaskRecord[];
  log: LogLine[];
  events: RunEvent[];
  diagnoses: Diagnosis[];
  sampled: { tasks_total: number; tasks_recorded: number };
  /** Nobody measures the tasks of a program that is no lesson as it is given. */
  memory: { bytes_per_task?: number; bytes_per_worker?: number };
  /** The text of the program, if it is no lesson as it is given; `scenario` is the one that was edited, if one was. */
  source?: string;
  /** Its bytecode, in base64url; none, if a link that carried the record had no room for it. */
  program?: string;
}

/** A program that is no lesson as it is given. */
export interface Program {
  source: string;
  /** Its bytecode, if it has been compiled; its parameters are then given in the order of its `main`. */
  program?: Uint8Array;
  /** The lesson that was edited, if one was. */
  scenario?: string;
}

/** What the checker says of a place in a program. Lines and columns begin with 1; columns are in UTF-16 units, ends exclusive. */
export interface Diagnostic extends Range {
  severity: "error" | "warning";
  /** rustc's, or "playground" for what only the playground does not know. */
  code: string;
  message: string;
  help?: { message: string; replacement?: Range & { text: string } };
}

interface Range {
  line: number;
  column: number;
  end_line: number;
  end_column: number;
}

/** What the compiler makes of a program. */
export interface Compiled {
  diagnostics: Diagnostic[];
  /** What `main` takes, in order. */
  params: { name: string; kind: Param["kind"] }[];
  /** The bytecode; none, if there are errors. */
  program?: Uint8Array;
}

/** What could stand at a place in a program. */
export interface Completion {
  label: string;
  /** In rust-analyzer's words: "function", "method", "struct", … */
  kind: string;
  detail: string;
  documentation: string;
}

/** What an idle lane waits for. `other` is what the trace does not name: a channel, say, or the browser. */
export type WaitsOn =
  | { kind: "timer"; until_ms: number }
  | { kind: "task"; task: number }
  | { kind: "branches"; branches: readonly number[] }
  | { kind: "other" };

/** A lane at one moment. */
export interface Lane {
  readonly id: number;
  readonly name: string;
  readonly kind: LaneKind;
  readonly parent: number | null;
  readonly state: LaneState;
  /** When this state began, and with which event. */
  readonly since_ms: number;
  readonly since_n: number;
  readonly spawned_ms: number;
  /** What it has spent in each state until this one began. */
  readonly busy_ms: number;
  readonly scheduled_ms: number;
  readonly idle_ms: number;
  readonly polls: number;
  /** The source line on which it was spawned. */
  readonly first_line: number;
  /** The source line on which it stands. */
  readonly line: number;
  /** Null unless the lane is idle. */
  readonly waitsOn: WaitsOn | null;
  /** Who woke it last; null before the first wake. */
  readonly woken_by: number | "timer" | "js" | null;
  /** Woken while polled: it goes back to the ready queue when the poll ends. */
  readonly woken: boolean;
  /** Its branches that have not ended. */
  readonly branches: readonly number[];
  /** Its waits that have not ended, oldest first. */
  readonly waits: readonly OpenWait[];
}

export type OpenWait =
  | { readonly kind: "timer"; readonly until_ms: number }
  | { readonly kind: "task"; readonly task: number };

export interface Timer {
  readonly task: number;
  readonly until_ms: number;
  readonly line: number;
}

/** A run after its first `n` events. */
export interface State {
  readonly n: number;
  /** The time of the event before, 0 at the start. */
  readonly at_ms: number;
  /** The event before, which is the last that has happened. */
  readonly event: RunEvent | null;
  /** What the loop's thread polls, outermost first: a task, and the branch inside. */
  readonly running: readonly number[];
  /** The tasks on the ready queue, first in, first out. */
  readonly ready: readonly number[];
  /** The deadlines that are set, earliest first. */
  readonly timers: readonly Timer[];
  /** All lanes spawned so far, by id. */
  readonly lanes: readonly Lane[];
  /** How many log lines are out. */
  readonly logged: number;
}

export interface Replay {
  /** How many events there are. */
  readonly length: number;
  /** The state after the first `n` events. */
  at(n: number): State;
  /** Adds events that have happened since, while the run goes on. */
  append(events: readonly RunEvent[]): void;
}

/** A stretch of a lane's life. Blocked stretches lie inside busy ones. */
export interface Interval {
  state: LiveState | "blocked";
  from_ms: number;
  to_ms: number;
  /** The event that began it; for a blocked stretch, the event that reports it. */
  n: number;
  /** The line on which the lane stood at the end of it. */
  line: number;
  /** What an idle lane waited for. */
  waitsOn?: WaitsOn;
  /** The deadline, where it waited for a timer. */
  until_ms?: number;
}

/** What became of a deadline. */
export interface Lateness {
  task: number;
  /** The number of the `fire`. */
  n: number;
  /** When the lane began to sleep; null if the record does not say. */
  asked_ms: number | null;
  due_ms: number;
  fired_ms: number;
  late_ms: number;
}

/** Where the time went by which a run took longer than its simulation. The four parts add up to the difference. */
export interface ClockAccount {
  difference_ms: number;
  late_ms: number;
  blocked_ms: number;
  polls_ms: number;
  other_ms: number;
}

/** A lesson with its settings: as in the address, values not judged. */
export interface Address {
  /** The scenario's id; empty where the address names none. */
  scenario: string;
  /** The id of the scenario that it is compared with. */
  compare?: string;
  params: Record<string, string>;
  speed?: string;
  /** The language in which the program is shown first. */
  language?: string;
  view?: string;
  /** Whether predictions are asked for, required or left out. */
  predict?: string;
  /** In a frame: `auto`, `light` or `dark`. */
  theme?: string;
  /** In a frame: whether the program can be changed. */
  editable?: string;
  /** In a frame: whether to run as soon as it is ready. */
  autorun?: string;
  /** In a frame: the address of a recorded run. */
  src?: string;
  /** In a frame: the address of a text that is shown until there is a run. */
  poster?: string;
  /** In a frame: how many events have happened where a run opens. */
  at?: string;
  /** A shared run, as `encodeRun` made it. */
  run?: string;
  /** The program as it was edited, as `encodeCode` made it. */
  code?: string;
}

/** One lesson, as the wasm tells of it. */
/** A scenario, and all that is said about it. */
export interface Scenario extends Heading, Text {}

/** A scenario whose text and programs may still have to come. */
export type Lesson = Scenario | (Heading & { source?: undefined });

export interface Heading {
  id: string;
  title: string;
  /** The part of the course that it belongs to. */
  lesson: string;
  params: Param[];
  /** The id of the scenario that it is best compared with. */
  compare: string | null;
  /** Why it cannot be simulated, if it cannot. */
  browser_only: string | null;
  /** What CPython prints otherwise. */
  python_differs: string | null;
}

export interface Text {
  /** One sentence: what it shows. */
  summary: string;
  /** What to look for. */
  text: string;
  words: { title: string; text: string } | null;
  /** What the exercise asks for, if there is one. The rest of it comes when it is wanted. */
  goal: string | null;
  /** What may be asked before a run. */
  predict: Question[];
  /** What is asked before a run, as long as nothing is changed. */
  asked: Asked[];
  source: { rust: string; python: string };
  colours: { rust: Colours; python: Colours };
}

/** The scopes of a program, one after another, each with its length. */
export type Colours = [length: number, scope: string][];

export interface Param {
  name: string;
  label: string;
  kind: "seconds" | "count";
  unit: string;
  min: number;
  max: number;
  step: number;
  default: number;
}

/** A program to change until it reaches a goal. In all of its texts, `code` stands between backticks. */
export interface Exercise {
  /** One sentence. */
  goal: string;
  hints: readonly [string, string];
  /** The program to begin with, if it is not the lesson's own. */
  given: string | null;
  /** A program that reaches the goal. */
  answer: { text: string; colours: Colours };
}

/** A run of a learner's program on the simulated clock, with the values of its parameters: seconds, or a count. */
export interface CheckedRun {
  values: Record<string, number>;
  /** Those of them that the program takes; nothing, if it takes none. */
  taken?: Record<string, number>;
  record: RunRecord;
}

/** What is wrong with a program, and the values of a run that shows it, if one run does. */
export interface Missed {
  message: string;
  values?: Record<string, number>;
}

/** Judges whether a program reaches the goal of an exercise: nothing, if it does. The lesson's own values come first. */
export type Check = (runs: readonly CheckedRun[]) => Missed | undefined;

/** A question whose answer is computed by simulating the program. */
export type Question = { kind: "order" } | { kind: "total" } | { kind: "prints"; text: string } | ChoiceQuestion;

/** A question as it is put to the reader. */
export type Asked = OrderQuestion | TotalQuestion | PrintsQuestion | ChoiceQuestion;
export interface OrderQuestion {
  kind: "order";
  lines: string[];
  /** Of equal lines the last counts. */
  repeated: boolean;
}
export interface TotalQuestion {
  kind: "total";
  speed: number;
}
export interface PrintsQuestion {
  kind: "prints";
  text: string;
}

/** Which of some sentences is true: one is. In all of its texts, `code` stands between backticks. */
export interface ChoiceQuestion {
  kind: "choice";
  ask: string;
  options: readonly { text: string; right: boolean; reason: string }[];
  /** What of a run shows it. */
  shown_by: { kind: "order" } | { kind: "total" } | { kind: "prints"; text: string } | { kind: "diagnoses" } | null;
}
