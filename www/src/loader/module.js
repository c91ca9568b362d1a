// The module beside the script: imported once, when it is first wanted.

import { module } from "./script.js";

/** @type {Promise<unknown> | undefined} */
let loading;

/** What the page's policy has blocked of it. */
let blocked = "";
document.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) => {
  if (blockedURI && module.startsWith(blockedURI)) blocked = blocked || effectiveDirective;
});

/** Rejects with what an author can change. */
export function load() {
  loading = loading || Promise.all([import(/* @vite-ignore */ module), parsed()]).catch(async ({ message }) => {
    // Whoever presses Run tries again.
    loading = undefined;
    throw new Error(`This program cannot run here: ${await reason(message)}.`);
  });
  return loading;
}

/** What stands inside the elements may still be on its way. */
const parsed = () =>
  new Promise((resolve) => {
    if (document.readyState !== "loading") resolve(undefined);
    else document.addEventListener("DOMContentLoaded", resolve);
  });

/**
 * Browsers do not say why a module could not be had. The server's answer does, unless it is the page that forbids it.
 * @param {string} message what the browser says
 */
async function reason(message) {
  const answer = await fetch(module).catch(() => undefined);
  if (/^script-src/.test(blocked)) return `the page's Content Security Policy blocks ${module}: script-src needs its origin and 'wasm-unsafe-eval'`;
  if (!answer) return `${module} could not be fetched: a server of another origin has to send Access-Control-Allow-Origin`;
  if (!answer.ok) return `the server answered ${answer.status} for ${module}`;
  const type = answer.headers.get("content-type") || "";
  if (!/javascript/.test(type)) return `the server sent ${module} as "${type}": it has to be text/javascript`;
  return message;
}
