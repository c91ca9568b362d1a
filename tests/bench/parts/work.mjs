// A work that all peers do: by turns, so that whatever slows the machine down slows all.

import { figureOf } from "../../../www/src/speed/figure.js";
import { QUANTILES, quantileFigures } from "../quantiles.mjs";
import { measure as measureNative } from "../native.mjs";
import { openPage } from "../page.mjs";
import { PEERS, ROUNDS } from "../peers.mjs";

/** @import { Site } from "../bench.mjs" */
/** @import { Table } from "../../../www/src/speed/bench.js" */
/** @import { Work } from "../works.mjs" */

/**
 * @param {Site} site
 * @param {Work} work
 * @returns {Promise<Table[]>}
 */
export async function doWork(site, work) {
  const bench = await openPage(site);
  /** What each peer has measured for each count, round after round. @type {Map<string, number[][]>} */
  const measured = new Map();
  for (const count of work.counts) {
    for (let round = 0; round < ROUNDS; round++) {
      for (const peer of PEERS) {
        if (whyNot(peer, work, count) || round >= roundsOf(peer, work, count)) continue;
        // It takes minutes: somebody waits.
        if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${work.id}: ${count.toLocaleString("en")}, round ${round + 1} of ${ROUNDS}: ${peer.name}`);
        const key = `${peer.id} ${count}`;
        const rounds = measured.get(key) ?? [];
        rounds.push(await measureOnce(bench, peer, work, countOf(peer, work, count)));
        measured.set(key, rounds);
      }
    }
  }
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
  await bench.close();
  const rows = PEERS.map((peer) => {
    const cells = work.counts.flatMap((count) => {
      const rounds = measured.get(`${peer.id} ${count}`);
      if (work.id === "deadlines") return rounds ? [...quantileFigures(rounds), figureOf(rounds.map((late) => Math.min(...late)))] : Array(4).fill(null);
      return [rounds ? figureOf(rounds.map(([ms]) => work.figure(ms, countOf(peer, work, count)))) : null];
    });
    return { id: peer.id, name: peer.name, cells, why: why(peer, work) };
  });
  const columns = work.id === "deadlines" ? [...QUANTILES, "earliest"] : work.counts.map((count) => count.toLocaleString("en"));
  const { id, title, unit, about } = work;
  return [{ id, title, unit, about, head: "by", columns, rows, bars: true }];
}

/**
 * @param {Awaited<ReturnType<typeof openPage>>} bench
 * @param {import("../peers.mjs").Peer} peer
 * @param {Work} work
 * @param {number} count
 * @returns {Promise<number[]>}
 */
async function measureOnce(bench, { id, where }, work, count) {
  if (where === "native") return measureNative(id, work.id, count);
  if (id === "promises" && work.id === "bytes") return [await heapOfPromises(bench, count)];
  return bench.call("measure.js", "measure", id, work.id, count);
}

/**
 * Bytes for each promise and its timer, while they wait.
 * @param {Awaited<ReturnType<typeof openPage>>} bench
 * @param {number} count
 */
async function heapOfPromises(bench, count) {
  await bench.call("promises.js", "wait", 0);
  const before = await bench.heap();
  await bench.call("promises.js", "wait", count);
  const grown = (await bench.heap()) - before;
  await bench.call("promises.js", "waited");
  return grown / count;
}

/** Why this is not measured, if it is not. */
const whyNot = ({ cannot = {} }, { id }, count) => cannot[id] ?? cannot[`${id} ${count}`];

const roundsOf = ({ rounds = {} }, { id }, count) => rounds[id] ?? rounds[`${id} ${count}`] ?? ROUNDS;

const countOf = ({ count: counts = {} }, { id }, count) => counts[id] ?? count;

/** What there is to say about a row. */
function why(peer, work) {
  const said = work.counts.flatMap((count) => {
    const [reason, rounds] = [whyNot(peer, work, count), roundsOf(peer, work, count)];
    const many = work.counts.length > 1 ? `${count.toLocaleString("en")}: ` : "";
    if (reason) return `${many}not measured, ${reason}`;
    const less = countOf(peer, work, count);
    const times = rounds === 1 ? "once" : `${rounds} times`;
    if (rounds < ROUNDS || less < count) return `${many}${times}${less < count ? `, with ${less.toLocaleString("en")}` : ""}, as it takes long`;
    return [];
  });
  return said.length > 0 ? [...new Set(said)].join("; ") : undefined;
}
