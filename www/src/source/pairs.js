// Which line of the Python program does what a line of the Rust program does.
//
// Computed from the two sources, so that nobody has to keep a table in step. Only
// what an event can stand on is paired. Where the programs differ there is no pair:
// none is better than a wrong one.

/** @typedef {"rust" | "python"} Language */

/**
 * What a line can do, and how each language says it. Names of functions and printed
 * texts are the same in both programs and must agree; names of variables need not.
 * @type {Record<string, Record<Language, RegExp>>}
 */
const ACTS = {
  begin: { rust: /\bfn (\w+)/, python: /\bdef (\w+)/ },
  print: { rust: /\bprintln!\("((?:[^"\\]|\\.)*)"/, python: /\bprint\((?:f?"(.*)"\))?/ },
  // To yield is to sleep for no time: `asyncio.sleep(0)`.
  sleep: { rust: /(?<!::)\b(?:sleep|yield_now)\(/, python: /\basyncio\.sleep\(/ },
  block: { rust: /\bthread::sleep\(/, python: /\btime\.sleep\(/ },
  spawn: { rust: /\bspawn_local\((\w+)\(/, python: /\bcreate_task\((\w+)\(/ },
  thread: { rust: /\bspawn_blocking\((\w+)/, python: /\bto_thread\((\w+)/ },
  // A `gather` of calls is a `join!`; a `gather` of a list awaits what is in the list.
  join: { rust: /\bjoin!\(/, python: /\bgather\((?!\*)/ },
  await: { rust: /\.await\b/, python: /\bawait (?!asyncio\.gather\((?!\*))/ },
};

/**
 * The lines of the Python program, by their lines in the Rust program.
 * @param {{ rust: string, python: string }} source
 * @returns {Map<number, number>}
 */
export function pairs({ rust, python }) {
  /** @type {Map<number, number>} */
  const pairs = new Map();
  const twins = places("python", python);
  for (const [place, lines] of places("rust", rust)) {
    const found = twins.get(place) ?? [];
    // With one more on one side, nobody can say which belongs to which.
    if (found.length === lines.length) lines.forEach((line, nth) => pairs.set(line, found[nth]));
  }
  return pairs;
}

/**
 * The lines that do something, by their function and by what they do.
 * @param {Language} language
 * @param {string} code
 */
function places(language, code) {
  /** @type {Map<string, number[]>} */
  const places = new Map();
  let within = "";
  code.split("\n").forEach((text, index) => {
    within = text.match(ACTS.begin[language])?.[1] ?? within;
    const acts = Object.entries(ACTS).flatMap(([act, says]) => {
      const found = text.match(says[language]);
      return found ? `${act} ${words(found[1] ?? "")}` : [];
    });
    if (acts.length === 0) return;
    const place = [within, ...acts].join("\n");
    places.set(place, [...(places.get(place) ?? []), index + 1]);
  });
  return places;
}

/**
 * A text without what is filled in, which each language spells in its own way.
 * @param {string} text
 */
function words(text) {
  return text.replaceAll(/\{[^{}]*\}/g, "");
}
