// Zoom, pan and the cursor by pointer, wheel and keyboard.

import { createScale, windowAt, zoom } from "./scale.js";

/** @import { Window } from "./scale.js" */

/**
 * What gestures work on, and whom they tell.
 * @typedef {{
 *   shown: Window,
 *   end_ms: number,
 *   left: number,
 *   width: number,
 *   middle_ms: number,
 *   onWindow: (window: Window | undefined) => void,
 *   onTime: (ms: number) => void,
 *   onTap: (ms: number, y: number, reach_ms: number) => void,
 *   onHover: (ms: number, y: number, target: HTMLElement) => void,
 * }} Stage
 */

/** How far a pointer may move and still be tapping. */
const TAP_PIXELS = 5;

/** Half the width of a target (WCAG 2.2, 2.5.8). */
const REACH_PIXELS = 12;

/** By what one step zooms. */
export const STEP = 1.6;

/**
 * The pointers that are down on each drawing, and the time that each of them took hold of.
 * @type {WeakMap<EventTarget, Map<number, { ms: number, x: number, from: number, onAxis: boolean, moved: boolean }>>}
 */
const held = new WeakMap();

/** @param {Stage} stage */
export function gestures({ shown, end_ms, left, width, middle_ms, onWindow, onTime, onTap, onHover }) {
  const scale = createScale(shown, width);
  const span = shown.to_ms - shown.from_ms;

  /** @param {MouseEvent} event */
  const place = (event) => {
    const drawing = /** @type {HTMLElement} */ (event.currentTarget);
    const box = drawing.getBoundingClientRect();
    // What is measured on the screen is larger than what is drawn where the reader's font is.
    const zoom = drawing.currentCSSZoom ?? 1;
    const x = (event.clientX - box.left) / zoom - left;
    return { drawing, x, y: (event.clientY - box.top) / zoom, ms: scale.ms(x) };
  };
  const step = {
    /** @param {number} factor */
    zoom: (factor) => onWindow(zoom(shown, factor, middle_ms, end_ms)),
    /** @param {number} direction a quarter of the window earlier or later */
    pan: (direction) => onWindow(windowAt(shown.from_ms + (direction * span) / 4, span, end_ms)),
  };

  return {
    ...step,

    /** @param {PointerEvent} event */
    down(event) {
      if (event.button !== 0) return;
      const { drawing, x, ms } = place(event);
      const onAxis = /** @type {Element} */ (event.target).closest(".axis") !== null;
      if (onAxis) {
        drawing.setPointerCapture(event.pointerId);
        onTime(ms);
      }
      const pointers = held.get(drawing) ?? new Map();
      held.set(drawing, pointers.set(event.pointerId, { ms, x, from: x, onAxis, moved: false }));
    },

    /** @param {PointerEvent} event */
    move(event) {
      const { drawing, x, y, ms } = place(event);
      const pointers = held.get(drawing);
      const pointer = pointers?.get(event.pointerId);
      if (!pointers || !pointer) return onHover(ms, y, drawing);
      if (pointer.onAxis) return onTime(ms);
      pointer.x = x;
      pointer.moved ||= Math.abs(x - pointer.from) > TAP_PIXELS;
      if (!pointer.moved) return;
      drawing.setPointerCapture(event.pointerId);
      // What a pointer took hold of stays under it: one moves the window, two stretch it.
      const [a, b] = pointers.values();
      const perPixel = b ? (b.ms - a.ms) / (b.x - a.x) : 1 / scale.perMs;
      if (!(perPixel > 0 && perPixel < Infinity)) return;
      const from = a.ms - (a.x - scale.x(shown.from_ms)) * perPixel;
      onWindow(windowAt(from, (span * scale.perMs) * perPixel, end_ms));
    },

    /** @param {PointerEvent} event */
    up(event) {
      const { drawing, y, ms } = place(event);
      const pointers = held.get(drawing);
      const pointer = pointers?.get(event.pointerId);
      pointers?.delete(event.pointerId);
      if (!pointer || pointer.moved || pointer.onAxis || event.type === "pointercancel") return;
      onTap(ms, y, REACH_PIXELS / scale.perMs);
    },

    /** @param {WheelEvent} event */
    wheel(event) {
      const { ms } = place(event);
      // With Shift some browsers turn the wheel into a horizontal one, and some do not.
      const along = event.deltaX || (event.shiftKey ? event.deltaY : 0);
      if (event.ctrlKey) onWindow(zoom(shown, 1.01 ** -event.deltaY, ms, end_ms));
      else if (along && span < end_ms) onWindow(windowAt(shown.from_ms + along / scale.perMs, span, end_ms));
      else return;
      event.preventDefault();
    },

    /** @param {KeyboardEvent} event */
    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const act = {
        "+": () => step.zoom(STEP),
        "=": () => step.zoom(STEP),
        "-": () => step.zoom(1 / STEP),
        0: () => onWindow(undefined),
        ArrowLeft: () => step.pan(-1),
        ArrowRight: () => step.pan(1),
      }[event.key];
      if (!act) return;
      // Hosts turn pages on arrow keys.
      event.stopPropagation();
      event.preventDefault();
      act();
    },
  };
}
