// What can be taken along from a run: links, files and pictures.
//
// All that compresses, converts or draws is loaded when it is first wanted.

import { html } from "lit";

import { download } from "../export/download.js";
import { formatPage } from "../site/permalink.js";
import { share } from "../views/share.js";

/** @import { ReactiveControllerHost } from "lit" */
/** @import { Address, RunRecord, Scenario } from "../types.js" */
/** @import { Clipboard } from "./clipboard.js" */

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

/** @param {Address} address */
const site = (address) => SITE.href + formatPage(address);

export class Sharing {
  /** Whether the links are looked at. */
  #open = false;
  /** @type {RunRecord | undefined} The run that there is a link to, or cannot be one. */
  #linked = undefined;
  /** @type {string | undefined} The run, as an address carries it. */
  #run = undefined;
  /** @type {string | undefined} Why no address can carry the run. */
  #tooLong = undefined;

  /**
   * @param {ReactiveControllerHost} host
   * @param {Clipboard} clipboard
   * @param {(error: unknown) => void} onError
   */
  constructor(host, clipboard, onError) {
    this.host = host;
    this.clipboard = clipboard;
    this.onError = onError;
  }

  /**
   * Makes a link of a run if links are looked at; the link of the run before is none of this one.
   * @param {RunRecord | undefined} record a run that has ended
   */
  async #link(record) {
    const wanted = this.#open ? record : undefined;
    if (wanted === this.#linked) return;
    [this.#linked, this.#run, this.#tooLong] = [wanted, undefined, undefined];
    if (!wanted) return;
    const { encodeRun } = await import("../record/shared-run.js");
    if (wanted !== this.#linked) return;
    try {
      this.#run = encodeRun(wanted);
    } catch (error) {
      this.#tooLong = error instanceof Error ? error.message : String(error);
    }
    this.host.requestUpdate();
  }

  /**
   * @param {Scenario} scenario
   * @param {Address} address the settings
   * @param {RunRecord | undefined} record
   */
  render(scenario, address, record) {
    this.#attempt(() => this.#link(record));
    const links = {
      address: site(address),
      run: this.#run && record ? site({ scenario: record.scenario, params: {}, run: this.#run }) : undefined,
    };
    const { copied } = this.clipboard;
    return share({
      record,
      scenario,
      address: links.address,
      runAddress: links.run,
      projector: site({ ...address, view: "projector" }),
      tooLong: this.#tooLong,
      copied: copied === links.address ? "address" : copied && copied === links.run ? "run" : undefined,
      onOpen: (open) => {
        this.#open = open;
        this.host.requestUpdate();
      },
      onCopy: (link) => this.clipboard.copy(links[link] ?? ""),
      onDownload: (kind) =>
        this.#attempt(async () => {
          if (!record) return;
          const { type, ending, text } = FILES[kind];
          download(`${record.scenario}.${ending}`, type, await text(record));
        }),
      onPicture: (kind) =>
        this.#attempt(async () => {
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

  /**
   * From the view for a projector to the one that has all.
   * @param {Address} address the settings
   */
  renderWayBack(address) {
    return html`<a class="button plain" href=${site(address)}>Full view</a>`;
  }

  /** @param {() => Promise<void>} act */
  #attempt(act) {
    act().catch(this.onError);
  }
}
