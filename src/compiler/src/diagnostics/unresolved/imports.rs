//! `use` of something that is not there.

use super::meant::{names_in, suggest};
use super::{private, resolves};
use crate::diagnostics::outside;
use crate::diagnostics::report::Report;
use ra_ap_syntax::{AstNode, SyntaxNode, TextRange, ast};

/// A `use` of something that is not there.
pub fn import(report: &mut Report, node: &SyntaxNode, range: TextRange) {
    let Some(tree) = ast::UseTree::cast(node.clone()) else {
        return;
    };
    let trees: Vec<ast::UseTree> = node.ancestors().filter_map(ast::UseTree::cast).collect();
    let mut paths: Vec<ast::Path> = trees.iter().filter_map(|it| it.path()).collect();
    paths.reverse();
    let names: Vec<String> = paths.iter().filter_map(segments_of_use).flatten().collect();
    if names.is_empty() {
        return;
    }
    // The first part that does not resolve, counted from the crate.
    let mut before = 0;
    let mut bad = None;
    'paths: for path in &paths {
        let mut parts: Vec<ast::Path> =
            std::iter::successors(Some(path.clone()), ast::Path::qualifier).collect();
        parts.reverse();
        for part in parts {
            if !resolves(report, &part) {
                bad = Some(part);
                break 'paths;
            }
            before += 1;
        }
    }
    let at = tree
        .path()
        .and_then(|it| report.written(it.syntax()))
        .unwrap_or(range);
    if outside::path(report, at, &names, before) {
        return;
    }
    let shown = names[..(before + 1).min(names.len())].join("::");
    let whole_or_part = if before + 1 >= names.len() {
        names.join("::")
    } else {
        shown
    };
    let name = names.get(before).cloned().unwrap_or_default();
    if let Some(module) = bad.as_ref().and_then(|it| it.qualifier())
        && let Some(message) = private(report, &module, &name)
    {
        report.error("E0603", at, message);
        report.help(format!("write `pub` before it, where `{name}` is declared"));
        return;
    }
    report.error("E0432", at, format!("unresolved import `{whole_or_part}`"));
    let around = bad.as_ref().and_then(|it| it.qualifier());
    let candidates = match around {
        Some(path) => names_in(report, &path),
        None => paths
            .iter()
            .rev()
            .nth(1)
            .map(|it| names_in(report, it))
            .unwrap_or_default(),
    };
    let place = bad
        .and_then(|it| it.segment())
        .and_then(|it| it.name_ref())
        .and_then(|it| report.written(it.syntax()))
        .unwrap_or(at);
    if !suggest(
        report,
        "a similar name exists in the module",
        &name,
        &candidates,
        place,
    ) {
        report.help(match before {
            0 => format!("there is no module or crate `{name}`"),
            _ => format!("there is no `{name}` in `{}`", names[before - 1]),
        });
    }
}

fn segments_of_use(path: &ast::Path) -> Option<Vec<String>> {
    let mut names: Vec<String> = std::iter::successors(Some(path.clone()), ast::Path::qualifier)
        .map(|it| Some(it.segment()?.syntax().text().to_string()))
        .collect::<Option<_>>()?;
    names.reverse();
    Some(names)
}
