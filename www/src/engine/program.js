// A program on the browser's event loop, in an instance of its own: what ends one ends no other.

import { SLICE } from "../record/live.js";
import { turn } from "../turn.js";
import { Instance } from "./instance.js";
import { start } from "./runnable.js";
import { startThread } from "./thread.js";

/** @import { LiveRecord } from "../record/live.js" */
/** @import { RecordHead, RunEvent } from "../types.js" */
/** @import { Glue } from "./instance.js" */
/** @import { Runnable, Wasm } from "./runnable.js" */

export class Program {
  /** Resolves when nothing of it is alive any more, or when its instance is lost. @type {Promise<void>} */
  ended;
  /** @type {Instance<Wasm>} */
  #instance;
  /** @type {Worker[]} */
  #threads = [];
  /** What an instance that is lost could still tell: slices of events that are to be read, and the head. */
  #left = /** @type {{ slices: string[], head: Partial<RecordHead> } | undefined} */ (undefined);

  /**
   * Starts it. Throws if the scenario, a parameter or the speed is not allowed.
   * @param {Glue<Wasm>} glue
   * @param {Runnable} runnable
   * @param {number | string} speed
   * @param {LiveRecord} live takes in what is read of it
   */
  constructor(glue, runnable, speed, live) {
    this.live = live;
    /** @type {PromiseWithResolvers<void>} */
    const { promise, resolve } = Promise.withResolvers();
    this.ended = promise;
    this.#instance = new Instance(glue, runnable, (words) => {
      this.#save(words);
      resolve();
    });
    const startWorker = (/** @type {number} */ index, /** @type {number} */ speed) => {
      const thread = startThread();
      this.#threads.push(thread);
      thread.postMessage({ module: runnable.module, pieces: runnable.pieces, glue: runnable.glue, call: { index, speed } });
      return thread;
    };
    const over = this.#instance.call((wasm) => start(wasm, runnable, speed, startWorker));
    Object.assign(live.record, this.#ask(() => this.#head()));
    over.then(resolve);
  }

  /**
   * Reads the next slice of its events. None: all that have happened so far are read.
   * @returns {RunEvent[]}
   */
  read() {
    const asked = this.#ask(() => this.#slice(this.live.replay.length));
    // It may have been lost by being asked.
    const events = JSON.parse(asked ?? this.#left?.slices.shift() ?? "[]");
    this.live.add(events);
    return events;
  }

  /**
   * Reads all that is left to read of it, once it has ended. A run may end with very many events: the page gets a turn
   * after each slice.
   * @param {(events: RunEvent[]) => void} [onMore] is given each slice
   */
  async finish(onMore) {
    for (let events = this.read(); events.length > 0; events = this.read()) {
      onMore?.(events);
      if (events.length === SLICE) await turn();
    }
    this.live.end(this.#ask(() => this.#head()) ?? this.#left?.head ?? {});
  }

  /** Drops all that is left of it; its record says "stopped". */
  stop() {
    this.#ask(() => this.#instance.call((wasm) => wasm.stop()));
  }

  /** Lets go of its memory and its threads. */
  end() {
    this.#instance.end();
    for (const thread of this.#threads) thread.terminate();
  }

  /**
   * Asks the instance. Nothing comes back of one that is lost, be it by that.
   * @template T
   * @param {() => T} act
   */
  #ask(act) {
    if (this.#left) return undefined;
    try {
      return act();
    } catch {
      return undefined;
    }
  }

  /** @param {number} from */
  #slice(from) {
    return this.#instance.call((wasm) => wasm.events(from, SLICE));
  }

  /** @returns {RecordHead} */
  #head() {
    return JSON.parse(this.#instance.call((wasm) => wasm.head()) ?? "");
  }

  /**
   * Takes from an instance that is lost what it can still tell. What it cannot, because it is lost once more by that,
   * follows from the events.
   * @param {string} words why it is lost
   */
  #save(words) {
    /** @type {string[]} */
    const slices = [];
    const left = { slices, head: /** @type {Partial<RecordHead>} */ ({ outcome: "failed", error: words }) };
    this.#left = left;
    const from = this.live.replay.length;
    const read = (/** @type {number} */ slice) => {
      for (; ; slice += 1) {
        const events = this.#slice(from + slice * SLICE);
        if (events === "[]") break;
        slices[slice] = events;
      }
    };
    try {
      read(0);
      // It is told last that it has failed: that takes memory, which there may not be. It may be two events more.
      this.#instance.call((wasm) => wasm.fail(words));
      read(Math.max(0, slices.length - 1));
      left.head = this.#head();
    } catch {
      // There is no more.
    }
  }
}
