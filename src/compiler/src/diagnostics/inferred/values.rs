//! Values that are not of the type or the kind that is wanted.

use super::{count, node};
use crate::diagnostics::mismatch;
use crate::diagnostics::report::Report;
use hir::AnyDiagnostic as Any;
use ra_ap_hir as hir;
use ra_ap_hir_ty::CastError;
use ra_ap_syntax::{AstNode, SyntaxNode, TextRange, ast};

/// Says what is of this kind; gives back what is not.
pub fn say<'db>(report: &mut Report<'_, 'db>, diagnostic: Any<'db>) -> Option<Any<'db>> {
    match diagnostic {
        Any::TypeMismatch(it) => {
            let (node, range) = node(report, it.expr_or_pat);
            mismatch::say(report, &node, range, &it.expected, &it.actual);
        }
        Any::UnimplementedTrait(it) => {
            let (node, range) = node(report, it.span);
            let wanted = it.trait_predicate.trait_ref();
            // It does not know what a future holds: `send` does.
            let of_future = it.parent_trait_predicates.iter().any(|it| {
                let whole = it.trait_ref().get_type_argument(0);
                whole.is_some_and(|it| mismatch::is_coroutine(&report.show(&it)))
            });
            if of_future && wanted.trait_().is_auto(report.db) {
                return None;
            }
            let show = |n| {
                wanted
                    .get_type_argument(n)
                    .map(|it| report.show(&it))
                    .unwrap_or_default()
            };
            let wanted = mismatch::Unimplemented {
                name: wanted.trait_().name(report.db).as_str().to_owned(),
                own: show(0),
                argument: show(1),
            };
            mismatch::unimplemented(report, &node, range, &wanted);
        }
        Any::TypeMustBeKnown(it) => {
            let (node, range) = node(report, it.at_point);
            type_annotations(report, &node, range, it.top_term.and_then(|it| it.left()));
        }
        Any::MismatchedArgCount(it) => {
            let of_another = is_of_another_crate(report, it.call_expr.file_id);
            let (node, range) = node(report, it.call_expr);
            argument_count(
                report,
                &node,
                (!of_another).then_some(range),
                it.expected,
                it.found,
                it.is_fn_trait_call,
            );
        }
        Any::ExpectedFunction(it) => {
            let (node, range) = node(report, it.call);
            let callee = ast::CallExpr::cast(node).and_then(|it| it.expr());
            let at = callee
                .and_then(|it| report.written(it.syntax()))
                .unwrap_or(range);
            if !it.found.is_unknown() {
                let found = report.show(&it.found);
                report.error("E0618", at, format!("expected function, found `{found}`"));
            }
        }
        Any::CannotBeDereferenced(it) => {
            let (_, range) = node(report, it.expr);
            if !it.found.is_unknown() {
                let found = report.show(&it.found);
                report.error(
                    "E0614",
                    range,
                    format!("type `{found}` cannot be dereferenced"),
                );
            }
        }
        Any::CannotIndexInto(it) => {
            let (node, range) = node(report, it.expr);
            if it.found.is_unknown() {
                return None;
            }
            let found = report.show(&it.found);
            let index = ast::IndexExpr::cast(node)
                .and_then(|it| it.index())
                .and_then(|it| report.sema.type_of_expr(&it))
                .map(|it| it.original);
            match index {
                Some(index) if found.starts_with("Vec<") || found.starts_with('[') => {
                    let index = report.show(&index);
                    report.error(
                        "E0277",
                        range,
                        format!("the type `[_]` cannot be indexed by `{index}`"),
                    );
                    report.help("an index is a `usize`");
                }
                _ => report.error(
                    "E0608",
                    range,
                    format!("cannot index into a value of type `{found}`"),
                ),
            }
        }
        Any::InvalidCast(it) => {
            let (_, range) = node(report, it.expr);
            cast(report, range, it.error, &it.expr_ty, &it.cast_ty);
        }
        Any::CastToUnsized(it) => {
            let (_, range) = node(report, it.expr);
            let to = report.show(&it.cast_ty);
            report.error("E0620", range, format!("cast to unsized type: `{to}`"));
        }
        Any::InvalidLhsOfAssignment(it) => {
            let (_, range) = node(report, it.lhs);
            report.error("E0070", range, "invalid left-hand side of assignment");
        }
        Any::ExplicitDropMethodUse(it) => {
            let (_, range) = match it.expr_or_path {
                either::Either::Left(it) => node(report, it),
                either::Either::Right(it) => node(report, it),
            };
            report.error("E0040", range, "explicit use of destructor method");
            report.help("drop a value with the function `drop`: `drop(value)`");
        }
        Any::MethodCallIllegalSizedBound(it) => {
            let (_, range) = node(report, it.call_expr);
            report.error("", range, "the method cannot be invoked on a trait object");
        }
        Any::TypedHole(it) => {
            let (_, range) = node(report, it.expr);
            report.error(
                "",
                range,
                "in expressions, `_` can only be used on the left-hand side of an assignment",
            );
        }
        Any::MissingUnsafe(it) => {
            let (_, range) = node(report, it.node);
            report.error(
                "E0133",
                range,
                "this is unsafe and requires unsafe function or block",
            );
            report.help("the playground runs no `unsafe`");
        }
        other => return Some(other),
    }
    None
}

/// Whether this stands in what a macro of another crate makes.
fn is_of_another_crate(report: &Report, file: hir::HirFileId) -> bool {
    let macro_call = file.macro_file().map(|it| it.loc(report.db));
    let own = report.module.map(|it| it.krate(report.db).base());
    macro_call.is_some_and(|it| Some(it.def.krate) != own)
}

/// E0061 and its kin: at the callee's name, as rustc has it. If the program has not written that, in the range, if there
/// is one: what a macro of tokio's calls wrongly, is wrong in what it was given.
fn argument_count(
    report: &mut Report,
    node: &SyntaxNode,
    range: Option<TextRange>,
    expected: usize,
    found: usize,
    closure: bool,
) {
    let takes = count(expected, "argument");
    let supplied = count(found, "argument");
    let verb = if found == 1 { "was" } else { "were" };
    let (at, what) = match ast::Expr::cast(node.clone()) {
        Some(ast::Expr::MethodCallExpr(call)) => (
            call.name_ref().and_then(|it| report.written(it.syntax())),
            "method",
        ),
        Some(ast::Expr::CallExpr(call)) => {
            let callee = call.expr();
            let ty = callee.as_ref().and_then(|it| report.sema.type_of_expr(it));
            let constructor = match ty
                .and_then(|it| it.original.as_callable(report.db))
                .map(|it| it.kind())
            {
                Some(hir::CallableKind::TupleStruct(_)) => "struct",
                Some(hir::CallableKind::TupleEnumVariant(_)) => "enum variant",
                _ => "function",
            };
            (
                callee.and_then(|it| report.written(it.syntax())),
                constructor,
            )
        }
        _ => (None, "function"),
    };
    let Some(range) = at.or(range) else { return };
    let code = if closure { "E0057" } else { "E0061" };
    let what = if closure { "function" } else { what };
    report.error(
        code,
        range,
        format!("this {what} takes {takes} but {supplied} {verb} supplied"),
    );
}

fn cast<'db>(
    report: &mut Report<'_, 'db>,
    range: TextRange,
    error: CastError,
    from: &hir::Type<'db>,
    to: &hir::Type<'db>,
) {
    let (from, to) = (report.show(from), report.show(to));
    match error {
        CastError::CastToBool => {
            report.error("E0054", range, format!("cannot cast `{from}` as `bool`"));
            report.help("compare with zero instead: `!= 0`");
        }
        CastError::CastToChar => report.error(
            "E0604",
            range,
            "only `u8` can be cast as `char`, not `".to_owned() + &from + "`",
        ),
        CastError::NonScalar => report.error(
            "E0605",
            range,
            format!("non-primitive cast: `{from}` as `{to}`"),
        ),
        CastError::SizedUnsizedCast => report.error(
            "E0607",
            range,
            format!("cannot cast thin pointer `{from}` to wide pointer `{to}`"),
        ),
        CastError::NeedDeref
        | CastError::IllegalCast
        | CastError::DifferingKinds
        | CastError::IntToWideCast
        | CastError::NeedViaPtr
        | CastError::NeedViaThinPtr
        | CastError::NeedViaInt => report.error(
            "E0606",
            range,
            format!("casting `{from}` as `{to}` is invalid"),
        ),
        _ => report.error(
            "E0605",
            range,
            format!("non-primitive cast: `{from}` as `{to}`"),
        ),
    }
}

/// E0282: rustc points at the name that is declared, if the type is that of a variable.
fn type_annotations<'db>(
    report: &mut Report<'_, 'db>,
    node: &SyntaxNode,
    range: TextRange,
    of: Option<hir::Type<'db>>,
) {
    // As in rustc: where something else is wrong in a function, that may be why.
    let functions = report.file.syntax().descendants().filter_map(ast::Fn::cast);
    let mut around = functions.map(|it| it.syntax().text_range());
    if report.is_wrong(range) || around.any(|it| it.contains_range(range) && report.is_wrong(it)) {
        return;
    }
    let declared = node.ancestors().find_map(ast::LetStmt::cast).filter(|it| {
        it.ty().is_none()
            && it
                .initializer()
                .is_some_and(|it| it.syntax().text_range().contains_range(node.text_range()))
    });
    let name = declared.and_then(|it| match it.pat()? {
        ast::Pat::IdentPat(it) => report.written(it.syntax()),
        _ => None,
    });
    let whole = of.filter(|it| !it.is_unknown() && !it.contains_unknown());
    let message = match whole.map(|it| report.show(&it)) {
        Some(of) => format!("type annotations needed for `{of}`"),
        None => "type annotations needed".to_owned(),
    };
    report.error("E0282", name.unwrap_or(range), message);
    report.help("say the type: `let name: Type = …`");
}
