// The service worker, which has to know what this build is made of, and the page that it shows in place of one that was
// not visited.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import { html } from "@lit-labs/ssr";

import { brand, documentOf } from "./document.js";
import { ASSETS } from "./headers.js";

/** @import { Plugin, Rolldown } from "vite" */

const source = readFileSync(new URL("../src/offline/worker.js", import.meta.url), "utf8");

export function offlinePage() {
  return documentOf({
    title: "You are offline: Async Playground",
    description: "This page was not visited before.",
    head: html`<meta name="robots" content="noindex">`,
    body: html`<body>
<header class="bar">${brand("../")}</header>
<main class="missing">
<h1>You are offline</h1>
<p>That page was not visited before. Those that were can be read, run and changed as before.</p>
<p><a href="../">All lessons stand on the front page.</a></p>
</main>
</body>`,
  });
}

/**
 * @param {readonly string[]} late assets that are there later than the build
 * @returns {Plugin}
 */
export function serviceWorker(late) {
  return {
    name: "service-worker",
    apply: "build",
    generateBundle: {
      // When the pages have been written.
      order: "post",
      handler(_, bundle) {
        const built = Object.values(bundle).filter(({ fileName }) => fileName.startsWith(`${ASSETS}/`));
        const files = [...built.map(({ fileName }) => fileName), ...late.map((name) => `${ASSETS}/${name}`)].sort();
        const shell = [...built.filter(isOfShell).map(({ fileName }) => fileName), "", "offline/", "icon.svg"].sort();
        const hash = createHash("sha256").update(JSON.stringify(files));
        for (const file of Object.values(bundle)) if (file.type === "asset" && file.fileName.endsWith(".html")) hash.update(file.source);
        const build = hash.digest("hex").slice(0, 16);
        this.emitFile({ type: "asset", fileName: "worker.js", source: `const BUILD = ${JSON.stringify({ build, shell, files })};\n${source}` });
      },
    },
  };
}

/**
 * Whether every lesson needs it: not what belongs to one of them, and what comes with the first change of a program.
 * @param {Rolldown.OutputAsset | Rolldown.OutputChunk} file
 */
function isOfShell(file) {
  if (file.type === "asset") return /\.css$|\/worker-\w+\.js$|\/(programs_bg|run)-\w+\.wasm$/.test(file.fileName);
  return !file.moduleIds.some((id) => id.includes("virtual:course/") || id.includes("/@codemirror/"));
}
