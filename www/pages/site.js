// Where the site will stand, if that is known when it is built. Nothing else needs to know: all its addresses are
// relative, but those that mean nothing unless they are whole (`canonical`, what a link's preview shows), and those of
// `404.html`, which may be the answer to any address.

/** @type {URL | undefined} As in `SITE=https://example.org/async/ ./build.sh build`. */
export const SITE = process.env.SITE ? read(process.env.SITE) : undefined;

/** @param {string} given */
function read(given) {
  const site = URL.canParse(given) ? new URL(given) : undefined;
  if (!site || !/^https?:$/.test(site.protocol)) throw new Error(`SITE is "${given}": it must be the site's address, as in https://example.org/async/`);
  // What is relative to a folder begins behind its last slash.
  if (!site.pathname.endsWith("/")) site.pathname += "/";
  [site.search, site.hash] = ["", ""];
  return site;
}
