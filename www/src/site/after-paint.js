// What a page runs is asked for when the page can be read: it stands ready in a template.

const ahead = /** @type {HTMLTemplateElement} */ (document.querySelector("#ahead"));
const go = () => document.head.append(ahead.content);

// A page that is not looked at paints nothing.
if (document.hidden) go();
else requestAnimationFrame(() => setTimeout(go));
