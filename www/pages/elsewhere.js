// Lit as a browser needs it, which may be imported where there is no browser: as its own build for Node, which would
// also put custom elements there.

/** @type {Record<string, readonly [found: string, put: string]>} */
const CHANGES = {
  "@lit/reactive-element/reactive-element.js": ["extends HTMLElement", "extends(globalThis.HTMLElement??Object)"],
  "lit-html/lit-html.js": ["=document,", "=globalThis.document??{createTreeWalker(){}},"],
};

/** @returns {import("vite").Plugin} */
export function litElsewhere() {
  return {
    name: "lit-elsewhere",
    apply: "build",
    transform: {
      filter: { id: /\/(reactive-element|lit-html)\.js$/ },
      handler(code, id) {
        const [, [found, put]] = Object.entries(CHANGES).find(([file]) => id.endsWith(file)) ?? this.error(`${id} is no file of Lit that is known`);
        return code.includes(found) ? code.replace(found, put) : this.error(`${id} has no "${found}" any more`);
      },
    },
  };
}
