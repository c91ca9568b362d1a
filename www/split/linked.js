// What the linker knows of a wasm: which function and which constant needs which. It says so in relocations
// (WebAssembly tool conventions, Linking.md), which neither wasm-bindgen nor wasm-opt keep up to date. So this is read
// of the file that the linker has written; what holds afterwards, too, are addresses, table slots and names.

/** Kinds of symbols. */
const [FUNCTION, DATA] = [0, 1];
const UNDEFINED = 0x10;
const EXPLICIT_NAME = 0x40;

/** Relocations that carry an addend. */
const WITH_ADDEND = new Set([3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 21, 22, 23, 25]);
/** Those whose index is of a type, and not of a symbol. */
const OF_TYPE = 6;

/** A function, or some bytes of the memory, with what it needs. */
export class Node {
  /** @type {Set<Node>} */
  needs = new Set();

  /** @param {string} name @param {number} begin @param {number} end its place in the file, or, of data, its addresses */
  constructor(name, begin, end) {
    this.name = name;
    this.begin = begin;
    this.end = end;
  }
}

/**
 * @typedef {object} Linked
 * @property {Node[]} functions
 * @property {Node[]} data in the order of their addresses
 * @property {Map<string, Node>} exported the functions that are called from outside
 * @property {Node[]} loose what is needed by what has no name
 * @property {Map<number, Node>} slots the functions of the table
 */

/** Reads a file of sections. */
export class Reader {
  /** @param {Uint8Array} bytes @param {number} [at] */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** LEB128, signed or not: at most 32 bits. */
  number(signed = false) {
    let [value, shift, byte] = [0, 0, 0x80];
    for (; byte & 0x80; shift += 7) {
      byte = this.byte();
      value |= (byte & 0x7f) << shift;
    }
    if (signed) return shift < 32 && byte & 0x40 ? value | (-1 << shift) : value;
    return value >>> 0;
  }

  text() {
    const length = this.number();
    this.at += length;
    return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at));
  }

  /** @template T @param {(index: number) => T} read @returns {T[]} */
  list(read) {
    return Array.from({ length: this.number() }, (_, index) => read(index));
  }

  limits() {
    const flags = this.byte();
    this.number();
    if (flags & 1) this.number();
  }

  /** `i32.const` with its value. */
  address() {
    this.byte();
    const value = this.number(true);
    this.byte();
    return value;
  }
}

/**
 * The sections of a wasm; those that have a name, by that.
 * @param {Uint8Array} bytes
 */
export function* sections(bytes) {
  const reader = new Reader(bytes, 8);
  for (let index = 0; reader.at < bytes.length; index++) {
    const begin = reader.at;
    const id = reader.byte();
    const size = reader.number();
    const content = reader.at;
    const name = id === 0 ? reader.text() : undefined;
    yield { index, id, name, begin, content, at: reader.at, end: (reader.at = content + size) };
  }
}

/**
 * The wasm without what is out of date when its functions have been changed.
 * @param {Uint8Array} bytes
 */
export function withoutLinking(bytes) {
  const kept = [...sections(bytes)].filter(({ name }) => !/^(linking|reloc\..*)$/.test(name ?? ""));
  return Buffer.concat([bytes.subarray(0, 8), ...kept.map(({ begin, end }) => bytes.subarray(begin, end))]);
}

/** @param {Uint8Array} bytes @returns {Linked} */
export function readLinked(bytes) {
  const all = [...sections(bytes)];
  const reading = (/** @type {number | string} */ which) => {
    const section = all.find(({ id, name }) => (typeof which === "string" ? name === which : id === which));
    if (!section) throw new Error(`The wasm has no section ${which}: it was not linked with --emit-relocs.`);
    return new Reader(bytes, section.at);
  };

  // Functions that are imported come first, and need nothing.
  const imports = reading(2);
  /** @type {Node[]} */
  const functions = [];
  imports.list(() => {
    const name = `${imports.text()} ${imports.text()}`;
    const kind = imports.byte();
    if (kind === 0) functions.push(new Node(name, imports.number() && 0, 0));
    else if (kind === 1) imports.byte(), imports.limits();
    else if (kind === 2) imports.limits();
    else imports.byte(), imports.byte();
  });
  const code = reading(10);
  code.list(() => {
    const size = code.number();
    functions.push(new Node("", code.at, (code.at += size)));
  });

  const place = reading(11);
  const segments = place.list(() => {
    if (place.number() !== 0) throw new Error("The wasm has data that is not where the linker has put it.");
    const address = place.address();
    const size = place.number();
    const begin = place.at;
    place.at += size;
    return { address, begin, end: place.at };
  });

  // The symbols: each is a function, some data, or nothing of interest.
  const linking = reading("linking");
  linking.number();
  while (linking.byte() !== 8) {
    const size = linking.number();
    linking.at += size;
  }
  linking.number();
  /** @type {Node[]} */
  const data = [];
  const symbols = linking.list(() => {
    const kind = linking.byte();
    const flags = linking.number();
    if (kind === DATA) {
      const name = linking.text();
      if (flags & UNDEFINED) return undefined;
      const segment = linking.number();
      const begin = (segments[segment]?.address ?? 0) + linking.number();
      const node = new Node(name, begin, begin + linking.number());
      if (!segments[segment]) return undefined;
      data.push(node);
      return node;
    }
    const index = linking.number();
    const name = kind !== 3 && (!(flags & UNDEFINED) || flags & EXPLICIT_NAME) ? linking.text() : "";
    if (kind !== FUNCTION) return undefined;
    functions[index].name ||= name;
    return functions[index];
  });
  data.sort((a, b) => a.begin - b.begin || b.end - a.end);
  // Bytes that are a part of more than one belong to all of these.
  data.forEach((node, index) => {
    for (let next = index + 1; next < data.length && data[next].begin < node.end; next++) {
      node.needs.add(data[next]);
      data[next].needs.add(node);
    }
  });

  const relocations = (/** @type {string} */ name, /** @type {(offset: number) => Node | undefined} */ holder) => {
    const reader = reading(name);
    const target = all[reader.number()];
    reader.list(() => {
      const type = reader.byte();
      const holding = holder(target.content + reader.number());
      const index = reader.number();
      if (WITH_ADDEND.has(type)) reader.number(true);
      const needed = type === OF_TYPE ? undefined : symbols[index];
      if (holding && needed) holding.needs.add(needed);
      else if (needed) loose.push(needed);
    });
  };
  /** What is needed by what has no name. @type {Node[]} */
  const loose = [];
  relocations("reloc.CODE", (offset) => at(functions, offset));
  relocations("reloc.DATA", (offset) => {
    const segment = segments.find(({ begin, end }) => begin <= offset && offset < end);
    return segment && at(data, offset - segment.begin + segment.address);
  });

  const exporting = reading(7);
  /** @type {Map<string, Node>} */
  const exported = new Map();
  exporting.list(() => {
    const name = exporting.text();
    const kind = exporting.byte();
    const index = exporting.number();
    if (kind === 0) exported.set(name, functions[index]);
  });

  const elements = reading(9);
  /** @type {Map<number, Node>} */
  const slots = new Map();
  elements.list(() => {
    if (elements.number() !== 0) throw new Error("The wasm has a table that is not the linker's.");
    const begin = elements.address();
    elements.list((index) => slots.set(begin + index, functions[elements.number()]));
  });
  return { functions, data, exported, loose, slots };
}

/**
 * The last of these that holds the place.
 * @param {readonly Node[]} nodes in the order of their places
 * @param {number} place
 */
function at(nodes, place) {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nodes[middle].begin <= place) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0 && index >= low - 8; index--) if (place < nodes[index].end) return nodes[index];
  return undefined;
}

/**
 * All that these need, with them.
 * @param {Iterable<Node>} from
 * @param {Set<Node>} [without] and what is needed by that alone
 */
export function reached(from, without = new Set()) {
  /** @type {Set<Node>} */
  const found = new Set();
  const open = [...from];
  for (let node = open.pop(); node; node = open.pop()) {
    if (found.has(node) || without.has(node)) continue;
    found.add(node);
    open.push(...node.needs);
  }
  return found;
}
