// Stands in for the compiler's JavaScript: it knows a few mistakes, and "compiles" a program to the list of what it prints.

export default function () {
  const lines = (source) => source.split("\n").map((text, index) => ({ text, number: index + 1 }));
  let last;

  const find = (source) => {
    if (source.includes("crash!")) throw new Error("the fake compiler crashed");
    if (source.includes("hang!")) for (;;);
    const found = [];
    const at = (line, column, length, rest) => found.push({ line, column, end_line: line, end_column: column + length, ...rest });
    for (const { text, number } of lines(source)) {
      const misspelt = text.indexOf("slep");
      if (misspelt >= 0) {
        const place = { line: number, column: misspelt + 1, end_line: number, end_column: misspelt + 5 };
        at(number, misspelt + 1, 4, {
          severity: "error",
          code: "E0425",
          message: "cannot find function `slep` in this scope",
          help: { message: "a function with a similar name exists: use `sleep`", replacement: { ...place, text: "sleep" } },
        });
      }
      const files = text.indexOf("std::fs");
      if (files >= 0) at(number, files + 1, 7, { severity: "error", code: "playground", message: "the playground does not know `std::fs`" });
      const unused = /let (unused)\b/.exec(text);
      if (unused) at(number, unused.index + 5, 6, { severity: "warning", code: "unused_variables", message: "unused variable: `unused`" });
    }
    return found;
  };

  return {
    initSync() {},
    last_words: () => undefined,
    check: (source) => JSON.stringify(find(source)),
    compile(source) {
      const diagnostics = find(source);
      last = undefined;
      const failed = diagnostics.some(({ severity }) => severity === "error");
      const [, taken] = /fn main\(([^)]*)\)/.exec(source) ?? ["", ""];
      const params = [...taken.matchAll(/(\w+): (Duration|u32)/g)].map(([, name, type]) => ({ name, kind: type === "u32" ? "count" : "seconds" }));
      if (!failed) {
        const printed = lines(source).flatMap(({ text, number }) => {
          const [, said] = /println!\("([^"]*)"/.exec(text) ?? [];
          return said === undefined ? [] : [{ line: number, text: said }];
        });
        last = new TextEncoder().encode(JSON.stringify(printed));
      }
      return JSON.stringify({ diagnostics, params: failed ? [] : params });
    },
    program: () => last,
    complete: () => JSON.stringify([
      { label: "sleep", kind: "function", detail: "fn(Duration) -> Sleep", documentation: "Waits until a time has passed." },
      { label: "sleep_until", kind: "function", detail: "fn(Instant) -> Sleep", documentation: "Waits until a moment." },
    ]),
    describe: (source, line, column) => (/^\w*sleep/.test(source.split("\n")[line - 1].slice(Math.max(0, column - 6))) ? "pub fn sleep(duration: Duration) -> Sleep" : undefined),
  };
}
