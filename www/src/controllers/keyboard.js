// Obeys the shortcuts. A key is claimed only when something comes of it: the others are the page's.

import { shortcuts } from "../views/shortcuts.js";
import { SHORTCUTS, actionOf, enableShortcuts, isInDialog, isTyped, shortcutsEnabled } from "./shortcuts.js";

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */
/** @import { Action, Shortcut } from "./shortcuts.js" */

/** @typedef {{ keys: "element" | "page", others: readonly Shortcut[] }} Keys where keys are heard, and what others the page has */

/** @implements {ReactiveController} */
export class Keyboard {
  /** Where keys are listened for. @type {EventTarget | undefined} */
  #place = undefined;

  /**
   * @param {ReactiveControllerHost & HTMLElement & { renderRoot: HTMLElement | DocumentFragment }} host
   * @param {() => Keys} keys
   * @param {Record<Action, () => boolean>} actions each says whether there was anything to do
   */
  constructor(host, keys, actions) {
    this.host = host;
    this.keys = keys;
    this.actions = actions;
    host.addController(this);
  }

  hostConnected() {
    this.#listen();
  }

  hostUpdate() {
    this.#listen();
  }

  hostDisconnected() {
    this.#listen();
  }

  render() {
    return shortcuts({
      all: [...SHORTCUTS, ...this.keys().others],
      enabled: shortcutsEnabled(),
      onOpen: () => this.open(),
      onEnabled: (enabled) => {
        enableShortcuts(enabled);
        this.host.requestUpdate();
      },
    });
  }

  /** Opens the list. */
  open() {
    // Whether single keys are shortcuts may have been chosen elsewhere.
    this.host.requestUpdate();
    const dialog = /** @type {HTMLDialogElement | null} */ (this.host.renderRoot.querySelector("dialog.shortcuts"));
    dialog?.showModal();
    return dialog !== null;
  }

  /** Listens where keys are to be heard, and nowhere when the element has left the page. */
  #listen() {
    const place = !this.host.isConnected ? undefined : this.keys().keys === "page" ? document : this.host;
    if (place === this.#place) return;
    this.#place?.removeEventListener("keydown", this.#onKey);
    place?.addEventListener("keydown", this.#onKey);
    this.#place = place;
  }

  /** @param {Event} pressed */
  #onKey = (pressed) => {
    const event = /** @type {KeyboardEvent} */ (pressed);
    const action = actionOf(event, SHORTCUTS);
    const acted = action !== undefined && this.actions[action]();
    if (acted) event.preventDefault();
    // Host pages have their own use for keys: mdBook's arrows turn pages. A page that gives all keys has none.
    if (this.#place === this.host && (acted || isTyped(event) || isInDialog(event))) event.stopPropagation();
  };
}
