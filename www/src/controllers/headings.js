// The element's headings, as parts of the page around: its title has the level that is asked for, the others follow.

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */

/** In the views, the title is an `h2`. */
const TITLE = 2;

/** @implements {ReactiveController} */
export class Headings {
  /**
   * @param {ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment }} host
   * @param {() => number} level of the title
   */
  constructor(host, level) {
    this.host = host;
    this.level = level;
    /** By how much they are lower now than in the views. */
    this.lower = 0;
    host.addController(this);
  }

  hostUpdated() {
    const lower = this.level() - TITLE;
    // As the views have them. With each step of the replay, looking for them would take as long as a part of it.
    if (lower === 0 && this.lower === 0) return;
    this.lower = lower;
    for (const heading of this.host.renderRoot.querySelectorAll("h2, h3, h4")) {
      const level = String(Math.min(6, Number(heading.localName[1]) + lower));
      if (heading.ariaLevel !== level) heading.ariaLevel = level;
    }
  }
}
