// Where a loader is on the page (src/loader), an element sleeps until a reader comes near: it is defined and set, and
// draws, fetches and runs nothing. Without a loader it never sleeps.

import { frame } from "../turn.js";

/** @typedef {(element: Element, wake: (pressed: boolean) => void) => void} Loader calls `wake` when the element is wanted: `pressed`, by its Run button */

/** Who draws in this frame, and when it is over for all who wait for it. @type {{ host: Element, over: Promise<unknown> } | undefined} */
let drawing;

/** @returns {Loader | undefined} */
const loader = () => /** @type {any} */ (globalThis)[Symbol.for("async-playground.loader")];

export class Sleep {
  /** Whether it goes on. */
  isDeep = true;
  #hasSlept = false;
  #isPressed = false;

  /**
   * @param {HTMLElement} host
   * @param {{ onWake: () => void, onPress: () => void }} events `onWake`: it is over, and the host is in a page; `onPress`: Run was pressed, and is told by `takePress` as well
   */
  constructor(host, { onWake, onPress }) {
    this.host = host;
    this.onWake = onWake;
    this.onPress = onPress;
  }

  /** The host has come into a page. */
  begin() {
    const wait = loader();
    if (!this.isDeep) this.onWake();
    else if (!wait) this.end();
    else {
      this.#hasSlept = true;
      wait(this.host, (pressed) => {
        this.#isPressed ||= pressed;
        this.end();
        if (pressed) this.onPress();
      });
    }
  }

  /** Something is asked of the host. */
  end() {
    if (!this.isDeep) return;
    this.isDeep = false;
    if (this.host.isConnected) this.onWake();
  }

  /**
   * When it is the host's turn to draw itself, unless that is now. No two that have slept do so in one frame: ten that are
   * woken together, or hear of the same file, would hold up the page.
   */
  get turn() {
    if (!this.#hasSlept || drawing?.host === this.host) return undefined;
    const before = drawing?.over;
    const mine = { host: this.host, over: Promise.resolve(before).then(frame) };
    drawing = mine;
    mine.over.then(() => {
      if (drawing === mine) drawing = undefined;
    });
    return before;
  }

  /** Whether Run was pressed meanwhile; it is told once. */
  takePress() {
    const isPressed = this.#isPressed;
    this.#isPressed = false;
    return isPressed;
  }
}
