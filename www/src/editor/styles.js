// The editor's looks: the listing's (views/source.js), sign for sign, and what only an editor has.

import { css } from "lit";

export const editorStyles = css`
  .source .editor { display: flex; flex-direction: column; min-height: 0; }
  .source .cm-editor { flex: 1 1 auto; min-height: 0; background: var(--card); color: var(--ink); outline: none; }
  .source .cm-editor.cm-focused { outline: none; }
  .source .cm-editor.cm-focused::before { content: ""; position: absolute; inset: 0 0 auto; z-index: 6; height: 2px; background: var(--now); }
  .source .cm-editor .cm-scroller { overflow: auto; font: 13px/19px var(--mono); }
  .source .cm-editor .cm-content { padding: 8px 0; caret-color: var(--now); }
  .source .cm-editor .cm-line { padding: 0 20px 0 0; }
  .source .cm-editor .cm-line.at { background: var(--now-wash); }
  .source .cm-editor .cm-gutters { border: 0; background: var(--card); color: var(--soft); }
  .source .cm-editor .cm-lineNumbers .cm-gutterElement { width: 44px; padding: 0 12px 0 0; cursor: default; user-select: none; }
  .source .cm-editor .cm-lineNumbers .eventful { color: var(--ink); text-decoration: underline dotted var(--edge); text-underline-offset: 4px; cursor: pointer; }
  .source .cm-editor .cm-lineNumbers .eventful:hover { background: var(--raised); }
  .source .cm-editor .cm-lineNumbers .at { background: var(--now-wash); box-shadow: inset 3px 0 var(--now); }
  /* Names lie over the text, and take no room from it. */
  .source .cm-editor .cm-gutters-after { z-index: 1; width: 0; background: none; }
  .source .cm-editor .cm-whos { position: absolute; top: 0; right: 0; min-width: 0; overflow: visible; }
  .source .cm-editor .cm-whos .cm-gutterElement { display: flex; justify-content: end; padding: 0; background: var(--card); pointer-events: none; }
  .source .cm-editor .cm-whos .at { background: var(--now-wash); }
  .source .cm-editor .cm-whos .cm-gutterElement:not(:has(.names)) { visibility: hidden; }
  .source .cm-editor .cm-whos .who { position: static; pointer-events: auto; }
  .source .cm-editor .cm-selectionMatch { background: var(--raised); }
  .source .cm-editor .cm-matchingBracket, .source .cm-editor .cm-nonmatchingBracket { background: none; outline: 1px solid var(--edge); outline-offset: -1px; }
  .source .cm-editor .cm-nonmatchingBracket { outline-color: var(--bad); }
  .source .cm-editor .cm-searchMatch { background: none; outline: 1px solid var(--now); }
  .source .cm-editor .cm-searchMatch-selected { background: var(--now-wash); outline-width: 2px; }
  .source .cm-editor .cm-lintRange { padding-bottom: 0; background-image: none; text-decoration: underline wavy 1px; text-decoration-skip-ink: none; text-underline-offset: 3px; }
  .source .cm-editor .cm-lintRange-error { text-decoration-color: var(--bad); text-decoration-thickness: 1.5px; }
  .source .cm-editor .cm-lintRange-warning { text-decoration-color: var(--hue-2); }
  .source .cm-editor .cm-lintPoint::after { border-bottom-color: var(--bad); }

  .source .cm-editor .cm-tooltip { z-index: 5; max-width: min(460px, 92cqw); border: 1px solid var(--edge); border-radius: 8px; background: var(--card); color: var(--ink); box-shadow: 0 8px 24px rgb(0 0 0 / 0.16); font: 13.5px/1.45 system-ui, "Segoe UI", Inter, sans-serif; }
  .source .cm-editor .cm-tooltip-section:not(:first-child) { border-top: 1px solid var(--line); }
  .source .cm-editor .described { padding: 6px 12px; white-space: pre-wrap; }
  .source .cm-editor .cm-diagnostic { display: flex; flex-wrap: wrap; gap: 5px 10px; align-items: center; margin: 0; border-radius: 7px; padding: 7px 12px; border-left: 4px solid var(--bad); white-space: pre-wrap; }
  .source .cm-editor .cm-diagnosticText { flex: 1 0 100%; }
  .source .cm-editor .cm-diagnostic-warning { border-left-color: var(--hue-2); }
  .source .cm-editor .cm-diagnosticSource { color: var(--soft); font: 11.5px var(--mono); opacity: 1; }
  .source .cm-editor .cm-diagnosticAction { display: inline-flex; min-height: 26px; margin: 0; padding: 0 9px; border: 1px solid var(--edge); border-radius: 7px; background: var(--card); color: inherit; font: inherit; font-size: 12.5px; font-weight: 600; cursor: pointer; }
  .source .cm-editor .cm-tooltip-autocomplete > ul { max-height: 14em; font: 13px/1.4 var(--mono); }
  .source .cm-editor .cm-tooltip-autocomplete > ul > li { padding: 3px 10px; }
  .source .cm-editor .cm-tooltip-autocomplete > ul > li[aria-selected] { background: var(--ink); color: var(--paper); }
  .source .cm-editor .cm-completionDetail { color: var(--soft); font-style: normal; }
  .source .cm-editor li[aria-selected] .cm-completionDetail { color: inherit; }
  .source .cm-editor .cm-completionMatchedText { font-weight: 700; text-decoration: none; }
  .source .cm-editor .cm-completionInfo { padding: 6px 10px; }

  .source .cm-editor .cm-panels { border: 0; background: var(--raised); color: var(--ink); }
  .source .cm-editor .cm-panels-top { border-bottom: 1px solid var(--line); }
  .source .cm-editor .cm-search { display: flex; flex-wrap: wrap; gap: 5px 6px; align-items: center; padding: 6px 34px 7px 10px; font: 13px/1.4 system-ui, "Segoe UI", Inter, sans-serif; }
  .source .cm-editor .cm-search br { flex-basis: 100%; }
  .source .cm-editor .cm-search :is(input, button, label) { margin: 0; font-size: 13px; }
  .source .cm-editor .cm-search .cm-textfield { min-height: 28px; padding: 2px 7px; border: 1px solid var(--edge); border-radius: 7px; background: var(--card); }
  .source .cm-editor .cm-search .cm-button { min-height: 28px; padding: 2px 9px; border: 1px solid var(--line); border-radius: 7px; background: var(--card); color: inherit; font-weight: 500; }
  .source .cm-editor .cm-search label { display: inline-flex; gap: 4px; align-items: center; }
  .source .cm-editor .cm-search input[type="checkbox"] { min-height: 0; }
  .source .cm-editor .cm-search [name="close"] { top: 6px; right: 6px; width: 24px; min-height: 24px; padding: 0; font-size: 16px; }

  .checked .good { color: var(--good); }
  .checked .bad { color: var(--bad); font-weight: 600; }
  .checked .summary.trouble { color: var(--ink); }
  .checked .summary.trouble .icon { color: var(--hue-2); }
  .checked .summary.warning { color: var(--hue-2); font-weight: 600; }
  .checked ul { overflow-y: auto; max-height: 172px; border-top: 1px solid var(--line); }
  .checked ul.old { opacity: 0.65; }
  .checked li { display: grid; grid-template-columns: 124px minmax(0, 1fr); gap: 2px 8px; padding: 6px 12px 6px 9px; border-left: 3px solid var(--bad); overflow-wrap: anywhere; }
  .checked li + li { border-top: 1px solid var(--line); }
  .checked li.warning { border-left-color: var(--hue-2); }
  .checked .go { place-self: start; min-height: 24px; padding: 0 4px; margin: -2px 0 -2px -4px; font-size: 12.5px; text-decoration: underline dotted var(--edge); text-underline-offset: 3px; }
  .checked .code { color: var(--soft); font: 11.5px var(--mono); white-space: nowrap; }
  .checked .help { display: flex; gap: 8px; align-items: baseline; color: var(--soft); }
  .checked .fix { flex: none; min-height: 24px; margin: 3px 0 1px; padding: 0 9px; border-color: var(--edge); color: var(--ink); font-size: 12.5px; }

  @container playground (min-width: 960px) {
    .source .editor { flex: 1 1 auto; }
  }
  @container playground (min-width: 1500px) {
    .source .cm-editor .cm-scroller { font-size: 14px; line-height: 21px; }
  }
  @container playground (max-width: 420px) {
    .source .cm-editor .cm-lineNumbers .cm-gutterElement { width: 34px; padding-right: 8px; }
    .checked li { grid-template-columns: 1fr; }
  }
  @media (pointer: coarse) {
    .source .cm-editor .cm-scroller { line-height: 24px; }
    .checked .go, .checked .fix { min-height: 36px; }
  }
  @media (forced-colors: active) {
    .source .cm-editor .cm-line.at { outline: 2px solid Highlight; outline-offset: -2px; }
    .source .cm-editor .cm-tooltip-autocomplete > ul > li[aria-selected] { forced-color-adjust: none; background: Highlight; color: HighlightText; }
  }
  @media print {
    .checked, .source .cm-editor .cm-panels { display: none; }
    .source .cm-editor .cm-scroller { overflow: visible; }
    .source .cm-editor .cm-line { white-space: pre-wrap; overflow-wrap: anywhere; }
  }
`;
