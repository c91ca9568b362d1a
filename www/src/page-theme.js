// Whether the page around is light or dark, as the tool says it that has made it.

/** @typedef {"light" | "dark"} Scheme */

/**
 * What tools write on `html` or on `body`, and what it means; `auto` is what the reader's system prefers.
 * @type {Readonly<Record<string, Readonly<Record<string, Scheme | "auto">>>>}
 */
const MARKS = {
  // Docusaurus, Starlight and pydata on html, furo on body.
  "data-theme": { light: "light", dark: "dark", auto: "auto" },
  // pydata, where its script has not yet written the other.
  "data-mode": { light: "light", dark: "dark", auto: "auto" },
  // Material, on body.
  "data-md-color-scheme": { default: "light", slate: "dark" },
  // What stands on Bootstrap: Docsy, Quarto.
  "data-bs-theme": { light: "light", dark: "dark", auto: "auto" },
  // mdBook, on html; and many others, of which most have the last one alone.
  class: { light: "light", rust: "light", ayu: "dark", navy: "dark", coal: "dark", dark: "dark" },
};

/** Where they write it. */
const marked = () => [document.documentElement, document.body];

const system = () => matchMedia("(prefers-color-scheme: dark)");

/**
 * What the page around says it is. Nothing, if it says no more than `color-scheme` does, which an element inherits.
 * @returns {Scheme | undefined}
 */
export function schemeOfPage() {
  for (const [attribute, meanings] of Object.entries(MARKS)) {
    for (const element of marked()) {
      // A class is one word of many.
      const words = element.getAttribute(attribute)?.toLowerCase().split(/\s+/) ?? [];
      const meant = words.map((word) => meanings[word]).find(Boolean);
      if (meant) return meant !== "auto" ? meant : system().matches ? "dark" : "light";
    }
  }
  return saysNothing() && isDark(background()) ? "dark" : undefined;
}

/** Some pages are dark by their own colours, and do not tell the browser. */
const saysNothing = () => getComputedStyle(document.body).colorScheme === "normal";

/** What the page is painted on: the first of its elements that is painted, as CSS has it for the canvas. */
function background() {
  return marked().map((element) => getComputedStyle(element).backgroundColor).find((colour) => !/, 0\)$/.test(colour));
}

/** @param {string | undefined} colour as `rgb(…)` */
function isDark(colour) {
  const [red, green, blue] = colour?.match(/^rgba?\((.*)\)$/)?.[1].split(",").map(Number) ?? [255, 255, 255];
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/**
 * Calls a listener when the page around may look otherwise.
 * @param {() => void} listener
 * @returns {() => void} ends it
 */
export function onPageScheme(listener) {
  const observer = new MutationObserver(listener);
  for (const element of marked()) observer.observe(element, { attributeFilter: [...Object.keys(MARKS), "style"] });
  const media = system();
  media.addEventListener("change", listener);
  return () => {
    observer.disconnect();
    media.removeEventListener("change", listener);
  };
}
