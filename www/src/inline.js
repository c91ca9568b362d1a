// Texts in which `code` stands between backticks.

/**
 * A text in parts, by turns prose and code; prose first.
 * @param {string} text
 */
export const inline = (text) => text.split("`").map((part, index) => ({ text: part, isCode: index % 2 === 1 }));

/** A text where nothing can be set as code. @param {string} text */
export const plain = (text) => text.replaceAll("`", "");
