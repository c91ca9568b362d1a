// What a page runs is asked for when the page can be read: it stands ready in a template.

const ahead = /** @type {HTMLTemplateElement} */ (document.querySelector("#ahead"));
const go = () => document.head.append(ahead.content);

// Where it does not come, the lesson is read as without scripts.
ahead.content.querySelector("script")?.addEventListener("error", () => document.querySelector("async-playground")?.setAttribute("data-unscripted", ""));

// Who touches the program before it can be edited need not do so again: the element finds it written down, and opens the
// editor as soon as it can (controllers/prerendered.js). These listeners go with what was drawn ahead.
const element = /** @type {HTMLElement | null} */ (document.querySelector("async-playground"));
const program = element?.shadowRoot?.querySelector(".source");
const isIn = (/** @type {Event} */ { target }, /** @type {string} */ place) => target instanceof Element && target.closest(place) !== null;
program?.addEventListener("click", (event) => {
  const { clientX, clientY } = /** @type {MouseEvent} */ (event);
  if (isIn(event, ".edit")) element?.setAttribute("data-touched", "");
  else if (isIn(event, ".editable") && String(getSelection()) === "") element?.setAttribute("data-touched", `${clientX} ${clientY}`);
});
program?.addEventListener("keydown", (event) => {
  if (/** @type {KeyboardEvent} */ (event).key === "Enter" && isIn(event, ".editable")) element?.setAttribute("data-touched", "");
});

// A page that is not looked at paints nothing.
if (document.hidden) go();
else requestAnimationFrame(() => setTimeout(go));
