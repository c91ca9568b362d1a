// The dialog that lists the keyboard shortcuts, and turns those of one key off. Loaded when it is first opened.

import { css, html, nothing } from "lit";

import { modifier } from "../controllers/modifier.js";

/** @import { Shortcut } from "../controllers/shortcuts.js" */

/** @type {Record<string, string>} What stands on a key, where its name is another. */
const CAPS = { Mod: modifier(), Enter: "Enter ⏎", " ": "Space", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc" };

/** What the editor of a program has of its own. @type {readonly Omit<Shortcut, "action">[]} */
const EDITOR = [
  { keys: ["Enter"], what: "Edit the program, from its listing" },
  { keys: ["Tab"], what: "Leave the editor" },
  { keys: ["Mod+]", "Mod+["], what: "Indent more or less" },
  { keys: ["Mod+ "], what: "What could stand here" },
  { keys: ["F8"], what: "Next error" },
  { keys: ["Mod+."], what: "Mend the error of this line, if it is known how" },
  { keys: ["Alt+Enter"], what: "Next event of this line" },
  { keys: ["Mod+f"], what: "Search in the program" },
  { keys: ["Mod+z"], what: "Undo" },
];

/**
 * @param {object} props
 * @param {readonly Shortcut[]} props.all
 * @param {boolean} props.hasEditor
 * @param {boolean} props.enabled whether those of one key are on
 * @param {(enabled: boolean) => void} props.onEnabled
 */
export function shortcuts({ all, hasEditor, enabled, onEnabled }) {
  return html`<dialog class="shortcuts" aria-labelledby="shortcuts" closedby="any">
    <form method="dialog">
      <h3 id="shortcuts">Keyboard shortcuts</h3>
      <button class="plain" autofocus>Close</button>
    </form>
    ${list(all)}
    ${hasEditor ? html`<h4>In the program</h4>${list(EDITOR)}` : nothing}
    <label>
      <input type="checkbox" .checked=${enabled} @change=${(/** @type {Event} */ { target }) => onEnabled(/** @type {HTMLInputElement} */ (target).checked)}>
      Single keys are shortcuts
    </label>
  </dialog>`;
}

/** @param {readonly Pick<Shortcut, "keys" | "what">[]} shortcuts */
function list(shortcuts) {
  return html`<dl>
    ${shortcuts.map(({ keys, what }) => html`<div>
      <dt>${what}</dt>
      <dd>${keys[0].split(/(?<=.)\+/).map((key, index) => html`${index > 0 ? " + " : ""}<kbd>${CAPS[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</kbd>`)}</dd>
    </div>`)}
  </dl>`;
}

export const shortcutsStyles = css`
  .shortcuts {
    width: min(400px, calc(100% - 24px));
    padding: 14px 18px 16px;
    border: 1px solid var(--edge);
    border-radius: 12px;
    background: var(--card);
    color: var(--ink);
  }
  .shortcuts::backdrop { background: rgb(0 0 0 / 0.35); }
  .shortcuts form { display: flex; justify-content: space-between; align-items: center; margin-bottom: 6px; }
  .shortcuts h3 { font-size: 16px; }
  .shortcuts h4 { margin: 14px 0 4px; font-size: 13.5px; }
  .shortcuts dl > div { display: flex; justify-content: space-between; gap: 16px; padding: 4px 0; border-bottom: 1px solid var(--line); }
  .shortcuts dd { flex: none; }
  .shortcuts kbd { padding: 2px 7px; border: 1px solid var(--edge); border-radius: 5px; opacity: 1; font-size: 12px; }
  .shortcuts label { display: flex; gap: 9px; align-items: center; min-height: 36px; margin-top: 8px; }
  .shortcuts input { min-height: 0; width: 18px; height: 18px; margin: 0; accent-color: var(--ink); }
`;
