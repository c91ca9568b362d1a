// What is there for who wants it: folded on the screen, open on paper.
//
// It is made when it is first looked at: a long run has thousands of cells, which take longer
// to lay out than a frame lasts.

import { css, html, nothing } from "lit";
import { AsyncDirective } from "lit/async-directive.js";
import { directive } from "lit/directive.js";

import { onPrint } from "../printing.js";

/** @import { ChildPart } from "lit" */

/**
 * @param {unknown} title
 * @param {() => unknown} content
 */
export function disclosure(title, content) {
  return html`<details class="card disclosure">
    <summary>${title}</summary>
    <div>${whenSeen(content)}</div>
  </details>`;
}

/** Content that is made when the "details" around it are opened, or when the page is printed. */
class WhenSeen extends AsyncDirective {
  /** @type {HTMLDetailsElement | null} */
  #details = null;
  #isPrinted = false;
  /** @type {() => unknown} */
  #content = () => nothing;
  /** @type {(() => void) | undefined} */
  #endPrint = undefined;

  /** @param {() => unknown} content */
  render(content) {
    return this.#isPrinted || this.#details?.open ? content() : nothing;
  }

  /**
   * @param {ChildPart} part
   * @param {[() => unknown]} content
   */
  update(part, [content]) {
    this.#content = content;
    if (!this.#details) {
      this.#details = /** @type {Element} */ (part.parentNode).closest("details");
      this.reconnected();
    }
    return this.render(content);
  }

  reconnected() {
    this.#details?.addEventListener("toggle", this.#look);
    this.#endPrint = onPrint((printing) => {
      this.#isPrinted = printing;
      this.#look();
    });
  }

  disconnected() {
    this.#details?.removeEventListener("toggle", this.#look);
    this.#endPrint?.();
  }

  #look = () => this.setValue(this.render(this.#content));
}

const whenSeen = directive(WhenSeen);

export const disclosureStyles = css`
  .disclosure summary { min-height: 24px; padding: 11px 18px; font-weight: 600; cursor: pointer; }
  .disclosure summary span { margin-left: 4px; color: var(--soft); font-weight: 400; }
  .disclosure > div { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; padding: 2px 18px 16px; }
  @media print {
    .disclosure summary { list-style: none; }
    .disclosure::details-content { display: block; block-size: auto; content-visibility: visible; }
  }
`;
