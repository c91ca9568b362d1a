// Promises that wait, as JavaScript has them: what a run of the playground is held against, here and in the bench.

/**
 * So many wait for one second, all at once. Gives how long it took, in milliseconds.
 * @param {number} count
 */
export async function sleepers(count) {
  const started = performance.now();
  await Promise.all(Array.from({ length: count }, () => new Promise((resolve) => setTimeout(resolve, 1000))));
  return performance.now() - started;
}
