import { render } from "@lit-labs/ssr";
import { collectResultSync } from "@lit-labs/ssr/lib/render-result.js";

/**
 * A template as text, without the marks that Lit makes of its places, and without what it takes for attributes that
 * are false.
 * @param {unknown} template
 */
export function written(template) {
  const text = collectResultSync(render(template)).replace(/<!--\/?lit-.*?-->|<\?>| (?:checked|selected)="false"/g, "");
  // Explained words are counted through all pages, which are written in any order.
  const [first = 0] = text.match(/(?<=id="term-)\d+/)?.map(Number) ?? [];
  return text.replace(/(?<==")term-(\d+)(?=")/g, (_, count) => `term-${count - first}`);
}
