// What comes to the page piece by piece: the course first, and then what nobody waits for.

import { message } from "../engine/message.js";
import { scenarios } from "../engine/scenarios.js";
import { highlighter } from "../source/highlight.js";

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */
/** @import { Painter } from "../source/highlight.js" */
/** @import { Scenario } from "../types.js" */

/** @implements {ReactiveController} */
export class Parts {
  /** @type {Scenario[] | undefined} All lessons. */
  course = undefined;
  /** @type {unknown} Why there are none. */
  broken = undefined;
  /** @type {typeof import("../views/replay.js") | undefined} What shows a run. */
  views = undefined;
  /** @type {Painter | undefined} What colours the source. */
  paint = undefined;

  /**
   * @param {ReactiveControllerHost} host
   * @param {object} events
   * @param {(views: typeof import("../views/replay.js")) => void} events.onViews
   * @param {(error: unknown) => void} events.onBroken
   * @param {(error: unknown) => void} events.onError
   */
  constructor(host, { onViews, onBroken, onError }) {
    this.host = host;
    this.onViews = onViews;
    this.onBroken = onBroken;
    this.onError = onError;
    host.addController(this);
  }

  hostConnected() {
    if (!this.course) this.load();
  }

  /** Loads the programs, and what is said about them; what went wrong before is tried again. */
  async load() {
    this.broken = undefined;
    this.host.requestUpdate();
    try {
      this.course = await scenarios();
    } catch (error) {
      this.broken = error;
      this.onBroken(error);
    }
    this.host.requestUpdate();
  }

  /** Loads the rest. What could not be loaded is said; the next call tries again. */
  furnish() {
    const get = (/** @type {string} */ what, /** @type {Promise<void>} */ part) =>
      part.then(
        () => this.host.requestUpdate(),
        (error) => this.onError(new Error(`${what} could not be loaded. The next run tries again. (${message(error)})`)),
      );
    if (!this.views) get("What shows a run", import("../views/replay.js").then((views) => this.onViews((this.views = views))));
    if (!this.paint) get("What colours the source", highlighter().then((paint) => void (this.paint = paint)));
  }
}
