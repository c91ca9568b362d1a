// The text twin: the run as sentences and as a table, to be read, heard, printed and copied.

import { css, html } from "lit";
import { guard } from "lit/directives/guard.js";

import { counted, number, seconds } from "../record/figures.js";
import { rows } from "../record/happening.js";
import { describe, sentences } from "../record/sentences.js";
import { copy } from "../icons.js";
import { comparable } from "./clock.js";
import { table, tableStyles } from "./table.js";

/** @import { RunRecord } from "../types.js" */

/** How many events are told; a longer run can be downloaded whole. */
const SHOWN = 500;

const OUTCOMES = {
  running: "has run for",
  completed: "completed in",
  stopped: "was stopped after",
  failed: "failed after",
};

/**
 * @param {{ record: RunRecord, onCopy: (text: string) => void }} props
 */
export function transcript({ record, onCopy }) {
  return guard([record], () => {
    const total = record.events.length;
    return told(record, total > SHOWN ? `The first ${SHOWN} of ${number(total)} events` : `All ${number(total)} events`, onCopy);
  });
}

/**
 * @param {RunRecord} record
 * @param {string} title of the table of events
 * @param {(text: string) => void} onCopy
 */
function told(record, title, onCopy) {
  const run = { tasks: record.tasks, events: record.events.slice(0, SHOWN) };
  const told = sentences(run);
  const events = rows(run);
  const text = () =>
    [
      describe(record),
      ...told,
      title,
      ...events.map(({ n, time, task, what, line }) => [n + 1, time, task, what, line ?? ""].join("\t")),
    ].join("\n");
  return html`<div class="transcript">
    <p>${describe(record)} <button type="button" class="plain" @click=${() => onCopy(text())}>${copy}Copy as text</button></p>
    <ol class="told">${told.map((sentence) => html`<li>${sentence}</li>`)}</ol>
    ${table({
      caption: title,
      columns: { Event: "figure", Time: "figure", Who: "text", "What happens": "text", Line: "figure" },
      rows: events.map(({ n, time, task, what, line }) => [n + 1, time, task, what, line ?? ""]),
    })}
  </div>`;
}

/**
 * A run that has ended, in a few words for a screen reader.
 * @param {RunRecord} record
 * @param {RunRecord} [simulated]
 */
export function summary(record, simulated) {
  const { scenario, outcome, elapsed_ms, log, diagnoses } = record;
  const more = simulated && comparable(record, simulated) ? Math.round(elapsed_ms - simulated.elapsed_ms) : undefined;
  const against = more ? `, ${number(Math.abs(more))} ms ${more > 0 ? "more" : "less"} than simulated` : more === 0 ? ", as simulated" : "";
  const found = diagnoses.length ? `Diagnoses: ${number(diagnoses.length)}. ${diagnoses[0].message}` : "No diagnoses.";
  return `${scenario} ${OUTCOMES[outcome]} ${seconds(elapsed_ms)}${against}. ${counted(log.length, "line")}. ${found}`;
}

export const transcriptStyles = [
  tableStyles,
  css`
    .transcript { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; }
    .transcript .plain { vertical-align: middle; }
    .told { max-width: 76ch; }
    .told + .table td.text:nth-child(4) { min-width: 24ch; overflow-wrap: anywhere; }
    .told li { padding: 2px 0; overflow-wrap: anywhere; }
    @media print {
      .transcript .plain { display: none; }
    }
  `,
];
