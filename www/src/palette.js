// A hue per task, the same in every view. Colour is never the only sign: a name stands beside it.

const HUES = 7;

/**
 * The number of a lane's hue: 0 is main's alone.
 * @param {number} id
 */
export function hue(id) {
  return id === 0 ? 0 : ((id - 1) % HUES) + 1;
}
