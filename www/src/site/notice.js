// What the page has to say, beside what the lesson says of itself: one sentence at a time, over the page, until it is closed.

import { html, nothing, render } from "lit";

export class Notice {
  /** @param {HTMLElement} place where it stands: read out as soon as it is said */
  constructor(place) {
    this.place = place;
    place.role = "status";
  }

  /** @param {unknown} content to be seen and heard */
  say(content) {
    render(html`<div class="notice"><p>${content}</p><button type="button" @click=${() => this.clear()}>Close</button></div>`, this.place);
  }

  /** @param {string} text to be heard alone: who sees, sees it anyway */
  tell(text) {
    render(html`<p class="hidden">${text}</p>`, this.place);
  }

  clear() {
    render(nothing, this.place);
  }
}
