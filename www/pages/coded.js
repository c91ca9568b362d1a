import { html } from "@lit-labs/ssr";

import { inline } from "../src/inline.js";

/** A text of ours with its code. @param {string} text */
export const coded = (text) => inline(text).map(({ text, isCode }) => (isCode ? html`<code>${text}</code>` : text));
