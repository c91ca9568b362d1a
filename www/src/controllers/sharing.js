// What can be taken along from a run: links, files and pictures.
//
// All but the button that opens it is loaded when it is first wanted.

import { html } from "lit";

import { formatPage } from "../site/permalink.js";
import { share } from "../views/share.js";

/** @import { ReactiveControllerHost } from "lit" */
/** @import { Address, RunRecord, Scenario } from "../types.js" */
/** @import { Clipboard } from "./clipboard.js" */

/** The site, in a folder of which this module stands. The bundler must not take it for a file of ours. */
const SITE = new URL(/* @vite-ignore */ "..", import.meta.url);

/** @param {Address} address */
const site = (address) => SITE.href + formatPage(address);

export class Sharing {
  /** @type {typeof import("../views/share-menu.js") | undefined} What is seen of it. */
  #views = undefined;
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
   * @param {(styles: import("lit").CSSResultGroup) => void} onStyles
   * @param {(error: unknown) => void} onError
   */
  constructor(host, clipboard, onStyles, onError) {
    this.host = host;
    this.clipboard = clipboard;
    this.onStyles = onStyles;
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
    const menu = this.#views?.shareMenu({
      record,
      scenario,
      address: links.address,
      runAddress: links.run,
      projector: site({ ...address, view: "projector" }),
      tooLong: this.#tooLong,
      copied: copied === links.address ? "address" : copied && copied === links.run ? "run" : undefined,
      onCopy: (link) => this.clipboard.copy(links[link] ?? ""),
      onDownload: (kind) => this.#attempt(async () => record && (await import("../export/take-along.js")).takeFile(record, kind)),
      onPicture: (kind) => this.#attempt(async () => record && (await import("../export/take-along.js")).takePicture(record, kind)),
    });
    return share((open) => {
      this.#open = open;
      this.#attempt(() => this.#furnish());
    }, menu);
  }

  /** Loads what is opened; what could not be loaded is tried again when it is opened again. */
  async #furnish() {
    if (this.#open && !this.#views) {
      this.#views = await import("../views/share-menu.js");
      this.onStyles(this.#views.shareMenuStyles);
    }
    this.host.requestUpdate();
  }

  /**
   * From the view for a projector to the one that has all.
   * @param {Address} address the settings
   */
  renderWayBack(address) {
    return html`<a class="button plain" href=${site(address)}>Full view</a>`;
  }

  /** @param {() => Promise<unknown>} act */
  #attempt(act) {
    act().catch(this.onError);
  }
}
