// Firefox as the system has it, driven by Playwright over WebDriver BiDi. What this Firefox can do
// and Playwright cannot ask it for yet is asked for here, so that a test is the same in all browsers.

import { firefox } from "playwright-core";

/** @typedef {import("playwright-core").Browser} Browser */

/** Does work in the browser itself. @typedef {(work: (values: string) => void, ...values: any[]) => Promise<void>} Call */

/**
 * Starts Firefox. Its pages know `emulateMedia`, the media and `hasTouch` of a context, `tap` and downloads.
 * @param {string} executablePath
 * @returns {Promise<Browser>}
 */
export async function launchFirefox(executablePath) {
  const browser = await firefox.launch({
    executablePath,
    channel: "moz-firefox",
    // So that BiDi may set what only the browser's own pages may.
    args: ["-remote-allow-system-access"],
    firefoxUserPrefs: {
      // A page may read what it has copied: there is nobody to be asked.
      "dom.events.testing.asyncClipboard": true,
      // As on a phone, and in headless Chromium: a scrollbar takes no room.
      "ui.useOverlayScrollbars": 1,
      // Firefox 153 crashes when a sandbox, as is Playwright's, reads an element's ariaLabelledByElements twice.
      "accessibility.ARIAElementReflection.enabled": false,
      // A page that is kept comes back without being loaded, and Playwright waits for that by BiDi for ever.
      "browser.sessionhistory.max_total_viewers": 0,
    },
  });
  const { _browserSession: session, _bidiPages: pages } = inner(browser);
  const { send } = session;
  // The window that Firefox opens first stays open: in it, scripts may do what the browser may.
  const { contexts } = await session.send("browsingContext.getTree", { "moz:scope": "chrome" });
  /** @type {Call} */
  const call = async (work, ...values) => {
    const answer = await session.send("script.callFunction", {
      functionDeclaration: String(work),
      arguments: [{ type: "string", value: JSON.stringify(values) }],
      target: { context: contexts[0].context },
      awaitPromise: false,
    });
    if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
  };
  session.send = async (method, params) => {
    // All that Playwright would set is the colour scheme, by a command that Firefox 153 does not know.
    if (method === "emulation.setMediaFeaturesOverride") return {};
    // A tab is made in half the time of a window, and the newest one is in front, as a window would be.
    const isPage = method === "browsingContext.create";
    const result = await send.call(session, method, isPage ? { ...params, type: "tab", background: false } : params);
    if (isPage) await extend(pages.get(result.context), call);
    return result;
  };
  return browser;
}

/** The objects of Playwright that speak to the browser: a test has only their proxies. */
export function inner(object) {
  return object._connection.toImpl(object);
}

/**
 * @param {any} page Playwright's inner page
 * @param {Call} call
 */
async function extend(page, call) {
  page.updateEmulateMedia = () => emulate(page, call);
  page.rawTouchscreen.tap = (_, x, y) => touch(page, [{ x, y }]);
  page.rawKeyboard.sendText = (_, text) => type(page, text);
  // For a picture it would add a style, which our policy forbids.
  page.shouldToggleStyleSheetToSyncAnimations = () => false;
  // Firefox 153 gives a download no id. Every download of ours has an address of its own.
  for (const event of ["browsingContext.downloadWillBegin", "browsingContext.downloadEnd"]) {
    page._session.prependListener(event, (told) => (told.download ??= told.url));
  }
  await emulate(page, call);
}

/** Sets what Firefox's own developer tools set for a tab (dom/chrome-webidl/BrowsingContext.webidl). */
async function emulate({ _page: page, _session: { sessionId } }, call) {
  const { hasTouch, javaScriptEnabled } = page.browserContext._options;
  const { media, colorScheme, forcedColors, reducedMotion } = page.emulatedMedia();
  await call(override, sessionId, {
    mediumOverride: media === "no-override" ? "" : media,
    prefersColorSchemeOverride: colorScheme === "no-override" ? "none" : colorScheme,
    forcedColorsOverride: forcedColors === "no-override" ? "none" : forcedColors,
    prefersReducedMotionOverride: reducedMotion === "no-override" ? "none" : reducedMotion,
    touchEventsOverride: hasTouch ? "enabled" : "none",
    allowJavascript: javaScriptEnabled !== false,
  });
}

/** In the browser: for the tab, and for what takes its place when a page asks to be isolated. */
function override(values) {
  const [tab, settings] = JSON.parse(values);
  const { NavigableManager } = ChromeUtils.importESModule("chrome://remote/content/shared/NavigableManager.sys.mjs");
  const context = NavigableManager.getBrowsingContextById(tab);
  if (!globalThis.overridden) {
    globalThis.overridden = new Map();
    const attached = (context) => context.parent || Object.assign(context, overridden.get(context.browserId));
    Services.obs.addObserver(attached, "browsing-context-attached");
  }
  overridden.set(context.browserId, settings);
  Object.assign(context, settings);
}

/** Types with keys: a value that a script sets makes no `change` event. */
async function type({ _session: session }, text) {
  const actions = [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]);
  await session.send("input.performActions", {
    context: session.sessionId,
    actions: [{ type: "key", id: "text", actions }],
  });
}

/**
 * A finger goes down at the first place, over all others, and up at the last.
 * @param {any} page Playwright's inner page
 * @param {{ x: number, y: number }[]} places
 */
export async function touch({ _session: session }, places) {
  const moves = places.map(({ x, y }) => ({ type: "pointerMove", x: Math.round(x), y: Math.round(y) }));
  const actions = [moves[0], { type: "pointerDown", button: 0 }, ...moves.slice(1), { type: "pointerUp", button: 0 }];
  await session.send("input.performActions", {
    context: session.sessionId,
    actions: [{ type: "pointer", id: "finger", parameters: { pointerType: "touch" }, actions }],
  });
}
