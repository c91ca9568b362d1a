// A record that grows while its run goes on.

import { turn } from "../turn.js";
import { createReplay } from "./replay.js";

/** @import { RunEvent, RunRecord } from "../types.js" */

/** How many events are read at once: a fraction of a frame's time. */
const AT_ONCE = 2000;

export class LiveRecord {
  /**
   * @param {string} scenario
   * @param {Record<string, string>} params
   * @param {number} speed
   */
  constructor(scenario, params, speed) {
    /** @type {RunEvent[]} */
    this.arrived = [];
    /** @type {RunRecord} */
    this.record = {
      version: 1,
      scenario,
      params,
      speed,
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
    };
    this.replay = createReplay(this.record);
  }

  /** @param {RunEvent} event */
  push(event) {
    this.arrived.push(event);
  }

  /** When the next deadline comes, as far as the record knows. */
  get due_ms() {
    return this.replay.at(this.replay.length).timers[0]?.until_ms ?? Infinity;
  }

  /** Adds the next of what has arrived; says how many events these were. */
  take() {
    const events = this.arrived.splice(0, AT_ONCE);
    if (events.length === 0) return 0;
    for (const event of events) {
      const { n, at_ms, task } = event;
      this.record.events.push(event);
      if (event.kind === "log") {
        this.record.log.push({ n, at_ms, task, text: event.text, line: event.line });
      } else if (event.kind === "spawn") {
        this.record.tasks.push({
          id: task,
          name: event.name,
          kind: event.task_kind,
          parent: event.parent,
          state: "scheduled",
          polls: 0,
          busy_ms: 0,
          scheduled_ms: 0,
          idle_ms: 0,
          spawned_ms: at_ms,
          ended_ms: null,
          line: event.line,
        });
      }
    }
    this.record.elapsed_ms = events[events.length - 1].at_ms;
    this.replay.append(events);
    return events.length;
  }

  /**
   * Adds all that has arrived: a run may end with more events than can be read within a frame.
   * @param {(record: RunRecord) => void} onMore called after each part, before the browser gets a turn
   */
  async takeAll(onMore) {
    for (let taken = this.take(); taken > 0; taken = this.take()) {
      onMore(this.record);
      if (taken === AT_ONCE) await turn();
    }
  }
}
