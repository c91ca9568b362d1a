// Tabs, as WAI-ARIA's pattern for them says: one can be reached by Tab, the others from it by the arrows.

import { css, html } from "lit";

/**
 * @template {string} Name
 * @param {object} props
 * @param {string} props.label of the list
 * @param {readonly { name: Name, title: unknown, class?: string, panel?: string }[]} props.tabs
 * @param {Name} props.chosen
 * @param {string} [props.panel] the id of what they choose, unless each has one of its own
 * @param {(name: Name) => void} props.onChoose
 */
export function tabs({ label, tabs, chosen, panel, onChoose }) {
  return html`<div class="tabs" role="tablist" aria-label=${label}>
    ${tabs.map(({ name, title, class: kind = "", panel: own = panel ?? "" }) => html`
      <button role="tab" type="button" class="plain ${kind}" id="tab-${name}" aria-controls=${own} aria-selected=${name === chosen} tabindex=${name === chosen ? 0 : -1}
        @click=${() => onChoose(name)} @keydown=${turn}>${title}</button>`)}
  </div>`;
}

/** @param {KeyboardEvent} event */
function turn(event) {
  const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
  const step = steps[/** @type {"Home"} */ (event.key)];
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  const tab = /** @type {HTMLElement} */ (event.currentTarget);
  const all = /** @type {HTMLElement[]} */ ([...(tab.parentElement?.children ?? [])]).filter((tab) => tab.checkVisibility());
  const at = all.indexOf(tab) + step;
  const next = all.at(step === Infinity ? -1 : step === -Infinity ? 0 : at % all.length);
  next?.focus();
  next?.click();
}

export const tabsStyles = css`
  .tabs { display: flex; flex-wrap: wrap; gap: 2px; }
  .tabs [aria-selected="true"] { border-radius: 8px 8px 0 0; box-shadow: inset 0 -2px var(--now); color: var(--ink); }
  @media (forced-colors: active) {
    .tabs [aria-selected="true"] { border-bottom: 3px solid Highlight; }
  }
`;
