//! Impls that are not what their traits want, or may not be.

use super::node;
use crate::diagnostics::report::Report;
use hir::{AnyDiagnostic as Any, InFile};
use ra_ap_hir as hir;
use ra_ap_syntax::{AstNode, SyntaxNode, TextRange, ast};

/// Says what is of this kind; gives back what is not.
pub fn say<'db>(report: &mut Report<'_, 'db>, diagnostic: Any<'db>) -> Option<Any<'db>> {
    match diagnostic {
        Any::TraitImplMissingAssocItems(it) => {
            let (node, range) = node(report, InFile::new(it.file_id, it.impl_));
            let names: Vec<_> = it
                .missing
                .iter()
                .map(|(name, _)| format!("`{}`", name.as_str()))
                .collect();
            let at = header(report, &node, range);
            report.error(
                "E0046",
                at,
                format!(
                    "not all trait items implemented, missing: {}",
                    names.join(", ")
                ),
            );
        }
        Any::TraitImplRedundantAssocItems(it) => {
            let (name, item) = &it.assoc_item;
            let (code, kind) = match item {
                hir::AssocItem::Function(_) => ("E0407", "method"),
                hir::AssocItem::Const(_) => ("E0438", "const"),
                hir::AssocItem::TypeAlias(_) => ("E0437", "type"),
            };
            let (node, range) = node(report, InFile::new(it.file_id, it.impl_));
            let of = it.trait_.name(report.db).as_str().to_owned();
            let at = node
                .descendants()
                .filter_map(ast::AssocItem::cast)
                .find(|it| {
                    it.syntax()
                        .descendants()
                        .find_map(ast::Name::cast)
                        .is_some_and(|it| it.text() == name.as_str())
                })
                .map_or(range, |it| it.syntax().text_range());
            report.error(
                code,
                at,
                format!("{kind} `{}` is not a member of trait `{of}`", name.as_str()),
            );
        }
        Any::TraitImplOrphan(it) => {
            let (node, range) = node(report, InFile::new(it.file_id, it.impl_));
            let at = header(report, &node, range);
            report.error("E0117", at, "only traits defined in the current crate can be implemented for types defined outside of the crate");
            report.help("wrap the type in a struct of your own, and implement the trait for that");
        }
        Any::IncoherentImpl(it) => {
            let (node, range) = node(report, InFile::new(it.file_id, it.impl_));
            let at = header(report, &node, range);
            report.error("E0116", at, "cannot define inherent `impl` for a type outside of the crate where the type is defined");
        }
        Any::TraitImplIncorrectSafety(it) => {
            let (node, range) = node(report, InFile::new(it.file_id, it.impl_));
            let at = header(report, &node, range);
            if it.should_be_safe {
                report.error("E0199", at, "implementing the trait is not unsafe");
            } else {
                report.error(
                    "E0200",
                    at,
                    "the trait requires an `unsafe impl` declaration",
                );
            }
        }
        other => return Some(other),
    }
    None
}

/// The head of an impl: what comes before its items.
fn header(report: &Report, node: &SyntaxNode, range: TextRange) -> TextRange {
    let items = node
        .children()
        .find(|it| ast::AssocItemList::can_cast(it.kind()));
    match items.and_then(|it| report.written(&it)) {
        Some(items) if items.start() > range.start() => {
            let text = report.slice(TextRange::new(range.start(), items.start()));
            TextRange::at(range.start(), ra_ap_syntax::TextSize::of(text.trim_end()))
        }
        _ => range,
    }
}
