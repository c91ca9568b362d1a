//! Names and labels that lead nowhere, or where they may not be used.

use super::fields::variant_name;
use super::{name_of, node};
use crate::diagnostics::report::Report;
use crate::diagnostics::{outside, unresolved};
use hir::{AnyDiagnostic as Any, InFile};
use ra_ap_hir as hir;

/// Says what is of this kind; gives back what is not.
pub fn say<'db>(report: &mut Report<'_, 'db>, diagnostic: Any<'db>) -> Option<Any<'db>> {
    match diagnostic {
        Any::UnresolvedIdent(it) => {
            let file = it.node.file_id;
            let (pointer, inner) = it.node.value;
            let (node, range) = node(report, InFile::new(file, pointer));
            let range = match inner {
                // It stands in a string.
                Some(inner) => inner + range.start(),
                None => range,
            };
            unresolved::value(report, &node, range, inner.is_some());
        }
        Any::UnresolvedMethodCall(it) => {
            let (node, range) = node(report, it.expr);
            let at = name_of(&node, range, report);
            unresolved::method(report, &node, at, &it.receiver, it.name.as_str(), &it);
        }
        Any::UnresolvedField(it) => {
            let (node, range) = node(report, it.expr);
            let at = name_of(&node, range, report);
            unresolved::field(report, &node, at, &it);
        }
        Any::UnresolvedAssocItem(it) => {
            let (node, range) = node(report, it.expr_or_pat);
            let at = name_of(&node, range, report);
            unresolved::associated(report, &node, at);
        }
        Any::UnresolvedImport(it) => {
            let (node, range) = node(report, it.decl);
            unresolved::import(report, &node, range);
        }
        Any::UnresolvedMacroCall(it) => {
            let range = report
                .sema
                .diagnostics_display_range_for_range(it.range)
                .range;
            unresolved::macro_call(report, &it.path, range);
        }
        Any::UnresolvedExternCrate(it) => {
            let (_, range) = node(report, it.decl);
            let name = report.slice(range).to_owned();
            outside::other_crate(report, range, &name);
        }
        Any::UnresolvedModule(it) => {
            let (_, range) = node(report, it.decl);
            report.error(
                "playground",
                range,
                "the playground knows one file: write the module here, `mod name { … }`",
            );
        }
        Any::PrivateField(it) => {
            let (node, range) = node(report, it.expr);
            let at = name_of(&node, range, report);
            let name = it.field.name(report.db).as_str().to_owned();
            let owner = variant_name(report, it.field.parent_def(report.db));
            report.error("E0616", at, format!("field `{name}` of {owner} is private"));
        }
        Any::PrivateAssocItem(it) => {
            let (node, range) = node(report, it.expr_or_pat);
            let at = name_of(&node, range, report);
            let (kind, name) = match it.item {
                hir::AssocItem::Function(it) if it.has_self_param(report.db) => {
                    ("method", it.name(report.db))
                }
                hir::AssocItem::Function(it) => ("associated function", it.name(report.db)),
                hir::AssocItem::Const(it) => {
                    let name = it.name(report.db)?;
                    ("associated constant", name)
                }
                hir::AssocItem::TypeAlias(it) => ("associated type", it.name(report.db)),
            };
            report.error(
                "E0624",
                at,
                format!("{kind} `{}` is private", name.as_str()),
            );
        }
        Any::UndeclaredLabel(it) => {
            let (_, range) = node(report, it.node);
            report.error(
                "E0426",
                range,
                format!("use of undeclared label `{}`", it.name.as_str()),
            );
        }
        Any::UnreachableLabel(it) => {
            let (_, range) = node(report, it.node);
            report.error(
                "E0767",
                range,
                format!("use of unreachable label `{}`", it.name.as_str()),
            );
        }
        other => return Some(other),
    }
    None
}
