// Finds lessons: by their titles, by what is said of them, and by their programs.

import { plain } from "../inline.js";

/** @import { Lesson, Text } from "../types.js" */

/** @typedef {"title" | "summary" | "text" | "words" | "rust" | "python"} Place */

/**
 * A piece of a lesson that can be shown: a title, a sentence, a line of a program.
 * @typedef {object} Piece
 * @property {Place} place
 * @property {number} line in its program, from 1
 * @property {string} text
 * @property {string} folded the text without case and accents
 * @property {number[]} at where in the text each character of `folded` begins, and where the last one ends
 */

/** @typedef {{ id: string, title: string, part: string, pieces: Piece[] }} Entry */

/** @typedef {{ text: string, hit: boolean }[]} Marked a text in parts: those that were searched for, and the others */

/**
 * @typedef {object} Found
 * @property {string} id
 * @property {string} part
 * @property {Marked} title
 * @property {{ place: Place, line: number, text: Marked } | undefined} piece none where nothing but the title is known
 */

/** What a word is worth in each place: one in a title is worth more than all the others elsewhere. */
const WORTH = { title: 100_000, summary: 1000, text: 100, words: 10, rust: 10, python: 10 };

/** How many characters of a piece are shown. */
const SHOWN = 160;

/**
 * @param {readonly Lesson[]} lessons
 * @param {Record<string, Text>} [texts] by id; without them, titles are searched
 * @returns {Entry[]}
 */
export function makeIndex(lessons, texts = {}) {
  return lessons.map(({ id, title, lesson }) => ({
    id,
    title,
    part: lesson,
    pieces: [piece("title", title), ...(texts[id] ? piecesOf(texts[id]) : [])],
  }));
}

/** @param {Text} text */
function piecesOf({ summary, text, words, source }) {
  const lines = (/** @type {Place} */ place, /** @type {string} */ all) => all.split("\n").map((line, index) => piece(place, line.trim(), index + 1));
  const program = (/** @type {Place} */ place, /** @type {string} */ all) =>
    lines(place, all).sort((a, b) => Number(IMPORT.test(a.text)) - Number(IMPORT.test(b.text)));
  return [
    piece("summary", plain(summary)),
    ...plain(text).split(/(?<=[.?!])\s+(?=[^a-z])|\n+/).map((sentence) => piece("text", sentence)),
    ...(words ? lines("words", `${words.title}\n${words.text}`) : []),
    ...program("rust", source.rust),
    ...program("python", source.python),
  ].filter(({ folded }) => folded !== "");
}

/** A line that only imports says less of a name than one that uses it. */
const IMPORT = /^(use|import|from)\b/;

/**
 * @param {Place} place
 * @param {string} text
 * @param {number} [line]
 * @returns {Piece}
 */
function piece(place, text, line = 1) {
  let folded = "";
  /** @type {number[]} */
  const at = [];
  let from = 0;
  for (const character of text) {
    const plain = fold(character);
    at.push(...Array(plain.length).fill(from));
    folded += plain;
    from += character.length;
  }
  return { place, line, text, folded, at: [...at, from] };
}

/** Without case and accents. @param {string} text */
function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * The lessons in which each word of a query is, the best first.
 * @param {readonly Entry[]} index
 * @param {string} query
 * @returns {Found[]}
 */
export function find(index, query) {
  const words = [...new Set(fold(query).split(/\s+/).filter(Boolean))];
  if (words.length === 0) return [];
  return index
    .map((entry) => ({ entry, worth: worth(entry, words) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .map(({ entry }) => found(entry, words));
}

/**
 * What a lesson is worth for these words; nothing, if one of them is not in it.
 * @param {Entry} entry
 * @param {readonly string[]} words
 */
function worth({ pieces }, words) {
  const each = words.map((word) => Math.max(...pieces.map((piece) => WORTH[piece.place] * closeness(piece, word))));
  return each.includes(0) ? 0 : each.reduce((sum, one) => sum + one, 0);
}

/**
 * How much of a word in a piece a word that is searched for is: nothing, a middle, a beginning, or all of it.
 * @param {Piece} piece
 * @param {string} word
 */
function closeness({ folded }, word) {
  const isEdge = (/** @type {number} */ at) => !/[\p{L}\p{N}]/u.test(folded[at] ?? " ");
  const each = starts(folded, word).map((at) => (!isEdge(at - 1) ? 0.5 : !isEdge(at + word.length) ? 0.75 : 1));
  return Math.max(0, ...each);
}

/**
 * @param {Entry} entry
 * @param {readonly string[]} words
 * @returns {Found}
 */
function found({ id, part, pieces: [title, ...pieces] }, words) {
  const hits = (/** @type {Piece} */ { folded }) => words.filter((word) => folded.includes(word)).length;
  // The first of those that have most of the words: a summary, if only the title has any.
  const most = Math.max(...pieces.map(hits));
  const best = pieces.find((piece) => hits(piece) === most);
  return {
    id,
    part,
    title: mark(title, words),
    piece: best && { place: best.place, line: best.line, text: shorten(mark(best, words)) },
  };
}

/**
 * @param {Piece} piece
 * @param {readonly string[]} words
 * @returns {Marked}
 */
function mark({ text, folded, at }, words) {
  const isHit = Array(text.length).fill(false);
  for (const word of words) {
    for (const start of starts(folded, word)) isHit.fill(true, at[start], at[start + word.length]);
  }
  /** @type {Marked} */
  const parts = [];
  for (let from = 0, to = 0; from < text.length; from = to) {
    while (to < text.length && isHit[to] === isHit[from]) to += 1;
    parts.push({ text: text.slice(from, to), hit: isHit[from] });
  }
  return parts;
}

/**
 * What is around the first hit, if it is too long to be shown.
 * @param {Marked} parts
 * @returns {Marked}
 */
function shorten(parts) {
  const length = parts.reduce((sum, { text }) => sum + text.length, 0);
  const hit = parts.findIndex(({ hit }) => hit);
  const before = hit > 0 ? parts[0].text.length : 0;
  if (length <= SHOWN) return parts;
  const from = Math.min(Math.max(0, before - Math.floor(SHOWN / 3)), length - SHOWN);
  let at = 0;
  const kept = parts.flatMap(({ text, hit }) => {
    const part = text.slice(Math.max(0, from - at), Math.max(0, from + SHOWN - at));
    at += text.length;
    return part ? [{ text: part, hit }] : [];
  });
  const dots = { text: "…", hit: false };
  return [...(from > 0 ? [dots] : []), ...kept, ...(from + SHOWN < length ? [dots] : [])];
}

/**
 * Where a word begins, each time.
 * @param {string} text
 * @param {string} word
 */
function starts(text, word) {
  const all = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) all.push(at);
  return all;
}
