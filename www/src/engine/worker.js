// A thread of its own, with an instance for each call: it blocks for a run, simulates one, or checks a record. Or it is
// the compiler's. It is one file, without imports, so that a bundler which knows no workers may copy it as it is.

import { SLICE } from "../record/live.js";
import { answer, begin } from "./compiler/thread.js";
import { glueOf } from "./glue.js";
import { Instance } from "./instance.js";
import { message } from "./message.js";
import { glueFor, simulateIn } from "./runnable.js";

/** @import { Modules } from "./instance.js" */
/** @import { Late } from "./late.js" */
/** @import { Runnable } from "./runnable.js" */

/** @param {Modules & { glue?: string, call: { index: number, speed: number } }} work */
async function block({ module, pieces, glue, call }) {
  const made = await glueFor({ glue });
  postMessage(new Instance(made, { module, pieces }).call((wasm) => wasm.work(call.index, call.speed)));
}

/** @param {{ simulation: Runnable, speed: string }} work */
async function simulate({ simulation, speed }) {
  let told = false;
  const tell = () => {
    tellEvents((from) => instance.call((wasm) => wasm.events(from, SLICE)));
    postMessage({ head: instance.call((wasm) => wasm.head()) });
    told = true;
  };
  const glue = await glueFor(simulation).catch((error) => postMessage({ error: message(error) }));
  if (!glue) return;
  const instance = new Instance(glue, simulation, (words) => {
    instance.call((wasm) => wasm.fail(words));
    tell();
  });
  try {
    instance.call((wasm) => simulateIn(wasm, simulation, speed));
    tell();
  } catch (error) {
    if (!told) postMessage({ error: message(error) });
  }
  instance.end();
}

/** @param {Late & { check: string }} work */
async function check({ module, glue, check }) {
  try {
    const instance = new Instance(/** @type {typeof import("../../pkg/checking.js").default} */ (await glueOf(glue)), { module });
    const head = instance.call((wasm) => wasm.check_record(check));
    tellEvents((from) => instance.call((wasm) => wasm.checked_events(from, SLICE)));
    postMessage({ head });
  } catch (error) {
    postMessage({ error: message(error) });
  }
}

/**
 * Posts the events of a record, slice by slice: whoever reads all at once stands still for it.
 * @param {(from: number) => string} slice
 */
function tellEvents(slice) {
  for (let from = 0; ; from += SLICE) {
    const events = slice(from);
    if (events === "[]") break;
    postMessage({ events });
  }
}

addEventListener("message", ({ data }) => {
  if (data.compiler) return begin(data.compiler);
  if (data.question) return answer(data);
  postMessage("started");
  if (data.simulation) simulate(data);
  else if (data.check !== undefined) check(data);
  else block(data).catch(reportError);
});
