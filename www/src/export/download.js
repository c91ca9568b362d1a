// Hands a file to the reader, made on this page.

/**
 * @param {string} name
 * @param {string} type a media type
 * @param {string | Blob} content
 */
export function download(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own reference by now (File API, "creating and revoking a blob URL"),
  // but not every browser takes it within the click.
  setTimeout(() => URL.revokeObjectURL(address));
}
