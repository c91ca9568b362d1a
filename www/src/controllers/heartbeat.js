// The page's own heartbeat: animation frames, and the longest gap between two of them.
//
// While the loop is blocked no frame comes, the dot stands still, and the gap says
// for how long it did.

import { html } from "lit";
import { ref } from "lit/directives/ref.js";

/** @import { ReactiveControllerHost } from "lit" */

/** How long the dot takes from one end to the other. */
const BEAT_MS = 1000;

/** How often the page is drawn anew while nothing but time passes. */
const DRAW_MS = 50;

/** This close to a deadline it is not: the timer would have to wait until that is done. */
const CLEAR_MS = 30;

/** The frames during one run. */
export class Heartbeat {
  /** @type {number | undefined} */
  #frame = undefined;
  /** When the last frame came. */
  #before = 0;
  /** Whether the tab was hidden at any time since then. */
  #wasHidden = false;
  /** @type {Element | undefined} */
  #dot = undefined;

  /** @param {Pick<ReactiveControllerHost, "requestUpdate">} host who shows the run, and whose owner ends this when the run ends */
  constructor(host) {
    this.host = host;
    /** The longest time between two frames so far, in milliseconds. */
    this.longest_ms = 0;
    /** Since the run began, at the last frame. */
    this.elapsed_ms = 0;
  }

  /**
   * Begins to watch.
   * @param {() => number} due when the next deadline comes, in milliseconds since the run began
   */
  start(due) {
    const began = performance.now();
    this.#before = began;
    this.#wasHidden = document.hidden;
    document.addEventListener("visibilitychange", this.#hide);
    let drawn = began;
    const beat = () => {
      this.#count();
      const now = this.#before;
      this.elapsed_ms = now - began;
      this.#move(((now - began) % (2 * BEAT_MS)) / BEAT_MS);
      if (now - drawn >= DRAW_MS && Math.abs(due() - this.elapsed_ms) >= CLEAR_MS) {
        drawn = now;
        this.host.requestUpdate();
      }
      this.#frame = requestAnimationFrame(beat);
    };
    this.#frame = requestAnimationFrame(beat);
  }

  /**
   * Ends watching, when the run ends. What has passed since the last frame counts: a run
   * that blocks the loop until its end gets no frame any more. The figures stay.
   */
  end() {
    if (this.#frame === undefined) return;
    cancelAnimationFrame(this.#frame);
    document.removeEventListener("visibilitychange", this.#hide);
    this.#frame = undefined;
    this.#count();
  }

  /** Counts what has passed since the last frame. A hidden tab gets no frames: that is no block. */
  #count() {
    const now = performance.now();
    if (!this.#wasHidden) this.longest_ms = Math.max(this.longest_ms, now - this.#before);
    this.#before = now;
    this.#wasHidden = document.hidden;
  }

  #hide = () => {
    this.#wasHidden = true;
  };

  /**
   * Moves the dot, unless the reader wants nothing to slide.
   * @param {number} phase 0 to 1 on the way there, 1 to 2 on the way back
   */
  #move(phase) {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const way = phase < 1 ? phase : 2 - phase;
    if (this.#dot instanceof SVGElement) this.#dot.setAttribute("cx", String(5 + way * 54));
  }

  render() {
    return html`<div class="heartbeat">
      <dt>longest gap between two frames</dt>
      <dd>
        <span>${`${Math.round(this.longest_ms)} ms`}</span>
        <svg viewBox="0 0 64 12" width="64" height="12" aria-hidden="true">
          <line x1="5" x2="59" y1="6" y2="6" stroke="var(--line)" stroke-width="2" stroke-linecap="round" />
          <circle ${ref((dot) => (this.#dot = dot))} cx="5" cy="6" r="4" fill="var(--now)" />
        </svg>
      </dd>
    </div>`;
  }
}
