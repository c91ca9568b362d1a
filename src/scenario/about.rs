//! What is said about a program: its texts, its parameters and its questions.

use serde::Serialize;

use super::Param;

/// What stands beside a program: `about.rs` of its folder.
#[derive(Clone, Copy, Serialize)]
pub struct About {
    /// Its name in the course.
    pub title: &'static str,
    /// One sentence: what it shows. In all texts, `code` stands between backticks.
    pub summary: &'static str,
    /// What to look for, in at most 120 words. Paragraphs are parted by an empty line.
    pub text: &'static str,
    /// The arguments of `main`, in order.
    pub params: &'static [Param],
    /// What the learner is asked before the first run.
    pub predict: &'static [Question],
    /// What the learner is to make of the program.
    pub exercise: Option<Exercise>,
    /// Another scenario worth running beside this one.
    pub compare: Option<&'static str>,
    /// Words that the lesson shows because a tool says them: a compiler's, a runtime's.
    pub words: Option<Words>,
    /// The codes of what is diagnosed of a run with the defaults. With other values it is no more than that.
    #[serde(skip)]
    pub diagnosed: &'static [&'static str],
    /// What CPython prints otherwise, if it does: `another error`.
    pub python_differs: Option<&'static str>,
    /// Why the program needs a browser and not only tokio, if it does.
    pub browser_only: Option<&'static str>,
}

impl About {
    /// To be filled in: `About { title: …, ..About::EMPTY }`.
    pub const EMPTY: About = About {
        title: "",
        summary: "",
        text: "",
        params: &[],
        predict: &[],
        exercise: None,
        compare: None,
        words: None,
        diagnosed: &[],
        python_differs: None,
        browser_only: None,
    };
}

/// A program to change until it does something else. Whether it does is judged by `exercise/check.js` in the lesson's
/// folder, from runs of the learner's own program.
#[derive(Clone, Copy, Serialize)]
pub struct Exercise {
    /// What the program is to do, in one sentence.
    pub goal: &'static str,
    /// Shown one after the other, to who asks for them.
    pub hints: [&'static str; 2],
    /// The program to begin with, if it is not the lesson's own.
    pub given: Option<&'static str>,
    /// A program that reaches the goal.
    pub answer: &'static str,
}

/// What another tool says, captured from it by a test.
#[derive(Clone, Copy, Serialize)]
pub struct Words {
    /// Who says it, and to what.
    pub title: &'static str,
    /// The words.
    pub text: &'static str,
}

/// A question about a run. Its answer is computed by simulating the program; of a choice, it is shown by the run.
#[derive(Clone, Copy, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Question {
    /// Put the lines of the log in order.
    Order,
    /// How long does it take?
    Total,
    /// Will a line with this text ever be printed?
    Prints {
        /// The text to look for.
        text: &'static str,
    },
    /// Which of some sentences is true, for every value of the parameters?
    Choice {
        /// The question.
        ask: &'static str,
        /// At least two, of which one is right.
        options: &'static [Choice],
        /// What of the run shows it.
        shown_by: Option<Proof>,
    },
}

/// One of the answers to choose from.
#[derive(Clone, Copy, Serialize)]
pub struct Choice {
    /// What it says.
    pub text: &'static str,
    /// Whether it is true.
    pub right: bool,
    /// Why it is, or is not.
    pub reason: &'static str,
}

impl Choice {
    /// The answer that is true.
    pub const fn right(text: &'static str, reason: &'static str) -> Choice {
        Choice {
            text,
            right: true,
            reason,
        }
    }

    /// One that is not.
    pub const fn wrong(text: &'static str, reason: &'static str) -> Choice {
        Choice {
            text,
            right: false,
            reason,
        }
    }
}

/// What of a run shows which answer is true.
#[derive(Clone, Copy, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Proof {
    /// The order of its log.
    Order,
    /// How long it took.
    Total,
    /// Whether a line with this text was printed.
    Prints {
        /// The text to look for.
        text: &'static str,
    },
    /// What is diagnosed of it.
    Diagnoses,
}
