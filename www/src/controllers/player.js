// Plays a record: the cursor follows the run's own time.

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */
/** @import { RunEvent } from "../types.js" */

/** With reduced motion nothing slides: each event stands for this long, at the rate of 1. */
const CALM_MS = 1000;

/** @implements {ReactiveController} */
export class Player {
  /** @type {number | undefined} */
  #frame = undefined;

  /**
   * @param {ReactiveControllerHost} host
   * @param {(n: number) => void} onCursor called whenever another event is reached
   */
  constructor(host, onCursor) {
    this.host = host;
    this.onCursor = onCursor;
    host.addController(this);
  }

  hostDisconnected() {
    this.pause();
  }

  get playing() {
    return this.#frame !== undefined;
  }

  /**
   * Plays on from a cursor; from the end, it begins again.
   * @param {{ events: readonly RunEvent[] }} record
   * @param {number} from
   * @param {number} rate 2 plays twice as fast as it ran
   */
  play({ events }, from, rate) {
    this.pause();
    const first = from < events.length ? from : 0;
    const start_ms = events[first - 1]?.at_ms ?? 0;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const began = performance.now();
    let n = first;
    const move = () => {
      const passed_ms = (performance.now() - began) * rate;
      const before = n;
      const isReached = (/** @type {number} */ next) =>
        calm ? (next + 1 - first) * CALM_MS <= passed_ms : events[next].at_ms <= start_ms + passed_ms;
      while (n < events.length && isReached(n)) n += 1;
      if (n > before) this.onCursor(n);
      if (n < events.length) this.#frame = requestAnimationFrame(move);
      else this.pause();
    };
    this.#frame = requestAnimationFrame(move);
    if (first !== from) this.onCursor(first);
    this.host.requestUpdate();
  }

  pause() {
    if (this.#frame === undefined) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.host.requestUpdate();
  }
}
