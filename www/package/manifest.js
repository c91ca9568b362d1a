// The element as tools read it (Custom Elements Manifest, schema 1.0.0).

import { attributes, cssParts, cssProperties, events, methods, properties } from "./element.js";

const MODULE = "embed/async-playground.js";

/** @param {{ name: string, type: string, text: string, default?: string }} described */
const field = ({ name, type, text, default: given }) => ({ name, description: text, type: { text: type }, ...(given === undefined ? {} : { default: given }) });

export const manifest = {
  schemaVersion: "1.0.0",
  modules: [
    {
      kind: "javascript-module",
      path: MODULE,
      declarations: [
        {
          kind: "class",
          customElement: true,
          name: "AsyncPlayground",
          tagName: "async-playground",
          description: "A small program of async Rust, run and seen in the page.",
          superclass: { name: "HTMLElement" },
          attributes: attributes.map((one) => ({ ...field(one), ...(isProperty(one.name) ? { fieldName: one.name } : {}) })),
          members: [
            ...attributes.filter(({ name }) => isProperty(name)).map((one) => ({ kind: "field", ...field(one), attribute: one.name })),
            ...properties.map((one) => ({ kind: "field", ...field(one) })),
            ...methods.map(({ name, text, type, parameters }) => ({
              kind: "method",
              name,
              description: text,
              parameters: parameters.map(({ name, type }) => ({ name, type: { text: type } })),
              return: { type: { text: type } },
            })),
          ],
          events: events.map(({ name, type, text }) => ({ name, description: text, type: { text: `CustomEvent<${type}>` } })),
          cssProperties: cssProperties.map(({ name, text, type }) => ({ name, description: text, syntax: type })),
          cssParts: cssParts.map(({ name, text }) => ({ name, description: text })),
        },
      ],
      exports: [
        { kind: "custom-element-definition", name: "async-playground", declaration: { name: "AsyncPlayground", module: MODULE } },
        { kind: "js", name: "AsyncPlayground", declaration: { name: "AsyncPlayground", module: MODULE } },
      ],
    },
  ],
};

/** @param {string} attribute */
export function isProperty(attribute) {
  return !attribute.includes("-");
}
