// What showing a run live costs it.

import { openHtml } from "../../e2e/browser.mjs";
import { ready } from "../../e2e/lesson.mjs";
import { QUANTILES, quantileFigures } from "../quantiles.mjs";
import { ROUNDS } from "../peers.mjs";

/** @import { Site } from "../bench.mjs" */
/** @import { Table } from "../../../www/src/speed/bench.js" */

/** In each round so many runs without the views and with them, by turns. */
const TURNS = 10;
const SHORT = { a: 0.2, b: 0.1, c: 0.3 };

/** @param {Site} site @returns {Promise<Table[]>} */
export async function lateness({ browser, origin }) {
  const page = await browser.newPage({ baseURL: origin });
  const params = Object.entries(SHORT).map(([name, value]) => `${name}=${value}`);
  await openHtml(
    page,
    `<script type="module" src="/embed/async-playground.js"></script>
     <async-playground scenario="gather" params="${params.join("&amp;")}"></async-playground>`,
  );
  await ready(page);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await page.evaluate(late, { turns: TURNS, params: SHORT }));
  await page.close();
  return [
    {
      id: "lateness",
      title: "Timers of gather, with the views and without",
      unit: "milliseconds that they are late",
      about: "The views draw the run while it goes on.",
      head: "",
      columns: QUANTILES,
      rows: [
        { id: "without", name: "nothing is shown", cells: quantileFigures(rounds.map(({ without }) => without)) },
        { id: "with", name: "with all views", cells: quantileFigures(rounds.map((late) => late.with)) },
      ],
    },
  ];
}

/** In the page. */
async function late({ turns, params }) {
  const { run } = await import("/embed/async-playground.js");
  const element = document.querySelector("async-playground");
  const lateness = ({ events }) => events.filter(({ kind }) => kind === "fire").map(({ at_ms, due_ms }) => at_ms - due_ms);
  const late = { without: [], with: [] };
  for (let turn = 0; turn < turns; turn++) {
    late.without.push(...lateness(await run("gather", params)));
    late.with.push(...lateness(await element.run()));
  }
  return late;
}
