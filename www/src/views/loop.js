// The event loop at the cursor: who runs, who is next, and who waits for what.
//
// Each live lane stands in one column, a branch under its task where both stand in the
// same. The lane of the event at the cursor is marked: stepping through a run, one sees
// it go from its timer to the ready queue, and from there to run.

import { css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";

import { explained } from "../glossary.js";
import { number, seconds } from "../record/figures.js";
import { hue } from "../palette.js";
import { hasEnded } from "../record/replay.js";
import { term } from "./term.js";

/** @import { Lane, State } from "../types.js" */
/** @import { Word } from "../glossary.js" */

/** How many lanes of a queue are drawn; the others are counted. */
const SHOWN = 12;

/**
 * @param {{
 *   state: State,
 *   names: (id: number) => string,
 *   onCursor: (n: number) => void,
 * }} props
 */
export function loop({ state, names, onCursor }) {
  const { event, lanes, running, ready } = state;
  const waiting = waitingUnder(state);

  /**
   * A queue of lanes, each with its branches.
   * @param {readonly number[]} ids
   * @param {(lane: Lane) => string} note
   * @param {(lane: Lane) => readonly number[]} branches those that stand in the same column
   * @returns {unknown}
   */
  const queue = (ids, note, branches) => {
    /** @param {number} id */
    const chip = (id) => {
      const lane = lanes[id];
      const now = id === event?.task;
      const under = branches(lane);
      return html`<li class="chip hue-${hue(id)} ${now ? "now" : ""}" aria-current=${now ? "step" : nothing}>
        <button type="button" title="${lane.name}: go to the event that brought it here" @click=${() => onCursor(lane.since_n + 1)}>
          <b>${names(id)}</b> <span>${note(lane)}</span>
        </button>
        ${under.length > 0 ? queue(under, note, branches) : nothing}
      </li>`;
    };
    const [shown, others] = [ids.slice(0, SHOWN), ids.slice(SHOWN)];
    const now = others.filter((id) => id === event?.task);
    const more = others.length - now.length;
    return html`<ol>
      ${repeat(shown, (id) => id, chip)}
      ${more > 0 ? html`<li class="more">+ ${number(more)} more</li>` : nothing}
      ${now.map(chip)}
    </ol>`;
  };

  /**
   * @param {Word} title
   * @param {string} empty
   * @param {readonly number[]} ids
   * @param {(lane: Lane) => string} note
   * @param {(lane: Lane) => readonly number[]} branches
   */
  const column = (title, empty, ids, note, branches) => html`<div>
    <h4>${term(explained(title), title)}</h4>
    ${ids.length > 0 ? queue(ids, note, branches) : html`<p class="quiet">${empty}</p>`}
  </div>`;

  /** @param {Lane} lane */
  const turn = ({ kind, state, polls }) => {
    if (kind === "worker") return "a thread of its own";
    if (state === "busy") return `poll ${polls}`;
    return polls === 0 ? "not polled yet" : `before poll ${polls + 1}`;
  };
  /** @param {Lane} lane */
  const place = ({ id }) => (id === ready[0] ? "next" : "");
  /** @param {Lane} lane */
  const reason = ({ id, kind, parent, waitsOn }) => {
    const apart = kind === "branch" && parent !== null && lanes[parent].state !== "idle";
    const inside = apart ? `in ${names(parent)}, ` : "";
    if (event?.kind === "fire" && event.task === id) return `${inside}due now`;
    if (waitsOn?.kind === "timer") return `${inside}due ${seconds(waitsOn.until_ms)}`;
    if (waitsOn?.kind === "task") return `${inside}for ${names(waitsOn.task)}`;
    if (waitsOn?.kind === "branches") return `${inside}for its branches`;
    return `${inside}until it is woken`;
  };
  /** @param {string[]} states */
  const branchesIn = (...states) => (/** @type {Lane} */ { branches }) =>
    branches.filter((id) => states.includes(lanes[id].state));

  const workers = lanes.filter((lane) => lane.kind === "worker" && !hasEnded(lane)).map(({ id }) => id);
  return html`<section class="loop" tabindex="0" aria-label="The event loop">
    <h3 class="label">The loop</h3>
    ${column("running", "Nobody runs.", [...running.slice(0, 1), ...workers], turn, branchesIn("busy", "scheduled"))}
    ${column("ready", "Nobody is ready.", ready, place, branchesIn("scheduled"))}
    ${column("waiting", "Nobody waits.", waiting.get(null) ?? [], reason, ({ id }) => waiting.get(id) ?? [])}
  </section>`;
}

/**
 * Who waits, by the task under which it does: the earliest deadline first, then those without one.
 * @param {State} state
 * @returns {Map<number | null, number[]>}
 */
function waitingUnder({ event, lanes, timers }) {
  /** @type {Map<number | null, number[]>} */
  const under = new Map();
  const placed = new Uint8Array(lanes.length);
  /** @param {Lane} lane */
  const place = (lane) => {
    if (lane.state !== "idle" || placed[lane.id]) return;
    placed[lane.id] = 1;
    const task = lane.kind === "branch" && lane.parent !== null ? lanes[lane.parent] : undefined;
    if (task) place(task);
    const parent = task?.state === "idle" ? task.id : null;
    const others = under.get(parent);
    if (others) others.push(lane.id);
    else under.set(parent, [lane.id]);
  };
  // Its deadline has come, and it is not woken yet: it was the earliest.
  if (event?.kind === "fire") place(lanes[event.task]);
  for (const { task, until_ms } of timers) {
    const { waitsOn } = lanes[task];
    if (waitsOn?.kind === "timer" && waitsOn.until_ms === until_ms) place(lanes[task]);
  }
  lanes.forEach(place);
  return under;
}

export const loopStyles = css`
  .loop { overflow-y: auto; min-height: 0; padding: 6px 16px 8px; }
  .loop h3 { min-height: 28px; line-height: 28px; }
  .loop > div { display: grid; grid-template-columns: 64px minmax(0, 1fr); gap: 8px; min-height: 42px; }
  .loop h4 { margin: 0; color: var(--soft); font-size: 13px; font-weight: 400; line-height: 28px; }
  .loop .quiet { font-size: 13px; line-height: 28px; }
  .loop ol { display: flex; flex-wrap: wrap; gap: 5px; align-items: flex-start; }
  .chip { max-width: 100%; border: 1px solid; border-radius: 7px; font-size: 13px; }
  .chip button { gap: 6px; max-width: 100%; min-height: 26px; padding: 1px 8px; border: 0; background: none; color: inherit; font-weight: 400; }
  .chip b { overflow: hidden; max-width: 22ch; font: 600 13px var(--mono); text-overflow: ellipsis; white-space: nowrap; }
  .chip span { color: var(--soft); font-size: 12px; white-space: nowrap; }
  .chip span:empty { display: none; }
  .chip ol { margin: 0; padding: 1px 5px 5px; }
  .chip.now { border-color: var(--now); background: var(--now-wash); box-shadow: inset 3px 0 var(--now); }
  .chip .chip { background: var(--card); }
  .chip .chip.now { background: var(--now-wash); }
  .loop .more { align-self: center; color: var(--soft); font-size: 13px; }
  @media (forced-colors: active) {
    .chip.now { outline: 2px solid Highlight; }
  }
  @media print {
    .loop { overflow: visible; }
  }
`;
