// A record that grows: with its run, or slice by slice as it is read. Its events are the source of what each lane did
// and of the log, and are folded once, into its replay.

import { createReplay, hasEnded, spent } from "./replay.js";

/** @import { Lane, LogLine, RecordHead, RunEvent, RunRecord, TaskRecord } from "../types.js" */

/** How many events make a slice: to read and to fold them takes a fraction of a frame's time. */
export const SLICE = 2000;

export class LiveRecord {
  /** @param {Partial<RecordHead>} [known] what is known of it before it begins */
  constructor(known) {
    /** @type {RunRecord} */
    this.record = {
      version: 1,
      scenario: "",
      params: {},
      speed: 1,
      clock: "browser",
      outcome: "running",
      elapsed_ms: 0,
      hidden_ms: 0,
      waits_ms: 0,
      tasks: [],
      log: [],
      events: [],
      diagnoses: [],
      sampled: { tasks_total: 0, tasks_recorded: 0 },
      memory: {},
      ...known,
    };
    this.replay = createReplay(this.record);
  }

  /** When the next deadline comes, as far as the record knows. */
  get due_ms() {
    return this.replay.at(this.replay.length).timers[0]?.until_ms ?? Infinity;
  }

  /**
   * Adds the next events, at most a slice of them.
   * @param {readonly RunEvent[]} events
   */
  add(events) {
    const { record, replay } = this;
    record.events.push(...events);
    replay.append(events);
    record.log.push(...events.flatMap(logLines));
    const { lanes, at_ms } = replay.at(replay.length);
    for (const lane of lanes.slice(record.tasks.length)) record.tasks.push(taskOf(lane, at_ms));
    record.sampled = { tasks_total: lanes.length, tasks_recorded: lanes.length };
    record.elapsed_ms = at_ms;
  }

  /**
   * All events are there: says what each lane did, and what there is to say beside the events.
   * @param {Partial<RecordHead>} head
   */
  end(head) {
    const { record, replay } = this;
    const { lanes, at_ms } = replay.at(replay.length);
    for (const lane of lanes) record.tasks[lane.id] = taskOf(lane, at_ms);
    Object.assign(record, head);
  }
}

/**
 * A lane as the record tells of it.
 * @param {Lane} lane
 * @param {number} now_ms the time of the last event
 * @returns {TaskRecord}
 */
function taskOf(lane, now_ms) {
  const { id, name, kind, parent, state, polls, busy_ms, scheduled_ms, idle_ms, spawned_ms, since_ms, first_line } = lane;
  return {
    id,
    name,
    kind,
    parent,
    state,
    polls,
    busy_ms,
    scheduled_ms,
    idle_ms,
    ...spent(lane, now_ms),
    spawned_ms,
    ended_ms: hasEnded(lane) ? since_ms : null,
    line: first_line,
  };
}

/**
 * The line of the log that an event is; none if it is another one.
 * @param {RunEvent} event
 * @returns {LogLine[]}
 */
function logLines(event) {
  if (event.kind !== "log") return [];
  const { n, at_ms, task, text, line } = event;
  return [{ n, at_ms, task, text, line }];
}
