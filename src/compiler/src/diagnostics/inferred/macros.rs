//! Macros and derives that cannot be expanded.

use super::node;
use crate::diagnostics::report::Report;
use hir::AnyDiagnostic as Any;
use ra_ap_hir as hir;
use ra_ap_syntax::TextRange;

/// Says what is of this kind; gives back what is not.
pub fn say<'db>(report: &mut Report<'_, 'db>, diagnostic: Any<'db>) -> Option<Any<'db>> {
    match diagnostic {
        // Attributes of tokio, which are known and not expanded.
        Any::MacroError(it) if it.kind == "attribute-expansion-disabled" => {}
        Any::MacroError(it) => {
            let range = report
                .sema
                .diagnostics_display_range_for_range(it.range)
                .range;
            macro_error(report, range, &it.message);
        }
        Any::MacroExpansionParseError(it) => {
            let range = report
                .sema
                .diagnostics_display_range_for_range(it.range)
                .range;
            if let Some(error) = it.errors.first() {
                report.error("", range, error.to_string());
            }
        }
        Any::MacroDefError(it) => {
            let (_, range) = node(report, it.node);
            report.error("", range, it.message);
        }
        Any::UnimplementedBuiltinMacro(it) => {
            let range = report.sema.diagnostics_display_range(it.node).range;
            report.error(
                "playground",
                range,
                "the playground does not know this macro",
            );
        }
        Any::InvalidDeriveTarget(it) => {
            let range = report
                .sema
                .diagnostics_display_range_for_range(it.range)
                .range;
            report.error(
                "E0774",
                range,
                "`derive` may only be applied to `struct`s, `enum`s and `union`s",
            );
        }
        Any::MalformedDerive(it) => {
            let range = report
                .sema
                .diagnostics_display_range_for_range(it.range)
                .range;
            report.error(
                "E0777",
                range,
                "malformed `derive` attribute: it lists traits, `#[derive(Debug, Clone)]`",
            );
        }
        other => return Some(other),
    }
    None
}

fn macro_error(report: &mut Report, range: TextRange, message: &str) {
    let message = match message {
        "no rule matches" | "macro expansion did not match any rule" => {
            "no rules expected this token in macro call"
        }
        it if it.starts_with("leftover tokens") => "no rules expected this token in macro call",
        it => it,
    };
    report.error("", range, message);
}
