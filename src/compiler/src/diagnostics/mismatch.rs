//! Types that are not what they should be, and traits that are not implemented.

use super::report::Report;
use ra_ap_hir as hir;
use ra_ap_syntax::{AstNode, SyntaxNode, TextRange, ast, ast::HasArgList};

/// E0308.
pub fn say<'db>(
    report: &mut Report<'_, 'db>,
    node: &SyntaxNode,
    range: TextRange,
    expected: &hir::Type<'db>,
    actual: &hir::Type<'db>,
) {
    if expected.is_unknown() || actual.is_unknown() {
        return;
    }
    let (wanted, found) = (report.show(expected), report.show(actual));
    if wanted == found && (expected.contains_unknown() || actual.contains_unknown()) {
        return;
    }
    let at = place(report, node, range, actual);
    if let Some(it) = ast::IfExpr::cast(node.clone())
        && it.else_branch().is_none()
        && actual.is_unit()
    {
        report.error("E0317", at, "`if` may be missing an `else` clause");
        report.help(format!(
            "without `else` there is no `{wanted}` if the condition is false"
        ));
        return;
    }
    report.error(
        "E0308",
        at,
        format!("mismatched types: expected `{wanted}`, found `{found}`"),
    );
    help(report, node, range, expected, actual);
}

/// A block that ends in `;` has no value: rustc points at the type that the function declares.
fn place<'db>(
    report: &Report<'_, 'db>,
    node: &SyntaxNode,
    range: TextRange,
    actual: &hir::Type<'db>,
) -> TextRange {
    let Some(block) = ast::BlockExpr::cast(node.clone()) else {
        return range;
    };
    if !actual.is_unit() || block.tail_expr().is_some() {
        return range;
    }
    let function = node.parent().and_then(ast::Fn::cast);
    function
        .and_then(|it| it.ret_type())
        .and_then(|it| it.ty())
        .and_then(|it| report.written(it.syntax()))
        .unwrap_or(range)
}

/// What was probably meant, where it is sure.
fn help<'db>(
    report: &mut Report<'_, 'db>,
    node: &SyntaxNode,
    range: TextRange,
    expected: &hir::Type<'db>,
    actual: &hir::Type<'db>,
) {
    let (wanted, found) = (report.show(expected), report.show(actual));
    let Some(expr) = ast::Expr::cast(node.clone()) else {
        return;
    };
    if let ast::Expr::BlockExpr(block) = &expr
        && actual.is_unit()
        && let Some(ast::Stmt::ExprStmt(last)) = block.statements().last()
        && let Some(semicolon) = last.semicolon_token()
        && let Some(ty) = last.expr().and_then(|it| report.sema.type_of_expr(&it))
        && ty.original.could_coerce_to(report.db, expected)
    {
        let at = semicolon.text_range();
        report.fix("remove this semicolon to return this value", at, "");
        return;
    }
    if let Some(output) = actual.into_future_output(report.db)
        && output.could_coerce_to(report.db, expected)
    {
        report.insert("consider `await`ing on the `Future`", range.end(), ".await");
        return;
    }
    if let Some((inner, mutability)) = expected.as_reference()
        && actual.could_coerce_to(report.db, &inner)
    {
        let sign = match mutability {
            hir::Mutability::Mut => "&mut ",
            hir::Mutability::Shared => "&",
        };
        report.insert("consider borrowing here", range.start(), sign);
        return;
    }
    if wanted == "String" && found.starts_with('&') && found.ends_with("str") {
        report.insert("try using a conversion method", range.end(), ".to_string()");
        return;
    }
    if expected.is_unit()
        && expr
            .syntax()
            .parent()
            .and_then(ast::StmtList::cast)
            .is_some()
        && !matches!(expr, ast::Expr::BlockExpr(_))
    {
        report.insert("consider using a semicolon here", range.end(), ";");
        return;
    }
    if wanted.starts_with("Option<") && wanted == format!("Option<{found}>") {
        report.fix(
            "try wrapping the expression in `Some`",
            range,
            format!("Some({})", report.slice(range)),
        );
        return;
    }
    if wanted.starts_with("Result<") && wanted.starts_with(&format!("Result<{found},")) {
        report.fix(
            "try wrapping the expression in `Ok`",
            range,
            format!("Ok({})", report.slice(range)),
        );
        return;
    }
    if wanted.ends_with("Duration") && actual.is_int_or_uint() {
        report.help("a number is not a time: `Duration::from_millis(…)`, `Duration::from_secs(…)`");
        return;
    }
    if (found.starts_with("Result<") || found.starts_with("Option<")) && found.contains(&wanted) {
        report.help("the value is inside: `?` or `.unwrap()` takes it out");
        return;
    }
    if expected.is_int_or_uint() && actual.is_int_or_uint() && matches!(expr, ast::Expr::Literal(_))
    {
        report.help(format!("the number has a type of its own: `{found}`"));
    } else if expected.is_int_or_uint() && actual.is_int_or_uint() {
        report.help(format!("numbers are converted by hand: `as {wanted}`"));
    }
}

/// A trait that is wanted of a type that does not implement it.
pub struct Unimplemented {
    pub name: String,
    pub own: String,
    pub argument: String,
}

/// E0277, and what rustc says in its place of some traits.
pub fn unimplemented(
    report: &mut Report,
    node: &SyntaxNode,
    range: TextRange,
    wanted: &Unimplemented,
) {
    let Unimplemented {
        name,
        own,
        argument,
    } = wanted;
    if own.contains("{unknown}") || argument.contains("{unknown}") {
        return;
    }
    let future = own.starts_with("impl Future") || own == "Sleep" || own.starts_with("JoinHandle<");
    let at = blamed(report, node, name, own).unwrap_or(range);
    let expr = ast::Expr::cast(node.clone());
    let question = node.ancestors().take(2).find_map(ast::TryExpr::cast);
    let (code, message) = match name.as_str() {
        "Display" => (
            "E0277",
            format!("`{own}` doesn't implement `std::fmt::Display`"),
        ),
        "Debug" => ("E0277", format!("`{own}` doesn't implement `Debug`")),
        "Future" | "IntoFuture" => ("E0277", format!("`{own}` is not a future")),
        "Iterator" | "IntoIterator" => ("E0277", format!("`{own}` is not an iterator")),
        "Send" if is_coroutine(own) => (
            "",
            "future cannot be sent between threads safely".to_owned(),
        ),
        "Send" => (
            "E0277",
            format!("`{own}` cannot be sent between threads safely"),
        ),
        "Sync" if is_coroutine(own) => (
            "",
            "future cannot be shared between threads safely".to_owned(),
        ),
        "Sync" => (
            "E0277",
            format!("`{own}` cannot be shared between threads safely"),
        ),
        "Try" => (
            "E0277",
            "the `?` operator can only be applied to values that implement `Try`".to_owned(),
        ),
        "FromResidual" => {
            let kind = kind_of_body(node);
            (
                "E0277",
                format!(
                    "the `?` operator can only be used in {kind} that returns `Result` or `Option` (or another type that implements `FromResidual`)"
                ),
            )
        }
        "From" if question.is_some() => (
            "E0277",
            format!("`?` couldn't convert the error to `{own}`"),
        ),
        "Add" | "AddAssign" => ("E0277", format!("cannot add `{argument}` to `{own}`")),
        "Sub" | "SubAssign" => (
            "E0277",
            format!("cannot subtract `{argument}` from `{own}`"),
        ),
        "Mul" | "MulAssign" => ("E0277", format!("cannot multiply `{own}` by `{argument}`")),
        "Div" | "DivAssign" => ("E0277", format!("cannot divide `{own}` by `{argument}`")),
        "Rem" | "RemAssign" => (
            "E0277",
            format!("cannot calculate the remainder of `{own}` divided by `{argument}`"),
        ),
        "PartialEq" | "PartialOrd" if !argument.is_empty() => {
            ("E0277", format!("can't compare `{own}` with `{argument}`"))
        }
        "Sized" => (
            "E0277",
            format!("the size for values of type `{own}` cannot be known at compilation time"),
        ),
        "FromIterator" => (
            "E0277",
            format!(
                "a value of type `{own}` cannot be built from an iterator over elements of type `{argument}`"
            ),
        ),
        "Sum" => (
            "E0277",
            format!(
                "a value of type `{own}` cannot be made by summing an iterator over elements of type `{argument}`"
            ),
        ),
        "Fn" | "FnMut" | "FnOnce" => (
            "E0277",
            format!("expected a `{name}` closure, found `{own}`"),
        ),
        "SliceIndex" => (
            "E0277",
            format!("the type `[_]` cannot be indexed by `{own}`"),
        ),
        "Index" | "IndexMut" => (
            "E0277",
            format!("the type `{own}` cannot be indexed by `{argument}`"),
        ),
        _ => {
            let with = if argument.is_empty() {
                String::new()
            } else {
                format!("<{argument}>")
            };
            (
                "E0277",
                format!("the trait bound `{own}: {name}{with}` is not satisfied"),
            )
        }
    };
    report.error(code, at, message);
    match name.as_str() {
        "Future" | "IntoFuture" => {
            if let Some(ast::Expr::AwaitExpr(it)) =
                expr.clone().or(node.parent().and_then(ast::Expr::cast))
                && let Some(inner) = it.expr()
                && let (Some(inner), Some(whole)) =
                    (report.written(inner.syntax()), report.written(it.syntax()))
            {
                report.fix(
                    "remove the `.await`",
                    TextRange::new(inner.end(), whole.end()),
                    "",
                );
            }
        }
        "Debug" => report.help(format!("add `#[derive(Debug)]` to `{own}`")),
        "Display" => {
            if future {
                report.help("a future has no value before it is awaited: `.await`");
            } else {
                report.help("`{:?}` prints what has `Debug`");
            }
        }
        "Try" if future => {
            if let Some(range) = expr.and_then(|it| report.written(it.syntax()))
                && !report.slice(range).ends_with('?')
            {
                report.insert("consider `await`ing on the `Future`", range.end(), ".await");
            } else {
                report.help("await it first: `.await?`");
            }
        }
        _ => {}
    }
}

pub fn is_coroutine(shown: &str) -> bool {
    shown.starts_with("impl Future") || shown.contains("async block")
}

/// What rustc calls the body that a node stands in.
fn kind_of_body(node: &SyntaxNode) -> &'static str {
    for it in node.ancestors() {
        if let Some(it) = ast::Fn::cast(it.clone()) {
            return match it.async_token() {
                Some(_) => "an async function",
                None if it
                    .syntax()
                    .ancestors()
                    .any(|it| ast::AssocItemList::can_cast(it.kind())) =>
                {
                    "a method"
                }
                None => "a function",
            };
        }
        match ast::Expr::cast(it) {
            Some(ast::Expr::ClosureExpr(it)) if it.async_token().is_some() => {
                return "an async closure";
            }
            Some(ast::Expr::ClosureExpr(_)) => return "a closure",
            Some(ast::Expr::BlockExpr(it)) if it.async_token().is_some() => return "an async block",
            _ => {}
        }
    }
    "a function"
}

/// The argument whose type is to blame, where rustc points at.
fn blamed(report: &Report, node: &SyntaxNode, name: &str, own: &str) -> Option<TextRange> {
    let call = node
        .ancestors()
        .take(2)
        .find_map(|it| match ast::Expr::cast(it)? {
            ast::Expr::CallExpr(it) => it.arg_list(),
            ast::Expr::MethodCallExpr(it) => it.arg_list(),
            _ => None,
        })?;
    let mut args = call.args();
    // A future's output stands nowhere: the future does.
    if name == "Send"
        && let (Some(only), None) = (args.next(), args.next())
    {
        return report.written(only.syntax());
    }
    call.args()
        .find(|it| {
            let ty = report.sema.type_of_expr(it);
            ty.is_some_and(|it| {
                let shown = report.show(&it.original.strip_references());
                shown == own || report.show(&it.original) == own
            })
        })
        .and_then(|it| report.written(it.syntax()))
}
