// The program that stands in a page is the author's, to the letter, whatever her tools have put around it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { plainProgram } from "../src/source/inside.js";

test("a program begins and ends with a line that is not empty, at the left", () => {
  assert.equal(plainProgram("\n  \n    fn main() {\n        a();\n\n    }\n  \n"), "fn main() {\n    a();\n\n}\n");
  assert.equal(plainProgram("fn main() {}"), "fn main() {}\n");
  assert.equal(plainProgram("fn main() {\r\n}\r\n"), "fn main() {\n}\n");
});

test("what is further left than the rest keeps all where it is", () => {
  const source = '    let a = "\nb";\n';
  assert.equal(plainProgram(source), source);
});

test("lines that mdBook hides are a part of the program, their mark is not", () => {
  assert.equal(plainProgram("# use a::b;\n#\nfn main() {\n#     let c = 1;\n    # let d = 2;\n}\n"), "use a::b;\n\nfn main() {\n    let c = 1;\n    let d = 2;\n}\n");
});

test("attributes are no marks", () => {
  const source = "#![allow(unused)]\n#[tokio::main]\nasync fn main() {}\n";
  assert.equal(plainProgram(source), source);
});
