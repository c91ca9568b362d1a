// The key that is held down for shortcuts, as it is called on this machine.

/**
 * `⌘` on a Mac, and on an iPad with a keyboard, which says that it is one; `Ctrl` elsewhere.
 * @param {{ userAgentData?: { platform?: string }, platform?: string }} [machine]
 */
export function modifier(machine = globalThis.navigator ?? {}) {
  return /^(mac|ip)/i.test(machine.userAgentData?.platform ?? machine.platform ?? "") ? "⌘" : "Ctrl";
}
