// Takes the README's picture of the page: `node tests/e2e/picture.mjs`, after `./build.sh build`.

import { fileURLToPath } from "node:url";

import { launch, serve } from "./browser.mjs";

const PICTURE = fileURLToPath(new URL("../../www/page.png", import.meta.url));

const { origin, close } = await serve();
const browser = await launch();
const page = await browser.newPage({ baseURL: origin, viewport: { width: 1280, height: 1290 }, colorScheme: "light" });
await page.goto("/gather/");
await page.getByLabel("How long will it take in all?").fill("3");
await page.getByRole("button", { name: /^Run/ }).click();
await page.waitForFunction(() => document.querySelector("async-playground").record);
// The moment at which B is woken: the others still wait.
const wakes = await page.evaluate(() => document.querySelector("async-playground").record.events.findIndex(({ kind }) => kind === "wake"));
await page.getByRole("slider", { name: "Event" }).fill(String(wakes + 3));
await page.mouse.move(0, 0);
await page.screenshot({ path: PICTURE });
await browser.close();
await close();
