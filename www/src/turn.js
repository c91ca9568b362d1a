// A turn of the event loop, for work that takes longer than a frame.

/** Gives the browser a turn: to draw, and to its reader's keys. It comes in hidden tabs, too, where frames do not. */
export function turn() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(undefined);
  });
}

/** The next turn after the browser has drawn the page; a page that nobody sees is not drawn. */
export function frame() {
  if (document.hidden) return turn();
  return new Promise((resolve) => requestAnimationFrame(() => resolve(turn())));
}
