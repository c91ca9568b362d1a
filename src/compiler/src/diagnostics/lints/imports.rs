//! `use` of what is not used.

use super::listed;
use super::words::{How, Word, words};
use crate::diagnostics::bodies::TypedBody;
use crate::diagnostics::report::Report;
use hir::{ModuleDef, PathResolution};
use ra_ap_hir as hir;
use ra_ap_hir_def::{CallableDefId, FunctionId, ItemContainerId, Lookup, TraitId};
use ra_ap_hir_ty::db::HirDatabase;
use ra_ap_hir_ty::next_solver::TyKind;
use ra_ap_rustc_type_ir::inherent::IntoKind;
use ra_ap_syntax::ast::{self, HasAttrs, HasName, HasVisibility};
use ra_ap_syntax::{AstNode, TextRange};
use std::collections::HashSet;

pub fn check<'db>(report: &mut Report<'_, 'db>, bodies: &[TypedBody<'db>]) {
    let traits = traits(report, bodies);
    let words = words(report.file.syntax());
    let uses: Vec<ast::Use> = report
        .file
        .syntax()
        .descendants()
        .filter_map(ast::Use::cast)
        .filter(|it| it.visibility().is_none() && it.attrs().next().is_none())
        .collect();
    for it in uses {
        let Some(tree) = it.use_tree() else { continue };
        let mut leaves = Vec::new();
        leaves_of(&tree, &mut leaves);
        let unused: Vec<&ast::UseTree> = leaves
            .iter()
            .filter(|it| !is_used(report, it, &words, &traits))
            .collect();
        say(report, &it, &leaves, &unused);
    }
}

fn say(report: &mut Report, whole: &ast::Use, leaves: &[ast::UseTree], unused: &[&ast::UseTree]) {
    let Some(first) = unused.first() else { return };
    let mut names: Vec<String> = unused
        .iter()
        .map(|it| it.syntax().text().to_string())
        .collect();
    names.sort();
    let s = if names.len() == 1 { "" } else { "s" };
    let range = first.syntax().text_range();
    report.warn(
        "unused_imports",
        range,
        format!("unused import{s}: {}", listed(&names)),
    );
    if unused.len() == leaves.len() {
        let range = with_line(report, whole.syntax().text_range());
        report.fix("remove the whole `use` item", range, "");
    } else if let [one] = unused {
        let range = with_comma(report, one.syntax().text_range());
        report.fix("remove the unused import", range, "");
    } else {
        report.help("remove the unused imports");
    }
}

/// An item and the end of its line, if it has the line for itself.
fn with_line(report: &Report, range: TextRange) -> TextRange {
    let after = &report.text[usize::from(range.end())..];
    match after.starts_with('\n') {
        true => TextRange::new(range.start(), range.end() + ra_ap_syntax::TextSize::new(1)),
        false => range,
    }
}

/// A part of a list and the comma after it, or before it if it is the last.
fn with_comma(report: &Report, range: TextRange) -> TextRange {
    let after = &report.text[usize::from(range.end())..];
    let size = |text: &str| ra_ap_syntax::TextSize::of(text);
    if let Some(rest) = after.trim_start().strip_prefix(',') {
        let rest = rest.strip_prefix(' ').unwrap_or(rest);
        return TextRange::new(range.start(), range.end() + size(after) - size(rest));
    }
    let before = &report.text[..usize::from(range.start())];
    match before.trim_end().strip_suffix(',') {
        Some(rest) => TextRange::new(size(rest), range.end()),
        None => range,
    }
}

fn leaves_of(tree: &ast::UseTree, leaves: &mut Vec<ast::UseTree>) {
    match tree.use_tree_list() {
        Some(list) => list.use_trees().for_each(|it| leaves_of(&it, leaves)),
        None => leaves.push(tree.clone()),
    }
}

fn is_used(
    report: &Report,
    leaf: &ast::UseTree,
    words: &[Word],
    traits: &HashSet<TraitId>,
) -> bool {
    if leaf.star_token().is_some() {
        return is_glob_used(report, leaf, words, traits);
    }
    let Some(path) = leaf.path() else { return true };
    let resolved = report.sema.resolve_path(&path);
    // What is wrong is not unused, too.
    if resolved.is_none() {
        return true;
    }
    if let Some(PathResolution::Def(ModuleDef::Trait(it))) = resolved
        && traits.contains(&it.into())
    {
        return true;
    }
    let name = match leaf.rename() {
        Some(it) => it.name().map(|it| it.text().to_string()),
        None => path.segment().and_then(|it| {
            let is_self = it.self_token().is_some();
            let named = match is_self {
                true => parent_name(leaf),
                false => it.name_ref(),
            };
            named.map(|it| it.text().to_string())
        }),
    };
    let Some(name) = name else { return false };
    words
        .iter()
        .any(|it| it.how == How::First && it.text == name)
}

/// In `use a::b::{self}`, the name is `b`.
fn parent_name(leaf: &ast::UseTree) -> Option<ast::NameRef> {
    let parent = leaf
        .syntax()
        .ancestors()
        .skip(1)
        .find_map(ast::UseTree::cast)?;
    parent.path()?.segment()?.name_ref()
}

fn is_glob_used(
    report: &Report,
    leaf: &ast::UseTree,
    words: &[Word],
    traits: &HashSet<TraitId>,
) -> bool {
    let names: Vec<String> = match leaf.path().and_then(|it| report.sema.resolve_path(&it)) {
        Some(PathResolution::Def(ModuleDef::Module(it))) => {
            let all = it.scope(report.db, None);
            let has_trait = all.iter().any(|(_, def)| match def {
                hir::ScopeDef::ModuleDef(ModuleDef::Trait(it)) => traits.contains(&(*it).into()),
                _ => false,
            });
            if has_trait {
                return true;
            }
            all.into_iter().map(|it| it.0.as_str().to_owned()).collect()
        }
        Some(PathResolution::Def(ModuleDef::Adt(hir::Adt::Enum(it)))) => it
            .variants(report.db)
            .into_iter()
            .map(|it| it.name(report.db).as_str().to_owned())
            .collect(),
        _ => return true,
    };
    words
        .iter()
        .any(|it| it.how == How::First && names.contains(&it.text))
}

/// The traits whose methods the program calls.
fn traits<'db>(report: &Report<'_, 'db>, bodies: &[TypedBody<'db>]) -> HashSet<TraitId> {
    let mut called: HashSet<FunctionId> = HashSet::new();
    for body in bodies {
        for (expr, _) in body.body.exprs() {
            called.extend(body.infer.method_resolution(expr).map(|it| it.0));
            if let TyKind::FnDef(def, _) = body.infer.expr_ty(expr).kind()
                && let CallableDefId::FunctionId(it) = def.0
            {
                called.insert(it);
            }
        }
    }
    let of = |it: FunctionId| match it.lookup(report.db).container {
        ItemContainerId::TraitId(it) => Some(it),
        ItemContainerId::ImplId(it) => {
            let of = report.db.impl_trait(it)?;
            Some(of.skip_binder().def_id.0)
        }
        _ => None,
    };
    called.into_iter().filter_map(of).collect()
}
