// Code blocks that are marked become elements, each with the block kept inside: as its program, and as what is read and
// printed.

import { options } from "./script.js";

/** What mdBook, Sphinx and MyST, and Material for MkDocs make of a block with the mark. */
const MARKED = 'pre > code.async-playground, div.async-playground[class*="highlight"]';

/** How an element opens can be said of all blocks by the script's `data-` attributes, and of one by its classes: `view-small`. */
const SAID = ["view", "theme", "editable", "speed"];

const selector = usable(options.selector || MARKED);

/** @param {string} selector */
function usable(selector) {
  try {
    document.querySelector(selector);
    return selector;
  } catch {
    console.error(`async-playground: data-selector is "${selector}", which is no CSS selector. In its place: ${MARKED}`);
    return MARKED;
  }
}

export function makeElements() {
  for (const found of document.querySelectorAll(selector)) {
    if (found.closest("async-playground") || isReacts(found)) continue;
    let block = found;
    // mdBook puts a "pre" in a "pre".
    for (let outer = block.closest("pre"); outer; outer = outer.parentElement?.closest("pre") ?? null) block = outer;
    const element = document.createElement("async-playground");
    for (const name of SAID) {
      const said = found.className.match(`(?:^| )${name}-(\\S+)`);
      const value = said ? said[1] : options[name];
      if (value) element.setAttribute(name, value);
    }
    block.replaceWith(element);
    element.append(block);
  }
}

/**
 * What React has made it takes away again, from where it was.
 * @param {Element} element
 */
function isReacts(element) {
  return Object.keys(element).some((key) => key.startsWith("__react"));
}
