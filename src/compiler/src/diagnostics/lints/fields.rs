//! Fields that are given a value and never looked at.

use super::{listed, number};
use crate::diagnostics::bodies::TypedBody;
use crate::diagnostics::report::Report;
use either::Either;
use ra_ap_hir as hir;
use ra_ap_hir_def::hir::{Expr, Pat};
use ra_ap_hir_def::{FieldId, VariantId};
use ra_ap_syntax::ast::{self, HasAttrs, HasName, HasVisibility};
use ra_ap_syntax::{AstNode, SyntaxNode, TextRange};
use std::collections::HashSet;

/// The fields that are looked at somewhere.
pub fn read<'db>(report: &Report<'_, 'db>, bodies: &[TypedBody<'db>]) -> HashSet<FieldId> {
    let mut read = HashSet::new();
    for body in bodies {
        for (expr, kind) in body.body.exprs() {
            if let Expr::Field { .. } = kind
                && let Some(Either::Left(it)) = body.infer.field_resolution(expr)
            {
                read.insert(it);
            }
        }
        for (pat, kind) in body.body.pats() {
            let Some(of) = body.infer.variant_resolution_for_pat(pat) else {
                continue;
            };
            let fields = of.fields(report.db);
            let looks = |it| !matches!(body.body[it], Pat::Wild);
            match kind {
                Pat::Record { args, .. } => {
                    let named = args.iter().filter(|it| looks(it.pat));
                    let named = named.filter_map(|it| fields.field(&it.name));
                    read.extend(named.map(|it| FieldId {
                        parent: of,
                        local_id: it,
                    }));
                }
                Pat::TupleStruct { args, .. } if args.iter().any(|it| looks(*it)) => {
                    let all = fields.fields().iter();
                    read.extend(all.map(|(it, _)| FieldId {
                        parent: of,
                        local_id: it,
                    }));
                }
                _ => {}
            }
        }
    }
    read
}

pub fn check(report: &mut Report, node: &SyntaxNode, read: &HashSet<FieldId>) {
    if let Some(it) = ast::Struct::cast(node.clone()) {
        let (Some(of), Some(fields)) = (report.sema.to_def(&it), it.field_list()) else {
            return;
        };
        let public = it.visibility().is_some();
        if !looks_at_all(&it) {
            of_variant(report, of.into(), &fields, public, read);
        }
    } else if let Some(it) = ast::Enum::cast(node.clone())
        && !looks_at_all(&it)
        && it.visibility().is_none()
    {
        for variant in it.variant_list().into_iter().flat_map(|it| it.variants()) {
            let (Some(of), Some(fields)) = (report.sema.to_def(&variant), variant.field_list())
            else {
                continue;
            };
            of_variant(report, of.into(), &fields, false, read);
        }
    }
}

/// Some traits that are derived look at all fields; a few do not count.
fn looks_at_all(of: &impl HasAttrs) -> bool {
    of.attrs().any(|it| {
        let text = it.syntax().text().to_string();
        let derived = text
            .strip_prefix("#[derive(")
            .and_then(|it| it.strip_suffix(")]"));
        match derived {
            Some(names) => names
                .split(',')
                .any(|it| !matches!(it.trim(), "Debug" | "Clone" | "Copy" | "Default" | "")),
            None => text.contains("repr"),
        }
    })
}

fn of_variant(
    report: &mut Report,
    of: hir::Variant,
    list: &ast::FieldList,
    public: bool,
    read: &HashSet<FieldId>,
) {
    let variant = VariantId::from(of);
    let ids = variant.fields(report.db).fields().iter().map(|it| it.0);
    let written: Vec<(String, TextRange, Option<ast::Type>, bool)> = match list {
        ast::FieldList::RecordFieldList(it) => it
            .fields()
            .filter_map(|it| {
                let name = it.name()?;
                let shown = public && it.visibility().is_some();
                let range = name.syntax().text_range();
                Some((name.text().to_string(), range, it.ty(), shown))
            })
            .collect(),
        ast::FieldList::TupleFieldList(it) => it
            .fields()
            .enumerate()
            .map(|(i, it)| {
                let shown = public && it.visibility().is_some();
                (i.to_string(), it.syntax().text_range(), it.ty(), shown)
            })
            .collect(),
    };
    let unread: Vec<(String, TextRange)> = ids
        .zip(written)
        .filter(|(id, (name, _, ty, shown))| {
            let field = FieldId {
                parent: variant,
                local_id: *id,
            };
            let ty = ty.as_ref().map(|it| it.syntax().text().to_string());
            let holds_nothing = ty.is_some_and(|it| it == "()" || it.starts_with("PhantomData"));
            !read.contains(&field) && !name.starts_with('_') && !holds_nothing && !shown
        })
        .map(|(_, (name, range, ..))| (name, range))
        .collect();
    let Some((_, first)) = unread.first() else {
        return;
    };
    let names: Vec<String> = unread.iter().map(|it| it.0.clone()).collect();
    let (s, are) = number(names.len());
    let message = match names.len() {
        0..=6 => format!("field{s} {} {are} never read", listed(&names)),
        _ => "multiple fields are never read".to_owned(),
    };
    report.warn("dead_code", *first, message);
}
