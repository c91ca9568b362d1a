// When the page goes to paper: what is folded or cut on the screen is whole there.

/**
 * Calls a listener with `true` before the page is printed, and with `false` after.
 * @param {(printing: boolean) => void} listener
 * @returns {() => void} ends it
 */
export function onPrint(listener) {
  const end = new AbortController();
  const { signal } = end;
  addEventListener("beforeprint", () => listener(true), { signal });
  addEventListener("afterprint", () => listener(false), { signal });
  // Tools that only draw the page as if printed fire neither.
  matchMedia("print").addEventListener("change", ({ matches }) => listener(matches), { signal });
  return () => end.abort();
}
