// The types of the module: what it exports, written down, and the element, made of its description.

import { attributes, events, methods, properties } from "./element.js";
import { isProperty } from "./manifest.js";

/** @import { Described } from "./element.js" */

const lines = (/** @type {readonly string[]} */ lines) => lines.map((line) => `  ${line}`).join("\n");
const member = (/** @type {Described} */ { name, type, text }, mark = "") => `/** ${text} */ ${/^\w+$/.test(name) ? name : `"${name}"`}${mark}: ${type};`;
const optional = (/** @type {Described} */ { name, text, type, default: given }) => member({ name, text, type: given === undefined ? `${type} | undefined` : type });

export const types = `import type { Diagnostic, Program, RunEvent, RunRecord, Scenario } from "./record.js";

export type * from "./record.js";

/** Every lesson, with its parameters, text and programs. */
export function scenarios(): Promise<Scenario[]>;

/**
 * Runs a lesson, by its id, or a program on the browser's own event loop. Resolves to its record when the run has ended;
 * rejects if something is not allowed, or if the program does not compile. Aborting the signal stops the run.
 */
export function run(
  what: string | Pick<Program, "source">,
  params?: Record<string, unknown>,
  options?: { speed?: number | string; signal?: AbortSignal; onEvent?: (event: RunEvent) => void },
): Promise<RunRecord>;

/** The same, at once, on the simulated clock. Aborting the signal makes it reject. */
export function simulate(
  what: string | Pick<Program, "source">,
  params?: Record<string, unknown>,
  options?: { speed?: number | string; signal?: AbortSignal },
): Promise<RunRecord>;

/** What is wrong with a program, in rustc's words. */
export function check(source: string): Promise<Diagnostic[]>;

/** One program, run and seen. It is registered as \`<async-playground>\`. */
export class AsyncPlayground extends HTMLElement {
${lines(attributes.filter(({ name }) => isProperty(name)).map(optional))}
${lines(properties.map((one) => member(one)))}
${lines(methods.map(({ name, parameters, type, text }) => `/** ${text} */ ${name}(${parameters.map((one) => `${one.name}: ${one.type}`).join(", ")}): ${type};`))}
}

/** The events of the element, which bubble. */
export interface AsyncPlaygroundEventMap {
${lines(events.map(({ name, type, text }) => member({ name, type: `CustomEvent<${type}>`, text })))}
}

/** What JSX may say of the element: its attributes, and what every element has. */
export interface AsyncPlaygroundAttributes {
${lines(attributes.map((one) => member(one, "?")))}
  [other: string]: unknown;
}

declare global {
  interface HTMLElementTagNameMap {
    "async-playground": AsyncPlayground;
  }
  interface HTMLElementEventMap extends AsyncPlaygroundEventMap {}
  namespace JSX {
    interface IntrinsicElements {
      "async-playground": AsyncPlaygroundAttributes;
    }
  }
}
`;

/** React 19 keeps its own list of elements: for who imports "async-playground/react", which is types alone. */
export const reactTypes = `import type { AsyncPlaygroundAttributes } from "./index.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "async-playground": AsyncPlaygroundAttributes;
    }
  }
}
`;

/** The plugin for Markdown. */
export const remarkTypes = `/** Makes elements of the blocks of code that are marked, as by "\`\`\`rust async-playground". */
export default function asyncPlayground(): (tree: any) => any;
`;
