// Runs that were made elsewhere: of a link, or of whoever sets the record. They are checked, and shown without running.

import { message } from "../engine/message.js";
import { course, find } from "../engine/scenarios.js";
import { fromBase64Url } from "../record/base64url.js";
import { nameOf, textAt } from "../engine/text-at.js";
import { ShownRun } from "./shown-run.js";

/** @import { LiveRecord } from "../record/live.js" */
/** @import { RunRecord } from "../types.js" */
/** @import { Foreseen, Wish } from "./foresight.js" */

export class Recorded {
  /** @type {object | undefined} What is to be shown, while it is fetched and checked. */
  #wanted = undefined;

  /**
   * @param {object} page
   * @param {() => string} page.scenario the lesson of this moment
   * @param {(wish: Wish) => Foreseen} page.choose takes over the settings of a run
   * @param {(run: ShownRun | undefined) => void} page.show
   * @param {(record: RunRecord) => void} page.onMore a record has grown by a part that is to be read at once
   */
  constructor(page) {
    this.page = page;
  }

  /**
   * Begins to want something, in place of what was wanted before.
   * @returns {() => boolean} whether it still is: nothing else is wanted, and the lesson is the same
   */
  want() {
    const scenario = this.page.scenario();
    const want = {};
    this.#wanted = want;
    return () => want === this.#wanted && scenario === this.page.scenario();
  }

  /**
   * Shows a record; nothing, if there is none. Rejects if the views could not trust it.
   * @param {unknown} given
   */
  async set(given) {
    const wanted = this.want();
    if (given === undefined || given === null) {
      this.page.show(undefined);
      return;
    }
    const { checkRecord } = await import("../record/check.js");
    if (wanted()) await this.#show(await checkRecord(given, this.page.onMore), wanted);
  }

  /**
   * Shows the run in a file. Rejects if there is none, with its address.
   * @param {string} address
   * @param {(record: RunRecord) => void} adopt is told of it before it is shown: the page may take over its lesson
   */
  async fetch(address, adopt) {
    let wanted = this.want();
    try {
      const { MOST_BYTES, checkRecord } = await import("../record/check.js");
      const text = await textAt(address, "run", MOST_BYTES);
      const given = parse(text, address);
      const live = await checkRecord(given, this.page.onMore).catch((error) => Promise.reject(notShown(address, error)));
      if (!wanted()) return;
      adopt(live.record);
      wanted = this.want();
      await this.#show(live, wanted).catch((error) => Promise.reject(notShown(address, error)));
    } catch (error) {
      if (wanted()) throw error;
    }
  }

  /**
   * Shows a run that was shared. Rejects if it is none.
   * @param {string} shared as `encodeRun` of shared-run.js makes it
   * @param {AbortSignal} [signal] aborted, it is not shown any more
   */
  async open(shared, signal) {
    const wanted = this.want();
    const stillWanted = () => wanted() && !signal?.aborted;
    const { decodeRun } = await import("../record/shared-run.js");
    if (stillWanted()) await this.#show(await decodeRun(shared, undefined, this.page.onMore), stillWanted);
  }

  /**
   * @param {LiveRecord} live
   * @param {() => boolean} wanted
   */
  async #show(live, wanted) {
    const { record } = live;
    await course();
    if (!wanted()) return;
    const id = this.page.scenario();
    const scenario = find(id);
    if (record.scenario !== id || !scenario) {
      throw new Error(`this run is one of "${record.scenario}": here only one of "${id}" can be shown`);
    }
    const params = Object.entries(record.params).map(([name, value]) => [name, String(value)]);
    const { source, program } = record;
    const foreseen = this.page.choose({
      scenario: id,
      params: Object.fromEntries(params),
      speed: String(record.speed),
      source,
      program: program === undefined ? undefined : fromBase64Url(program),
    });
    this.page.show(new ShownRun({ scenario, foreseen: foreseen.keep(), live }));
  }
}

/**
 * @param {string} text
 * @param {string} address
 */
function parse(text, address) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${nameOf(address, "run")} is no JSON`);
  }
}

/**
 * @param {string} address
 * @param {unknown} error
 */
function notShown(address, error) {
  return new Error(`${nameOf(address, "run")} cannot be shown: ${message(error)}`);
}
