// The program's real source, and its twin in Python: the line of the event at the
// cursor is lit, and the line on which each task stands carries its name.

import { css, html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";

import { coloured } from "../source/coloured.js";
import { away, copy, pen, reset } from "../icons.js";
import { pairs } from "../source/pairs.js";
import { pythonFile } from "../source/python.js";
import { hue } from "../palette.js";
import { lineAt } from "../record/replay.js";
import { tabs, tabsStyles } from "./tabs.js";

/** @import { TemplateResult } from "lit" */
/** @import { RunEvent, RunRecord, Scenario, State } from "../types.js" */
/** @import { Run } from "../editor/marks.js" */
/** @import { Language } from "../source/pairs.js" */
/** @typedef {Language | "both"} Shown */

/** @type {Record<Language, string>} */
const LANGUAGES = { rust: "Rust", python: "Python" };

/** @type {Record<Shown, string>} */
const TABS = { ...LANGUAGES, both: "Side by side" };

/** How many letters of names there is room for at the end of a line, unless the first one is longer. */
const ROOM = 14;

/** How many names a tip lists. */
const LISTED = 20;

/**
 * The program, or what is written in its place.
 * @typedef {object} Program
 * @property {string} text
 * @property {boolean} isEdited
 * @property {boolean} isEditable
 * @property {boolean} isOpen whether it stands in an editor
 * @property {boolean} isOpening whether that is on its way
 * @property {(run: Run) => { program: unknown, below: unknown } | undefined} render the editor, if it stands in one
 * @property {(point?: { x: number, y: number }) => void} onEnter
 * @property {() => void} onReset
 */

/**
 * Lines are Rust's, in what is passed and in what is called.
 * @param {{
 *   scenario: Scenario,
 *   program: Program,
 *   ran: string | undefined,
 *   shown: Shown,
 *   record: RunRecord | undefined,
 *   state: State | undefined,
 *   names: (id: number) => string,
 *   playground: string,
 *   values: Record<string, string>,
 *   copied: string,
 *   onShow: (lang: Shown) => void,
 *   onCopy: (text: string) => void,
 *   onLine: (line: number) => void,
 *   aside: unknown,
 *   still?: unknown,
 * }} props `values` are those of the parameters, as they were typed; `ran` is the text of the run that is shown; `copied` the text that was copied last; `aside` stands at the end
 *   of the tools; `still` is another one when anything has changed but the cursor
 */
export function source({ scenario, program: written, ran, shown: wanted, record, state, names, playground, values, copied, onShow, onCopy, onLine, aside, still }) {
  // A program of one's own has no twin.
  const shown = scenario.source.python ? wanted : "rust";
  const both = shown === "both";
  /** @type {readonly Language[]} */
  const languages = both ? ["rust", "python"] : [shown];
  const run = { source: ran, state, now: state && lineAt(state), standing: standingOn(state), eventful: linesOf(record?.events), names };
  const editor = written.render(run);
  // Lines of another text are none of the listing's.
  const { now, standing, eventful } = ran === scenario.source.rust ? run : { now: undefined, standing: standingOn(undefined), eventful: linesOf() };
  // One of them is reached by Tab, the others from it by the arrows.
  const reached = now !== undefined && eventful.has(now) ? now : Math.min(...eventful);

  /** @param {Language} language */
  const program = (language) => {
    if (language === "rust" && editor) {
      return html`<div class="program editor">${both ? html`<h3 class="label">Rust</h3>` : nothing}${editor.program}${editor.below}</div>`;
    }
    // What is no lesson's own has its colours from the editor, which is on its way.
    const lines = language === "rust" && written.text !== scenario.source.rust
      ? written.text.replace(/\n$/, "").split("\n").map((text) => [{ text, scope: "" }])
      : coloured(scenario.source[language], scenario.colours[language]);
    const isEditable = language === "rust" && written.isEditable;
    /** @param {number} line */
    const rust = (line) => (language === "rust" ? line : rustLines(scenario).get(line));
    return html`<div class="program">
      ${both ? html`<h3 class="label">${LANGUAGES[language]}</h3>` : nothing}
      <pre class="scrolls ${isEditable ? "editable" : ""}" tabindex="0" aria-label="${LANGUAGES[language]} program" @keydown=${(/** @type {KeyboardEvent} */ event) => onKey(event, isEditable ? written : undefined)} @click=${isEditable ? (/** @type {MouseEvent} */ event) => enterByClick(event, written) : nothing}>${lines.map((tokens, index) => {
        const line = rust(index + 1);
        const lit = line !== undefined && line === now;
        const lanes = (line !== undefined && standing.get(line)) || [];
        return guard([still, lit, line === reached, String(lanes)], () => row({
          number: index + 1,
          tokens,
          lit,
          reached: line === reached,
          who: who(lanes, names),
          onGo: line !== undefined && eventful.has(line) ? () => onLine(line) : undefined,
        }));
      })}</pre>
      ${isEditable && written.isOpening ? html`<div class="checked"><p class="summary">Loading the editor…</p></div>` : nothing}
      ${language === "python" ? html`<p class="twin">${twin(scenario, written)}</p>` : scenario.browser_only && !written.isEdited ? html`<p class="twin">${whyNotEdited(scenario)}</p>` : nothing}
    </div>`;
  };

  return html`<section class="source ${both ? "both" : ""}" aria-label="Source">
    ${guard([still], () => html`<header>
      ${tabs({
        label: "Language",
        tabs: /** @type {Shown[]} */ (scenario.source.python ? Object.keys(TABS) : ["rust"]).map((name) => ({ name, title: TABS[name], class: name })),
        chosen: shown,
        panel: "code",
        onChoose: onShow,
      })}
      <span class="tools">
        ${languages.includes("rust") && written.isEditable ? edit(written) : nothing}
        ${languages.map((language) => {
          const code = language === "rust" ? written.text : pythonFile(scenario, values);
          const what = both ? ` ${LANGUAGES[language]}` : "";
          return html`<button class="plain" @click=${() => onCopy(code)}>${copy}${copied === code ? "Copied" : "Copy"}${what}</button>`;
        })}
        ${languages.includes("rust") && !scenario.browser_only
          ? html`<a class="button plain" href=${playground || nothing} target="_blank" rel="noopener" aria-label="Open in Rust Playground">Rust Playground${away}</a>`
          : nothing}
        ${aside}
      </span>
    </header>`)}
    <div class="programs" id="code" role="tabpanel" aria-labelledby="tab-${shown}">${languages.map(program)}</div>
  </section>`;
}

/**
 * Why a program cannot be changed, if it cannot.
 * @param {Pick<Scenario, "browser_only">} scenario
 */
export function whyNotEdited({ browser_only }) {
  if (!browser_only) return undefined;
  return "This program can be run, and not changed: the compiler in this page knows std and tokio, but not the crates for the browser.";
}

/**
 * What the Python program is for.
 * @param {Scenario} scenario
 * @param {Program} program
 */
function twin({ python_differs }, { isEdited }) {
  const prints = isEdited
    ? "That has been changed; the Python is still the lesson's."
    : `CPython prints the same of this one${python_differs ? `, but for ${python_differs}` : ""}.`;
  return `This page runs the Rust program. ${prints} Copy gives a file that runs, with the values as they stand.`;
}

/**
 * What leads into the editor, and back to the program as it was given.
 * @param {Program} program
 */
function edit({ isOpen, isEdited, onEnter, onReset }) {
  if (!isOpen) return html`<button type="button" class="edit" @click=${() => onEnter()}>${pen}Edit</button>`;
  const title = "The program as it was given; undo brings yours back";
  return html`<button type="button" class="edit" aria-label="Reset the program" title=${title} ?disabled=${!isEdited} @click=${() => onReset()}>${reset}Reset</button>`;
}

/**
 * @param {MouseEvent} event
 * @param {Program} program
 */
function enterByClick(event, { onEnter }) {
  const target = /** @type {Element} */ (event.target);
  if (selects(event) || target.closest("button")) return;
  // A finger that goes to the event of a line wants no keyboard.
  if (target.closest(".eventful") && matchMedia("(pointer: coarse)").matches) return;
  onEnter({ x: event.clientX, y: event.clientY });
}

/**
 * @param {KeyboardEvent} event
 * @param {Program | undefined} program that can be edited
 */
function onKey(event, program) {
  walk(event);
  const { key, target, currentTarget, ctrlKey, metaKey, altKey } = event;
  if (!program || key !== "Enter" || target !== currentTarget || ctrlKey || metaKey || altKey) return;
  event.preventDefault();
  program.onEnter();
}

/**
 * @param {{ number: number, tokens: import("../source/coloured.js").Token[], lit: boolean, reached: boolean, who: unknown, onGo: (() => void) | undefined }} line
 */
function row({ number, tokens, lit, reached, who, onGo }) {
  const current = lit ? "step" : nothing;
  // The button is the line's own target, for keyboards; the pointer may take all of the line.
  const label = onGo
    ? html`<button class="number" aria-label="Next event of line ${number}" aria-current=${current} tabindex=${reached ? 0 : -1}>${number}</button>`
    : html`<span class="number" aria-hidden="true">${number}</span>`;
  // Nothing between the parts: within "pre", white space is shown.
  return html`<span class="line ${lit ? "at" : ""} ${onGo ? "eventful" : ""}" ?data-at=${lit} @click=${(/** @type {Event} */ event) => !selects(event) && onGo?.()}>${label}<span class="who">${who}</span><code>${tokens.map(({ text, scope }) => (scope ? html`<span class="t-${scope}">${text}</span>` : text))}
</code></span>`;
}

/**
 * The names of the lanes that stand on a line.
 * @param {readonly number[]} lanes
 * @param {(id: number) => string} names
 */
export function who(lanes, names) {
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

/** @param {KeyboardEvent} event */
function walk(event) {
  const steps = { ArrowUp: -1, ArrowDown: 1 };
  const step = steps[/** @type {"ArrowUp"} */ (event.key)];
  const target = /** @type {HTMLElement} */ (event.target);
  if (!step || !target.matches(".number")) return;
  event.preventDefault();
  const numbers = [.../** @type {HTMLElement} */ (event.currentTarget).querySelectorAll("button.number")];
  /** @type {HTMLElement | undefined} */ (numbers[numbers.indexOf(target) + step])?.focus();
}

/**
 * Whether a click was the end of marking some text.
 * @param {Event} event
 */
function selects({ target }) {
  return !(/** @type {Element} */ (target).closest("button")) && String(getSelection()) !== "";
}

export const sourceStyles = [
  tabsStyles,
  css`
    .source { display: flex; flex-direction: column; min-height: 0; border-top: 1px solid var(--line); }
    .source header { display: flex; flex: none; flex-wrap: wrap; gap: 4px; align-items: end; justify-content: space-between; min-height: 40px; padding: 6px 12px 0; border-bottom: 1px solid var(--line); }
    .source .tabs { align-self: end; }
    .source .tabs button { min-height: 33px; }
    .source .tools { display: flex; flex-wrap: wrap; gap: 2px; padding-bottom: 4px; }
    .source .tools .plain { gap: 5px; padding-inline: 6px; }
    .source a:not([href]) { visibility: hidden; }
    .source .programs { display: flex; flex-direction: column; min-height: 0; }
    .source .program { position: relative; display: flex; flex-direction: column; min-height: 0; }
    .source .editable code { cursor: text; }
    .source .twin { flex: none; padding: 6px 20px 8px; border-top: 1px solid var(--line); color: var(--soft); font-size: 13px; line-height: 1.4; }
    /* As wide with either word, so that nothing beside it moves. */
    .source .edit { gap: 5px; min-width: 76px; min-height: 28px; margin-right: 4px; padding: 2px 8px; font-size: 13px; }
    .source .edit .icon { width: 13px; height: 13px; }
    :host([data-touched]) .source .edit { background: var(--raised); }
    .checked { flex: none; border-top: 1px solid var(--line); background: var(--card); font-size: 13px; }
    .checked .summary { display: flex; gap: 6px; align-items: center; min-height: 30px; padding: 3px 12px; color: var(--soft); }
    .source .program h3 { padding: 8px 20px 0; }
    .source pre { position: relative; overflow: auto; padding: 8px 0; font: 13px/19px var(--mono); }
    .source .line { display: flex; min-width: max-content; background: var(--card); }
    .source .eventful { cursor: pointer; }
    .source .eventful:hover { background: var(--raised); }
    .source .line.at { background: var(--now-wash); box-shadow: inset 3px 0 var(--now); }
    .source .number { position: sticky; left: 0; z-index: 1; flex: none; width: 44px; padding: 0 12px 0 0; background: inherit; color: var(--soft); text-align: right; user-select: none; }
    .source button.number { justify-content: end; min-height: 19px; border: 0; border-radius: 0; background: inherit; font: inherit; }
    .source .eventful .number { color: var(--ink); text-decoration: underline dotted var(--edge); text-underline-offset: 4px; }
    .source button.number:focus-visible { outline-offset: -2px; }
    .source code { flex: 1 0 auto; padding-right: 20px; font: inherit; white-space: pre; }
    /* Who stands on a line is seen at its end, however long the line is. */
    .source .who { position: sticky; right: 0; order: 1; flex: none; background: inherit; user-select: none; }
    .source .who:not(:empty) { padding: 0 10px 0 6px; }
    .source .names { display: flex; gap: 4px; font: 600 11px/15px var(--mono); }
    .source .names b { overflow: hidden; max-width: 22ch; margin: 2px 0; padding: 0 5px; border: 1px solid; border-radius: 5px; background: var(--card); line-height: 13px; text-overflow: ellipsis; white-space: nowrap; }
    .source .names i { align-self: center; color: var(--soft); font-style: normal; }
    .source .names i:empty { display: none; }
    .t-keyword { color: light-dark(#9a2f6f, #f28cc4); }
    .t-string { color: light-dark(#0b7350, #7ed3ad); }
    .t-title, .t-built_in { color: light-dark(#2059b8, #8fb6ff); }
    .t-type, .t-number { color: light-dark(#7137b8, #c9a9ff); }
    .t-comment { color: var(--soft); font-style: italic; }
    .source .tabs .both[aria-selected="false"] { display: none; }
    @container playground (min-width: 960px) {
      .source, .source .programs, .source .program, .source pre { flex: 1 1 auto; }
      .source .tabs .both[aria-selected="false"] { display: inline-flex; }
      .source.both .program { flex-basis: 0; }
      .source.both .program + .program { border-top: 1px solid var(--line); }
    }
    /* Side by side only where there is room for it. */
    @container playground (min-width: 1500px) {
      .source pre { font-size: 14px; line-height: 21px; }
      .source.both .programs { flex-direction: row; }
      .source.both .program { width: 50%; }
      .source.both .program + .program { border-top: 0; border-left: 1px solid var(--line); }
    }
    @container playground (max-width: 420px) {
      .source .number { width: 34px; padding-right: 8px; }
    }
    /* All tools in one row. */
    @container playground (max-width: 349.98px) {
      .source header { padding-inline: 6px; }
      .source .tools { gap: 0; }
      .source .tools .plain { padding-inline: 2px; }
    }
    /* A finger is wider than a line of a screenful of code. */
    @media (pointer: coarse) {
      .source pre { line-height: 24px; }
      .source button.number { min-height: 24px; }
      .source .names b { margin: 4px 0; }
      .source .edit { min-height: 34px; }
    }
    :host([view="projector"]) .source .tools > :not(.edit) { display: none; }
    @media (forced-colors: active) {
      .source .line.at { outline: 2px solid Highlight; outline-offset: -2px; }
    }
    @media print {
      .source .tools, .source .tabs [aria-selected="false"] { display: none; }
      .source pre { overflow: visible; }
      .source .line { min-width: 0; break-inside: avoid; }
      .source code { flex: 1 1 0; white-space: pre-wrap; overflow-wrap: anywhere; }
      .source .line.at { outline: 1.5px solid; outline-offset: -1.5px; }
    }
  `,
];
