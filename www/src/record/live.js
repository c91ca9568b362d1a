// A record that grows while its run goes on.

import { logLines, taskOf } from "./complete.js";
import { createReplay } from "./replay.js";

/** @import { RunEvent, RunRecord } from "../types.js" */

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

  /** Adds what has arrived; says whether anything had. */
  take() {
    const events = this.arrived;
    if (events.length === 0) return false;
    this.arrived = [];
    const { record, replay } = this;
    for (const event of events) record.events.push(event);
    replay.append(events);
    record.log.push(...events.flatMap(logLines));
    const { lanes, at_ms } = replay.at(replay.length);
    for (const lane of lanes.slice(record.tasks.length)) record.tasks.push(taskOf(lane, at_ms));
    record.elapsed_ms = at_ms;
    return true;
  }
}
