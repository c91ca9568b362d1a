// Who does the work in the page of the bench. Each is loaded when it is first asked for.

/**
 * What it has measured, in milliseconds, unless peers/src/work.rs says otherwise.
 * @param {string} peer
 * @param {string} work
 * @param {number} count
 * @returns {Promise<number[]>}
 */
export async function measure(peer, work, count) {
  switch (peer) {
    case "promises":
      return (await import("./promises.js")).measure(work, count);
    case "pyodide":
      return (await import("./pyodide.js")).measure(work, count);
    case "traced":
      if (work === "sleepers") return (await import("./lesson.js")).measure(count);
  }
  return (await import("./rust.js")).measure(peer, work, count);
}
