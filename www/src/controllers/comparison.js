// The other run of a comparison: a second scenario, the run's own simulation, or the run before.

import { run } from "../engine/run.js";
import { scenarios } from "../engine/scenarios.js";
import { simulate } from "../engine/simulate.js";

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */
/** @import { RunRecord, Scenario } from "../types.js" */
/** @import { Side } from "../views/compare.js" */

/** What can stand beside a run, apart from a scenario's id. */
export const SIMULATION = "its simulation";
export const BEFORE = "the run before";

/**
 * Whether a choice is a second scenario's id.
 * @param {string} choice
 */
export function isScenario(choice) {
  return choice !== "" && choice !== SIMULATION && choice !== BEFORE;
}

/** @implements {ReactiveController} */
export class Comparison {
  /** @param {ReactiveControllerHost} host */
  constructor(host) {
    this.host = host;
    host.addController(this);
    /** What is compared with: an id, `SIMULATION`, `BEFORE`, or nothing. */
    this.with = "";
    /** @type {Scenario[]} */
    this.all = [];
    /** @type {Record<string, string>} */
    this.values = {};
    /** @type {RunRecord | undefined} The run of the second scenario. */
    this.record = undefined;
    /** @type {RunRecord | undefined} What that run will be. */
    this.simulated = undefined;
    /** @type {RunRecord | undefined} The last run of the first scenario but one. */
    this.before = undefined;
  }

  hostConnected() {}

  /**
   * Chooses what to compare with. A second scenario gets the first one's settings, as
   * far as it has the same parameters.
   * @param {string} choice
   * @param {Record<string, string>} values
   * @param {string} speed
   */
  async choose(choice, values, speed) {
    this.with = choice;
    this.record = undefined;
    this.simulated = undefined;
    this.host.requestUpdate();
    if (!isScenario(choice)) return;
    this.all = await scenarios();
    const other = this.all.find(({ id }) => id === choice);
    const takes = (/** @type {string} */ name) => other?.params.some((param) => param.name === name);
    this.values = Object.fromEntries(Object.entries(values).filter(([name]) => takes(name)));
    const simulated = await simulate(choice, this.values, { speed });
    if (choice === this.with) this.simulated = simulated;
    this.host.requestUpdate();
  }

  /**
   * Runs the second scenario: after the first, because a loop that one of them
   * blocks would block the other.
   * @param {{ speed: string, signal: AbortSignal }} options
   */
  async run({ speed, signal }) {
    const { with: choice } = this;
    if (!isScenario(choice) || signal.aborted) return;
    const record = await run(choice, this.values, { speed, signal });
    if (choice === this.with) this.record = record;
    this.host.requestUpdate();
  }

  /**
   * The other side, if there is one.
   * @param {Scenario} scenario the first one
   * @param {RunRecord | undefined} simulated the first one's simulation
   * @returns {Side | undefined}
   */
  side(scenario, simulated) {
    if (this.with === "") return undefined;
    if (this.with === SIMULATION) return { scenario, record: simulated, simulated };
    if (this.with === BEFORE) return { scenario, record: this.before, simulated: undefined };
    const other = this.all.find(({ id }) => id === this.with);
    return other && { scenario: other, record: this.record, simulated: this.simulated };
  }
}
