// A text of ours: its code is set as code, and the words of the glossary explain themselves.

import { css, html } from "lit";

import { GLOSSARY } from "../glossary.js";
import { inline } from "../inline.js";
import { term } from "./term.js";

/** @import { Entry } from "../glossary.js" */

/** Any word of the glossary, with the number of its entry as the name of its group. */
const WORDS = new RegExp(`\\b(?:${GLOSSARY.map(({ forms }, index) => `(?<g${index}>${forms.source})`).join("|")})\\b`, "gi");

/**
 * A text with its code.
 * @param {string} text
 */
export const coded = (text) => inline(text).map(({ text, isCode }) => (isCode ? html`<code>${text}</code>` : text));

/**
 * A text with its code, and with a note at the first use of each word.
 * @param {string} text
 * @param {Set<Entry>} noted the words that have a note already; those of this text are added
 */
export const prose = (text, noted) => inline(text).map(({ text, isCode }) => (isCode ? html`<code>${text}</code>` : withNotes(text, noted)));

/**
 * @param {string} text
 * @param {Set<Entry>} noted
 */
function withNotes(text, noted) {
  /** @type {unknown[]} */
  const parts = [];
  let from = 0;
  for (const { 0: word, index, groups = {} } of text.matchAll(WORDS)) {
    const entry = GLOSSARY[Number(Object.keys(groups).find((name) => groups[name] !== undefined)?.slice(1))];
    if (noted.has(entry)) continue;
    noted.add(entry);
    parts.push(text.slice(from, index), term(coded(entry.says), word));
    from = index + word.length;
  }
  return [...parts, text.slice(from)];
}

export const proseStyles = css`
  :is(.lesson, .predict, .answers, .exercise p, .exercise li, .term) code { font: 0.92em var(--mono); overflow-wrap: anywhere; }
  :is(.summary, .more) .term button { display: inline; min-height: 0; color: inherit; font-weight: inherit; text-decoration-color: var(--edge); }
`;
