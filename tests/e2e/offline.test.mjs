// What was visited works without a network, and when the site is published anew, nobody sees a page that is made of two
// builds. The site stands in a folder of its server, as on GitHub Pages.

import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

import { headers } from "../../www/pages/headers.js";
import { finished, playground, ready } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "async-playground-offline-"));
after(() => rmSync(folder, { recursive: true }));

const PATH = "/some/sub/path/";
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png" };

/** Another build: the same, but for the names of all its files. */
function another() {
  const other = join(folder, "other");
  cpSync(dist, other, { recursive: true });
  const assets = join(other, "embed/assets");
  const turned = (/** @type {string} */ name) => name.replace(/-([0-9a-f]{8,16})(?=\.\w+$)/, (_, hash) => `-${[...hash].reverse().join("")}`);
  const names = readdirSync(assets);
  for (const name of names) renameSync(join(assets, name), join(assets, turned(name)));
  const found = new RegExp(names.map((name) => name.replaceAll(".", "\\.")).join("|"), "g");
  for (const file of readdirSync(other, { recursive: true })) {
    if (!/\.(html|js|css)$/.test(file)) continue;
    const path = join(other, file);
    writeFileSync(path, readFileSync(path, "utf8").replace(found, turned).replace(/"build":"\w+"/, '"build":"another"'));
  }
  return other;
}

/** A server that can be stopped, and publish another build. */
async function publish() {
  const site = { root: dist, port: 0, asked: /** @type {string[]} */ ([]) };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = join(site.root, pathname.slice(PATH.length), pathname.endsWith("/") ? "index.html" : "");
    site.asked.push(pathname);
    const isThere = pathname.startsWith(PATH) && existsSync(file) && statSync(file).isFile();
    const shown = isThere ? file : join(site.root, "404.html");
    response.writeHead(isThere ? 200 : 404, { ...headers, "Content-Type": TYPES[extname(shown)] }).end(readFileSync(shown));
  });
  const listen = () => new Promise((done) => server.listen(site.port, "localhost", () => done((site.port = server.address().port))));
  const stop = () => new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  await listen();
  return { site, stop, listen, address: (/** @type {string} */ page) => `http://localhost:${site.port}${PATH}${page}` };
}

/**
 * Waits until this page can be opened without a network, and a file is kept with it.
 * @param {import("playwright-core").Page} page
 * @param {string} [file] how its name begins
 */
const kept = (page, file = "") => page.evaluate(async (file) => {
  const turn = () => new Promise((done) => setTimeout(done, 20));
  const isKept = async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().some(({ url }) => url.includes(`/assets/${file}`));
  };
  while (!navigator.serviceWorker.controller || !(await caches.match(location.origin + location.pathname)) || !(await isKept())) await turn();
}, file);

/** Waits until only one build is kept. @param {import("playwright-core").Page} page @param {string} build */
const alone = (page, build) => page.evaluate(async (build) => {
  const turn = () => new Promise((done) => setTimeout(done, 20));
  while (!(await caches.keys()).every((name) => name.endsWith(` ${build}`))) await turn();
}, build);

/** @param {import("playwright-core").Page} page */
async function run(page) {
  await ready(page);
  await playground(page).evaluate((element) => Object.assign(element, { speed: "20", predict: "none" }));
  await page.getByRole("button", { name: /^Run/ }).click();
  assert.equal((await finished(page)).outcome, "completed");
}

/** Changes the program, and runs it. @param {import("playwright-core").Page} page */
async function change(page) {
  const outcome = await playground(page).evaluate(async (element) => {
    element.source = element.source.replace('println!("', 'println!("changed: ');
    return (await element.run()).log[0].text;
  });
  assert.match(outcome, /^changed: /);
}

/** The files that a page has asked for, or its builds has, by their names. @param {import("playwright-core").Page} page */
const filesOf = (page) => page.evaluate(() => [
  ...performance.getEntriesByType("resource").map(({ name }) => name),
  ...[...document.querySelectorAll("[src], [href]")].map((element) => element.src || element.href),
].filter((name) => name.includes("/embed/assets/")).map((name) => name.split("/").at(-1)));

const onlyIn = { chromium: "Playwright knows no service workers of Firefox" };
const options = (/** @type {RegExp[]} */ ...more) => ({ onlyIn, context: { serviceWorkers: "allow" }, allowed: [/^asked another origin: http:\/\/localhost/, ...more] });

pageTest("without a network, a visited lesson opens, runs and can be changed, and one that was not visited says so", async ({ page }) => {
  const { address, stop } = await publish();
  await page.goto(address("gather/"));
  await run(page);
  await change(page);
  // Several megabytes, which are kept while they are compiled already.
  await kept(page, "compiler_bg-");
  await stop();

  await page.goto(address("gather/?a=2"));
  await page.reload();
  await run(page);
  await change(page);
  await page.goto(address("hello/"));
  await page.getByRole("heading", { name: "You are offline" }).waitFor();
  await page.getByRole("link", { name: /front page/ }).click();
  await page.waitForURL(address(""));
  await page.getByRole("heading", { level: 1 }).waitFor();
}, options(/ERR_CONNECTION_REFUSED/));

pageTest("when the site is published anew, each page is of one build, and what was visited is kept in the new one", async ({ page }) => {
  const { address, stop, site } = await publish();
  const isOf = (/** @type {string} */ root, /** @type {string[]} */ names) => assert.deepEqual(names.filter((name) => !existsSync(join(root, "embed/assets", name))), []);
  const [first, second] = [dist, another()];
  await page.goto(address("gather/"));
  await ready(page);
  await kept(page);

  // What an open page still asks for is there, though the server has it no more.
  site.root = second;
  await run(page);
  isOf(first, await filesOf(page));

  // A page that is opened now is a new one, whole.
  await page.goto(address("hello/"));
  await run(page);
  isOf(second, await filesOf(page));
  assert.ok((await filesOf(page)).length > 5);

  // The new worker takes over when no page of the old one is open.
  const other = await page.context().newPage();
  await page.close();
  // Outside of the site's folder, whose caches it sees.
  await other.goto(new URL("/", address("")).href);
  await alone(other, "another");
  await stop();
  await other.goto(address("gather/"));
  await run(other);
  isOf(second, await filesOf(other));
}, options(/Failed to load resource/, /Refused to apply style .* MIME type/));

pageTest("where the browser keeps nothing, every page works as without", async ({ page }) => {
  const { address, stop } = await publish();
  // As if there were no room at all.
  await page.context().addInitScript(() => Object.defineProperty(navigator, "serviceWorker", { value: { register: () => Promise.reject(new DOMException("no", "SecurityError")) } }));
  await page.goto(address("gather/"));
  await run(page);
  await stop();
}, options());
