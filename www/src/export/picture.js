// An SVG as a PNG, made by the browser itself.

/**
 * @param {string} svgText an SVG with a width and a height, that needs no other file
 * @param {number} scale pixels of the PNG for one of the SVG
 * @returns {Promise<Blob>}
 */
export async function picturePng(svgText, scale) {
  const image = new Image();
  // A data address: canvases count it as the page's own.
  image.src = `data:image/svg+xml,${encodeURIComponent(svgText)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser draws no pictures: it gave no canvas.");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error(`A picture of ${canvas.width} by ${canvas.height} pixels is too large for this browser.`);
  return blob;
}
