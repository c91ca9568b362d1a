// The work in Rust, by those in peers/: each time in an instance of its own.

import glue from "../peers/pkg/peers.js";

const module = await WebAssembly.compileStreaming(fetch(new URL("../peers/pkg/peers_bg.wasm", import.meta.url)));

function instance() {
  const wasm = glue({}, WebAssembly);
  wasm.initSync({ module });
  return wasm;
}

/**
 * @param {string} peer
 * @param {string} work
 * @param {number} count
 * @returns {Promise<number[]>}
 */
export const measure = async (peer, work, count) => [...(await instance().measure(peer, work, count))];

/** What compute.rs takes, compiled: milliseconds. @param {number} count */
export function compute(count) {
  const wasm = instance();
  const started = performance.now();
  wasm.compute(count);
  return performance.now() - started;
}
