// A thread of its own: an instance of the same wasm, told which function to call.

import init, { work } from "../pkg/async_playground.js";

addEventListener("message", async ({ data: { module, index, speed } }) => {
  await init({ module_or_path: module });
  postMessage("started");
  postMessage(work(index, speed));
});
