// What fails every other test here: a page that does what it must not is noticed, in each browser.

import assert from "node:assert/strict";

import { openHtml } from "./browser.mjs";
import { pageTest } from "./page.mjs";

const ELSEWHERE = "http://elsewhere.example/";

pageTest("errors, what the policy blocks, what is missing and other origins are noticed", async ({ page, complaints }) => {
  await openHtml(page, `<script>document.title = "inline"</script><img src="/missing.png" alt="">`);
  // A rejection is found to be unhandled after all else, and never if the page is left before.
  const rejected = page.waitForEvent("pageerror", ({ message }) => /rejected/.test(message));
  await page.evaluate(() => {
    console.error("said");
    setTimeout(() => {
      throw new Error("thrown");
    });
    Promise.reject(new Error("rejected"));
  });
  await rejected;
  await page.route(`${ELSEWHERE}**`, (route) => route.fulfill({ body: "" }));
  await page.goto(ELSEWHERE);
  const noticed = [
    /Content Security Policy/,
    /^console: Failed to load resource.*404/,
    /^console: said$/,
    /^uncaught: .*thrown/,
    /^uncaught: .*rejected/,
    /^asked another origin: http:\/\/elsewhere\.example\//,
  ];
  for (const pattern of noticed) assert.ok(complaints.some((text) => pattern.test(text)), `${pattern} in ${complaints.join("\n")}`);
}, { allowed: [/./s] });
