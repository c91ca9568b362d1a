//! What rust-analyzer says by itself, in rustc's words: a file for each kind.

mod fields;
mod generics;
mod impls;
mod jumps;
mod macros;
mod names;
mod patterns;
mod values;

use super::report::Report;
use hir::InFile;
use ra_ap_hir as hir;
use ra_ap_syntax::{AstNode, AstPtr, SyntaxNode, TextRange, ast};

/// Everything that rust-analyzer says of the program.
pub fn check(report: &mut Report) {
    let Some(module) = report.module else { return };
    let mut all = Vec::new();
    module.diagnostics(report.db, &mut all, false);
    let kinds = [
        names::say,
        macros::say,
        patterns::say,
        fields::say,
        jumps::say,
        impls::say,
        generics::say,
        values::say,
    ];
    for diagnostic in all {
        // What is left is looked for by passes of our own, which know of async bodies too, or none of rustc's business.
        let _ = kinds.iter().try_fold(diagnostic, |it, say| say(report, it));
    }
}

/// The node of a pointer, and its place in the program.
pub fn node<N: AstNode>(report: &Report, pointer: InFile<AstPtr<N>>) -> (SyntaxNode, TextRange) {
    let root = report.sema.parse_or_expand(pointer.file_id);
    let node = pointer.value.to_node(&root).syntax().clone();
    let range = report
        .sema
        .diagnostics_display_range(pointer.map(|it| it.syntax_node_ptr()))
        .range;
    (node, range)
}

/// The node, and only its name's place: the last segment of a path, the name of a method or of a field.
fn name_of(node: &SyntaxNode, range: TextRange, report: &Report) -> TextRange {
    let name = match ast::Expr::cast(node.clone()) {
        Some(ast::Expr::MethodCallExpr(it)) => it.name_ref().map(|it| it.syntax().clone()),
        Some(ast::Expr::FieldExpr(it)) => it.name_ref().map(|it| it.syntax().clone()),
        Some(ast::Expr::PathExpr(it)) => it
            .path()
            .and_then(|it| it.segment())
            .and_then(|it| it.name_ref())
            .map(|it| it.syntax().clone()),
        _ => None,
    };
    name.and_then(|it| report.written(&it)).unwrap_or(range)
}

/// "1 argument", "2 arguments".
pub fn count(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}
