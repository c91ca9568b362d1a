// What `./build.sh bench` has measured: bench.json, which stands beside the site's front page.

/** @typedef {{ median: number, low: number, high: number, rounds: number }} Figure */
/** @typedef {{ id: string, name: string, cells: (Figure | null)[], why?: string }} Row `why` a figure is missing, or measured otherwise */
/** @typedef {{ id: string, title: string, unit: string, about: string, head: string, columns: string[], rows: Row[], bars?: boolean }} Table */
/** @typedef {{ what: string, value: number, most: number, unit: string, holds: boolean }} Goal */
/**
 * @typedef {object} Bench
 * @property {string} date
 * @property {{ processor: string, cores: number, memory: string, system: string }} machine
 * @property {string} browser
 * @property {Record<string, string>} versions
 * @property {Goal[]} goals
 * @property {Table[]} tables
 */

/** None, if nothing was measured for this site. @returns {Promise<Bench | null>} */
export async function loadBench() {
  const response = await fetch("../bench.json");
  if (!response.ok) throw new Error(`bench.json: ${response.status} ${response.statusText}`);
  return response.json();
}
