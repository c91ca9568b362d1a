// Colours, type and the plain parts that every view uses.
//
// Paper and ink, one warm colour for "now" and for nothing else, and a hue per task
// that is the same in every view.

import { css } from "lit";

export const styles = css`
  /* Of the page around nothing is taken but its scheme (unless the theme attribute says otherwise: a light page stays
     light on a dark system), and whether it is seen. What all leaves out is said by dir. */
  .root {
    --paper: var(--async-playground-background, light-dark(#fbfaf7, #111318));
    --card: var(--async-playground-background, light-dark(#fff, #181b22));
    --raised: light-dark(#f0ede4, #232732);
    --ink: var(--async-playground-text, light-dark(#1d1f24, #e8e6e1));
    --soft: light-dark(#5b5f69, #a2a8b3);
    --line: var(--async-playground-border, light-dark(#e0dcd2, #2f3440));
    --edge: light-dark(#8b8678, #6d7485);
    --now: var(--async-playground-accent, light-dark(#c03d17, #ff7a52));
    --now-wash: color-mix(in srgb, var(--now) 8%, var(--card));
    --good: light-dark(#0b7350, #4cc79a);
    --bad: light-dark(#b3261e, #ff8a80);
    --hue-0: light-dark(#565c6b, #a8afbe);
    --hue-1: light-dark(#2059b8, #7aa7ff);
    --hue-2: light-dark(#9c4a06, #f0a04b);
    --hue-3: light-dark(#7137b8, #c39bff);
    --hue-4: light-dark(#0b7350, #4cc79a);
    --hue-5: light-dark(#a3265f, #f28cc4);
    --hue-6: light-dark(#0b6b80, #57c7de);
    --hue-7: light-dark(#6b6100, #cdbd4a);
    --mono: var(--async-playground-code-font, ui-monospace, "SF Mono", "Cascadia Code", "DejaVu Sans Mono", Menlo, monospace);
    all: initial;
    box-sizing: border-box;
    display: block;
    visibility: inherit;
    color-scheme: inherit;
    color: var(--ink);
    font: 15px/1.55 var(--async-playground-font, system-ui, "Segoe UI", Inter, sans-serif);
    font-variant-numeric: tabular-nums;
    text-size-adjust: 100%;
  }
  .root.light, :host([theme="light"]) .root { color-scheme: light; }
  .root.dark, :host([theme="dark"]) .root { color-scheme: dark; }

  *, ::before, ::after { box-sizing: border-box; }
  h2, h3, h4, p, ol, ul, dl, dd, figure, pre { margin: 0; padding: 0; }
  ol, ul { list-style: none; }
  a { color: inherit; text-underline-offset: 3px; }
  :focus-visible { outline: 2px solid var(--now); outline-offset: 2px; }
  .icon { display: block; flex: none; }
  .quiet { color: var(--soft); }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  button, .button {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    justify-content: center;
    min-height: 36px;
    padding: 6px 13px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--card);
    color: inherit;
    font: inherit;
    font-weight: 600;
    text-decoration: none;
    cursor: pointer;
  }
  button:hover, .button:hover { border-color: var(--edge); }
  button:disabled { opacity: 0.45; cursor: default; }
  button.primary { border-color: var(--ink); background: var(--ink); color: var(--paper); }
  button.plain, .button.plain { min-height: 28px; padding: 2px 8px; border-color: transparent; background: none; font-size: 13px; font-weight: 500; color: var(--soft); }
  button.plain:hover, .button.plain:hover { color: var(--ink); border-color: var(--line); }
  kbd { font: 11px var(--mono); opacity: 0.7; }

  input, select {
    min-height: 36px;
    padding: 4px 7px;
    border: 1px solid var(--edge);
    border-radius: 7px;
    background: var(--card);
    color: inherit;
    font: inherit;
  }
  input[type="range"] { min-height: 28px; padding: 0; border: 0; background: none; accent-color: var(--now); }

  .label {
    color: var(--soft);
    font-size: 11.5px;
    font-weight: 600;
    letter-spacing: 0.07em;
    text-transform: uppercase;
  }
  .hue-0 { color: var(--hue-0); }
  .hue-1 { color: var(--hue-1); }
  .hue-2 { color: var(--hue-2); }
  .hue-3 { color: var(--hue-3); }
  .hue-4 { color: var(--hue-4); }
  .hue-5 { color: var(--hue-5); }
  .hue-6 { color: var(--hue-6); }
  .hue-7 { color: var(--hue-7); }

  /* The reader's own colours: states are told apart by their patterns. */
  @media (forced-colors: active) {
    .root {
      --paper: Canvas;
      --card: Canvas;
      --raised: Canvas;
      --now-wash: Canvas;
      --ink: CanvasText;
      --soft: CanvasText;
      --line: CanvasText;
      --edge: CanvasText;
      --now: Highlight;
      --good: CanvasText;
      --bad: CanvasText;
    }
    [class*="hue-"] { color: CanvasText; }
    button.primary { border: 2px solid; background: ButtonFace; color: ButtonText; }
    button:disabled, [aria-disabled="true"] { border-color: GrayText; opacity: 1; color: GrayText; }
  }

  @media print {
    .root { color-scheme: light !important; }
  }

  @media (prefers-reduced-motion: reduce) {
    *, ::before, ::after { animation: none !important; transition: none !important; }
  }
`;
