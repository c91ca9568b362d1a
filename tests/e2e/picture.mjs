// Takes the README's picture of the page: `node tests/e2e/picture.mjs`, after `./build.sh build`.

import { fileURLToPath } from "node:url";

import { launch, serve } from "./browser.mjs";

const PICTURE = fileURLToPath(new URL("../../www/page.png", import.meta.url));

const { origin, close } = await serve();
const browser = await launch();
const page = await browser.newPage({ baseURL: origin, viewport: { width: 1280, height: 800 }, colorScheme: "light" });
await page.goto("/gather/?predict=none");
await page.getByRole("button", { name: "Edit" }).click();
await page.locator(".cm-focused").waitFor();
// A reader's own line, after the one that says that a task begins.
for (let line = 1; line < 6; line += 1) await page.keyboard.press("ArrowDown");
await page.keyboard.press("End");
await page.keyboard.type('\nprintln!("{name} waits {wait:?}");');
await page.locator(".checked .summary", { hasText: "No errors" }).waitFor({ timeout: 120_000 });
await page.getByRole("button", { name: /^Run/ }).click();
await page.waitForFunction(() => document.querySelector("async-playground").record, undefined, { timeout: 120_000 });
// The moment at which B is woken: the others still wait.
const wakes = await page.evaluate(() => document.querySelector("async-playground").record.events.findIndex(({ kind }) => kind === "wake"));
await page.getByRole("slider", { name: "Event" }).fill(String(wakes + 3));
await page.mouse.move(0, 0);
await page.screenshot({ path: PICTURE });
await browser.close();
await close();
