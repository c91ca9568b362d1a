// A program on the browser's event loop, in an instance of its own: what ends one ends no other.

import { LiveRecord } from "../record/live.js";
import { Instance } from "./instance.js";
import { startThread } from "./thread.js";

/** @import { RunEvent, RunRecord } from "../types.js" */

/** Events that are read at once: more would make the run's timers late. */
const EVENTS = 2000;

export class Program {
  /** Resolves when nothing of it is alive any more, or when its instance is lost. @type {Promise<RunRecord>} */
  ended;
  /** All that have been read. @type {RunEvent[]} */
  events = [];
  /** @type {Instance} */
  #instance;
  /** @type {Worker[]} */
  #threads = [];
  /** What the record said at first. @type {RunRecord | undefined} */
  #begun;

  /**
   * Starts it. Throws if the scenario, a parameter or the speed is not allowed.
   * @param {WebAssembly.Module} module
   * @param {string} id
   * @param {Record<string, unknown>} params
   * @param {number | string} speed
   */
  constructor(module, id, params, speed) {
    /** @type {PromiseWithResolvers<RunRecord>} */
    const { promise, resolve, reject } = Promise.withResolvers();
    this.ended = promise;
    this.#instance = new Instance(module, (words) => {
      const record = this.#remains(words);
      if (record) resolve(record);
      else reject(new Error(words));
    });
    const startWorker = (/** @type {number} */ index, /** @type {number} */ speed) => {
      const thread = startThread();
      this.#threads.push(thread);
      thread.postMessage({ module, call: { index, speed } });
      return thread;
    };
    const over = this.#instance.call((wasm) => wasm.run(id, params, speed, startWorker));
    this.#begun = this.#ask(() => this.#record());
    over.then(() => this.#ask(() => resolve(this.#record())));
  }

  /** The events that have happened since the last call, or some of them. */
  read() {
    return this.#ask(() => this.#read()) ?? [];
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
   * Asks the instance. If that is lost by it, the program has ended with what remains.
   * @template T
   * @param {() => T} act
   */
  #ask(act) {
    try {
      return act();
    } catch {
      return undefined;
    }
  }

  #read() {
    const json = this.#instance.call((wasm) => wasm.events(this.events.length, EVENTS));
    /** @type {RunEvent[]} */
    const events = JSON.parse(json ?? "[]");
    this.events.push(...events);
    return events;
  }

  /** @returns {RunRecord} */
  #record() {
    return JSON.parse(this.#instance.call((wasm) => wasm.record()) ?? "");
  }

  /**
   * The record of a program whose instance is lost: by its own word, or else of the events that could be read.
   * @param {string} words
   * @returns {RunRecord | undefined}
   */
  #remains(words) {
    try {
      // First, and piece by piece: a whole record takes memory that there may not be.
      while (this.#read().length > 0);
      this.#instance.call((wasm) => wasm.fail(words));
      return this.#record();
    } catch {
      return this.#begun && failed(this.#begun, this.events, words);
    }
  }
}

/**
 * A record of no more than its events.
 * @param {RunRecord} begun what it said at first
 * @param {RunEvent[]} events
 * @param {string} error
 * @returns {RunRecord}
 */
function failed(begun, events, error) {
  const live = new LiveRecord(begun.scenario, {}, begun.speed);
  for (const event of events) live.push(event);
  live.take();
  const { elapsed_ms, log } = live.record;
  const { lanes } = live.replay.at(events.length);
  const tasks = live.record.tasks.map((task, at) => ({ ...task, state: lanes[at].state, polls: lanes[at].polls }));
  const sampled = { tasks_total: tasks.length, tasks_recorded: tasks.length };
  return { ...begun, outcome: "failed", error, elapsed_ms, tasks, log, events, sampled };
}
