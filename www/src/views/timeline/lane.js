// The paths and the words of one lane.

import { seconds } from "../../record/figures.js";
import { stateWord } from "../../record/happening.js";
import { Strokes } from "./strokes.js";

/** @import { Interval } from "../../types.js" */
/** @import { Fired } from "./history.js" */
/** @import { Scale } from "./scale.js" */

/** What a character of a label takes, at most nearly always. */
const CHARACTER = 6;

/** Later than this is worth a word. */
export const LATE_PIXELS = 3;

/**
 * @param {readonly Interval[]} stretches
 * @param {Scale} scale
 * @param {(id: number) => string} names
 */
export function drawLane(stretches, scale, names) {
  const busy = new Strokes(3, 1);
  const scheduled = new Strokes(2, 0);
  const idle = new Strokes(0, 0);
  /** @type {{ x: number, text: string, state: string }[]} */
  const labels = [];
  for (const stretch of stretches) {
    const { state, from_ms, to_ms } = stretch;
    if (to_ms < scale.from_ms || from_ms > scale.to_ms) continue;
    // Far outside, coordinates lose their digits.
    const from = Math.max(scale.x(from_ms), -9);
    const to = Math.min(scale.x(to_ms), scale.width + 9);
    if (state === "busy") busy.add(from, to);
    else if (state === "scheduled") scheduled.add(from, to);
    else if (state === "idle") idle.add(from, to);
    if (state === "idle" || state === "blocked") {
      const x = Math.max(from, 0) + 6;
      const room = Math.min(to, scale.width) - x - 4;
      if (room > 5 * CHARACTER) {
        const text = doing(stretch, names, LATE_PIXELS / scale.perMs);
        // Where a narrow band has no room for all, its first words may be left out.
        const fitting = [text, text.replace(/^timer |^waits for /, "")].find((text) => text.length * CHARACTER < room);
        if (fitting) labels.push({ x, text: fitting, state });
      }
    }
  }
  return { busy: `${busy}`, scheduled: `${scheduled}`, idle: `${idle}`, labels };
}

/**
 * What a lane does during a stretch, in words.
 * @param {Interval} stretch
 * @param {(id: number) => string} names
 * @param {number} [late_ms] a timer that was late by less is not said to be
 */
export function doing({ state, from_ms, to_ms, waitsOn }, names, late_ms = 0.0005) {
  if (state === "blocked") return `blocked ${seconds(to_ms - from_ms)}`;
  if (state !== "idle") return stateWord(state);
  if (waitsOn?.kind === "timer") {
    const late = to_ms - waitsOn.until_ms;
    return `timer until ${seconds(waitsOn.until_ms)}${late > late_ms ? `, ${seconds(late)} late` : ""}`;
  }
  if (waitsOn?.kind === "task") return `waits for ${names(waitsOn.task)}`;
  if (waitsOn?.kind === "branches") return `waits for ${waitsOn.branches.map(names).join(", ")}`;
  return "waits for a channel or the browser";
}

/**
 * A dot for each log line.
 * @param {readonly number[]} logs
 * @param {Scale} scale
 */
export function drawLogs(logs, scale) {
  let path = "";
  let last = -Infinity;
  for (const at_ms of logs) {
    const x = Math.round(scale.x(at_ms));
    if (x === last || x < 0 || x > scale.width) continue;
    last = x;
    path += `M${x} 0h0`;
  }
  return path;
}

/**
 * From where a timer was due to where it fired, if that can be seen.
 * @param {readonly Fired[]} fired
 * @param {Scale} scale
 */
export function drawLate(fired, scale) {
  let path = "";
  for (const { due_ms, at_ms } of fired) {
    const [due, at] = [Math.max(scale.x(due_ms), -9), Math.min(scale.x(at_ms), scale.width + 9)];
    if (at - due >= LATE_PIXELS) path += `M${due.toFixed(1)}-3v6m0-3H${at.toFixed(1)}`;
  }
  return path;
}
