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
    // It has the focus again when the notice is closed.
    const before = focused();
    const onClose = () => {
      render(nothing, this.place);
      before?.focus();
    };
    render(html`<div class="notice"><p>${content}</p><button type="button" @click=${onClose}>Close</button></div>`, this.place);
  }

  /** @param {string} text to be heard alone: who sees, sees it anyway */
  tell(text) {
    render(html`<p class="hidden">${text}</p>`, this.place);
  }
}

/** What has the focus, also within elements that have a root of their own. */
function focused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return /** @type {HTMLElement | null} */ (element);
}
