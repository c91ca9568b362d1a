// A thread of its own, with an instance for each call: it blocks for a run, simulates one, or checks a record.

import { SLICE } from "../record/live.js";
import { Instance } from "./instance.js";
import { message } from "./message.js";
import { glueFor, simulateIn } from "./runnable.js";

/** @import { Runnable } from "./runnable.js" */

/** @param {{ module: WebAssembly.Module, glue?: string, call: { index: number, speed: number } }} work */
async function block({ module, glue, call }) {
  const made = await glueFor({ glue });
  postMessage(new Instance(made, module).call((wasm) => wasm.work(call.index, call.speed)));
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
  const instance = new Instance(glue, simulation.module, (words) => {
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

/** @param {{ module: WebAssembly.Module, check: string }} work */
async function check({ module, check }) {
  try {
    const { default: checking } = await import("../../pkg/checking.js");
    const instance = new Instance(checking, module);
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
  postMessage("started");
  if (data.simulation) simulate(data);
  else if (data.check !== undefined) check(data);
  else block(data).catch(reportError);
});
