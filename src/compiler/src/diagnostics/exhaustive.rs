//! E0004 of numbers and texts, which rust-analyzer leaves out.

use super::bodies::TypedBody;
use super::report::Report;
use ra_ap_hir_def::hir::{Expr, ExprId, Literal, Pat, PatId};
use ra_ap_hir_ty::next_solver::{Ty, TyKind};
use ra_ap_rustc_type_ir::inherent::IntoKind;
use ra_ap_syntax::ast::{RangeOp, UnaryOp};

pub fn check<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>) {
    for (_, expr) in body.body.exprs() {
        let Expr::Match { expr: value, arms } = expr else {
            continue;
        };
        let pats: Vec<PatId> = arms
            .iter()
            .filter(|it| it.guard.is_none())
            .map(|it| it.pat)
            .collect();
        if pats.iter().any(|it| takes_everything(body, *it)) {
            continue;
        }
        let ty = body.infer.expr_ty(*value);
        let missing = match peeled(ty).kind() {
            TyKind::Str => Some(vec!["&_".to_owned()]),
            TyKind::Int(_) | TyKind::Uint(_) if peeled(ty) == ty => {
                missing_numbers(body, &body.show(report, ty), &pats)
            }
            _ => None,
        };
        let Some(missing) = missing.filter(|it| !it.is_empty()) else {
            continue;
        };
        if let Some(range) = body.range_or_near(report, *value) {
            let list = listed(&missing);
            report.error(
                "E0004",
                range,
                format!("non-exhaustive patterns: {list} not covered"),
            );
            report.help("a `match` has an arm for every value: add the missing ones, or `_ => …`");
        }
    }
}

fn peeled(ty: Ty) -> Ty {
    match ty.kind() {
        TyKind::Ref(_, inner, _) => peeled(inner),
        _ => ty,
    }
}

fn takes_everything(body: &TypedBody, pat: PatId) -> bool {
    match &body.body[pat] {
        Pat::Wild | Pat::Missing => true,
        Pat::Bind { subpat, .. } => subpat.is_none_or(|it| takes_everything(body, it)),
        Pat::Or(all) => all.iter().any(|it| takes_everything(body, *it)),
        Pat::Ref { pat, .. } => takes_everything(body, *pat),
        _ => false,
    }
}

/// The numbers of a type that no pattern takes, as rustc writes them. None, if that is not to be said.
fn missing_numbers(body: &TypedBody, of: &str, pats: &[PatId]) -> Option<Vec<String>> {
    let (lowest, highest) = bounds(of)?;
    let mut taken = Vec::new();
    for pat in pats {
        ranges(body, *pat, (lowest, highest), &mut taken)?;
    }
    taken.sort();
    let shown = |number: i128| match number {
        it if it == lowest && lowest < 0 => format!("{of}::MIN"),
        it if it == highest => format!("{of}::MAX"),
        it => format!("{it}_{of}"),
    };
    let mut missing = Vec::new();
    let mut next = Some(lowest);
    let ends = (highest.checked_add(1)?, highest.checked_add(1)?);
    for (from, to) in taken.into_iter().chain([ends]) {
        let Some(start) = next else { break };
        if from > start {
            let last = from - 1;
            missing.push(match start == last {
                true => shown(start),
                false if of == "usize" && last == highest => format!("{}..", shown(start)),
                false => format!("{}..={}", shown(start), shown(last)),
            });
        }
        next = (to < highest).then(|| start.max(to + 1));
    }
    Some(missing)
}

fn bounds(of: &str) -> Option<(i128, i128)> {
    Some(match of {
        "u8" => (0, u8::MAX.into()),
        "u16" => (0, u16::MAX.into()),
        "u32" => (0, u32::MAX.into()),
        "u64" => (0, u64::MAX.into()),
        // How large it is depends on the machine: no number is the last.
        "usize" => (0, 1 << 64),
        "i8" => (i8::MIN.into(), i8::MAX.into()),
        "i16" => (i16::MIN.into(), i16::MAX.into()),
        "i32" => (i32::MIN.into(), i32::MAX.into()),
        "i64" => (i64::MIN.into(), i64::MAX.into()),
        _ => return None,
    })
}

fn ranges(
    body: &TypedBody,
    pat: PatId,
    (lowest, highest): (i128, i128),
    taken: &mut Vec<(i128, i128)>,
) -> Option<()> {
    match &body.body[pat] {
        Pat::Lit(expr) => {
            let number = number(body, *expr)?;
            taken.push((number, number));
        }
        Pat::Range {
            start,
            end,
            range_type,
        } => {
            let from = start.map_or(Some(lowest), |it| number(body, it))?;
            let to = end.map_or(Some(highest), |it| number(body, it))?;
            let open = *range_type == RangeOp::Exclusive && end.is_some();
            taken.push((from, if open { to - 1 } else { to }));
        }
        Pat::Or(all) => {
            for it in all.iter() {
                ranges(body, *it, (lowest, highest), taken)?;
            }
        }
        _ => return None,
    }
    Some(())
}

fn number(body: &TypedBody, expr: ExprId) -> Option<i128> {
    match body.expr(expr) {
        Expr::Literal(Literal::Int(it, _)) => Some(*it),
        Expr::Literal(Literal::Uint(it, _)) => i128::try_from(*it).ok(),
        Expr::UnaryOp {
            expr,
            op: UnaryOp::Neg,
        } => Some(-number(body, *expr)?),
        _ => None,
    }
}

fn listed(missing: &[String]) -> String {
    let quoted: Vec<String> = missing.iter().map(|it| format!("`{it}`")).collect();
    match quoted.as_slice() {
        [one] => one.clone(),
        [most @ .., last] if most.len() < 3 => format!("{} and {last}", most.join(", ")),
        [a, b, c, rest @ ..] => format!("{a}, {b}, {c} and {} more", rest.len()),
        [] | [_, ..] => String::new(),
    }
}
