// Obeys the shortcuts. A key is claimed only when something comes of it: the others are the page's.

import { shortcuts } from "../views/shortcuts.js";
import { actionOf, enableShortcuts, isInDialog, isTyped, shortcutsEnabled } from "./shortcuts.js";

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */
/** @import { Action } from "./shortcuts.js" */

/** @implements {ReactiveController} */
export class Keyboard {
  /** Whether single keys are shortcuts. */
  enabled = shortcutsEnabled();

  /**
   * @param {ReactiveControllerHost & HTMLElement} host
   * @param {Record<Action, () => boolean>} actions each says whether there was anything to do
   */
  constructor(host, actions) {
    this.host = host;
    this.actions = actions;
    host.addController(this);
  }

  hostConnected() {
    this.host.addEventListener("keydown", this.#onKey);
  }

  hostDisconnected() {
    this.host.removeEventListener("keydown", this.#onKey);
  }

  render() {
    return shortcuts({
      enabled: this.enabled,
      onEnabled: (enabled) => {
        this.enabled = enabled;
        enableShortcuts(enabled);
        this.host.requestUpdate();
      },
    });
  }

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    const action = actionOf(event, this.enabled);
    const acted = action !== undefined && this.actions[action]();
    if (acted) event.preventDefault();
    // Host pages have their own use for keys: mdBook's arrows turn pages.
    if (acted || isTyped(event) || isInDialog(event)) event.stopPropagation();
  };
}
