// What a page runs is asked for when the page can be read: it stands ready in a template.

const ahead = /** @type {HTMLTemplateElement} */ (document.querySelector("#ahead"));
const go = () => document.head.append(ahead.content);

// Where it does not come, the lesson is read as without scripts.
ahead.content.querySelector("script")?.addEventListener("error", () => document.querySelector("async-playground")?.setAttribute("data-unscripted", ""));

// A page that is not looked at paints nothing.
if (document.hidden) go();
else requestAnimationFrame(() => setTimeout(go));
