// What of a record follows from its events: what each lane did, and the log.

import { createReplay, hasEnded, spent } from "./replay.js";

/** @import { Lane, LogLine, RunEvent, RunRecord, TaskRecord, WrittenRecord } from "../types.js" */

/**
 * The whole record of a run.
 * @param {WrittenRecord} written
 * @returns {RunRecord}
 */
export function complete(written) {
  const { events } = written;
  const { lanes, at_ms } = createReplay(written).at(events.length);
  return { ...written, tasks: lanes.map((lane) => taskOf(lane, at_ms)), log: events.flatMap(logLines) };
}

/**
 * A lane as the record tells of it.
 * @param {Lane} lane
 * @param {number} now_ms the time of the last event
 * @returns {TaskRecord}
 */
export function taskOf(lane, now_ms) {
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
export function logLines(event) {
  if (event.kind !== "log") return [];
  const { n, at_ms, task, text, line } = event;
  return [{ n, at_ms, task, text, line }];
}
