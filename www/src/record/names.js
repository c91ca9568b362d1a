// Short labels for lanes: `A` for `do_task("A", a)`.

/** @typedef {{ readonly id: number, readonly name: string, readonly kind: string }} Named */

/** @type {WeakMap<readonly Named[], Map<number, string>>} */
const known = new WeakMap();

/**
 * A label for a lane, unique among `all`.
 * @param {{ readonly id: number }} lane
 * @param {readonly Named[]} all the record's tasks, or the lanes of a state
 * @returns {string}
 */
export function shortName(lane, all) {
  let names = known.get(all);
  // A list may have grown since.
  if (names?.size !== all.length) {
    names = shortNames(all);
    known.set(all, names);
  }
  return names.get(lane.id) ?? `task ${lane.id}`;
}

/**
 * The labels of all lanes, by id. The first lane of a name has it as it is, the
 * others are numbered.
 * @param {readonly Named[]} all
 * @returns {Map<number, string>}
 */
export function shortNames(all) {
  /** @type {Map<number, string>} */
  const names = new Map();
  const taken = new Set(["main"]);
  /** How many lanes have had each name. */
  const counts = new Map();
  for (const lane of all) {
    if (lane.kind === "main") {
      names.set(lane.id, "main");
      continue;
    }
    const base = baseName(lane.name);
    let count = counts.get(base) ?? 1;
    let name = base;
    while (taken.has(name)) {
      count += 1;
      name = `${base} ${count}`;
    }
    counts.set(base, count);
    taken.add(name);
    names.set(lane.id, name);
  }
  return names;
}

/**
 * The content of the only string literal, or the name of the function, or all of it.
 * @param {string} expression
 */
function baseName(expression) {
  const literals = [...expression.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, content]) => content.trim());
  if (literals.length === 1 && literals[0] !== "") return literals[0];
  // From the start of a word: else each letter of a long one would be tried.
  const call = expression.match(/(?<![\p{L}\p{N}_])([\p{L}_][\p{L}\p{N}_]*)(?:::<[^(]*>)?!?\(/u);
  return call?.[1] ?? (expression.trim() || "task");
}
