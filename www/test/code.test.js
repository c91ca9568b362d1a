// A program in an address, and as one that tokio runs.

import assert from "node:assert/strict";
import { test } from "node:test";

import { CODE_LIMIT, CodeError, SOURCE_LIMIT, decodeCode, encodeCode } from "../src/record/code.js";
import { formatHash, formatPage, parseHash, parsePage } from "../src/site/permalink.js";
import { tokioMain } from "../src/source/rust-playground.js";

const program = 'async fn main() {\n    println!("grüße 🦀 {}", 1);\n}\n';

test("a program comes back from an address as it was", () => {
  for (const source of [program, "", "\n", "x".repeat(SOURCE_LIMIT)]) {
    const code = encodeCode(source);
    assert.match(code, /^[\w.-]+$/);
    assert.equal(decodeCode(code), source);
    const page = formatPage({ scenario: "gather", params: { a: "2" }, code });
    assert.equal(page, `gather/?a=2#code=${code}`);
    assert.deepEqual(parsePage(new URL(page, "https://example.org/")), { params: { a: "2" }, code });
    const hash = formatHash({ scenario: "gather", params: {}, code });
    assert.deepEqual(parseHash(hash), { scenario: "gather", params: {}, code });
  }
  // A run brings its own.
  assert.equal(formatPage({ scenario: "gather", params: {}, code: "1.1.a", run: "2.1.a" }), "gather/#run=2.1.a");
  assert.throws(() => parsePage(new URL("https://example.org/gather/?code=1.1.a")), { message: 'a program cannot stand behind "?" in the address: it stands behind "#"' });
});

test("a program that is too long, and a link that is none, are refused by name", () => {
  let seed = 1;
  const noise = Array.from({ length: SOURCE_LIMIT }, () => String.fromCharCode(33 + ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) >>> 16) % 90)).join("");
  const refused = (/** @type {() => unknown} */ act, reason, words) => assert.throws(act, (error) => error instanceof CodeError && error.reason === reason && words.test(error.message));
  refused(() => encodeCode("x".repeat(SOURCE_LIMIT + 1)), "too-long", /has 30001 characters; at most 30000 are allowed/);
  refused(() => encodeCode(noise), "too-long", new RegExp(`takes \\d+ characters in a link; at most ${CODE_LIMIT} are allowed`));
  const code = encodeCode(program);
  refused(() => decodeCode(code.slice(0, -3)), "cut-off", /the program in this link is cut off: it has \d+ of \d+ characters/);
  refused(() => decodeCode(code.replace(/^1/, "2")), "later-version", /is of version 2; this page reads version 1/);
  refused(() => decodeCode("hello"), "not-valid", /the program in this link is not valid/);
  refused(() => decodeCode("1.4.AAAA"), "not-valid", /the program in this link is not valid/);
  refused(() => decodeCode("x".repeat(CODE_LIMIT + 1)), "too-long", /has 15001 characters/);
});

test("a lesson's program gets a main that gives it its parameters; one of one's own stays as it is", () => {
  const params = [
    { name: "a", label: "A", kind: "seconds", unit: "s", min: 0, max: 10, step: 0.1, default: 2 },
    { name: "n", label: "n", kind: "count", unit: "", min: 1, max: 9, step: 1, default: 3 },
  ];
  const lesson = "pub async fn main(a: Duration, n: u32) {\n    work(a, n).await;\n}\n";
  assert.equal(
    tokioMain(lesson, params, { a: "1.5" }),
    'async fn lesson(a: Duration, n: u32) {\n    work(a, n).await;\n}\n\n#[tokio::main(flavor = "local")]\nasync fn main() {\n    lesson(std::time::Duration::from_secs_f64(1.5), 3).await;\n}\n',
  );
  assert.equal(tokioMain("pub async fn main() {\n}\n", params, {}), '#[tokio::main(flavor = "local")]\nasync fn main() {\n}\n');
  const own = "#[tokio::main]\nasync fn main() {\n}\n";
  assert.equal(tokioMain(own, [], {}), own);
});
