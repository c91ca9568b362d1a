// Inline SVG icons: glyphs of fonts differ from machine to machine.

import { svg, html } from "lit";

/** @param {unknown} shape */
const icon = (shape) => html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${shape}</svg>`;

export const play = icon(svg`<path d="M4 2.5v11l9-5.5z" fill="currentColor"/>`);
export const stop = icon(svg`<rect x="3.5" y="3.5" width="9" height="9" rx="1" fill="currentColor"/>`);
export const first = icon(svg`<path d="M13 3v10L6 8zM3 3h2v10H3z" fill="currentColor"/>`);
export const last = icon(svg`<path d="M3 3v10l7-5zM11 3h2v10h-2z" fill="currentColor"/>`);
export const previous = icon(svg`<path d="M10.5 3L5.5 8l5 5" fill="none" stroke="currentColor" stroke-width="2"/>`);
export const next = icon(svg`<path d="M5.5 3l5 5-5 5" fill="none" stroke="currentColor" stroke-width="2"/>`);
export const pause = icon(svg`<path d="M4 3h3v10H4zM9 3h3v10H9z" fill="currentColor"/>`);
export const copy = icon(svg`<g fill="none" stroke="currentColor" stroke-width="1.4"><rect x="5.5" y="5.5" width="8" height="8" rx="1.5"/><path d="M10.5 3.2A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5a1.5 1.5 0 0 0 .7 1.3"/></g>`);
export const check = icon(svg`<path d="M3 8.5l3.5 3.5L13 4.5" fill="none" stroke="currentColor" stroke-width="1.8"/>`);
export const cross = icon(svg`<path d="M4 4l8 8M12 4l-8 8" fill="none" stroke="currentColor" stroke-width="1.8"/>`);
export const away = icon(svg`<path d="M6 3H3v10h10v-3M9 2.5h4.5V7M13 3L7.5 8.5" fill="none" stroke="currentColor" stroke-width="1.4"/>`);
export const warning = icon(svg`<path d="M8 2.2l6.3 11.3H1.7z" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linejoin="round"/><path d="M8 6.2v3.6M8 11.2v1" stroke="currentColor" stroke-width="1.5"/>`);
export const grip = icon(svg`<path d="M6 3.5v1M6 7.5v1M6 11.5v1M10 3.5v1M10 7.5v1M10 11.5v1" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/>`);
export const up = icon(svg`<path d="M3.5 10L8 5.5l4.5 4.5" fill="none" stroke="currentColor" stroke-width="1.6"/>`);
export const down = icon(svg`<path d="M3.5 6L8 10.5 12.5 6" fill="none" stroke="currentColor" stroke-width="1.6"/>`);
export const share = icon(svg`<path d="M8 10V2.5M5 5.2l3-3 3 3M4.5 7.5h-1v6h9v-6h-1" fill="none" stroke="currentColor" stroke-width="1.4"/>`);
export const download = icon(svg`<path d="M8 2.5V10M5 7.3l3 3 3-3M3 13.2h10" fill="none" stroke="currentColor" stroke-width="1.4"/>`);
export const earlier = icon(svg`<path d="M10 3L5 8l5 5" fill="none" stroke="currentColor" stroke-width="1.7"/>`);
export const later = icon(svg`<path d="M6 3l5 5-5 5" fill="none" stroke="currentColor" stroke-width="1.7"/>`);
export const zoomIn = icon(svg`<path d="M3 8h10M8 3v10" stroke="currentColor" stroke-width="1.7"/>`);
export const zoomOut = icon(svg`<path d="M3 8h10" stroke="currentColor" stroke-width="1.7"/>`);
export const whole = icon(svg`<path d="M1.7 2.5v11M14.3 2.5v11M4 8h8M6 5.6L3.8 8 6 10.4M10 5.6L12.2 8 10 10.4" fill="none" stroke="currentColor" stroke-width="1.5"/>`);
export const menu = icon(svg`<path d="M2.5 4h11M2.5 8h11M2.5 12h11" stroke="currentColor" stroke-width="1.6"/>`);
export const pen = icon(svg`<path d="M2.5 13.5l.7-3.2L10.8 2.7l2.5 2.5-7.6 7.6zM9.3 4.2l2.5 2.5" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linejoin="round"/>`);
export const reset = icon(svg`<path d="M3 5.2A5.8 5.8 0 1 1 2.2 8M3 1.8v3.6h3.6" fill="none" stroke="currentColor" stroke-width="1.5"/>`);
export const flag = icon(svg`<path d="M4 14.5v-12M4 3h8.5l-2 3 2 3H4" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/>`);
