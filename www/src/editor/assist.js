// What could stand here, and a line about what stands there: as far as the checker knows.

import { autocompletion } from "@codemirror/autocomplete";
import { hoverTooltip } from "@codemirror/view";

import { compiler } from "../engine/compiler/client.js";
import { textOf } from "./text.js";

/** @import { CompletionContext, CompletionResult } from "@codemirror/autocomplete" */
/** @import { EditorState } from "@codemirror/state" */

/**
 * @param {CompletionContext} context
 * @returns {Promise<CompletionResult | null>}
 */
async function complete(context) {
  const word = context.matchBefore(/\w*/);
  const from = word?.from ?? context.pos;
  const isAsked = context.explicit || from < context.pos || /(\.|::)$/.test(context.state.sliceDoc(Math.max(0, from - 2), from));
  // A number is no beginning of a name.
  if (!isAsked || /^\d/.test(word?.text ?? "") || compiler.state !== "ready") return null;
  const found = await ask(() => compiler.complete(...place(context.state, context.pos)));
  if (!found || found.length === 0) return null;
  const options = found.map(({ label, kind, detail, documentation }) => ({ label, type: kind, detail: detail?.replace(/^pub /, "").replace(/\s+/g, " "), info: documentation || undefined }));
  return { from, options, validFor: /^\w*$/ };
}

const describe = hoverTooltip(async (view, at) => {
  const word = view.state.wordAt(at);
  if (!word || compiler.state !== "ready") return null;
  const words = await ask(() => compiler.describe(...place(view.state, at)));
  if (!words) return null;
  return {
    pos: word.from,
    end: word.to,
    above: true,
    create() {
      const dom = document.createElement("div");
      dom.className = "described";
      dom.textContent = words;
      return { dom };
    },
  };
});

/**
 * What the compiler says; nothing, if it says nothing: nobody has asked for it by a button.
 * @template T
 * @param {() => Promise<T>} question
 */
async function ask(question) {
  try {
    return await question();
  } catch {
    return undefined;
  }
}

/**
 * A place as the compiler counts.
 * @param {EditorState} state
 * @param {number} at
 * @returns {[string, number, number]}
 */
function place({ doc }, at) {
  const { number, from } = doc.lineAt(at);
  return [textOf(doc), number, at - from + 1];
}

export const assist = [autocompletion({ override: [complete], icons: false }), describe];
