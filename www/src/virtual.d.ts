interface ImportMetaEnv {
  /** Where the site is published, if that was known when it was built. */
  readonly SITE: string | undefined;
  /** The compiler's addresses, seen from the bundled modules. */
  readonly COMPILER_WASM: string;
  readonly COMPILER_JS: string;
}

/** What `pages/offline.js` tells the service worker of the build. */
declare const BUILD: { build: string, shell: string[], files: string[] };

/** What `pages/modules.js` makes of the lessons when the site is built. */

declare module "virtual:course" {
  export const lessons: import("./types.js").Lesson[];
  /** What stands for a program of one's own. */
  export const own: import("./types.js").Lesson;
  /** By id; with the address of the lesson's program, if it is one. */
  export const texts: Record<string, () => Promise<{ default: import("./types.js").Text, piece: string }>>;
  /** By id; of lessons that have one. */
  export const exercises: Record<string, () => Promise<{ exercise: import("./types.js").Exercise; check: import("./types.js").Check }>>;
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
