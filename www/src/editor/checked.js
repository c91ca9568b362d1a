// What the checker says of the program, below it: for who does not see what is underlined, and for fingers.

import { html, nothing } from "lit";

import { check, cross, warning } from "../icons.js";

/** @import { ProgramEditor } from "./editor.js" */

const LOADING = "Loading the checker: less than 2 MB, once. You can type meanwhile.";

const COMING = "The checker is still being built. You can type; the program is checked, and can be run, as soon as it is there.";

/** @param {ProgramEditor} editor */
export function checked(editor) {
  const { checking } = editor;
  if (!checking) return nothing;
  const { said, isCurrent } = checking;
  const { doc } = editor.view.state;
  const { words, kind, settled, again } = summary(checking);
  const icon = { good: check, bad: cross, warning, trouble: warning, none: nothing }[kind];
  return html`<section class="checked" aria-label="Errors and warnings">
    <p class="summary ${kind}">${icon}<span>${words}</span>${again ? html`<button type="button" class="fix" @click=${() => checking.again()}>Try again</button>` : nothing}</p>
    <p class="hidden" role="status">${settled ? words : nothing}</p>
    ${said.length === 0 ? nothing : html`<ul role="list" tabindex="0" aria-label="Errors and warnings" class=${isCurrent ? "" : "old"}>
      ${said.map((one) => {
        const line = doc.lineAt(Math.min(one.from, doc.length)).number;
        return html`<li class=${one.severity}>
          <button type="button" class="plain go" @click=${() => editor.goTo(one)}>${one.severity === "error" ? "Error" : "Warning"} in line ${line}</button>
          <div>
            <p>${one.message} <span class="code">${one.code}</span></p>
            ${one.help || one.fix ? html`<p class="help">
              ${one.fix ? html`<button type="button" class="fix" aria-label="Fix: ${one.help ?? one.message}" @click=${() => checking.mend(one)}>Fix</button>` : nothing}
              <span>${one.help}</span>
            </p>` : nothing}
          </div>
        </li>`;
      })}
    </ul>`}
  </section>`;
}

/**
 * @param {NonNullable<ProgramEditor["checking"]>} checking
 * @returns {{ words: string, kind: "good" | "bad" | "warning" | "trouble" | "none", settled: boolean, again?: boolean }}
 */
function summary({ state, trouble, said, isCurrent }) {
  if (state === "coming") return { words: COMING, kind: "none", settled: true };
  if (state === "broken") return { words: `The checker could not be loaded. ${trouble}`, kind: "trouble", settled: true, again: true };
  if (state !== "ready") return { words: LOADING, kind: "none", settled: false };
  if (trouble) return { words: `Not checked: ${trouble}`, kind: "trouble", settled: true, again: true };
  const errors = said.filter(({ severity }) => severity === "error").length;
  const warnings = said.length - errors;
  const counts = [count(errors, "error"), count(warnings, "warning")].filter(Boolean).join(", ");
  if (!isCurrent) return { words: counts || "Checking…", kind: "none", settled: false };
  return { words: counts || "No errors", kind: errors > 0 ? "bad" : warnings > 0 ? "warning" : "good", settled: true };
}

/**
 * @param {number} number
 * @param {string} what
 */
function count(number, what) {
  return number === 0 ? "" : `${number} ${what}${number === 1 ? "" : "s"}`;
}
