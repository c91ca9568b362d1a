// Splits the wasm that runs the course's programs: into an engine, which every page loads; what is wanted when there is a
// run, to tell of it; and a piece for each lesson, with its program, and what of std and tokio few others need. The latter
// fill places that are kept free for them, in the engine's table of functions and in its memory: nothing is moved, so that
// nothing has to be found again.
//
//     node split.js LINKED WASM RUN LESSONS
//
// LINKED is what the linker has written, with its relocations; WASM what wasm-bindgen has made of that, which becomes the
// engine. RUN and the folder LESSONS are where the rest goes.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

import { reached, readLinked, withoutLinking } from "./linked.js";
import { callsOf, copyOf, exportedFrom, functionsOf, importFunctions, importRest, setData, setExports, setTable, shrunk, tableOf, written } from "./module.js";

/** @import { Node } from "./linked.js" */
/** @import { Module } from "./module.js" */

/**
 * A part of the wasm: what the linker knows of it, and the functions that it has here.
 * @typedef {{ nodes: Set<Node>, names: Set<string> }} Part
 */

/** Where the program of a lesson begins: see `src/scenarios.rs`. */
const START = /9scenarios7folders\d+(\w+)5start17h[0-9a-f]{16}E$/;

/** What tells of a run: see `src/web/run.rs`. */
const TELLING = ["events", "head"];

/** What this share of the lessons needs comes with every run: to fetch it once more with each would be dearer. */
const MANY = 1 / 4;

/** What a part imports from. */
const ENGINE = "engine";

const [linkedFile, wasmFile, runFile, folder] = process.argv.slice(2);
const linked = readLinked(readFileSync(linkedFile));
const whole = shrunk(withoutLinking(readFileSync(wasmFile)));
const functions = functionsOf(whole);
const calls = callsOf(functions);
const table = tableOf(whole);
const exported = exportedFrom(whole);

// What the linker calls a function, and what it is called here. Where two were one and the same, one name is left.
/** @type {Map<string, string[]>} */
const named = new Map();
for (const name of functions.keys()) named.set(keyOf(name), [...(named.get(keyOf(name)) ?? []), name]);

const starts = linked.functions.flatMap((node) => {
  const [, lesson] = START.exec(node.name) ?? [];
  return lesson ? [{ lesson: lesson.replaceAll("_", "-"), node }] : [];
});

// Until wasm-bindgen has seen them, a hash is a part of the names of exports.
const tells = (/** @type {[string, unknown]} */ [name]) => TELLING.includes(name.replace(/_[0-9a-f]{16}$/, ""));
const atOnce = (/** @type {[string, unknown]} */ one) => !tells(one);
const unknown = [...table].filter(([slot]) => !linked.slots.has(slot)).map(([, name]) => name);

const engine = partOf([...linked.loose, ...valuesOf(linked.exported, atOnce)], [...valuesOf(exported, atOnce), ...unknown], { nodes: new Set(starts.map(({ node }) => node)), names: new Set() });
const telling = partOf(valuesOf(linked.exported, tells), valuesOf(exported, tells), engine);
const many = often(starts.map(({ node }) => reached([node], union(engine, telling).nodes)));
const run = partOf([...telling.nodes, ...many], [...telling.names], engine);
const lessons = starts.map(({ lesson, node }) => ({ lesson, ...partOf([node], [], union(engine, run)) }));

/** What parts call of others, and what it is called there. */
const shared = new Map(
  [...functions]
    .filter(([name, { imported }]) => !imported && [run, ...lessons].some(({ names }) => !names.has(name) && [...names].some((caller) => calls.get(caller)?.has(name))))
    .map(([name], index) => [name, index.toString(36)]),
);

// All that is split off comes of a smaller module, which is copied soon.
const late = copyOf(whole);
leave(late, lessons.reduce(union, run));
mkdirSync(folder, { recursive: true });
for (const { lesson, ...part } of lessons) writeFileSync(`${folder}/${lesson}.wasm`, splitOff(part));
writeFileSync(runFile, splitOff(run));
leave(whole, engine);
writeFileSync(wasmFile, written(whole));

/** @param {Part} part */
function splitOff(part) {
  const module = copyOf(late);
  leave(module, part);
  importRest(module, ENGINE);
  return written(module);
}

/**
 * Leaves of a module but this part.
 * @param {Module} module
 * @param {Part} part
 */
function leave(module, { nodes, names }) {
  const isMine = (/** @type {[unknown, string]} */ [, name]) => names.has(name);
  setTable(module, [...table].filter(isMine));
  setExports(module, [...[...exported].filter(isMine), ...[...shared].flatMap(([name, base]) => (names.has(name) ? [/** @type {[string, string]} */ ([base, name])] : []))]);
  importFunctions(module, [...shared].filter(([name]) => !names.has(name)), ENGINE, functions);
  for (const [name, { imported }] of functionsOf(module)) if (!imported && !names.has(name)) module.removeFunction(name);
  // What has no name of the linker's stays where it is.
  const elsewhere = addressesOf((node) => !nodes.has(node));
  const mine = addressesOf((node) => nodes.has(node));
  setData(module, (address) => mine.has(address) || (nodes === engine.nodes && !elsewhere.has(address)));
}

/**
 * What these need, but for what is elsewhere.
 * @param {Iterable<Node>} roots
 * @param {Iterable<string>} functions that are needed as well
 * @param {Part} elsewhere
 * @returns {Part}
 */
function partOf(roots, functions, elsewhere) {
  const nodes = reached(roots, elsewhere.nodes);
  const tabled = [...table].flatMap(([slot, name]) => (nodes.has(/** @type {Node} */ (linked.slots.get(slot))) ? [name] : []));
  const called = [...nodes].flatMap(({ name }) => named.get(keyOf(name)) ?? []);
  return { nodes, names: withCalled([...functions, ...called, ...tabled], elsewhere.names) };
}

/** @param {Part} one @param {Part} other @returns {Part} */
function union(one, other) {
  return { nodes: new Set([...one.nodes, ...other.nodes]), names: new Set([...one.names, ...other.names]) };
}

/**
 * @template T
 * @param {Map<string, T>} map
 * @param {(entry: [string, T]) => boolean} which
 */
function valuesOf(map, which) {
  return [...map].filter(which).map(([, value]) => value);
}

/**
 * What is in many of these.
 * @param {readonly Set<Node>[]} wanted
 */
function often(wanted) {
  /** @type {Map<Node, number>} */
  const times = new Map();
  for (const nodes of wanted) for (const node of nodes) times.set(node, (times.get(node) ?? 0) + 1);
  return [...times].filter(([, count]) => count >= MANY * wanted.length).map(([node]) => node);
}

/** @param {string} name */
function keyOf(name) {
  return (/17h([0-9a-f]{16})E/.exec(name) ?? /::h([0-9a-f]{16})$/.exec(name))?.[1] ?? name;
}

/** @param {(node: Node) => boolean} which */
function addressesOf(which) {
  /** @type {Set<number>} */
  const addresses = new Set();
  for (const node of linked.data) if (which(node)) for (let address = node.begin; address < node.end; address++) addresses.add(address);
  return addresses;
}

/**
 * These functions, and all that they call.
 * @param {Iterable<string>} from
 * @param {Set<string>} without
 */
function withCalled(from, without) {
  /** @type {Set<string>} */
  const found = new Set();
  const open = [...from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name) || without.has(name)) continue;
    found.add(name);
    open.push(...(calls.get(name) ?? []));
  }
  return found;
}
