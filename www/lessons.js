// Writes every lesson into lessons.html at build time, for readers without JavaScript.

import { readFileSync } from "node:fs";

import glue from "./pkg/async_playground.js";

/** @import { Plugin } from "vite" */
/** @import { Scenario } from "./src/types.js" */

/** @returns {Plugin} */
export function lessons() {
  return {
    name: "lessons",
    transformIndexHtml(html, { filename }) {
      if (!filename.endsWith("lessons.html")) return html;
      const wasm = glue({}, WebAssembly);
      wasm.initSync({ module: readFileSync(new URL("./pkg/async_playground_bg.wasm", import.meta.url)) });
      /** @type {Scenario[]} */
      const all = JSON.parse(wasm.scenarios());
      return html.replace("<!-- course -->", () => course(all)).replace("<!-- lessons -->", () => all.map(article).join("\n"));
    },
  };
}

/** @param {Scenario[]} all */
function course(all) {
  const parts = [...new Set(all.map(({ lesson }) => lesson))];
  return parts
    .map((part) => {
      const own = all.filter(({ lesson }) => lesson === part);
      return `<h2>${text(part)}</h2><ol>${own.map(({ id, title }) => `<li><a href="#${id}">${text(title)}</a></li>`).join("")}</ol>`;
    })
    .join("");
}

/** @param {Scenario} scenario */
function article({ id, title, summary, text: words, words: said, source }) {
  return `<article id="${id}">
<h2>${text(title)}</h2>
<p class="summary">${text(summary)}</p>
${words.split("\n\n").map((paragraph) => `<p>${text(paragraph)}</p>`).join("\n")}
${said ? `<h3>${text(said.title)}</h3><pre tabindex="0">${text(said.text)}</pre>` : ""}
<h3>Rust</h3>
<pre tabindex="0">${text(source.rust)}</pre>
<h3>Python</h3>
<pre tabindex="0">${text(source.python)}</pre>
</article>`;
}

/** @param {string} plain */
function text(plain) {
  return plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
