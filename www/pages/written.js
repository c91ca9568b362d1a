import { render } from "@lit-labs/ssr";
import { collectResultSync } from "@lit-labs/ssr/lib/render-result.js";

/**
 * A template as text, without the marks that Lit makes of its places, and without what it takes for attributes that
 * are false.
 * @param {unknown} template
 */
export function written(template) {
  return collectResultSync(render(template)).replace(/<!--\/?lit-.*?-->|<\?>| (?:checked|selected)="false"/g, "");
}
