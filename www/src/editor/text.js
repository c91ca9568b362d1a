// A program as text and as an editor's document, whose last line has no end.

/** @import { Text } from "@codemirror/state" */

/** @param {Text} doc */
export function textOf(doc) {
  return `${doc}\n`;
}

/** @param {string} text */
export function withoutEnd(text) {
  return text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
}
