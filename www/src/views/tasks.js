// The task table.

import { css, html, nothing } from "lit";

import { explained } from "../glossary.js";
import { seconds } from "../record/figures.js";
import { hue } from "../palette.js";
import { stateWord } from "../record/happening.js";
import { coded } from "./prose.js";
import { table, tableStyles } from "./table.js";
import { term } from "./term.js";

/** @import { Lane, RunRecord, State } from "../types.js" */

/** How many lanes are listed; the others are counted. A longer table takes longer to lay out than a step of the replay may. */
const SHOWN = 30;

/**
 * @param {{ record: RunRecord, state: State, names: (id: number) => string }} props
 */
export function tasks({ record, state: { lanes }, names }) {
  // A lane's times are added up when the run has ended.
  const ended = record.outcome !== "running";

  /** @param {Lane} lane */
  const row = ({ id, name, kind, parent, state, polls, line }) => {
    const { busy_ms, scheduled_ms, idle_ms } = record.tasks[id];
    const short = names(id);
    const times = [busy_ms, scheduled_ms, idle_ms].map((ms) => (ended ? seconds(ms) : ""));
    return [
      html`<b class="hue-${hue(id)}">${short}</b>${name === short ? nothing : html` <code>${name}</code>`}`,
      kind === "branch" && parent !== null ? `branch of ${names(parent)}` : kind,
      stateWord(state),
      polls,
      ...times,
      line,
    ];
  };

  return html`<div class="tasks">
    ${table({
      caption: ended ? "State, polls and line at the cursor, times of the whole run" : "So far",
      columns: {
        Name: "text",
        Kind: "text",
        State: "text",
        Polls: "figure",
        Running: "figure",
        Ready: "figure",
        Waiting: "figure",
        Line: "figure",
      },
      explained: {
        Kind: term(coded(explained("kind")), "kind"),
        Polls: term(explained("polls"), "polls"),
        Running: term(explained("running"), "running"),
        Ready: term(explained("ready"), "ready"),
        Waiting: term(explained("waiting"), "waiting"),
      },
      rows: lanes.slice(0, SHOWN).map(row),
      more: Math.max(lanes.length, ended ? record.sampled.tasks_total : 0) - SHOWN,
    })}
    <p class="quiet">tokio-console, the record and the files made of it say busy for running, scheduled for ready, and idle for waiting.</p>
  </div>`;
}

export const tasksStyles = [
  tableStyles,
  css`
    .tasks table { width: 100%; }
    .tasks > .quiet { margin-top: 8px; font-size: 13px; }
    .tasks th .term button { text-transform: capitalize; }
    .tasks th, .tasks td { white-space: nowrap; }
    .tasks code { display: inline-block; overflow: hidden; max-width: 32ch; margin-left: 4px; color: var(--soft); font: 12px/20px var(--mono); text-overflow: ellipsis; vertical-align: bottom; }
    @media print {
      .tasks th, .tasks td { white-space: normal; overflow-wrap: anywhere; }
      .tasks .figure { white-space: nowrap; }
    }
  `,
];
