//! What could be written shorter: parentheses, labels, `while true`.

use crate::diagnostics::report::Report;
use ra_ap_syntax::ast::{self, HasLoopBody};
use ra_ap_syntax::{AstNode, SyntaxKind, SyntaxNode, TextRange};

pub fn check(report: &mut Report) {
    let nodes: Vec<SyntaxNode> = report.file.syntax().descendants().collect();
    for node in nodes {
        if let Some(it) = ast::ParenExpr::cast(node.clone()) {
            parentheses(report, &it);
        } else if let Some(it) = ast::Label::cast(node.clone()) {
            label(report, &it);
        } else if let Some(it) = ast::WhileExpr::cast(node) {
            while_true(report, &it);
        }
    }
}

fn parentheses(report: &mut Report, it: &ast::ParenExpr) {
    let (Some(inner), Some(parent)) = (it.expr(), it.syntax().parent()) else {
        return;
    };
    let around = match parent.kind() {
        SyntaxKind::IF_EXPR => "`if` condition",
        SyntaxKind::WHILE_EXPR => "`while` condition",
        SyntaxKind::MATCH_EXPR => "`match` scrutinee expression",
        SyntaxKind::FOR_EXPR => "`for` iterator expression",
        SyntaxKind::RETURN_EXPR => "`return` value",
        SyntaxKind::LET_STMT => "assigned value",
        _ => return,
    };
    let text = inner.syntax().text().to_string();
    // In a condition, what has braces or stands on several lines may need them.
    let needed = text.contains('{') || text.contains('\n') || text.starts_with("let ");
    let kind = inner.syntax().kind();
    if needed
        || matches!(
            kind,
            SyntaxKind::CLOSURE_EXPR | SyntaxKind::RETURN_EXPR | SyntaxKind::BREAK_EXPR
        )
    {
        return;
    }
    let range = it.syntax().text_range();
    report.warn(
        "unused_parens",
        range,
        format!("unnecessary parentheses around {around}"),
    );
    report.fix("remove these parentheses", range, text);
}

fn label(report: &mut Report, it: &ast::Label) {
    let (Some(lifetime), Some(around)) = (it.lifetime(), it.syntax().parent()) else {
        return;
    };
    let name = lifetime.text().to_string();
    let mut uses = around
        .descendants_with_tokens()
        .filter_map(|it| it.into_token())
        .filter(|it| it.kind() == SyntaxKind::LIFETIME_IDENT && it.text() == name);
    // The first is its own.
    if uses.nth(1).is_none() && !name.starts_with("'_") {
        let range = lifetime.syntax().text_range();
        report.warn("unused_labels", range, "unused label");
    }
}

fn while_true(report: &mut Report, it: &ast::WhileExpr) {
    let (Some(ast::Expr::Literal(condition)), Some(token), Some(_)) =
        (it.condition(), it.while_token(), it.loop_body())
    else {
        return;
    };
    if condition.syntax().text() != "true" {
        return;
    }
    let start = token.text_range().start();
    let range = TextRange::new(start, condition.syntax().text_range().end());
    report.warn(
        "while_true",
        range,
        "denote infinite loops with `loop { ... }`",
    );
    report.fix("use `loop`", range, "loop");
}
