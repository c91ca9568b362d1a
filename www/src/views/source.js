// The program's real source: the line of the event at the cursor is lit, and the
// line on which each task stands carries its name.

import { css, html, nothing } from "lit";

import { plain } from "../highlight.js";
import { away, copy } from "../icons.js";
import { hue } from "../palette.js";

/** @import { Scenario, State } from "../types.js" */
/** @import { Painter } from "../highlight.js" */

const LANGUAGES = /** @type {const} */ ({ rust: "Rust", python: "Python" });

/**
 * @param {{
 *   scenario: Scenario,
 *   lang: "rust" | "python",
 *   paint: Painter | undefined,
 *   state: State | undefined,
 *   names: (id: number) => string,
 *   playground: string,
 *   copied: boolean,
 *   onLang: (lang: "rust" | "python") => void,
 *   onCopy: (text: string) => void,
 *   onLine: (line: number) => void,
 * }} props
 */
export function source({ scenario, lang, paint = plain, state, names, playground, copied, onLang, onCopy, onLine }) {
  const code = scenario.source[lang];
  const rust = lang === "rust";
  const lit = rust ? lineOf(state?.event) : undefined;
  const standing = rust && state ? standingOn(state) : new Map();
  return html`<section class="card pane source" aria-label="Source">
    <header>
      <div role="tablist" aria-label="Language">
        ${Object.entries(LANGUAGES).map(([id, name]) => html`
          <button role="tab" class="plain" id="tab-${id}" aria-controls="code" aria-selected=${id === lang} tabindex=${id === lang ? 0 : -1}
            @click=${() => onLang(/** @type {"rust" | "python"} */ (id))}
            @keydown=${(/** @type {KeyboardEvent} */ event) => turn(event, lang, onLang)}>${name}</button>`)}
      </div>
      <span class="tools">
        <button class="plain" @click=${() => onCopy(code)}>${copy}${copied ? "Copied" : "Copy"}</button>
        ${rust && playground
          ? html`<a class="button plain" href=${playground} target="_blank" rel="noopener">${away}Open in Rust Playground</a>`
          : nothing}
      </span>
    </header>
    <pre id="code" role="tabpanel" aria-labelledby="tab-${lang}" tabindex="0">${paint(lang, code).map((tokens, index) => {
      const line = index + 1;
      const lanes = standing.get(line) ?? [];
      return html`<span class="line ${line === lit ? "at" : ""}" @click=${() => rust && onLine(line)}><span class="number" aria-hidden="true">${line}</span><span class="who">${lanes.slice(0, 3).map((/** @type {number} */ id) => html`<b class="hue-${hue(id)}" title="${names(id)} stands here">${names(id)}</b>`)}${lanes.length > 3 ? html`<b title="more tasks stand here">+${lanes.length - 3}</b>` : nothing}</span><code>${tokens.map(({ text, scope }) => (scope ? html`<span class="t-${scope}">${text}</span>` : text))}
</code></span>`;
    })}</pre>
  </section>`;
}

/** @param {import("../types.js").RunEvent | null | undefined} event */
function lineOf(event) {
  return event && "line" in event ? event.line : undefined;
}

/**
 * The lanes that stand on each line.
 * @param {State} state
 */
function standingOn(state) {
  /** @type {Map<number, number[]>} */
  const standing = new Map();
  for (const lane of state.lanes.values()) {
    if (lane.line && ["scheduled", "busy", "idle"].includes(lane.state)) {
      standing.set(lane.line, [...(standing.get(lane.line) ?? []), lane.id]);
    }
  }
  return standing;
}

/**
 * @param {KeyboardEvent} event
 * @param {"rust" | "python"} lang
 * @param {(lang: "rust" | "python") => void} onLang
 */
function turn(event, lang, onLang) {
  if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
  event.preventDefault();
  event.stopPropagation();
  const tabs = /** @type {HTMLElement} */ (event.currentTarget).parentElement;
  onLang(lang === "rust" ? "python" : "rust");
  const other = lang === "rust" ? "#tab-python" : "#tab-rust";
  /** @type {HTMLElement | null | undefined} */ (tabs?.querySelector(other))?.focus();
}

export const sourceStyles = css`
  .source header { display: flex; flex-wrap: wrap; gap: 4px 12px; justify-content: space-between; margin-bottom: 8px; }
  .source .tools, .source [role="tablist"] { display: flex; flex-wrap: wrap; gap: 2px; }
  .source [role="tab"][aria-selected="true"] { color: var(--ink); box-shadow: inset 0 -2px var(--now); border-radius: 8px 8px 0 0; }
  .source pre { overflow-x: auto; font: 12.8px/1.62 var(--mono); }
  .source .line { display: grid; grid-template-columns: 26px 52px 1fr; }
  .source .number { color: var(--soft); text-align: right; padding-right: 10px; user-select: none; }
  .source .who { display: flex; gap: 4px; overflow: hidden; font-size: 10.5px; align-items: center; user-select: none; }
  .source .at { background: var(--now-wash); box-shadow: inset 3px 0 var(--now); }
  .source code { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
  .source .t-keyword { color: light-dark(#9a2f6f, #f28cc4); }
  .source .t-string { color: light-dark(#0b7350, #7ed3ad); }
  .source .t-title, .source .t-built_in { color: light-dark(#2059b8, #8fb6ff); }
  .source .t-type, .source .t-number { color: light-dark(#7137b8, #c9a9ff); }
  .source .t-comment { color: var(--soft); font-style: italic; }
  @container playground (max-width: 420px) {
    .source .line { grid-template-columns: 24px 30px 1fr; }
  }
`;
