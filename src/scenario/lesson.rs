//! What the pages show of a scenario, and the wasm need not know.

use serde::Serialize;

use super::About;

/// One lesson: a scenario as the pages are given it when they are built.
#[derive(Serialize)]
pub struct Lesson {
    /// The scenario's id.
    pub id: &'static str,
    /// The part of the course that it belongs to.
    #[serde(rename = "lesson")]
    pub part: &'static str,
    /// What is said about it.
    #[serde(flatten)]
    pub about: About,
    /// Its programs.
    pub source: Source,
}

/// The same program in two languages.
#[derive(Serialize)]
pub struct Source {
    /// The one that runs.
    pub rust: &'static str,
    /// Its twin.
    pub python: &'static str,
}
