// The run beside a program that is edited: the line of the event at the cursor is lit, and the lines on which tasks stand
// carry their names. A record's lines are those of the text that ran; they are followed through what is typed since.

import { ChangeSet, MapMode, RangeSet, StateEffect, StateField, Text } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutter, gutterLineClass, lineNumberMarkers, lineNumbers } from "@codemirror/view";
import { render } from "lit";

import { who } from "../views/source.js";
import { withoutEnd } from "./text.js";

/** @import { ChangeDesc, Range } from "@codemirror/state" */

/**
 * What there is to see of a run. Lines are those of the text that ran.
 * @typedef {object} Run
 * @property {string | undefined} source the text that ran; none: there is no run of this program
 * @property {unknown} state at its cursor
 * @property {number | undefined} now
 * @property {ReadonlyMap<number, readonly number[]>} standing the lanes on each line
 * @property {ReadonlySet<number>} eventful
 * @property {(id: number) => string} names
 */

/**
 * @typedef {object} Marks
 * @property {Run} run
 * @property {Text} ran
 * @property {ChangeDesc | undefined} changes since it ran
 * @property {import("@codemirror/view").DecorationSet} lines
 * @property {RangeSet<GutterMarker>} lit
 * @property {RangeSet<GutterMarker>} numbers
 * @property {RangeSet<GutterMarker>} names
 * @property {ReadonlyMap<number, number>} eventful the lines that ran, by those of now
 * @property {number | undefined} now
 */

/** @type {Run} */
const NO_RUN = { source: undefined, state: undefined, now: undefined, standing: new Map(), eventful: new Set(), names: String };

/** @type {import("@codemirror/state").StateEffectType<Run>} */
const showRun = StateEffect.define();

const lit = new (class extends GutterMarker {
  elementClass = "at";
})();

const eventful = new (class extends GutterMarker {
  elementClass = "eventful";
})();

class Names extends GutterMarker {
  /**
   * @param {readonly number[]} lanes
   * @param {string} key
   * @param {(id: number) => string} names
   */
  constructor(lanes, key, names) {
    super();
    this.lanes = lanes;
    this.key = key;
    this.names = names;
  }

  /** @param {Names} other */
  eq(other) {
    return this.key === other.key;
  }

  toDOM() {
    const place = document.createElement("span");
    place.className = "who";
    render(who(this.lanes, this.names), place);
    return place;
  }
}

/** @type {StateField<Marks>} */
const marks = StateField.define({
  create: () => drawn(NO_RUN, Text.empty, undefined, Text.empty),
  update(marks, transaction) {
    let { run, ran, changes } = marks;
    const given = transaction.effects.find((effect) => effect.is(showRun));
    if (!given && !transaction.docChanged) return marks;
    if (changes && transaction.docChanged) changes = changes.composeDesc(transaction.changes.desc);
    if (given) {
      const { source } = given.value;
      if (source !== run.source) {
        const text = withoutEnd(source ?? "");
        ran = Text.of(text.split("\n"));
        changes = source === undefined ? undefined : between(text, transaction.newDoc.toString());
      }
      run = given.value;
    }
    return drawn(run, ran, changes, transaction.newDoc);
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ lines }) => lines),
    gutterLineClass.from(field, ({ lit }) => lit),
    lineNumberMarkers.from(field, ({ numbers }) => numbers),
  ],
});

/**
 * @param {Run} run
 * @param {Text} ran
 * @param {ChangeDesc | undefined} changes
 * @param {Text} doc
 * @returns {Marks}
 */
function drawn(run, ran, changes, doc) {
  /** Where a line is now; nowhere, if it was deleted. @param {number} line */
  const lineNow = (line) => {
    // A record from elsewhere may name any line.
    if (!changes || line < 1 || line > ran.lines) return undefined;
    const at = changes.mapPos(ran.line(line).from, 1, MapMode.TrackDel);
    return at === null ? undefined : doc.lineAt(at);
  };
  /** @param {number | undefined} line */
  const lineOf = (line) => (line === undefined ? undefined : lineNow(line));
  const now = lineOf(run.now);
  /** @type {Map<number, { from: number, lanes: number[] }>} */
  const standing = new Map();
  for (const [line, lanes] of run.standing) {
    const place = lineNow(line);
    if (!place) continue;
    const found = standing.get(place.number) ?? { from: place.from, lanes: [] };
    found.lanes.push(...lanes);
    standing.set(place.number, found);
  }
  /** @type {Map<number, number>} */
  const lines = new Map();
  /** @type {Range<GutterMarker>[]} */
  const numbers = [];
  for (const line of run.eventful) {
    const place = lineNow(line);
    if (!place || lines.has(place.number)) continue;
    lines.set(place.number, line);
    numbers.push(eventful.range(place.from));
  }
  const names = [...standing.values()].map(({ from, lanes }) => new Names(lanes, lanes.map((id) => `${id} ${run.names(id)}`).join("\n"), run.names).range(from));
  return {
    run,
    ran,
    changes,
    lines: now ? Decoration.set([Decoration.line({ class: "at" }).range(now.from)]) : Decoration.none,
    lit: RangeSet.of(now ? [lit.range(now.from)] : []),
    numbers: RangeSet.of(numbers, true),
    names: RangeSet.of(names, true),
    eventful: lines,
    now: now?.number,
  };
}

/**
 * What was changed between two texts, as one change: what they have in common is at the beginning and at the end.
 * @param {string} before
 * @param {string} after
 */
function between(before, after) {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < most - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return ChangeSet.of({ from, to: before.length - same, insert: after.slice(from, after.length - same) }, before.length).desc;
}

/**
 * The line that ran and stands at a place now, if it has events.
 * @param {EditorView} view
 * @param {number} at
 */
export function lineThatRan(view, at) {
  return view.state.field(marks).eventful.get(view.state.doc.lineAt(at).number);
}

/** Whether what is there is what ran. @param {EditorView} view */
export function isAsItRan(view) {
  return view.state.field(marks).changes?.empty ?? false;
}

/**
 * Shows a run.
 * @param {EditorView} view
 * @param {Run} run
 * @returns {number | undefined} the line that is lit, if it was another before
 */
export function mark(view, run) {
  const before = view.state.field(marks).now;
  view.dispatch({ effects: showRun.of(run) });
  const { now } = view.state.field(marks);
  return now === before ? undefined : now;
}

/** @param {(line: number) => void} onLine a line that ran was asked for */
export function runMarks(onLine) {
  return [
    marks,
    lineNumbers({
      domEventHandlers: {
        click(view, { from }) {
          const line = lineThatRan(view, from);
          if (line === undefined) return false;
          onLine(line);
          return true;
        },
      },
    }),
    gutter({ class: "cm-whos", side: "after", markers: (view) => view.state.field(marks).names }),
  ];
}
