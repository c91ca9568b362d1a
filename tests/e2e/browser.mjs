// Real browsers, and dist/ served as strictly as any host may.

import { accessSync, constants, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

import { launchFirefox } from "./firefox.mjs";

const project = new URL("../../", import.meta.url);
const www = fileURLToPath(new URL("www/", project));

/** @typedef {import("playwright-core").Page} Page */

/** @typedef {() => Promise<{ origin: string, close(): Promise<void> }>} Serve serves something on a free port */

/** Serves dist/, by the same configuration as `./build.sh serve`. @type {Serve} */
export const serve = () => serveBy({ root: www, configFile: join(www, "vite.config.js") });

/**
 * Serves a folder.
 * @param {string} folder
 * @param {Record<string, string>} headers
 */
export const serveFolder = (folder, headers) =>
  serveBy({ root: dirname(folder), configFile: false, appType: "mpa", build: { outDir: folder }, preview: { headers } });

/** @param {Record<string, unknown>} settings Vite's */
async function serveBy(settings) {
  const vite = createRequire(join(www, "package.json")).resolve("vite");
  const { preview } = await import(pathToFileURL(vite).href);
  const server = await preview({
    ...settings,
    plugins: [{ name: "pages-of-tests", configurePreviewServer: servePages }],
    logLevel: "warn",
    preview: { ...settings.preview, host: "localhost", port: 0 },
  });
  const { port } = server.httpServer.address();
  return { origin: `http://localhost:${port}`, close: () => server.close() };
}

/** What Chromium may be called where readers have it. */
export const CHROMIUM = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** How each browser is started, and what its program may be called: first of all that which draws no window, and is quicker. */
export const BROWSERS = {
  chromium: { start: launchChromium, programs: ["chromium-headless-shell", ...CHROMIUM] },
  firefox: { start: launchFirefox, programs: ["firefox", "firefox-esr"] },
};

/**
 * Starts a browser.
 * @param {keyof typeof BROWSERS} [name]
 * @param {string[]} [programs]
 */
export const launch = (name = "chromium", programs = BROWSERS[name].programs) => BROWSERS[name].start(findProgram(programs));

/** With the arguments that the tests of the wasm have too. @param {string} executablePath */
function launchChromium(executablePath) {
  const { "goog:chromeOptions": options } = JSON.parse(
    readFileSync(new URL("webdriver.json", project), "utf8"),
  );
  return chromium.launch({ executablePath, args: options.args });
}

/** @param {string[]} names */
function findProgram(names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
  if (!found) throw new Error(`none of ${names.join(", ")} is on the PATH`);
  return found;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Pages of the tests' own, by their paths. They are served as all else is: a request that a test answers itself keeps
 * its page from the browser's cache.
 * @type {Map<string, { headers?: Record<string, string>, body: string }>}
 */
const pages = new Map();

/** All that is served, is served in this folder, too. */
export const FOLDER = "/any/folder";

/** @param {import("vite").PreviewServer} server */
function servePages({ config, middlewares }) {
  middlewares.use((request, response, next) => {
    if (request.url?.startsWith(`${FOLDER}/`)) request.url = request.url.slice(FOLDER.length);
    const { headers, body } = pages.get(new URL(request.url ?? "/", "http://localhost").pathname) ?? {};
    if (body === undefined) return next();
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...(headers ?? config.preview.headers) }).end(body);
  });
}

/**
 * Opens a page of the test's own.
 * @param {Page} page
 * @param {string} address
 * @param {string} body its HTML
 * @param {Record<string, string>} [headers] of its host, or those of the site
 */
export function openPage(page, address, body, headers) {
  const [path] = address.split("#");
  pages.set(path, { headers, body });
  return page.goto(address);
}

/**
 * Opens a page such as a docs author would write, under the site's own policy.
 * @param {Page} page
 * @param {string} [body] its HTML
 */
export function openHtml(page, body = "") {
  const icon = '<link rel="icon" href="data:,">';
  return openPage(page, "/page-of-the-test.html", `<!doctype html><html lang="en"><title>Docs</title>${icon}${body}`);
}
