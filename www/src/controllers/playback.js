// Where in the run the reader looks: at which event, at which part of the time, how fast it plays.

import { Player } from "./player.js";

/** @import { ReactiveControllerHost } from "lit" */
/** @import { RunEvent } from "../types.js" */
/** @import { Window } from "../views/timeline/scale.js" */
/** @import { ShownRun } from "./shown-run.js" */

export class Playback {
  /** @type {ShownRun | undefined} */
  #run = undefined;
  /** @type {number | undefined} How many events the views show; none: all there are. */
  #n = undefined;
  #player;

  /** How fast it plays, against the time that the run took. */
  rate = 1;
  /** @type {Window | undefined} The part of the time that the timeline shows; none: all. */
  window = undefined;
  /** Whether the timeline draws who woke whom. */
  links = false;

  /**
   * @param {ReactiveControllerHost} host
   * @param {() => void} onMove told when the cursor has moved
   */
  constructor(host, onMove) {
    this.host = host;
    this.onMove = onMove;
    this.#player = new Player(host, (n) => this.#go(n));
  }

  /**
   * Looks at another run, from its end.
   * @param {ShownRun | undefined} run
   */
  follow(run) {
    this.#player.pause();
    [this.#run, this.#n, this.window] = [run, undefined, undefined];
    this.host.requestUpdate();
  }

  /** The run has ended: its numbers may be others than while it went on. */
  end() {
    this.follow(this.#run);
  }

  get playing() {
    return this.#player.playing;
  }

  /** How many events there are. */
  get length() {
    return this.#run?.replay.length ?? 0;
  }

  /** How many events the views show. */
  get n() {
    return this.#n ?? this.length;
  }

  /** @param {number} n */
  moveTo(n) {
    this.#player.pause();
    this.#go(Math.min(Math.max(n, 0), this.length));
  }

  /**
   * Shows the next event of a source line; after the last one, the first.
   * @param {number} line
   */
  moveToLine(line) {
    const events = this.#run?.record.events ?? [];
    const isOn = (/** @type {RunEvent} */ event) => "line" in event && event.line === line;
    const next = events.findIndex((event, index) => index >= this.n && isOn(event));
    const found = next < 0 ? events.findIndex(isOn) : next;
    if (found >= 0) this.moveTo(found + 1);
  }

  playOrPause() {
    if (this.playing) this.#player.pause();
    else if (this.#run) this.#player.play(this.#run.record, this.n, this.rate);
  }

  /** What the views show, and what they may change in it. */
  get look() {
    const { n, playing, rate, window, links } = this;
    return {
      n,
      playing,
      rate,
      window,
      links,
      onCursor: (/** @type {number} */ n) => this.moveTo(n),
      onPlayOrPause: () => this.playOrPause(),
      onRate: (/** @type {number} */ rate) => {
        this.rate = rate;
        if (this.playing && this.#run) this.#player.play(this.#run.record, this.n, rate);
        this.host.requestUpdate();
      },
      onWindow: (/** @type {Window | undefined} */ window) => {
        this.window = window;
        this.host.requestUpdate();
      },
      onLinks: (/** @type {boolean} */ links) => {
        this.links = links;
        this.host.requestUpdate();
      },
    };
  }

  /** @param {number} n */
  #go(n) {
    this.#n = n;
    this.onMove();
  }
}
