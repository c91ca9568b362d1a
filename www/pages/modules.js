// What the pages have of the lessons: one module with what a run needs, one for the text and the programs of each
// lesson, one with all of these for who asks for all; and lessons.html, for readers without JavaScript.

import { readFileSync } from "node:fs";

/** @import { Plugin } from "vite" */
/** @import { Scenario, Text } from "./src/types.js" */

/** @type {Scenario[]} */
const all = JSON.parse(readFileSync(new URL("./pkg/lessons.json", import.meta.url), "utf8"));

/** @param {Scenario} scenario @returns {Text} */
const textOf = ({ summary, text, words, source }) => ({ summary, text, words, source });

/** @type {Record<string, () => string>} */
const modules = {
  "virtual:course": () => {
    const lessons = all.map(({ summary, text, words, source, ...lesson }) => lesson);
    const texts = all.map(({ id }) => `${JSON.stringify(id)}: () => import("virtual:course/texts/${id}")`);
    return `export const lessons = ${JSON.stringify(lessons)};\nexport const texts = {${texts}};`;
  },
  "virtual:course/texts": () => `export default ${JSON.stringify(Object.fromEntries(all.map((one) => [one.id, textOf(one)])))};`,
  ...Object.fromEntries(all.map((one) => [`virtual:course/texts/${one.id}`, () => `export default ${JSON.stringify(textOf(one))};`])),
};

/** @returns {Plugin} */
export function lessons() {
  return {
    name: "lessons",
    resolveId: (id) => (id in modules ? `\0${id}` : undefined),
    load: (id) => modules[id.slice(1)]?.(),
    transformIndexHtml(html, { filename }) {
      if (!filename.endsWith("lessons.html")) return html;
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
