// What can be taken along from a run: links, files and pictures.
//
// All that compresses, converts or draws is loaded when it is first wanted.

import { download } from "../export/download.js";
import { formatAddress } from "../site/permalink.js";
import { share } from "../views/share.js";

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */
/** @import { Address, RunRecord, Scenario } from "../types.js" */

/** The site, in a folder of which this module stands. The bundler must not take it for a file of ours. */
const SITE = new URL(/* @vite-ignore */ "..", import.meta.url);

/** @type {Record<string, { type: string, ending: string, text: (record: RunRecord) => Promise<string> }>} */
const FILES = {
  json: {
    type: "application/json",
    ending: "json",
    text: async (record) => JSON.stringify(record),
  },
  csv: {
    type: "text/csv",
    ending: "csv",
    text: async (record) => (await import("../export/csv.js")).toCsv(record),
  },
  trace: {
    type: "application/json",
    ending: "trace.json",
    text: async (record) => JSON.stringify((await import("../export/chrome-trace.js")).toChromeTrace(record)),
  },
};

/** How wide a picture of the timeline is, and how many pixels of a PNG make one of it. */
const PICTURE = { width: 1200, scale: 2 };

/** @implements {ReactiveController} */
export class Sharing {
  /**
   * @param {ReactiveControllerHost} host
   * @param {(error: unknown) => void} onError
   */
  constructor(host, onError) {
    this.host = host;
    this.onError = onError;
    host.addController(this);
    /** Whether the links are looked at. */
    this.open = false;
    /** @type {string | undefined} The run, as an address carries it. */
    this.run = undefined;
    /** @type {string | undefined} Why no address can carry the run. */
    this.tooLong = undefined;
    /** @type {"address" | "run" | undefined} */
    this.copied = undefined;
  }

  hostConnected() {}

  /**
   * Forgets the link of the run before, and makes one of this run if links are looked at.
   * @param {RunRecord | undefined} record a run that has ended
   */
  async link(record) {
    this.run = undefined;
    this.tooLong = undefined;
    this.copied = undefined;
    if (!record || !this.open) return;
    const { encodeRun } = await import("../record/shared-run.js");
    try {
      this.run = encodeRun(record);
    } catch (error) {
      this.tooLong = error instanceof Error ? error.message : String(error);
    }
    this.host.requestUpdate();
  }

  /**
   * @param {Scenario} scenario
   * @param {Address} address the settings
   * @param {RunRecord | undefined} record
   */
  render(scenario, address, record) {
    const site = (/** @type {Address} */ address) => SITE.href + formatAddress(address, { speed: "1" });
    const links = {
      address: site(address),
      run: this.run && record ? site({ scenario: record.scenario, params: {}, run: this.run }) : undefined,
    };
    return share({
      record,
      scenario,
      address: links.address,
      runAddress: links.run,
      tooLong: this.tooLong,
      copied: this.copied,
      onOpen: (open) => {
        this.open = open;
        if (!this.run) this.attempt(() => this.link(record));
      },
      onCopy: (link) =>
        this.attempt(async () => {
          await navigator.clipboard.writeText(links[link] ?? "");
          this.copied = link;
          this.host.requestUpdate();
        }),
      onDownload: (kind) =>
        this.attempt(async () => {
          if (!record) return;
          const { type, ending, text } = FILES[kind];
          download(`${record.scenario}.${ending}`, type, await text(record));
        }),
      onPicture: (kind) =>
        this.attempt(async () => {
          if (!record) return;
          const { timelineSvg } = await import("../views/timeline/picture.js");
          const theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
          const svg = timelineSvg(record, { width: PICTURE.width, theme });
          if (kind === "svg") return download(`${record.scenario}.svg`, "image/svg+xml", svg);
          const { picturePng } = await import("../export/picture.js");
          download(`${record.scenario}.png`, "image/png", await picturePng(svg, PICTURE.scale));
        }),
    });
  }

  /** @param {() => Promise<void>} act */
  attempt(act) {
    act().catch(this.onError);
  }
}
