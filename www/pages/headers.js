// What the site's server should send: `vite preview` does, and hosts that read `_headers` (Netlify, Cloudflare Pages).

/** What a strict host sends: no inline script, no inline style, nothing from elsewhere. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  // Pictures of a run are exported through data and blob addresses.
  "img-src 'self' data: blob:",
  // Of a frame that is sandboxed, which imports its workers from here.
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  // `embed.html` is made to stand in other people's pages.
  "frame-ancestors *",
].join("; ");

/** With every file. */
export const headers = {
  "Content-Security-Policy": contentSecurityPolicy,
  // An isolated page has a finer `performance.now()` (High Resolution Time, "coarsen time").
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "cross-origin",
  // Anybody may take the module from here, and frames without an origin do.
  "Access-Control-Allow-Origin": "*",
  "X-Content-Type-Options": "nosniff",
};

/** Here each file carries a hash of its content in its name: it may be kept for ever. */
export const ASSETS = "embed/assets";

/** All else is to be asked for again, which hosts say of what nothing is said of: if two rules did, they would send both. */
const rules = {
  "/*": headers,
  [`/${ASSETS}/*`]: { "Cache-Control": "public, max-age=31536000, immutable" },
};

/** What such hosts read. */
export const headersFile = Object.entries(rules)
  .map(([path, says]) => [path, ...Object.entries(says).map(([name, value]) => `  ${name}: ${value}`), ""].join("\n"))
  .join("\n");
