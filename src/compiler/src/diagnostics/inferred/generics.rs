//! Generic arguments and lifetimes that are too many, too few, or not allowed.

use super::{count, node};
use crate::diagnostics::report::Report;
use hir::{AnyDiagnostic as Any, IncorrectGenericsLenKind};
use ra_ap_hir as hir;

/// Says what is of this kind; gives back what is not.
pub fn say<'db>(report: &mut Report<'_, 'db>, diagnostic: Any<'db>) -> Option<Any<'db>> {
    match diagnostic {
        Any::IncorrectGenericsLen(it) => {
            let (_, range) = node(report, it.generics_or_segment);
            let kind = match it.kind {
                IncorrectGenericsLenKind::Lifetimes => "lifetime",
                IncorrectGenericsLenKind::TypesAndConsts => "generic",
            };
            let owner = generic_name(report, it.def);
            let takes = count(it.expected as usize, &format!("{kind} argument"));
            let supplied = count(it.provided as usize, &format!("{kind} argument"));
            let verb = if it.provided == 1 { "was" } else { "were" };
            if it.provided < it.expected {
                report.error(
                    "E0107",
                    range,
                    format!("missing generics for {owner}: it takes {takes}"),
                );
            } else {
                report.error(
                    "E0107",
                    range,
                    format!("{owner} takes {takes} but {supplied} {verb} supplied"),
                );
            }
        }
        Any::IncorrectGenericsOrder(it) => {
            let (_, range) = node(report, it.provided_arg);
            report.error(
                "E0747",
                range,
                "generic arguments are in the wrong order: lifetimes come first",
            );
        }
        Any::GenericArgsProhibited(it) => {
            let (_, range) = node(report, it.args);
            report.error("E0109", range, "generic arguments are not allowed here");
        }
        Any::ParenthesizedGenericArgsWithoutFnTrait(it) => {
            let (_, range) = node(report, it.args);
            report.error(
                "E0214",
                range,
                "parenthesized type parameters may only be used with a `Fn` trait",
            );
        }
        Any::InferVarsNotAllowed(it) => {
            let range = report.sema.diagnostics_display_range(it.node).range;
            report.error(
                "E0121",
                range,
                "the placeholder `_` is not allowed within types on item signatures",
            );
        }
        Any::MissingLifetime(it) => {
            let (_, range) = node(report, it.generics_or_segment);
            report.error("E0106", range, "missing lifetime specifier");
        }
        Any::ElidedLifetimesInPath(it) if it.hard_error => {
            let (_, range) = node(report, it.generics_or_segment);
            report.error("E0726", range, "implicit elided lifetime not allowed here");
        }
        Any::GenericDefaultRefersToSelf(it) => {
            let (_, range) = node(report, it.segment);
            report.error(
                "E0735",
                range,
                "generic parameters cannot use `Self` in their defaults",
            );
        }
        other => return Some(other),
    }
    None
}

fn generic_name(report: &Report, def: hir::GenericDef) -> String {
    let kind = match def {
        hir::GenericDef::Function(_) => "function",
        hir::GenericDef::Adt(hir::Adt::Struct(_)) => "struct",
        hir::GenericDef::Adt(hir::Adt::Enum(_)) => "enum",
        hir::GenericDef::Adt(hir::Adt::Union(_)) => "union",
        hir::GenericDef::Trait(_) => "trait",
        hir::GenericDef::TypeAlias(_) => "type alias",
        _ => "item",
    };
    let name = match def {
        hir::GenericDef::Function(it) => it.name(report.db).as_str().to_owned(),
        hir::GenericDef::Adt(it) => it.name(report.db).as_str().to_owned(),
        hir::GenericDef::Trait(it) => it.name(report.db).as_str().to_owned(),
        hir::GenericDef::TypeAlias(it) => it.name(report.db).as_str().to_owned(),
        _ => return kind.to_owned(),
    };
    format!("{kind} `{name}`")
}
