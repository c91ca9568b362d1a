// The JavaScript of a wasm that is loaded late.

/**
 * @param {string} address
 * @returns {Promise<any>}
 */
export async function glueOf(address) {
  // No bundler can know it.
  return (await import(/* @vite-ignore */ /* webpackIgnore: true */ address)).default;
}
