// A wasm as binaryen has it: what is asked of it, and how parts of it are taken from it.

import binaryen from "binaryen";

/** @typedef {import("binaryen").default.Module} Module */

/** The table of functions: wasm-bindgen adds another one, for what belongs to JavaScript. */
const TABLE = "0";

/** So many zeros between two pieces of data are no part of either: memory is zero as it comes. */
const GAP = 8;

/** A module, made as small as `shrink` of `build.sh` makes the others. @param {Uint8Array} bytes @returns {Module} */
export function shrunk(bytes) {
  binaryen.setOptimizeLevel(1);
  binaryen.setShrinkLevel(0);
  const module = binaryen.readBinary(bytes);
  module.optimize();
  module.runPasses(["reorder-functions-by-name"]);
  // What has no name is called by its number.
  return copyOf(module);
}

/**
 * Its functions, by name, in their order.
 * @param {Module} module
 */
export function functionsOf(module) {
  const all = Array.from({ length: module.getNumFunctions() }, (_, index) => binaryen.getFunctionInfo(module.getFunctionByIndex(index)));
  return new Map(all.map((one) => [one.name, { ...one, imported: one.module !== "" }]));
}

/**
 * Which functions each function calls.
 * @param {Map<string, { body: number, imported: boolean }>} functions
 */
export function callsOf(functions) {
  /** @param {{ body: number, imported: boolean }} one @returns {Set<string>} */
  const calls = ({ body, imported }) => {
    const text = imported ? "" : binaryen.emitText(body);
    const names = [...text.matchAll(/\((?:call|ref\.func) \$(?:"((?:[^"\\]|\\.)*)"|([^\s()]+))/g)].map(([, quoted, plain]) => quoted?.replace(/\\(.)/g, "$1") ?? plain);
    const unknown = names.find((name) => !functions.has(name));
    if (unknown !== undefined) throw new Error(`A function calls "${unknown}", which there is not.`);
    return new Set(names);
  };
  return new Map([...functions].map(([name, one]) => [name, calls(one)]));
}

/** The functions that are called from outside, by the names by which they are. @param {Module} module */
export function exportedFrom(module) {
  return new Map(exportsOf(module).filter(({ kind }) => kind === binaryen.ExternalFunction).map(({ name, value }) => [name, value]));
}

/** @param {Module} module */
function exportsOf(module) {
  return Array.from({ length: module.getNumExports() }, (_, index) => binaryen.getExportInfo(module.getExportByIndex(index)));
}

/** The functions in the table of functions, by their slots. @param {Module} module */
export function tableOf(module) {
  /** @type {Map<number, string>} */
  const slots = new Map();
  for (const { offset, data } of segmentsOf(module)) data.forEach((name, index) => slots.set(valueOf(offset) + index, name));
  return slots;
}

/** @param {Module} module */
function segmentsOf(module) {
  return Array.from({ length: module.getNumElementSegments() }, (_, index) => binaryen.getElementSegmentInfo(module.getElementSegmentByIndex(index)));
}

/** What its memory holds at first, by addresses. @param {any} module binaryen's types have old names */
function dataOf(module) {
  return Array.from({ length: module.getNumDataSegments() }, (_, index) => {
    const { offset, data } = module.getDataSegmentInfo(module.getDataSegmentByIndex(index));
    return { begin: /** @type {number} */ (offset), bytes: new Uint8Array(data) };
  });
}

/** @param {number} expression a constant */
function valueOf(expression) {
  return /** @type {{ value: number }} */ (/** @type {unknown} */ (binaryen.getExpressionInfo(expression))).value;
}

/**
 * Leaves nothing in the table but these.
 * @param {Module} module
 * @param {Iterable<[number, string]>} slots in their order
 */
export function setTable(module, slots) {
  for (const { name } of segmentsOf(module)) module.removeElementSegment(name);
  /** @type {{ begin: number, names: string[] }[]} */
  const runs = [];
  for (const [slot, name] of slots) {
    const last = runs.at(-1);
    if (last && last.begin + last.names.length === slot) last.names.push(name);
    else runs.push({ begin: slot, names: [name] });
  }
  for (const { begin, names } of runs) module.addActiveElementSegment(TABLE, String(begin), names, module.i32.const(begin));
}

/**
 * Leaves nothing in the memory but what is kept.
 * @param {Module} module
 * @param {(address: number) => boolean} keeps
 */
export function setData(module, keeps) {
  const { initial, max } = /** @type {any} */ (module.getMemoryInfo());
  const segments = dataOf(module).flatMap(({ begin, bytes }) =>
    runsOf(bytes, (index) => keeps(begin + index)).map(([from, to]) => ({ offset: module.i32.const(begin + from), data: bytes.subarray(from, to) })),
  );
  module.setMemory(initial, max ?? -1, null, segments);
}

/**
 * Where there is something but zeros. What is not kept is in none of them, be it zero: it may be something elsewhere.
 * @param {Uint8Array} bytes
 * @param {(index: number) => boolean} keeps
 */
function runsOf(bytes, keeps) {
  /** @type {[number, number][]} */
  const runs = [];
  let isOpen = false;
  bytes.forEach((byte, index) => {
    isOpen &&= keeps(index);
    const last = runs.at(-1);
    if (byte === 0 || !keeps(index)) return;
    if (last && isOpen && index - last[1] <= GAP) last[1] = index + 1;
    else runs.push([index, index + 1]);
    isOpen = true;
  });
  return runs;
}

/**
 * Takes these functions from elsewhere.
 * @param {Module} module
 * @param {Iterable<[string, string]>} names with what they are called there
 * @param {string} from
 * @param {Map<string, { params: number, results: number }>} functions
 */
export function importFunctions(module, names, from, functions) {
  for (const [name, base] of names) {
    const { params, results } = /** @type {{ params: number, results: number }} */ (functions.get(name));
    module.removeFunction(name);
    module.addFunctionImport(name, from, base, params, results);
  }
}

/** Exports these functions, and no others. @param {Module} module @param {Iterable<[string, string]>} names the functions, by what each is exported as */
export function setExports(module, names) {
  for (const { kind, name } of exportsOf(module)) if (kind === binaryen.ExternalFunction) module.removeExport(name);
  for (const [base, name] of names) module.addFunctionExport(name, base);
}

/** Takes memory, table and globals from elsewhere, by the names by which they are exported here. @param {Module} module @param {string} from */
export function importRest(module, from) {
  for (const { kind, name, value } of exportsOf(module)) {
    if (kind === binaryen.ExternalMemory) module.addMemoryImport(value, from, name);
    if (kind === binaryen.ExternalTable) module.addTableImport(value, from, name);
    if (kind === binaryen.ExternalGlobal) {
      const { type, mutable } = binaryen.getGlobalInfo(module.getGlobal(value));
      module.addGlobalImport(value, from, name, type, mutable);
    }
  }
  for (const { kind, name } of exportsOf(module)) if (kind !== binaryen.ExternalFunction) module.removeExport(name);
}

/** A module of its own, with all names. @param {Module} module */
export function copyOf(module) {
  binaryen.setDebugInfo(true);
  return binaryen.readBinary(module.emitBinary());
}

/** Its bytes, without what nothing needs. @param {Module} module */
export function written(module) {
  module.runPasses(["remove-unused-module-elements", "strip-producers"]);
  if (!module.validate()) throw new Error("What was split is no valid wasm.");
  binaryen.setDebugInfo(false);
  const bytes = module.emitBinary();
  module.dispose();
  return bytes;
}
