// Opens a record file that is dropped on the page, or chosen.

import { html, nothing, render } from "lit";

import { message } from "../engine/message.js";

/** @import { Notice } from "./notice.js" */
/** @import { Given, Page } from "./record-file.js" */

/**
 * @param {Page} page
 * @param {Notice} notice
 * @param {HTMLElement} place for what is seen while a file is dragged over the page
 * @returns {() => void} asks for a file
 */
export function openRecords(page, notice, place) {
  /** What was given last: what comes of an earlier one is of no interest. */
  let last = {};

  /** @param {readonly Given[]} given */
  const open = async (given) => {
    last = given;
    notice.tell("Reading the record.");
    const said = await import("./record-file.js").then(({ openFile }) => openFile(given, page)).catch(message);
    if (given !== last) return;
    if (said === undefined) notice.tell("The run in the record is shown.");
    else notice.say(said);
  };

  const input = document.createElement("input");
  Object.assign(input, { type: "file", accept: ".json,application/json", hidden: true });
  input.addEventListener("change", () => {
    open([...(input.files ?? [])].map((file) => ({ file, isFolder: false })));
    // The same file may be chosen again.
    input.value = "";
  });
  document.body.append(input);

  const target = (/** @type {boolean} */ isOver) => render(isOver ? html`<div class="drop"><p>Drop a record (JSON) to see its run</p></div>` : nothing, place);
  const hasFiles = (/** @type {DragEvent} */ { dataTransfer, defaultPrevented }) => !defaultPrevented && dataTransfer?.types.includes("Files");
  addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    target(true);
  });
  addEventListener("dragleave", ({ relatedTarget }) => relatedTarget === null && target(false));
  addEventListener("drop", (event) => {
    target(false);
    if (!hasFiles(event)) return;
    event.preventDefault();
    // What was dropped is there for this task alone.
    open([...(event.dataTransfer?.items ?? [])].flatMap((item) => {
      const file = item.getAsFile();
      return file ? [{ file, isFolder: item.webkitGetAsEntry()?.isDirectory ?? false }] : [];
    }));
  });

  return () => input.click();
}
