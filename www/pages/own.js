// The page for a program of one's own: no lesson, but shown as one is.

import { coloursOf } from "./colours.js";

/** @import { Page } from "./course.js" */

const SOURCE = `use std::time::Duration;
use tokio::{join, time::sleep};

async fn brew(drink: &str, seconds: u64) {
    println!("{drink}: water on");
    sleep(Duration::from_secs(seconds)).await;
    println!("{drink}: ready");
}

#[tokio::main]
async fn main() {
    join!(brew("tea", 2), brew("coffee", 1));
    println!("breakfast");
}
`;

/** @type {Page} */
export const own = {
  id: "program",
  title: "Your own program",
  lesson: "",
  summary: "Write any small tokio program, or paste one, and see it run.",
  text: `It is checked while you type, as rustc would, and run by a small machine in this page: no server sees it. What it prints, and when, is what tokio would do.

Most of Rust is known here, and of \`std\` and \`tokio\` what small async programs use: tasks, timers, channels, locks, \`join!\` and \`select!\`. Files, the network and other crates are not: there the Rust Playground is one click away.

Your program stands in the page's address: who has the link has the program.`,
  words: null,
  goal: null,
  exercise: null,
  python_differs: null,
  params: [],
  predict: [],
  compare: null,
  browser_only: null,
  asked: [],
  source: { rust: SOURCE, python: "" },
  colours: { rust: coloursOf("rust", SOURCE), python: [] },
  run: undefined,
};
