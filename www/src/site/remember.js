// A lesson and the memory: what is done, typed, predicted and chosen is remembered, and is there again.

import { DEFAULTS } from "../controllers/settings.js";

/** @import { AsyncPlayground } from "../element.js" */
/** @import { Address, Heading } from "../types.js" */
/** @import { Memory } from "./memory.js" */

/**
 * The address of a lesson with what was typed the last time, if there is something and the address has no settings of
 * its own: then it is the address that was given.
 * @param {Address} address
 * @param {Memory} memory
 * @param {readonly Heading[]} lessons
 * @returns {Address}
 */
export function withDraft(address, memory, lessons) {
  const { scenario, params: given, ...settings } = address;
  if (Object.keys({ ...given, ...settings }).length > 0) return address;
  const { params = {}, speed, code } = memory.lesson(scenario);
  // A lesson may have lost a parameter since.
  const names = lessons.find(({ id }) => id === scenario)?.params.map(({ name }) => name) ?? [];
  const known = Object.entries(params).filter(([name]) => names.includes(name));
  if (known.length === 0 && speed === undefined && code === undefined) return address;
  return { scenario, params: Object.fromEntries(known), speed, code };
}

/**
 * Remembers what becomes of a lesson.
 * @param {AsyncPlayground} element
 * @param {Memory} memory
 * @param {() => void} onRemembered
 */
export function remember(element, memory, onRemembered) {
  const isGiven = new URLSearchParams(location.search).has("language");
  let language = (!isGiven && memory.read().language) || element.language;
  element.language = language;
  const { prediction, solved } = memory.lesson(element.scenario);
  element.solved = solved === true;
  if (prediction) Object.assign(element, { prediction });

  /** @type {[string, (event: CustomEvent) => void][]} */
  const kinds = [
    ["playground-finish", ({ detail }) => detail.outcome === "completed" && memory.remember(detail.scenario, { done: true })],
    ["playground-exercise", ({ detail: { reached } }) => reached && memory.remember(element.scenario, { solved: true })],
    ["playground-predict", ({ detail: { answers, skipped }, detail }) => {
      const isSaid = skipped || answers.some((/** @type {unknown} */ answer) => answer !== null);
      memory.remember(element.scenario, { prediction: isSaid ? detail : undefined });
    }],
    ["playground-change", () => {
      const { params, speed, code } = element.address;
      memory.remember(element.scenario, {
        params: Object.keys(params).length > 0 ? params : undefined,
        speed: speed === DEFAULTS.speed ? undefined : speed,
        code,
      });
      // The reader's choice here, and not what another page may have remembered since.
      if (element.language === language) return;
      language = element.language;
      memory.choose(language === "python" ? "python" : "rust");
    }],
  ];
  for (const [kind, keep] of kinds) {
    element.addEventListener(kind, (event) => {
      keep(/** @type {CustomEvent} */ (event));
      onRemembered();
    });
  }
}
