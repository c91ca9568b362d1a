// Who spawned, woke and was awaited by whom: a line from lane to lane, with an arrow at its end.

/** @import { Link } from "./history.js" */
/** @import { Scale } from "./scale.js" */

const ARROW = 4;

/** From the middle of a lane to where its polls end: an arrow stands beside them. */
const BESIDE = 10;

/**
 * One path for each kind of link.
 * @param {readonly Link[]} links
 * @param {Scale} scale
 * @param {(id: number) => number | undefined} y the middle of a lane
 */
export function drawLinks(links, scale, y) {
  const paths = { spawn: "", wake: "", join: "" };
  /** What is drawn already in the column of pixels. */
  const drawn = { spawn: new Set(), wake: new Set(), join: new Set() };
  let column = -1;
  for (const { kind, at_ms, from, to } of links) {
    const x = Math.round(scale.x(at_ms));
    const [start, end] = [y(from), y(to)];
    if (start === undefined || end === undefined || x < 0 || x > scale.width) continue;
    if (x !== column) for (const links of Object.values(drawn)) links.clear();
    column = x;
    // Two whole numbers as one: a key that costs nothing to make.
    const same = start * 2 ** 20 + end;
    if (drawn[kind].has(same)) continue;
    drawn[kind].add(same);
    const down = end > start ? 1 : -1;
    paths[kind] += `M${x} ${start + down * BESIDE}V${end - down * BESIDE}m${-ARROW} ${-down * ARROW}l${ARROW} ${down * ARROW}l${ARROW} ${-down * ARROW}`;
  }
  return paths;
}
