// Obeys the shortcuts. A key is claimed only when something comes of it: the others are the page's.

import { html } from "lit";

import { message } from "../engine/message.js";
import { shortcutsButton } from "../views/shortcuts-button.js";
import { SHORTCUTS, actionOf, enableShortcuts, isInDialog, isTyped, shortcutsEnabled } from "./shortcuts.js";

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */
/** @import { Action, Shortcut } from "./shortcuts.js" */

/** @typedef {{ keys: "element" | "page", others: readonly Shortcut[], hasEditor: boolean }} Keys where keys are heard, what others the page has, and whether the program can be changed */

/** @implements {ReactiveController} */
export class Keyboard {
  /** Where keys are listened for. @type {EventTarget | undefined} */
  #place = undefined;
  /** @type {typeof import("../views/shortcuts.js") | undefined} What lists the shortcuts. */
  #views = undefined;

  /**
   * @param {ReactiveControllerHost & HTMLElement & { renderRoot: HTMLElement | DocumentFragment }} host
   * @param {() => Keys} keys
   * @param {Record<Action, () => boolean>} actions each says whether there was anything to do
   * @param {{ styles: (styles: import("lit").CSSResultGroup) => void, error: (error: unknown) => void }} on
   */
  constructor(host, keys, actions, on) {
    this.host = host;
    this.keys = keys;
    this.actions = actions;
    this.on = on;
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
    const list = this.#views?.shortcuts({
      all: [...SHORTCUTS, ...this.keys().others],
      hasEditor: this.keys().hasEditor,
      enabled: shortcutsEnabled(),
      onEnabled: (enabled) => {
        enableShortcuts(enabled);
        this.host.requestUpdate();
      },
    });
    return html`${shortcutsButton(() => this.open())}${list}`;
  }

  /** Opens the list, if there is a lesson to have one. */
  open() {
    if (!this.host.renderRoot.querySelector(".keyboard")) return false;
    this.#open().catch((error) => this.on.error(new Error(`The list of the shortcuts could not be loaded. Ask for it again. (${message(error)})`)));
    return true;
  }

  async #open() {
    if (!this.#views) {
      this.#views = await import("../views/shortcuts.js");
      this.on.styles(this.#views.shortcutsStyles);
    }
    // Whether single keys are shortcuts may have been chosen elsewhere.
    this.host.requestUpdate();
    await this.host.updateComplete;
    const dialog = /** @type {HTMLDialogElement | null} */ (this.host.renderRoot.querySelector("dialog.shortcuts"));
    if (!dialog?.open) dialog?.showModal();
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
