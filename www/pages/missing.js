// The answer to an address that is not there, at whatever depth: its own addresses begin at the site's folder, which
// is that of the server unless the build was told.

import { html } from "@lit-labs/ssr";

import { brand, documentOf } from "./document.js";
import { SITE } from "./site.js";

export function missingPage() {
  return documentOf({
    title: "There is no such page: Async Playground",
    description: "This address leads nowhere. The course is on the front page.",
    head: html`<meta name="robots" content="noindex">`,
    body: html`<body>
<header class="bar">${brand("./")}</header>
<main class="missing">
<h1>There is no such page</h1>
<p>This address leads nowhere: a lesson may have another name by now.</p>
<p><a href="./">All lessons stand on the front page.</a></p>
</main>
</body>`,
    base: SITE?.pathname ?? "/",
  });
}
