//! Macros that are not there.

use crate::diagnostics::report::Report;
use crate::diagnostics::{outside, similar};
use hir::ModPath;
use ra_ap_hir as hir;
use ra_ap_syntax::TextRange;

/// `printn!()`.
pub fn macro_call(report: &mut Report, path: &ModPath, range: TextRange) {
    let segments: Vec<String> = path
        .segments()
        .iter()
        .map(|it| it.as_str().to_owned())
        .collect();
    if segments.len() > 1 && outside::path(report, range, &segments, 1) {
        return;
    }
    let Some(name) = segments.last() else { return };
    if segments.len() > 1 {
        report.error(
            "E0433",
            range,
            format!("cannot find `{name}` in `{}`", segments[segments.len() - 2]),
        );
        return;
    }
    if matches!(name.as_str(), "tokio" | "test") || outside::macro_call(report, range, name) {
        return;
    }
    report.error(
        "",
        range,
        format!("cannot find macro `{name}` in this scope"),
    );
    let known = [
        "println",
        "print",
        "eprintln",
        "eprint",
        "format",
        "vec",
        "assert",
        "assert_eq",
        "assert_ne",
        "panic",
        "todo",
        "dbg",
        "matches",
        "write",
        "writeln",
        "unreachable",
        "unimplemented",
        "join",
        "try_join",
        "select",
        "debug_assert",
        "concat",
        "stringify",
    ];
    match name.as_str() {
        "join" | "try_join" | "select" | "pin" => {
            let place = report.place_of_use();
            report.insert(
                "consider importing this macro",
                place,
                format!("use tokio::{name};\n"),
            );
        }
        _ => {
            if let Some(meant) = similar::best(name, known) {
                let at = TextRange::at(range.start(), ra_ap_syntax::TextSize::of(name.as_str()));
                report.fix(
                    format!("a macro with a similar name exists: `{meant}`"),
                    at,
                    meant,
                );
            }
        }
    }
}
