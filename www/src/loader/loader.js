// The one line in the head of a docs page: a classic script that costs next to nothing. It draws each element as it will
// stand there, makes elements of marked code blocks, and imports the module beside it when a reader comes near.

import { box } from "../box.js";
import { onPageScheme, schemeOfPage } from "../page-theme.js";
import { makeElements } from "./fences.js";
import { Form } from "./form.js";
import { load } from "./module.js";
import { sheet } from "./sheet.js";

/** By this name the elements know that there is a loader (controllers/sleep.js). */
const NAME = Symbol.for("async-playground.loader");

/** What is drawn of elements. @type {WeakMap<Element, Form>} */
const forms = new WeakMap();

/** Whether the page is light or dark. It is asked rarely: the browser may have to look through all of the page for it. @type {string | undefined} */
let scheme;

/** About one screen around what is seen. */
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) want(target);
  },
  { rootMargin: "100%" },
);

/**
 * Draws an element, unless it has brought something along to be seen.
 * @param {Element} element
 */
function draw(element) {
  if (element.shadowRoot) return;
  const form = new Form(element, (pressed) => want(element, pressed));
  forms.set(element, form);
  form.paint(scheme);
  near.observe(element);
}

/**
 * A reader wants an element.
 * @param {Element} element
 * @param {boolean} [pressed] by its Run button
 */
function want(element, pressed = false) {
  const form = /** @type {Form} */ (forms.get(element));
  near.unobserve(element);
  form.want(pressed);
  load().then(() => form.wake(), (error) => form.say(error.message));
}

/** What is there now, and was not before. */
function look() {
  if (!isListening && document.body) listen();
  makeElements();
  for (const element of document.querySelectorAll("async-playground")) {
    if (isWhole(element)) draw(element);
    forms.get(element)?.read();
  }
}

/**
 * Whether all that stands inside it has come: as it grows, it would push away what is below it.
 * @param {Node | null} node
 * @returns {boolean}
 */
function isWhole(node) {
  return document.readyState !== "loading" || (node !== null && (node.nextSibling !== null || isWhole(node.parentNode)));
}

/** The page looks otherwise. */
function paint() {
  scheme = schemeOfPage();
  for (const element of document.querySelectorAll("async-playground")) forms.get(element)?.paint(scheme);
}

let isListening = false;

/** There is a body, and perhaps not yet every style sheet. */
function listen() {
  isListening = true;
  paint();
  onPageScheme(paint);
  addEventListener("load", paint);
}

/**
 * An element that is defined asks when it is wanted.
 * @param {Element} element
 * @param {(pressed: boolean) => void} wake is called then, and whenever Run is pressed before the element has drawn itself
 */
function wait(element, wake) {
  draw(element);
  const form = forms.get(element);
  if (form) form.sleep(wake);
  else wake(false);
}

if (!(NAME in globalThis)) {
  Object.assign(globalThis, { [NAME]: wait });
  // Whatever the page says of its elements comes first.
  const styles = sheet(box((condition) => `:where(async-playground${condition === "*" ? "" : condition})`));
  if (styles) document.adoptedStyleSheets.push(styles);
  // While the page is read, and later: by instant navigation, say.
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", look);
  look();
}
