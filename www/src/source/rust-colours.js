// The colours of a Rust program: of the listing, when the site is built, and of the editor. Both have them from here, so
// that nothing changes when the one takes the place of the other.

import { tagHighlighter, tags } from "@lezer/highlight";

/** The classes stand in the listing's styles. */
export const rustColours = tagHighlighter([
  { tag: [tags.keyword, tags.modifier, tags.self, tags.bool], class: "t-keyword" },
  { tag: [tags.string, tags.character, tags.special(tags.string)], class: "t-string" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.macroName], class: "t-title" },
  { tag: [tags.typeName, tags.className, tags.namespace, tags.labelName], class: "t-type" },
  { tag: [tags.number, tags.integer, tags.float], class: "t-number" },
  { tag: [tags.comment, tags.lineComment, tags.blockComment], class: "t-comment" },
]);
