//! Names that a pattern binds: twice, or not in each of its alternatives.

use super::report::Report;
use ra_ap_syntax::ast::{self, HasName};
use ra_ap_syntax::{AstNode, SyntaxNode, TextRange};

pub fn check(report: &mut Report) {
    let nodes: Vec<SyntaxNode> = report.file.syntax().descendants().collect();
    for node in nodes {
        if let Some(pat) = ast::OrPat::cast(node.clone()) {
            alternatives(report, &pat);
        }
        let is_part = node
            .ancestors()
            .skip(1)
            .any(|it| ast::Pat::can_cast(it.kind()));
        if let Some(pat) = ast::Pat::cast(node)
            && !is_part
            && pat.syntax().parent().and_then(ast::Param::cast).is_none()
        {
            twice(report, &pat);
        }
    }
}

/// The variables of a pattern; of alternatives, those of the first.
fn names(report: &Report, pat: &SyntaxNode, found: &mut Vec<(String, TextRange)>) {
    if let Some(it) = ast::IdentPat::cast(pat.clone())
        && report.sema.to_def(&it).is_some()
        && !is_constant(report, &it)
        && let Some(name) = it.name()
    {
        found.push((name.text().to_string(), name.syntax().text_range()));
    }
    let mut children: Vec<SyntaxNode> = pat.children().collect();
    if ast::OrPat::can_cast(pat.kind()) {
        children.truncate(1);
    }
    for child in children {
        names(report, &child, found);
    }
}

/// A name alone may be that of a constant, or of a variant.
fn is_constant(report: &Report, pat: &ast::IdentPat) -> bool {
    pat.name()
        .is_some_and(|it| it.text().starts_with(char::is_uppercase))
        || report.sema.resolve_bind_pat_to_const(pat).is_some()
}

/// E0416.
fn twice(report: &mut Report, pat: &ast::Pat) {
    let mut found = Vec::new();
    names(report, pat.syntax(), &mut found);
    for (i, (name, range)) in found.iter().enumerate() {
        if found[..i].iter().any(|it| it.0 == *name) {
            let message =
                format!("identifier `{name}` is bound more than once in the same pattern");
            report.error("E0416", *range, message);
        }
    }
}

/// E0408.
fn alternatives(report: &mut Report, pat: &ast::OrPat) {
    let all: Vec<(TextRange, Vec<String>)> = pat
        .pats()
        .map(|it| {
            let mut found = Vec::new();
            names(report, it.syntax(), &mut found);
            let names = found.into_iter().map(|it| it.0).collect();
            (it.syntax().text_range(), names)
        })
        .collect();
    let mut every: Vec<&String> = all.iter().flat_map(|it| &it.1).collect();
    every.sort();
    every.dedup();
    for name in every {
        for (range, names) in &all {
            if !names.contains(name) {
                let message = format!("variable `{name}` is not bound in all patterns");
                report.error("E0408", *range, message);
            }
        }
    }
}
