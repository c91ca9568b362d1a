import assert from "node:assert/strict";
import { test } from "node:test";

import { modifier } from "../src/controllers/modifier.js";
import { SHORTCUTS, actionOf, enableShortcuts, shortcutsEnabled } from "../src/controllers/shortcuts.js";

/** A keydown of `key` on elements of these names, the innermost first. */
function press(key, { on = ["DIV"], enabled = true, editable = false, open = true, ...event } = {}) {
  const path = [...on.map((tagName) => ({ tagName, isContentEditable: editable, open })), { nodeType: 9 }, {}];
  return actionOf({ key, composedPath: () => path, ...event }, SHORTCUTS, enabled);
}

test("each key of the table does what it says", () => {
  for (const { keys, action } of SHORTCUTS) {
    for (const key of keys) {
      const plain = key.replace(/^Mod\+/, "");
      assert.equal(press(plain, { ctrlKey: plain !== key }), action, key);
    }
  }
  assert.equal(press("Enter", { metaKey: true }), "run");
  assert.equal(press("?", { shiftKey: true }), "help");
  assert.equal(press("C", {}), "compare");
});

test("no key has two meanings", () => {
  const keys = SHORTCUTS.flatMap((shortcut) => shortcut.keys);
  assert.equal(new Set(keys).size, keys.length);
});

test("a key in a field is text, and never a shortcut", () => {
  const single = SHORTCUTS.flatMap(({ keys }) => keys).filter((key) => !key.startsWith("Mod+"));
  for (const field of ["INPUT", "SELECT", "TEXTAREA"]) {
    for (const key of single) assert.equal(press(key, { on: [field, "DIV"] }), undefined, `${key} in ${field}`);
    assert.equal(press("Enter", { on: [field], ctrlKey: true }), "run");
  }
  for (const key of single) assert.equal(press(key, { editable: true }), undefined, key);
});

test("the space bar presses what has the focus", () => {
  for (const control of ["BUTTON", "A", "SUMMARY"]) {
    assert.equal(press(" ", { on: ["SPAN", control] }), undefined, control);
    assert.equal(press("ArrowLeft", { on: [control] }), "previous");
  }
  assert.equal(press(" "), "play");
});

test("turned off, single keys do nothing, and Ctrl with Enter still runs", () => {
  for (const { keys } of SHORTCUTS.slice(1)) assert.equal(press(keys[0], { enabled: false }), undefined, keys[0]);
  assert.equal(press("Enter", { enabled: false, ctrlKey: true }), "run");
});

test("keys of the browser and of others are left alone", () => {
  assert.equal(press("c", { ctrlKey: true }), undefined);
  assert.equal(press("0", { metaKey: true }), undefined);
  assert.equal(press("ArrowLeft", { altKey: true }), undefined);
  assert.equal(press("ArrowLeft", { shiftKey: true }), undefined);
  assert.equal(press("Enter"), undefined);
  assert.equal(press("x"), undefined);
  assert.equal(press("s", { defaultPrevented: true }), undefined);
  assert.equal(press("s", { isComposing: true }), undefined);
  assert.equal(press("Escape", { on: ["BUTTON", "DIALOG"] }), undefined);
  assert.equal(press("Escape", { on: ["DIALOG"], open: false }), "stop");
});

test("a key held down steps on, and does not run again and again", () => {
  assert.equal(press("ArrowRight", { repeat: true }), "next");
  assert.equal(press("Enter", { ctrlKey: true, repeat: true }), undefined);
  assert.equal(press("c", { repeat: true }), undefined);
});

test("the choice is remembered, and where it cannot be, it lasts as long as the page", (context) => {
  const stored = new Map();
  const storage = {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => stored.set(key, value),
    removeItem: (key) => stored.delete(key),
  };
  const before = Object.getOwnPropertyDescriptor(globalThis, "localStorage");
  context.after(() => (before ? Object.defineProperty(globalThis, "localStorage", before) : delete globalThis.localStorage));
  const give = (get) => Object.defineProperty(globalThis, "localStorage", { get, configurable: true });

  give(() => storage);
  assert.equal(shortcutsEnabled(), true);
  enableShortcuts(false);
  assert.equal(shortcutsEnabled(), false);
  enableShortcuts(true);
  assert.equal(shortcutsEnabled(), true);
  assert.equal(stored.size, 0);

  give(() => {
    throw new DOMException("denied", "SecurityError");
  });
  assert.equal(shortcutsEnabled(), true);
  enableShortcuts(false);
  assert.equal(shortcutsEnabled(), false);

  // What one page has stored, all of them know.
  give(() => storage);
  enableShortcuts(true);
  stored.set("async-playground.shortcuts", "off");
  assert.equal(shortcutsEnabled(), false);
});

test("the key that is held down has the name that it has on the machine", () => {
  const machines = [
    [{ userAgentData: { platform: "macOS" }, platform: "MacIntel" }, "⌘"],
    [{ platform: "MacIntel" }, "⌘"],
    [{ platform: "iPhone" }, "⌘"],
    [{ userAgentData: { platform: "Windows" }, platform: "Win32" }, "Ctrl"],
    [{ platform: "Linux x86_64" }, "Ctrl"],
    [{}, "Ctrl"],
  ];
  for (const [machine, name] of machines) assert.equal(modifier(machine), name, JSON.stringify(machine));
});
