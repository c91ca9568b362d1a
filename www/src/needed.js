// What a browser must have for the element to be drawn as it is meant.

/** @type {Record<string, () => boolean>} By names that one can look up. */
const NEEDED = {
  "container queries": () => CSS.supports("container-type: inline-size"),
  "light-dark() in style sheets": () => CSS.supports("color: light-dark(red, red)"),
  ":has() in style sheets": () => CSS.supports("selector(:has(a))"),
  "constructable style sheets": () => "adoptedStyleSheets" in document,
};

/** Throws, if this browser lacks any of it. */
export function mustHaveWhatIsNeeded() {
  const lacking = Object.keys(NEEDED).filter((name) => !NEEDED[name]());
  if (lacking.length > 0) {
    throw new Error(`This browser is too old for the program to run here: it has no ${lacking.join(", no ")}. Chrome 123, Firefox 121 and Safari 17.5 have all that is needed.`);
  }
}
