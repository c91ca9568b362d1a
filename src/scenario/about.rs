//! What is said about a program: its texts, its parameters and its questions.

use serde::Serialize;

use super::Param;

/// What stands beside a program: `about.rs` of its folder.
#[derive(Clone, Copy, Serialize)]
pub struct About {
    /// Its name in the course.
    pub title: &'static str,
    /// One sentence: what it shows.
    pub summary: &'static str,
    /// What to look for, in at most 120 words. Paragraphs are parted by an empty line.
    pub text: &'static str,
    /// The arguments of `main`, in order.
    pub params: &'static [Param],
    /// What the learner is asked before the first run.
    pub predict: &'static [Question],
    /// Another scenario worth running beside this one.
    pub compare: Option<&'static str>,
    /// Words that the lesson shows because a tool says them: a compiler's, a runtime's.
    pub words: Option<Words>,
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
        compare: None,
        words: None,
        browser_only: None,
    };
}

/// What another tool says, captured from it by a test.
#[derive(Clone, Copy, Serialize)]
pub struct Words {
    /// Who says it, and to what.
    pub title: &'static str,
    /// The words.
    pub text: &'static str,
}

/// A question whose answer is computed by simulating the program.
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
}
