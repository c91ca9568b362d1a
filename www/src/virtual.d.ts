/** What `pages/modules.js` makes of the lessons when the site is built. */

declare module "virtual:course" {
  export const lessons: import("./types.js").Lesson[];
  /** By id. */
  export const texts: Record<string, () => Promise<{ default: import("./types.js").Text }>>;
}

declare module "virtual:course/texts" {
  /** By id. */
  const texts: Record<string, import("./types.js").Text>;
  export default texts;
}
