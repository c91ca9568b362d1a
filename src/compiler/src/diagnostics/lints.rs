//! Warnings that rustc gives without being asked, of what is written but not of use.

mod dead;
mod fields;
mod imports;
mod literals;
mod names;
mod syntax;
mod words;

use super::bodies::TypedBody;
use super::report::Report;

pub fn check<'db>(report: &mut Report<'_, 'db>, bodies: &[TypedBody<'db>]) {
    imports::check(report, bodies);
    dead::check(report, bodies);
    names::check(report);
    syntax::check(report);
    for body in bodies {
        literals::check(report, body);
    }
}

/// "`a`", "`a` and `b`", "`a`, `b`, and `c`".
fn listed(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|it| format!("`{it}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [most @ .., last] => format!("{}, and {last}", most.join(", ")),
    }
}

/// How a noun and its verb go with a number.
fn number(count: usize) -> (&'static str, &'static str) {
    if count == 1 { ("", "is") } else { ("s", "are") }
}
