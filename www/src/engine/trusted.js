// A page may start no worker but by an address that a policy of its choice has passed (Trusted Types): ours has the name
// of the element.

/** @typedef {{ createScriptURL(address: string): string }} Policy */

/** @type {Policy | undefined} */
let policy;

/**
 * An address of ours, as the page wants it. Where there is no such thing, it is the address itself.
 * @param {string} address
 */
export function trusted(address) {
  /** @type {{ trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }} */
  const { trustedTypes } = /** @type {any} */ (globalThis);
  try {
    policy ??= trustedTypes?.createPolicy("async-playground", { createScriptURL: (address) => address });
  } catch {
    throw new Error("The page's Content Security Policy blocks workers: trusted-types needs async-playground.");
  }
  return policy?.createScriptURL(address) ?? address;
}
