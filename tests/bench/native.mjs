// The work outside of the browser: by native tokio and by CPython, each time in a process of its own.

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const file = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** @type {Record<string, [program: string, ...args: string[]]>} */
const COMMANDS = {
  tokio: [file("peers/target/native/release/native")],
  cpython: ["python3", file("python/work.py")],
};

/**
 * @param {string} peer
 * @param {string} work
 * @param {number} count
 * @returns {Promise<number[]>}
 */
export async function measure(peer, work, count) {
  const [program, ...args] = COMMANDS[peer];
  const { stdout } = await promisify(execFile)(program, [...args, work, String(count)], { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout);
}
