// What was visited can be read and run without a network: by the site's service worker, once the page has all that it
// needs. Where there is none, or it may keep nothing, the page is as it is without.

export function workOffline() {
  const register = () => navigator.serviceWorker?.register(new URL(/* @vite-ignore */ "../../worker.js", import.meta.url)).catch(() => {});
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}
