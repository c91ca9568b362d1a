// The styles of what there is before the first run; those of what shows a run come with it. They become one text when
// the site is built (pages/sheets.js).

import { styles } from "./styles.js";
import { compareWithStyles } from "./views/compare-with.js";
import { controlStyles } from "./views/controls.js";
import { problemStyles } from "./views/problem.js";
import { proseStyles } from "./views/prose.js";
import { questionsStyles } from "./views/questions.js";
import { shareStyles } from "./views/share.js";
import { shortcutsButtonStyles } from "./views/shortcuts-button.js";
import { smallStyles } from "./views/small.js";
import { sourceStyles } from "./views/source.js";
import { termStyles } from "./views/term.js";
import { textStyles } from "./views/text.js";
import { workbenchStyles } from "./views/workbench.js";
import { yourTurnStyles } from "./views/your-turn.js";

export const sheets = [
  styles,
  workbenchStyles,
  textStyles,
  questionsStyles,
  controlStyles,
  compareWithStyles,
  shareStyles,
  problemStyles,
  termStyles,
  proseStyles,
  sourceStyles,
  smallStyles,
  yourTurnStyles,
  shortcutsButtonStyles,
].flat();
