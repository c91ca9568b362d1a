// Fetches and compiles a wasm, once per page.

import { message } from "./message.js";

/** The wasm that runs programs. */
export const load = loader(new URL("../../pkg/programs_bg.wasm", import.meta.url));

/** Why a wasm cannot be had: it is not there, and may be later. */
export class MissingError extends Error {}

/**
 * What loads a wasm. One load serves all elements of a page; a load that failed is tried again by the next call.
 * @param {URL} wasm
 */
export function loader(wasm) {
  /** @type {Promise<WebAssembly.Module> | undefined} */
  let loading;
  return () => {
    loading ??= download(wasm).then((bytes) => compile(wasm, bytes));
    loading.catch(() => (loading = undefined));
    return loading;
  };
}

/** @param {URL} wasm */
async function download(wasm) {
  if (typeof WebAssembly === "undefined") {
    throw new Error("This browser has no WebAssembly, or has it switched off: the programs cannot run here.");
  }
  const path = wasm.pathname;
  /** @type {Response} */
  let response;
  try {
    response = await fetch(wasm);
  } catch (error) {
    throw new Error(`The wasm at ${path} could not be fetched: ${message(error)}.`);
  }
  if (!response.ok) {
    const Kind = response.status === 404 ? MissingError : Error;
    throw new Kind(`The wasm at ${path} could not be fetched: the server answered ${response.status}.`);
  }
  const type = response.headers.get("content-type")?.split(";")[0].trim() ?? "";
  if (type !== "application/wasm") {
    throw new Error(`The wasm at ${path} is served as "${type}": allowed is "application/wasm".`);
  }
  return response.arrayBuffer();
}

/**
 * @param {URL} wasm
 * @param {ArrayBuffer} bytes
 */
async function compile(wasm, bytes) {
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    // A blocked compilation is a CompileError (CSP Level 3, section 4.5). Chromium names the directive, Firefox "CSP".
    if (/content security policy|unsafe-eval|\bCSP\b/i.test(message(error))) {
      throw new Error(`The page's Content Security Policy blocks wasm: script-src needs 'wasm-unsafe-eval'.`);
    }
    throw new Error(`The wasm at ${wasm.pathname} is no module that this browser takes: ${message(error)}.`);
  }
}
