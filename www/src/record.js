// What a RunRecord says, without a view: each of these is a pure function of the record.

export { createReplay, fold } from "./record/replay.js";
export { intervals } from "./record/intervals.js";
export { lateness } from "./record/lateness.js";
export { shortName, shortNames } from "./record/names.js";
export { aggregate } from "./record/aggregate.js";
export { clockAccount } from "./record/clock-account.js";
