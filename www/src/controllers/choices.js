// What a reader can choose of every lesson.

/** The first and the last are the bounds. */
export const SPEEDS = ["0.25", "0.5", "1", "2", "4", "10", "20"];

/** What can stand beside a run, apart from a scenario's id. */
export const SIMULATION = "its simulation";
export const BEFORE = "the run before";

/**
 * Whether a choice of what to compare with is a second scenario's id.
 * @param {string} choice
 */
export function isScenario(choice) {
  return choice !== "" && choice !== SIMULATION && choice !== BEFORE;
}
