// The program's real source, and its twin in Python: the line of the event at the
// cursor is lit, and the line on which each task stands carries its name.

import { css, html, nothing } from "lit";

import { plain } from "../source/highlight.js";
import { away, copy } from "../icons.js";
import { pairs } from "../source/pairs.js";
import { hue } from "../palette.js";

/** @import { TemplateResult } from "lit" */
/** @import { RunEvent, RunRecord, Scenario, State } from "../types.js" */
/** @import { Language } from "../source/pairs.js" */
/** @import { Painter } from "../source/highlight.js" */
/** @typedef {Language | "both"} Shown */

/** @type {Record<Language, string>} */
const LANGUAGES = { rust: "Rust", python: "Python" };

/** @type {Record<Shown, string>} */
const TABS = { ...LANGUAGES, both: "Side by side" };

/** How many letters there is room for beside a line, unless the first name is longer. */
const ROOM = 9;

/** How many names a tip lists. */
const LISTED = 20;

/** Lines that are indented more than this wrap as these do. */
const DEEPEST = 5;

/**
 * Lines are Rust's, in what is passed and in what is called.
 * @param {{
 *   scenario: Scenario,
 *   shown: Shown,
 *   paint: Painter | undefined,
 *   record: RunRecord | undefined,
 *   state: State | undefined,
 *   names: (id: number) => string,
 *   playground: string,
 *   copied: string,
 *   onShow: (lang: Shown) => void,
 *   onCopy: (text: string) => void,
 *   onLine: (line: number) => void,
 * }} props `copied` is the text that was copied last
 */
export function source({ scenario, shown, paint = plain, record, state, names, playground, copied, onShow, onCopy, onLine }) {
  const both = shown === "both";
  /** @type {readonly Language[]} */
  const languages = both ? ["rust", "python"] : [shown];
  const now = lineOf(state?.event);
  const standing = standingOn(state);
  const eventful = linesOf(record?.events);

  /** @param {Language} language */
  const program = (language) => {
    const code = scenario.source[language];
    /** @param {number} line */
    const rust = (line) => (language === "rust" ? line : rustLines(scenario).get(line));
    return html`<div class="program">
      ${both ? html`<h3 class="label">${LANGUAGES[language]}</h3>` : nothing}
      <pre tabindex="0" aria-label="${LANGUAGES[language]} program">${paint(language, code).map((tokens, index) => {
        const line = rust(index + 1);
        return row({
          number: index + 1,
          tokens,
          lit: line !== undefined && line === now,
          who: line === undefined ? nothing : who(standing.get(line) ?? [], names),
          onGo: line !== undefined && eventful.has(line) ? () => onLine(line) : undefined,
        });
      })}</pre>
    </div>`;
  };

  return html`<section class="card pane source ${both ? "both" : ""}" aria-label="Source">
    <header>
      <div role="tablist" aria-label="Language">
        ${/** @type {Shown[]} */ (Object.keys(TABS)).map((tab) => html`
          <button role="tab" class="plain ${tab}" id="tab-${tab}" aria-controls="code" aria-selected=${tab === shown} tabindex=${tab === shown ? 0 : -1}
            @click=${() => onShow(tab)} @keydown=${turn}>${TABS[tab]}</button>`)}
      </div>
      <span class="tools">
        ${languages.map((language) => {
          const code = scenario.source[language];
          const what = both ? ` ${LANGUAGES[language]}` : "";
          return html`<button class="plain" @click=${() => onCopy(code)}>${copy}${copied === code ? "Copied" : "Copy"}${what}</button>`;
        })}
        ${languages.includes("rust") && playground
          ? html`<a class="button plain" href=${playground} target="_blank" rel="noopener">${away}Open in Rust Playground</a>`
          : nothing}
      </span>
    </header>
    <div class="programs" id="code" role="tabpanel" aria-labelledby="tab-${shown}">${languages.map(program)}</div>
  </section>`;
}

/**
 * @param {{ number: number, tokens: import("../source/highlight.js").Token[], lit: boolean, who: unknown, onGo: (() => void) | undefined }} line
 */
function row({ number, tokens, lit, who, onGo }) {
  const text = tokens.map(({ text }) => text).join("");
  const depth = Math.min(Math.floor((text.length - text.trimStart().length) / 4), DEEPEST);
  const current = lit ? "step" : nothing;
  // The button is the line's own target, for keyboards; the pointer may take all of the line.
  const label = onGo
    ? html`<button class="number" aria-label="Next event of line ${number}" aria-current=${current}>${number}</button>`
    : html`<span class="number" aria-hidden="true">${number}</span>`;
  // Nothing between the parts: within "pre", white space is shown.
  return html`<span class="line ${lit ? "at" : ""} ${onGo ? "eventful" : ""}" @click=${(/** @type {Event} */ event) => !selects(event) && onGo?.()}>${label}<span class="who">${who}</span><code class="depth-${depth}">${tokens.map(({ text, scope }) => (scope ? html`<span class="t-${scope}">${text}</span>` : breakable(text)))}
</code></span>`;
}

/**
 * Code that rather wraps where arguments begin than within a name.
 * @param {string} text
 */
function breakable(text) {
  return text.split(/(?<=\()/).map((part, index) => (index > 0 ? html`<wbr>${part}` : part));
}

/**
 * The names of the lanes that stand on a line.
 * @param {readonly number[]} lanes
 * @param {(id: number) => string} names
 */
function who(lanes, names) {
  if (lanes.length === 0) return nothing;
  const listed = lanes.slice(0, LISTED).map(names);
  const without = (/** @type {number} */ count) => (count < lanes.length ? `+${lanes.length - count}` : "");
  let count = listed.length;
  while (count > 1 && [...listed.slice(0, count), without(count)].join(" ").trimEnd().length > ROOM) count -= 1;
  const rest = lanes.length - listed.length;
  const title = `${listed.join(", ")}${rest > 0 ? ` and ${rest} more` : ""} ${lanes.length > 1 ? "stand" : "stands"} here`;
  return html`<span class="names" title=${title}>${listed.slice(0, count).map((name, index) => html`<b class="hue-${hue(lanes[index])}">${name}</b>`)}<i>${without(count)}</i></span><span class="hidden"> here: </span>`;
}

/** @param {RunEvent | null | undefined} event */
function lineOf(event) {
  return event && "line" in event ? event.line : undefined;
}

/**
 * The lanes that stand on each line.
 * @param {State | undefined} state
 */
function standingOn(state) {
  /** @type {Map<number, number[]>} */
  const standing = new Map();
  for (const lane of state?.lanes ?? []) {
    if (!lane.line || !["scheduled", "busy", "idle"].includes(lane.state)) continue;
    const lanes = standing.get(lane.line);
    if (lanes) lanes.push(lane.id);
    else standing.set(lane.line, [lane.id]);
  }
  return standing;
}

/** @type {WeakMap<readonly RunEvent[], { read: number, lines: Set<number> }>} */
const readLines = new WeakMap();

/**
 * The lines that have events. A record may have grown since, and is read on from there.
 * @param {readonly RunEvent[]} [events]
 */
function linesOf(events = []) {
  const known = readLines.get(events) ?? { read: 0, lines: new Set() };
  for (; known.read < events.length; known.read += 1) {
    const line = lineOf(events[known.read]);
    if (line) known.lines.add(line);
  }
  readLines.set(events, known);
  return known.lines;
}

/** @type {WeakMap<Scenario, Map<number, number>>} */
const knownTwins = new WeakMap();

/**
 * The lines of the Rust program, by their twins in the Python program.
 * @param {Scenario} scenario
 */
function rustLines(scenario) {
  const known = knownTwins.get(scenario) ?? new Map([...pairs(scenario.source)].map(([rust, python]) => [python, rust]));
  knownTwins.set(scenario, known);
  return known;
}

/**
 * Whether a click was the end of marking some text.
 * @param {Event} event
 */
function selects({ target }) {
  return !(/** @type {Element} */ (target).closest("button")) && String(getSelection()) !== "";
}

/** @param {KeyboardEvent} event */
function turn(event) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  const tab = /** @type {HTMLElement} */ (event.currentTarget);
  const tabs = /** @type {HTMLElement[]} */ ([...(tab.parentElement?.children ?? [])]).filter((tab) => tab.checkVisibility());
  const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
  next.focus();
  next.click();
}

export const sourceStyles = css`
  .source header { display: flex; flex-wrap: wrap; gap: 4px 12px; justify-content: space-between; margin-bottom: 8px; }
  .source .tools, .source [role="tablist"] { display: flex; flex-wrap: wrap; gap: 2px; }
  .source [role="tab"][aria-selected="true"] { color: var(--ink); box-shadow: inset 0 -2px var(--now); border-radius: 8px 8px 0 0; }
  .source .programs { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; }
  .source h3 { margin-bottom: 4px; }
  .source pre { font: 12.8px/20px var(--mono); }
  /* Tall enough to be hit, and what has wrapped stands closer than what is another line. */
  .source .line { display: grid; grid-template-columns: 30px 64px minmax(0, 1fr); padding: 2px 0; border-radius: 3px; }
  .source .eventful { cursor: pointer; }
  .source .eventful:hover { background: var(--raised); }
  .source .line.at { background: var(--now-wash); box-shadow: inset 3px 0 var(--now); }
  .source .number { padding: 0 8px 0 0; color: var(--soft); text-align: right; user-select: none; }
  .source button.number { align-items: start; justify-content: end; min-height: 24px; margin: -2px 0; padding-top: 2px; border: 0; border-radius: 6px; background: none; font: inherit; }
  .source .eventful .number { color: var(--ink); text-decoration: underline dotted var(--edge); text-underline-offset: 4px; }
  .source button.number:focus-visible { outline-offset: -2px; }
  .source .who { position: relative; overflow: hidden; padding-right: 6px; user-select: none; }
  .source .names { display: flex; gap: 4px; font-size: 11px; }
  .source .names b { min-width: 0; overflow: hidden; text-overflow: ellipsis; }
  .source .names i { flex: none; color: var(--soft); font-style: normal; }
  .source .names i:empty { display: none; }
  /* What wraps stands two letters further in than its line begins. */
  .source code { --begin: 0ch; padding-left: calc(var(--begin) + 2ch); font: inherit; text-indent: calc(var(--begin) * -1 - 2ch); white-space: pre-wrap; overflow-wrap: anywhere; }
  .source .depth-1 { --begin: 4ch; }
  .source .depth-2 { --begin: 8ch; }
  .source .depth-3 { --begin: 12ch; }
  .source .depth-4 { --begin: 16ch; }
  .source .depth-5 { --begin: 20ch; }
  .source .t-keyword { color: light-dark(#9a2f6f, #f28cc4); }
  .source .t-string { color: light-dark(#0b7350, #7ed3ad); }
  .source .t-title, .source .t-built_in { color: light-dark(#2059b8, #8fb6ff); }
  .source .t-type, .source .t-number { color: light-dark(#7137b8, #c9a9ff); }
  .source .t-comment { color: var(--soft); font-style: italic; }
  /* Side by side only where there is room for it. */
  .source .both[aria-selected="false"] { display: none; }
  .two:has(> .source.both) { grid-template-columns: minmax(0, 1fr); }
  @container playground (min-width: 1000px) {
    .source .both[aria-selected="false"] { display: inline-flex; }
    .source.both .programs { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 28px; }
  }
  @container playground (max-width: 420px) {
    .source .line { grid-template-columns: 26px 44px minmax(0, 1fr); }
    .source .number { padding-right: 5px; }
    .source .who { padding-right: 4px; }
  }
  @media (forced-colors: active) {
    .source .line.at { outline: 2px solid Highlight; outline-offset: -2px; }
    .source [role="tab"][aria-selected="true"] { border-bottom: 3px solid Highlight; }
  }
  @media print {
    .source .tools, .source [role="tab"][aria-selected="false"] { display: none; }
    .source.card { overflow: visible; }
    .source .line { break-inside: avoid; }
    .source .line.at { outline: 1.5px solid; outline-offset: -1.5px; }
  }
`;
