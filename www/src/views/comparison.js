// Two runs above each other on one clock, and what one saves against the other.

import { css, html, nothing } from "lit";

import { seconds } from "../record/figures.js";

/** @import { Lesson, RunRecord } from "../types.js" */

/**
 * @typedef {object} Side
 * @property {Lesson} scenario
 * @property {RunRecord | undefined} record none before its run
 * @property {RunRecord | undefined} simulated
 * @property {boolean} running
 */

/**
 * @param {object} props
 * @param {Side} props.left drawn above
 * @param {Side} props.right drawn below
 * @param {(side: Side, end_ms: number, head: unknown) => unknown} props.timelineOf draws a side under its head, on a clock that ends at `end_ms`
 */
export function comparison({ left, right, timelineOf }) {
  const sides = [left, right];
  const [above, below] = sides.map(runOf);
  const names = namesOf(above, below);
  // While a side runs, its simulation says how long the clock will have to be.
  const ends = sides.map(({ record, simulated, running }) => (record && !running ? record : simulated)?.elapsed_ms ?? 0);
  const end_ms = Math.max(...ends);
  const isOver = above && below && !left.running && !right.running;
  return html`<section class="comparison" aria-label="Comparison">
    <p class="saving" role="status">${isOver ? saving(above, below, names) : nothing}</p>
    ${sides.map((side, index) => {
      const run = runOf(side);
      return html`<section aria-label=${names[index] ?? side.scenario.title}>
        ${timelineOf(side, end_ms, html`<header>
          <h3>${side.scenario.title}</h3>
          ${run ? html`<p>${side.running ? nothing : html`<b>${seconds(run.elapsed_ms)}</b>`} <span class="quiet">${side.running ? "running" : run.clock === "browser" ? "measured" : "simulated"}${settings(run)}</span></p>` : nothing}
        </header>`)}
      </section>`;
    })}
  </section>`;
}

/**
 * What there is of a side: a run, or what it would be.
 * @param {Side} side
 */
function runOf({ record, simulated }) {
  return record ?? simulated;
}

/**
 * The saving in a sentence: the faster run first, or the one that was not simulated.
 * @param {RunRecord} a
 * @param {RunRecord} b
 * @param {string[]} names of both
 */
export function saving(a, b, [nameA, nameB] = namesOf(a, b)) {
  if (a.outcome !== "completed" || b.outcome !== "completed") {
    return `${nameA} ${a.outcome} at ${seconds(a.elapsed_ms)}, ${nameB} ${b.outcome} at ${seconds(b.elapsed_ms)}: only completed runs can be compared.`;
  }
  // A simulation is what a run is measured against, not the other way round.
  const isSimulated = a.scenario === b.scenario && a.clock !== b.clock;
  const aFirst = isSimulated ? a.clock === "browser" : a.elapsed_ms <= b.elapsed_ms;
  const [one, other] = aFirst ? [a, b] : [b, a];
  const [nameOne, nameOther] = aFirst ? [nameA, nameB] : [nameB, nameA];
  const both = `${nameOne} took ${seconds(one.elapsed_ms)}, ${nameOther} ${seconds(other.elapsed_ms)}`;
  const apart = Math.abs(one.elapsed_ms - other.elapsed_ms);
  if (seconds(apart) === seconds(0)) return `${both}: no difference.`;
  const part = (apart / other.elapsed_ms) * 100;
  const percent = other.elapsed_ms > 0 ? ` (${part.toFixed(part < 1 ? 1 : 0)}\u00a0%)` : "";
  return `${both}: ${seconds(apart)}${percent} ${one.elapsed_ms < other.elapsed_ms ? "less" : "more"}.`;
}

/**
 * Two runs by what tells them apart: the scenario, the clock, or the settings.
 * @param {RunRecord | undefined} a
 * @param {RunRecord | undefined} b
 * @returns {string[]}
 */
function namesOf(a, b) {
  if (!a || !b) return [];
  const runs = [a, b];
  if (a.scenario !== b.scenario) return runs.map((run) => run.scenario);
  if (a.clock !== b.clock) return runs.map((run) => (run.clock === "browser" ? "this run" : "its simulation"));
  const of = (/** @type {RunRecord} */ run) => /** @type {Record<string, unknown>} */ ({ ...run.params, speed: run.speed });
  const apart = Object.keys(of(a)).filter((name) => of(a)[name] !== of(b)[name]);
  if (apart.length === 0) return ["the run above", "the run below"];
  return runs.map((run) => `${run.scenario} with ${apart.map((name) => `${name} = ${of(run)[name]}`).join(", ")}`);
}

/** @param {RunRecord} run */
function settings({ params, speed }) {
  const given = Object.entries(params).map(([name, value]) => `, ${name}\u00a0=\u00a0${value}`);
  return given.join("") + (speed === 1 ? "" : `, speed ${speed}`);
}

export const comparisonStyles = css`
  .comparison { overflow-y: auto; min-height: 0; }
  .comparison .saving { padding: 8px 16px; font-size: 16px; font-weight: 600; line-height: 1.35; letter-spacing: -0.01em; text-wrap: pretty; }
  .comparison .saving::first-letter { text-transform: uppercase; }
  .comparison .saving:empty { display: none; }
  .comparison header { min-width: 0; line-height: 1.25; }
  .comparison header h3 { font-size: 13.5px; }
  .comparison header p { font-size: 12px; }
  .comparison > section + section { border-top: 1px solid var(--line); }
  @media print { .comparison > section { break-inside: avoid; } }
`;
