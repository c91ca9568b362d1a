// The shortcuts: one table, for the dialog that lists them and for the element that obeys them. The page
// around may have a table of its own.

/**
 * @typedef {"run" | "stop" | "play" | "previous" | "next" | "first" | "last" | "zoom-in" | "zoom-out" | "zoom-reset" | "compare" | "share" | "help"} Action
 */

/**
 * @template {string} [A=string]
 * @typedef {object} Shortcut
 * @property {string[]} keys as `KeyboardEvent.key` names them; `Mod` is Ctrl or Cmd
 * @property {string} what
 * @property {A} action
 * @property {boolean} [repeats] whether a key held down goes on
 */

/** @type {readonly Shortcut<Action>[]} */
export const SHORTCUTS = [
  { keys: ["Mod+Enter"], what: "Run", action: "run" },
  { keys: ["Escape"], what: "Stop", action: "stop" },
  { keys: [" "], what: "Play or pause the replay", action: "play" },
  { keys: ["ArrowLeft"], what: "Previous event", action: "previous", repeats: true },
  { keys: ["ArrowRight"], what: "Next event", action: "next", repeats: true },
  { keys: ["Home"], what: "First event", action: "first" },
  { keys: ["End"], what: "Last event", action: "last" },
  { keys: ["+", "="], what: "Zoom in", action: "zoom-in", repeats: true },
  { keys: ["-"], what: "Zoom out", action: "zoom-out", repeats: true },
  { keys: ["0"], what: "Show the whole run", action: "zoom-reset" },
  { keys: ["c"], what: "Compare", action: "compare" },
  { keys: ["s"], what: "Share and take along", action: "share" },
  { keys: ["?"], what: "This list", action: "help" },
];

/** Where keys are text or choose a value: nothing there is a shortcut of one key. */
const FIELDS = ["INPUT", "SELECT", "TEXTAREA"];

/** What the space bar presses. */
const PRESSED = ["BUTTON", "A", "SUMMARY"];

/** Keys that scroll, and the sizes of a box by which it can be scrolled with them. */
/** @type {Record<string, ["scrollWidth", "clientWidth", "overflowX"] | ["scrollHeight", "clientHeight", "overflowY"]>} */
const SCROLLING = {
  ArrowLeft: ["scrollWidth", "clientWidth", "overflowX"],
  ArrowRight: ["scrollWidth", "clientWidth", "overflowX"],
  Home: ["scrollHeight", "clientHeight", "overflowY"],
  End: ["scrollHeight", "clientHeight", "overflowY"],
  " ": ["scrollHeight", "clientHeight", "overflowY"],
};

/** What has the focus only to be scrolled. */
const SCROLLED = ["PRE", "OL", "UL"];

/**
 * What a key asks for, if it asks for anything.
 * @template {string} A
 * @param {KeyboardEvent} event
 * @param {readonly Shortcut<A>[]} shortcuts
 * @param {boolean} [enabled] whether shortcuts of one key are on
 * @returns {A | undefined}
 */
export function actionOf(event, shortcuts, enabled = shortcutsEnabled()) {
  if (event.defaultPrevented || event.isComposing) return undefined;
  // A dialog that is open has the keyboard for itself.
  if (isInDialog(event)) return undefined;
  const path = pathOf(event);
  const mod = event.ctrlKey || event.metaKey;
  // With Caps Lock, a letter comes as a capital.
  const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const key = mod ? `Mod+${pressed}` : pressed;
  const shortcut = shortcuts.find(({ keys }) => keys.includes(key));
  if (!shortcut || event.altKey || (event.repeat && !shortcut.repeats)) return undefined;
  if (!mod && !(enabled && isFree(event, path))) return undefined;
  // Shift is what some keyboards need for a character; of other keys it makes different ones.
  return event.shiftKey && shortcut.keys[0].length !== 1 ? undefined : shortcut.action;
}

/**
 * Whether no control has its own use for the key.
 * @param {KeyboardEvent} event
 * @param {HTMLElement[]} path
 */
function isFree({ key }, path) {
  if (isField(path[0]) || path.some((node) => node.isContentEditable)) return false;
  if (key === " " && path.some((node) => PRESSED.includes(node.tagName))) return false;
  return !(key in SCROLLING) || !(isForScrolling(path[0]) || path.some((node) => scrolls(node, key)));
}

/**
 * Whether an element can have the focus only so that keys scroll it.
 * @param {HTMLElement} element
 */
function isForScrolling(element) {
  return SCROLLED.includes(element.tagName) || element.role === "region";
}

/**
 * Whether a key scrolls an element.
 * @param {HTMLElement} element
 * @param {string} key
 */
function scrolls(element, key) {
  const [all, seen, overflow] = SCROLLING[key];
  return element[all] > element[seen] && /auto|scroll/.test(getComputedStyle(element)[overflow]);
}

/**
 * The elements that a key event passes, from the focus to who listens.
 * @param {KeyboardEvent} event
 */
function pathOf(event) {
  const path = /** @type {HTMLElement[]} */ (event.composedPath());
  const end = path.indexOf(/** @type {HTMLElement} */ (event.currentTarget));
  return end < 0 ? path : path.slice(0, end);
}

/**
 * Whether a key is pressed in an open dialog.
 * @param {KeyboardEvent} event
 */
export function isInDialog(event) {
  // One that was closed in this frame may still have the focus.
  return pathOf(event).some((node) => node.tagName === "DIALOG" && /** @type {HTMLDialogElement} */ (node).open);
}

/** @param {HTMLElement} element */
function isField({ tagName }) {
  return FIELDS.includes(tagName);
}

/** Keys that no field has a use for. */
const NOT_TYPED = /^(Escape|Tab|F\d+)$/;

/**
 * Whether a key is for the field that has the focus, and for nobody else.
 * @param {KeyboardEvent} event
 */
export function isTyped(event) {
  const { ctrlKey, metaKey, altKey, key } = event;
  const [field] = pathOf(event);
  return !ctrlKey && !metaKey && !altKey && !NOT_TYPED.test(key) && field !== undefined && (isField(field) || field.isContentEditable);
}

const STORED = "async-playground.shortcuts";

/** What was chosen, where it could not be stored: it lasts as long as the page. @type {boolean | undefined} */
let chosen;

/** Whether shortcuts of one key are on: another page may have turned them off meanwhile. */
export function shortcutsEnabled() {
  try {
    return chosen ?? localStorage.getItem(STORED) !== "off";
  } catch {
    // Storage may be switched off, or not be allowed in a frame.
    return true;
  }
}

/** @param {boolean} enabled */
export function enableShortcuts(enabled) {
  try {
    if (enabled) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, "off");
    chosen = undefined;
  } catch {
    chosen = enabled;
  }
}
