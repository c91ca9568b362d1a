/** What `pages/modules.js` makes of the lessons when the site is built. */

declare module "virtual:course" {
  export const lessons: import("./types.js").Lesson[];
  /** What stands for a program of one's own. */
  export const own: import("./types.js").Lesson;
  /** By id. */
  export const texts: Record<string, () => Promise<{ default: import("./types.js").Text }>>;
}

declare module "virtual:course/texts" {
  /** By id. */
  const texts: Record<string, import("./types.js").Text>;
  export default texts;
}

declare module "virtual:element/sheet" {
  import type { CSSResult } from "lit";

  /** The element's styles, until it shows a run. */
  export const sheet: CSSResult;
}
