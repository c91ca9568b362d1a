// A record that grows while its run goes on.

import { turn } from "../turn.js";
import { logLines, taskOf } from "./complete.js";
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
    const { record, replay } = this;
    record.events.push(...events);
    replay.append(events);
    record.log.push(...events.flatMap(logLines));
    const { lanes, at_ms } = replay.at(replay.length);
    for (const lane of lanes.slice(record.tasks.length)) record.tasks.push(taskOf(lane, at_ms));
    record.elapsed_ms = at_ms;
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
