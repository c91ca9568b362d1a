// Fetches and compiles a wasm, once per page.

import { message } from "./message.js";

/** The wasm that runs programs: of lessons, with the pieces that are split off from it. */
export const load = loader(new URL("../../pkg/programs_bg.wasm", import.meta.url));

/** The piece that tells of a run: it is wanted when a program is to be run. */
export const loadRun = loader(new URL("../../pkg/run.wasm", import.meta.url));

/** How every wasm begins (WebAssembly Core, 5.5.16): "\\0asm". */
const MAGIC = [0x00, 0x61, 0x73, 0x6d];

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
  // Bundlers put small files into their scripts: to ask for those is what a page's policy may forbid.
  if (wasm.protocol === "data:") return Uint8Array.from(atob(wasm.pathname.split(",")[1]), (letter) => letter.charCodeAt(0)).buffer;
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
  const bytes = await response.arrayBuffer();
  // Many servers know no type for it; some answer every address with a page.
  if (MAGIC.some((byte, at) => new Uint8Array(bytes)[at] !== byte)) {
    throw new Error(`The wasm at ${path} is something else: the server answered with "${response.headers.get("content-type") ?? "no type"}", and not with a WebAssembly module.`);
  }
  return bytes;
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
