//! Patterns that do not fit what they are held against.

use super::{count, node};
use crate::diagnostics::report::Report;
use hir::AnyDiagnostic as Any;
use ra_ap_hir as hir;
use ra_ap_syntax::{AstNode, ast};

/// Says what is of this kind; gives back what is not.
pub fn say<'db>(report: &mut Report<'_, 'db>, diagnostic: Any<'db>) -> Option<Any<'db>> {
    match diagnostic {
        Any::MissingMatchArms(it) => {
            let (_, range) = node(report, it.scrutinee_expr);
            let what = it.uncovered_patterns.replace(" not covered", "");
            report.error(
                "E0004",
                range,
                format!("non-exhaustive patterns: {what} not covered"),
            );
            report.help("a `match` has an arm for every value: add the missing ones, or `_ => …`");
        }
        Any::NonExhaustiveLet(it) => {
            let (_, range) = node(report, it.pat);
            let what = it.uncovered_patterns.replace(" not covered", "");
            report.error(
                "E0005",
                range,
                format!("refutable pattern in local binding: {what} not covered"),
            );
            report.help("say what else: `let … = … else { … };`, or `if let`");
        }
        Any::MismatchedTupleStructPatArgCount(it) => {
            let (node, range) = node(report, it.expr_or_pat);
            let (found, expected) = (it.found, it.expected);
            let what = match node.children().find_map(ast::Path::cast) {
                Some(path) => format!("tuple struct or variant `{}`", path.syntax().text()),
                None => "tuple".to_owned(),
            };
            report.error(
                "E0023",
                range,
                format!(
                    "this pattern has {}, but the corresponding {what} has {}",
                    count(found, "field"),
                    count(expected, "field")
                ),
            );
        }
        Any::MismatchedArrayPatLen(it) => {
            let (_, range) = node(report, it.pat);
            let (code, at_least) = if it.has_rest {
                ("E0528", "at least ")
            } else {
                ("E0527", "")
            };
            report.error(
                code,
                range,
                format!(
                    "pattern requires {at_least}{} but array has {}",
                    count(it.expected as usize, "element"),
                    it.found
                ),
            );
        }
        Any::ArrayPatternWithoutFixedLength(it) => {
            let (_, range) = node(report, it.pat);
            report.error(
                "E0730",
                range,
                "cannot pattern-match on an array without a fixed length",
            );
        }
        Any::ExpectedArrayOrSlicePat(it) => {
            let (_, range) = node(report, it.pat);
            let found = report.show(&it.found);
            report.error(
                "E0529",
                range,
                format!("expected an array or slice, found `{found}`"),
            );
        }
        Any::InvalidRangePatType(it) => {
            let (_, range) = node(report, it.pat);
            report.error(
                "E0029",
                range,
                "only `char` and numeric types are allowed in range patterns",
            );
        }
        Any::NonExhaustiveRecordPat(it) => {
            let (_, range) = node(report, it.pat);
            report.error(
                "E0638",
                range,
                "`..` required with struct marked as non-exhaustive",
            );
        }
        Any::CannotImplicitlyDerefTraitObject(it) => {
            let (_, range) = node(report, it.pat);
            let found = report.show(&it.found);
            report.error(
                "E0033",
                range,
                format!("type `{found}` cannot be dereferenced"),
            );
        }
        Any::MutableRefBinding(it) => {
            let (_, range) = node(report, it.pat);
            report.error("", range, "binding cannot be both mutable and by-reference");
        }
        Any::MutRefInImmRefPat(it) => {
            let (_, range) = node(report, it.pat);
            report.error(
                "E0308",
                range,
                "mismatched types: a `&mut` pattern inside of a `&` one",
            );
        }
        other => return Some(other),
    }
    None
}
