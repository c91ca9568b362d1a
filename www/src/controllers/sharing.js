// What can be taken along from a run: links, files and pictures.
//
// All but the button that opens it is loaded when it is first wanted.

import { html, nothing } from "lit";

import { formatPage } from "../site/permalink.js";
import { share } from "../views/share.js";

/** @import { ReactiveControllerHost } from "lit" */
/** @import { Address, RunRecord, Scenario } from "../types.js" */
/** @import { Clipboard } from "./clipboard.js" */

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
   * @param {object} page
   * @param {() => string | undefined} page.site where links lead, if they lead anywhere
   * @param {() => Promise<void>} page.onOpen to be awaited, before links are shown
   * @param {(styles: import("lit").CSSResultGroup) => void} page.onStyles
   * @param {(error: unknown) => void} page.onError
   */
  constructor(host, clipboard, { site, onOpen, onStyles, onError }) {
    this.host = host;
    this.clipboard = clipboard;
    this.site = site;
    this.onOpen = onOpen;
    this.onStyles = onStyles;
    this.onError = onError;
  }

  /**
   * Makes a link of a run if links are looked at; the link of the run before is none of this one.
   * @param {RunRecord | undefined} record a run that has ended
   */
  async #link(record) {
    const wanted = this.#open && this.site() !== undefined ? record : undefined;
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
      address: this.#address(address),
      run: this.#run && record ? this.#address({ scenario: record.scenario, params: {}, run: this.#run }) : undefined,
    };
    const { copied } = this.clipboard;
    const menu = this.#views?.shareMenu({
      record,
      scenario,
      address: links.address,
      runAddress: links.run,
      projector: this.#address({ ...address, view: "projector" }),
      tooLong: this.#tooLong,
      copied: copied && copied === links.address ? "address" : copied && copied === links.run ? "run" : undefined,
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
    if (this.#open) {
      const [views] = await Promise.all([import("../views/share-menu.js"), this.onOpen()]);
      if (!this.#views) this.onStyles(views.shareMenuStyles);
      this.#views = views;
    }
    this.host.requestUpdate();
  }

  /**
   * From the view for a projector to the one that has all.
   * @param {Address} address the settings
   */
  renderWayBack(address) {
    const full = this.#address(address);
    return full === undefined ? nothing : html`<a class="button plain" href=${full}>Full view</a>`;
  }

  /** Where the site shows this, if there is one. @param {Address} address */
  #address(address) {
    const site = this.site();
    return site === undefined ? undefined : site + formatPage(address);
  }

  /** @param {() => Promise<unknown>} act */
  #attempt(act) {
    act().catch(this.onError);
  }
}
