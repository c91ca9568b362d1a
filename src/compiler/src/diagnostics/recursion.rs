//! What contains itself: async functions, types, and functions that only call themselves.

use super::bodies::TypedBody;
use super::report::Report;
use ra_ap_hir as hir;
use ra_ap_hir_def::hir::{Expr, ExprId};
use ra_ap_hir_def::{CallableDefId, DefWithBodyId, FunctionId};
use ra_ap_hir_ty::next_solver::TyKind;
use ra_ap_rustc_type_ir::inherent::IntoKind;
use ra_ap_syntax::ast::{self, HasName};
use ra_ap_syntax::{AstNode, TextRange};
use std::collections::HashMap;

/// E0733: an async function that awaits itself would be a future within itself.
pub fn futures<'db>(report: &mut Report<'_, 'db>, bodies: &[TypedBody<'db>]) {
    let mut awaited: HashMap<FunctionId, Vec<FunctionId>> = HashMap::new();
    let mut order = Vec::new();
    for body in bodies {
        let DefWithBodyId::FunctionId(owner) = body.owner else {
            continue;
        };
        if !hir::Function::from(owner).is_async(report.db) {
            continue;
        }
        let calls = body.body.exprs().filter_map(|(_, expr)| match expr {
            Expr::Await { expr } => called(body, *expr),
            _ => None,
        });
        awaited.insert(owner, calls.collect());
        order.push(owner);
    }
    let mut said: Vec<FunctionId> = Vec::new();
    for start in order {
        let round = reachable(&awaited, start);
        if !round.contains(&start) || said.iter().any(|it| round.contains(it)) {
            continue;
        }
        said.push(start);
        if let Some(range) = signature(report, start) {
            report.error("E0733", range, "recursion in an async fn requires boxing");
            report.help("a future cannot contain itself: await it in a box, `Box::pin(…).await`");
        }
    }
}

/// Everything that one leads to.
fn reachable<T: Copy + Eq + std::hash::Hash>(edges: &HashMap<T, Vec<T>>, start: T) -> Vec<T> {
    let mut seen = Vec::new();
    let mut open = edges.get(&start).cloned().unwrap_or_default();
    while let Some(it) = open.pop() {
        if !seen.contains(&it) {
            seen.push(it);
            open.extend(edges.get(&it).into_iter().flatten());
        }
    }
    seen
}

/// The async function that an expression calls.
fn called(body: &TypedBody, expr: ExprId) -> Option<FunctionId> {
    let function = match body.expr(expr) {
        Expr::Call { callee, .. } => match body.infer.expr_ty(*callee).kind() {
            TyKind::FnDef(def, _) => match def.0 {
                CallableDefId::FunctionId(it) => it,
                _ => return None,
            },
            _ => return None,
        },
        Expr::MethodCall { .. } => body.infer.method_resolution(expr)?.0,
        _ => return None,
    };
    hir::Function::from(function)
        .is_async(body.db)
        .then_some(function)
}

/// A function as it is declared, without its body.
fn signature(report: &Report, of: FunctionId) -> Option<TextRange> {
    use hir::HasSource;
    let source = hir::Function::from(of).source(report.db)?.value;
    let start = source
        .async_token()
        .or(source.fn_token())
        .map(|it| it.text_range().start())?;
    let end = source
        .ret_type()
        .map(|it| it.syntax().text_range().end())
        .or(source.param_list().map(|it| it.syntax().text_range().end()))?;
    report.written(source.syntax())?;
    Some(TextRange::new(start, end))
}

/// E0072: a type that would be infinitely large.
pub fn types(report: &mut Report) {
    let mut parts: HashMap<hir::Adt, Vec<hir::Adt>> = HashMap::new();
    let mut places = Vec::new();
    let adts: Vec<ast::Adt> = report
        .file
        .syntax()
        .descendants()
        .filter_map(ast::Adt::cast)
        .collect();
    for it in adts {
        let Some(adt) = report.sema.to_def(&it) else {
            continue;
        };
        let variants: Vec<hir::Variant> = match adt {
            hir::Adt::Struct(it) => vec![it.into()],
            hir::Adt::Enum(it) => it.variants(report.db).into_iter().map(Into::into).collect(),
            hir::Adt::Union(_) => continue,
        };
        let mut inside = Vec::new();
        for field in variants.iter().flat_map(|it| it.fields(report.db)) {
            within(report, &field.ty(report.db), &mut inside);
        }
        parts.insert(adt, inside);
        let start = it.syntax().children_with_tokens().find_map(|it| {
            let token = it.into_token()?;
            matches!(token.text(), "struct" | "enum").then(|| token.text_range().start())
        });
        if let (Some(start), Some(name)) = (start, it.name()) {
            let range = TextRange::new(start, name.syntax().text_range().end());
            places.push((adt, range, name.text().to_string()));
        }
    }
    let mut said: Vec<hir::Adt> = Vec::new();
    for (adt, range, name) in places {
        let round = reachable(&parts, adt);
        if !round.contains(&adt) || said.iter().any(|it| round.contains(it)) {
            continue;
        }
        said.push(adt);
        report.error(
            "E0072",
            range,
            format!("recursive type `{name}` has infinite size"),
        );
        report.help("put what is of the same type into a `Box`");
    }
}

/// The program's types that are parts of this one, not behind a pointer.
fn within<'db>(report: &Report<'_, 'db>, ty: &hir::Type<'db>, inside: &mut Vec<hir::Adt>) {
    if ty.is_tuple() {
        for it in ty.tuple_fields(report.db) {
            within(report, &it, inside);
        }
        return;
    }
    let Some(adt) = ty.as_adt() else { return };
    let own = report.module.map(|it| it.krate(report.db));
    if Some(adt.module(report.db).krate(report.db)) == own {
        inside.push(adt);
    } else if matches!(
        adt.name(report.db).as_str(),
        "Option" | "Result" | "Cell" | "RefCell" | "Mutex" | "RwLock"
    ) {
        for it in ty.type_arguments() {
            within(report, &it, inside);
        }
    }
}
