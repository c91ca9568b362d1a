// Many horizontal strokes as one SVG path: a picture of 100,000 events has no more
// strokes than the screen has columns.

/** A tenth of a pixel is as exact as a screen can show. */
const rounded = (/** @type {number} */ x) => Math.round(x * 10) / 10;

export class Strokes {
  /** @type {[number, number] | undefined} */
  #last;
  #path = "";

  /**
   * @param {number} min the least width of a stroke
   * @param {number} gap what is kept free between two
   */
  constructor(min, gap) {
    this.min = min;
    this.gap = gap;
  }

  /**
   * Adds a stroke, not left of the one before. Strokes without room for both are merged.
   * @param {number} from
   * @param {number} to
   */
  add(from, to) {
    const end = Math.max(to, from + this.min);
    const last = this.#last;
    if (last && from < last[1] + this.gap) {
      if (from < last[0] + this.min + this.gap) {
        last[1] = Math.max(last[1], end);
        return;
      }
      last[1] = from - this.gap;
    }
    this.#flush();
    this.#last = [from, end];
  }

  #flush() {
    if (this.#last) this.#path += `M${rounded(this.#last[0])} 0H${rounded(this.#last[1])}`;
    this.#last = undefined;
  }

  /** The path so far: along y = 0. */
  toString() {
    this.#flush();
    return this.#path;
  }
}
