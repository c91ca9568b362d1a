//! `await`, `break`, `return` and `yield` where they may not stand.

use super::node;
use crate::diagnostics::report::Report;
use hir::AnyDiagnostic as Any;
use ra_ap_hir as hir;
use ra_ap_syntax::{AstNode, SyntaxNode, TextRange, ast};

/// Says what is of this kind; gives back what is not.
pub fn say<'db>(report: &mut Report<'_, 'db>, diagnostic: Any<'db>) -> Option<Any<'db>> {
    match diagnostic {
        Any::AwaitOutsideOfAsync(it) => {
            let (node, range) = node(report, it.node);
            await_outside(report, &node, range);
        }
        Any::BreakOutsideOfLoop(it) => {
            let (node, range) = node(report, it.expr);
            let word = if it.is_break { "break" } else { "continue" };
            let inside = node.ancestors().find_map(|it| {
                if let Some(function) = ast::Fn::cast(it.clone()) {
                    return Some(function.async_token().map(|_| "`async` function"));
                }
                match ast::Expr::cast(it)? {
                    ast::Expr::ClosureExpr(_) => Some(Some("a closure")),
                    ast::Expr::BlockExpr(it) if it.async_token().is_some() => {
                        Some(Some("`async` block"))
                    }
                    _ => None,
                }
            });
            let inside = inside.flatten();
            match inside {
                _ if it.bad_value_break => report.error(
                    "E0571",
                    range,
                    "`break` with value from a loop that is no `loop`",
                ),
                Some(inside) => report.error("E0267", range, format!("`{word}` inside {inside}")),
                None => report.error(
                    "E0268",
                    range,
                    format!("`{word}` outside of a loop or labeled block"),
                ),
            }
        }
        Any::ReturnOutsideFunction(it) => {
            let (_, range) = node(report, it.expr);
            report.error("E0572", range, "return statement outside of function body");
        }
        Any::YieldOutsideCoroutine(it) => {
            let (_, range) = node(report, it.expr);
            report.error("E0658", range, "yield syntax is experimental");
        }
        other => return Some(other),
    }
    None
}

fn await_outside(report: &mut Report, node: &SyntaxNode, range: TextRange) {
    // rustc points at the word `await`.
    let at = node
        .descendants_with_tokens()
        .filter_map(|it| it.into_token())
        .find(|it| it.text() == "await")
        .map_or(range, |it| it.text_range());
    let at = if range.contains_range(at) { at } else { range };
    report.error(
        "E0728",
        at,
        "`await` is only allowed inside `async` functions and blocks",
    );
    let closure_or_fn = node.ancestors().find_map(|it| {
        if ast::ClosureExpr::can_cast(it.kind()) {
            return Some(None);
        }
        ast::Fn::cast(it).map(Some)
    });
    if let Some(Some(function)) = closure_or_fn
        && let Some(token) = function.fn_token()
        && report.written(function.syntax()) == Some(function.syntax().text_range())
    {
        let at = token.text_range().start();
        report.insert("consider making this function `async`", at, "async ");
    }
}
