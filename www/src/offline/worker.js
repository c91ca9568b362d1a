// The service worker of the site: what was visited can be read and run without a network.
//
// A page and the files that it asks for are always of one build. Pages come from the network; one that is of this build
// is kept as well, once all files that it names are. Files are kept by their names, which carry a hash of their content.
// A page of a newer build is passed on and not kept: that build's own worker is installed meanwhile, in a cache of its
// own, and takes over when no page of this one is open any more. Where the browser keeps nothing, all comes from the
// network.

/** Written before this when the site is built: the build's own hash, the files that every lesson needs, and all. */
const { build, shell, files } = BUILD;

/** @type {any} */
const worker = self;

/** The site's folder. @type {string} */
const root = worker.registration.scope;
const PREFIX = `async-playground ${root} `;
const NAME = PREFIX + build;
const ASSETS = `${root}embed/assets/`;
/** What stands in place of a page that was not visited. */
const OFFLINE = `${root}offline/`;

const known = new Set(files.map((file) => root + file));
const cache = () => caches.open(NAME);

/** A page without its settings, which are a query. @param {string} address */
const plain = (address) => address.split(/[?#]/)[0];

/** The files that a page asks for. @param {string} html */
const namedBy = (html) => new Set([...html.matchAll(/"(?:\.\.?\/)*(embed\/assets\/[^"]+)"/g)].map(([, file]) => root + file));

/**
 * What is kept; nothing, where the browser keeps nothing.
 * @param {string} address
 * @param {Pick<Cache, "match">} [place] if not this build's own
 */
async function find(address, place) {
  try {
    return await (place ?? (await cache())).match(address, { ignoreVary: true });
  } catch {
    return undefined;
  }
}

/**
 * A file by its name, as it is kept, or from the network, and then kept.
 * @param {string} address
 * @returns {Promise<Response>}
 */
async function file(address) {
  const kept = await find(address);
  if (kept) return kept;
  // Its name says what it holds: another build may have the same.
  const response = (await find(address, caches)) ?? (await fetch(address));
  if (response.ok) await keep(address, response.clone());
  return response;
}

/**
 * @param {string} address
 * @param {Response} response
 */
async function keep(address, response) {
  try {
    await (await cache()).put(address, response);
  } catch {
    // There is no room, or nothing may be kept here.
  }
}

/**
 * Keeps a page, if it is one of this build, after all that it asks for.
 * @param {string} address
 * @param {Response} response
 */
async function keepPage(address, response) {
  if (!response.ok) throw new Error(`${address}: the server answered ${response.status}`);
  const named = [...namedBy(await response.clone().text())];
  if (!named.every((one) => known.has(one))) throw new Error(`${address} is a page of another build`);
  const responses = await Promise.all(named.map(file));
  if (responses.every(({ ok }) => ok)) await keep(plain(address), response);
}

/** @param {any} event of a page that is opened */
async function page({ request, waitUntil }) {
  try {
    const response = await fetch(request);
    if (response.ok && /^text\/html/.test(response.headers.get("content-type") ?? "")) waitUntil(keepPage(request.url, response.clone()).catch(() => {}));
    return response;
  } catch (error) {
    const kept = await find(plain(request.url));
    if (kept) return kept;
    if (await find(OFFLINE)) return Response.redirect(OFFLINE);
    throw error;
  }
}

worker.addEventListener("install", (/** @type {any} */ event) => {
  const get = async (/** @type {string} */ name) => {
    const address = root + name;
    const response = await (known.has(address) ? file(address) : fetch(address, { cache: "no-cache" }));
    if (!response.ok) throw new Error(`${address}: the server answered ${response.status}`);
    if (/^text\/html/.test(response.headers.get("content-type") ?? "")) await keepPage(address, response);
    else if (!known.has(address)) await keep(address, response);
  };
  event.waitUntil(Promise.all(shell.map(get)));
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  event.waitUntil(
    (async () => {
      const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
      // What was visited before can be visited in this build.
      for (const name of others) {
        const pages = (await (await caches.open(name)).keys()).map(({ url }) => url).filter((url) => url.endsWith("/"));
        for (const url of pages) {
          await fetch(url, { cache: "no-cache" }).then((response) => keepPage(url, response)).catch(() => {});
        }
      }
      // The first page of all was opened without this worker.
      for (const { url } of await worker.clients.matchAll({ type: "window", includeUncontrolled: true })) {
        if (url.startsWith(root) && !url.startsWith(`${root}embed/`)) await fetch(url).then((response) => keepPage(url, response)).catch(() => {});
      }
      await worker.clients.claim();
      // Those files are of no use to any page of this one, and no page of theirs is open.
      await Promise.all(others.map((name) => caches.delete(name)));
    })().catch(() => {}),
  );
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(root)) return;
  const address = plain(request.url);
  if (request.mode === "navigate" && !address.startsWith(`${root}embed/`)) event.respondWith(page({ request, waitUntil: (/** @type {Promise<unknown>} */ promise) => event.waitUntil(promise) }));
  else if (known.has(address)) event.respondWith(file(address));
  else if (address === `${root}icon.svg`) event.respondWith(find(address).then((kept) => kept ?? fetch(request)));
});
