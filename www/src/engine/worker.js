// A thread of its own, with an instance of the same wasm for each call: it blocks for a run, or simulates one.

import { Instance } from "./instance.js";
import { message } from "./message.js";

/** @param {{ module: WebAssembly.Module, call: { index: number, speed: number } }} work */
function block({ module, call }) {
  postMessage(new Instance(module).call((wasm) => wasm.work(call.index, call.speed)));
}

/** @param {{ module: WebAssembly.Module, simulation: { id: string, params: object, speed: string } }} work */
function simulate({ module, simulation: { id, params, speed } }) {
  /** @type {{ record?: string, error?: string } | undefined} */
  let lost;
  const instance = new Instance(module, (words) => {
    lost = { error: words };
    instance.call((wasm) => wasm.fail(words));
    lost = { record: instance.call((wasm) => wasm.record()) };
  });
  try {
    instance.call((wasm) => wasm.simulate(id, params, speed));
    postMessage({ record: instance.call((wasm) => wasm.record()) });
  } catch (error) {
    postMessage(lost ?? { error: message(error) });
  }
  instance.end();
}

addEventListener("message", ({ data }) => {
  postMessage("started");
  if (data.simulation) simulate(data);
  else block(data);
});
