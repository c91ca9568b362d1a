//! What rustc would say of the program: its code, its line, its words where a learner understands them.
//!
//! rust-analyzer says much by itself ([`inferred`]). What it leaves out is looked for here, in rustc's order: an error
//! of the syntax keeps names from being looked up, an error of types keeps a body from being borrow checked, and an
//! error of any kind keeps the lints silent.
//!
//! - [`syntax`], [`numbers`]: delimiters, the grammar, and digits.
//! - [`outside`]: what only the playground does not know, never in rustc's words.
//! - [`names`], [`items`], [`bindings`], [`lifetimes`]: what does not resolve, or stands where it may not.
//! - [`inferred`], [`operators`], [`patterns`], [`format`], [`trait_impls`], [`unknown`]: types and traits.
//! - [`exhaustive`], [`constants`], [`recursion`]: values without an arm, calls in constants, and what contains itself.
//! - [`behind`]: what is changed where it is only lent to be read.
//! - [`flow`]: what a body does with its variables, as a graph; [`moves`], [`mutability`], [`borrows`], [`temporaries`],
//!   [`escapes`] and [`unused`] read it.
//! - [`send`]: what may not go to another thread, and is sent there; [`threads`] knows why, and [`held`] what a future holds
//!   while it waits.
//! - [`must_use`]: what may not be left lying; [`lints`]: imports, items and words that are of no use.
//! - [`similar`]: names that were meant.

mod behind;
mod bindings;
mod bodies;
mod borrows;
mod clashes;
mod constants;
mod desugared;
mod escapes;
mod exhaustive;
mod flow;
mod format;
mod held;
mod inferred;
mod items;
mod iterated;
mod lifetimes;
mod lints;
mod loans;
mod mentions;
mod mismatch;
mod moves;
mod must_use;
mod mutability;
mod names;
mod numbers;
mod operators;
mod outside;
mod patterns;
mod recursion;
mod report;
mod send;
mod signature;
mod similar;
mod stored;
mod syntax;
mod temporaries;
mod threads;
mod trait_impls;
mod unknown;
mod unresolved;
mod unused;
mod walk;

use crate::build::Unsupported;
use crate::database::World;
use ra_ap_base_db::SourceDatabase;
use ra_ap_hir as hir;
use report::Report;
use serde::Serialize;

pub use outside::{exists, is_method};
pub use report::Lines;

/// Whether rustc would go on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// It would not.
    Error,
    /// It would, and says so.
    Warning,
}

/// One thing that rustc would say. Lines and columns count from 1, and columns count UTF-16 units, as JavaScript does.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Diagnostic {
    /// An error or a warning.
    pub severity: Severity,
    /// rustc's code (`E0308`), a lint's name (`unused_mut`), `playground`, or nothing, as rustc has no code for the
    /// syntax and for macros.
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// Where it begins.
    pub line: u32,
    /// Where it begins.
    pub column: u32,
    /// Where it ends.
    pub end_line: u32,
    /// Where it ends: the column after the last.
    pub end_column: u32,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Help>,
}

impl Diagnostic {
    /// Whether the program cannot run.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// What to do about a diagnostic.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Help {
    /// In words.
    pub message: String,
    /// As an edit, where it is sure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replacement: Option<Replacement>,
}

/// A text to put in the place of another.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Replacement {
    /// Where the old text begins.
    pub line: u32,
    /// Where the old text begins.
    pub column: u32,
    /// Where the old text ends.
    pub end_line: u32,
    /// Where the old text ends: the column after the last.
    pub end_column: u32,
    /// The new text.
    pub text: String,
}

/// Everything that is to be said of the program, in the order of its lines; errors before warnings of the same place.
pub fn check(world: &World) -> Vec<Diagnostic> {
    let db = &world.db;
    hir::attach_db(db, || {
        let text = db.file_text(world.program).text(db);
        let sema = hir::Semantics::new(db);
        let mut report = Report::new(&sema, world.program, text);
        syntax::check(&mut report);
        numbers::check(&mut report);
        if report.has_errors() {
            return report.finish();
        }
        outside::check(&mut report);
        names::check(&mut report);
        let bodies = bodies::all(&report);
        for body in &bodies {
            patterns::check(&mut report, body);
        }
        inferred::check(&mut report);
        format::check(&mut report);
        lifetimes::check(&mut report);
        items::check(&mut report);
        trait_impls::check(&mut report);
        bindings::check(&mut report);
        recursion::types(&mut report);
        for body in &bodies {
            desugared::check(&mut report, body);
            operators::check(&mut report, body);
        }
        if report.has_errors() {
            return report.finish();
        }
        for body in &bodies {
            unknown::check(&mut report, body);
            exhaustive::check(&mut report, body);
            constants::check(&mut report, body);
            send::check(&mut report, body);
        }
        recursion::futures(&mut report, &bodies);
        if report.has_errors() {
            return report.finish();
        }
        for body in &bodies {
            let flow = flow::Flow::new(&report, body);
            moves::check(&mut report, body, &flow);
            mutability::check(&mut report, body, &flow);
            behind::check(&mut report, body);
            escapes::check(&mut report, body, &flow);
            borrows::check(&mut report, body, &flow);
            clashes::check(&mut report, body, &flow);
            temporaries::check(&mut report, body, &flow);
            unused::check(&mut report, body, &flow);
            must_use::check(&mut report, body);
        }
        if !report.has_errors() {
            lints::check(&mut report, &bodies);
        }
        report.finish()
    })
}

/// What `build` could not make of a program that rustc would accept.
pub fn unsupported(world: &World, unsupported: &[Unsupported]) -> Vec<Diagnostic> {
    let text = world.db.file_text(world.program).text(&world.db);
    let lines = report::Lines::new(text);
    let diagnostics = unsupported.iter().map(|Unsupported { range, message }| {
        let ((line, column), (end_line, end_column)) =
            (lines.of(range.start()), lines.of(range.end()));
        Diagnostic {
            severity: Severity::Error,
            code: "playground".into(),
            message: message.clone(),
            line,
            column,
            end_line,
            end_column,
            help: None,
        }
    });
    diagnostics.collect()
}
