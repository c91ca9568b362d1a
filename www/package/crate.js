// What Cargo.toml says of the project: other packages say the same.

import { readFileSync } from "node:fs";

const text = readFileSync(new URL("../../Cargo.toml", import.meta.url), "utf8");

/** @param {string} key */
function said(key) {
  const value = text.match(new RegExp(`^${key} = "(.*)"$`, "m"))?.[1];
  if (value === undefined) throw new Error(`Cargo.toml says no ${key}`);
  return value;
}

export const crate = { version: said("version"), description: said("description"), license: said("license") };
