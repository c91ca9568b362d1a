//! Expressions that rust-analyzer gives no type, and says nothing of: operators of which no implementation fits, and
//! collections of which nobody says what is in them.

use super::bodies::TypedBody;
use super::report::Report;
use ra_ap_hir_def::hir::{Expr, ExprId, PatId, Statement};
use ra_ap_hir_def::{ItemContainerId, Lookup};
use ra_ap_rustc_type_ir::TypeVisitableExt as _;
use ra_ap_rustc_type_ir::inherent::Ty as _;
use ra_ap_syntax::ast::{ArithOp, BinaryOp, UnaryOp};

pub fn check<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>) {
    for (id, expr) in body.body.exprs() {
        match expr {
            Expr::Block { statements, .. } => {
                for statement in statements {
                    if let Statement::Let {
                        pat,
                        type_ref: None,
                        initializer: Some(value),
                        ..
                    } = statement
                    {
                        undecided(report, body, *pat, *value);
                    }
                }
            }
            Expr::BinaryOp {
                lhs,
                rhs,
                op: Some(op),
            } => binary(report, body, id, *lhs, *rhs, *op),
            Expr::UnaryOp { expr, op } => unary(report, body, id, *expr, *op),
            _ => {}
        }
    }
}

fn binary<'db>(
    report: &mut Report<'_, 'db>,
    body: &TypedBody<'db>,
    id: ExprId,
    lhs: ExprId,
    rhs: ExprId,
    op: BinaryOp,
) {
    let (left, right) = (body.infer.expr_ty(lhs), body.infer.expr_ty(rhs));
    let applies = match (op, body.infer.method_resolution(id)) {
        (BinaryOp::LogicOp(_), _) => true,
        // rust-analyzer does not ask for the bounds that a parameter would need.
        (_, Some((function, args))) => match function.lookup(report.db).container {
            ItemContainerId::TraitId(of) if left.has_param() => body.implements_with(of, args),
            _ => true,
        },
        (BinaryOp::CmpOp(_), None) => left.is_scalar() && right.is_scalar(),
        (BinaryOp::ArithOp(_), None) => !left.has_param() && !body.infer.expr_ty(id).is_ty_error(),
        (BinaryOp::Assignment { .. }, None) => false,
    };
    if applies {
        return;
    }
    if left.is_ty_error() || right.is_ty_error() || left.is_never() || right.is_never() {
        return;
    }
    let Some(range) = body.range(report, id) else {
        return;
    };
    let (a, b) = (body.show(report, left), body.show(report, right));
    if a.contains("{unknown}") || b.contains("{unknown}") {
        return;
    }
    let (code, message) = match op {
        BinaryOp::ArithOp(op) => (
            "E0369",
            match op {
                ArithOp::Add => format!("cannot add `{b}` to `{a}`"),
                ArithOp::Sub => format!("cannot subtract `{b}` from `{a}`"),
                ArithOp::Mul => format!("cannot multiply `{a}` by `{b}`"),
                ArithOp::Div => format!("cannot divide `{a}` by `{b}`"),
                ArithOp::Rem => format!("cannot calculate the remainder of `{a}` divided by `{b}`"),
                op => format!("no implementation for `{a} {op} {b}`"),
            },
        ),
        BinaryOp::CmpOp(op) => (
            "E0369",
            format!("binary operation `{op}` cannot be applied to type `{a}`"),
        ),
        BinaryOp::Assignment { op: Some(op) } => (
            "E0368",
            format!("binary assignment operation `{op}=` cannot be applied to type `{a}`"),
        ),
        _ => return,
    };
    report.error(code, range, message);
    for (side, ty) in [(lhs, &a), (rhs, &b)] {
        if ty.starts_with("impl Future")
            && let Some(range) = body.range(report, side)
        {
            report.insert(
                "a future has no value before it is awaited",
                range.end(),
                ".await",
            );
        }
    }
}

/// E0282: `let list = Vec::new();`, and nothing is put into it.
fn undecided<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>, pat: PatId, value: ExprId) {
    let made = matches!(body.expr(value), Expr::Call { args, .. } if args.is_empty())
        || matches!(body.expr(value), Expr::Path(_));
    if !made || body.infer.exprs_have_type_mismatches() {
        return;
    }
    let shown = body.show(report, body.infer.expr_ty(value));
    let name = shown.split('<').next().unwrap_or_default();
    let holds = matches!(
        name,
        "Vec" | "VecDeque" | "HashMap" | "HashSet" | "BTreeMap" | "BTreeSet" | "Option"
    );
    if holds
        && shown.contains("<{unknown}")
        && let Some(range) = body.pat_range(report, pat)
    {
        let shown = shown.replace("{unknown}", "_");
        report.error(
            "E0282",
            range,
            format!("type annotations needed for `{shown}`"),
        );
        report.help("say what is in it: `let name: Type = …`");
    }
}

fn unary<'db>(
    report: &mut Report<'_, 'db>,
    body: &TypedBody<'db>,
    id: ExprId,
    operand: ExprId,
    op: UnaryOp,
) {
    let sign = match op {
        UnaryOp::Not => "!",
        UnaryOp::Neg => "-",
        UnaryOp::Deref => return,
    };
    if body.infer.method_resolution(id).is_some() {
        return;
    }
    let ty = body.infer.expr_ty(operand);
    let built_in = match op {
        UnaryOp::Not => ty.is_bool() || ty.is_number(false),
        _ => ty.is_number(true),
    };
    let shown = body.show(report, ty);
    if built_in || ty.is_ty_error() || ty.is_never() || shown.contains("{unknown}") {
        return;
    }
    if let Some(range) = body.range(report, id) {
        report.error(
            "E0600",
            range,
            format!("cannot apply unary operator `{sign}` to type `{shown}`"),
        );
    }
}

trait Number {
    fn is_number(&self, signed: bool) -> bool;
}

impl Number for ra_ap_hir_ty::next_solver::Ty<'_> {
    /// A number with a sign, or else a whole number.
    fn is_number(&self, signed: bool) -> bool {
        use ra_ap_hir_ty::next_solver::TyKind;
        use ra_ap_rustc_type_ir::{InferTy, inherent::IntoKind};
        match self.kind() {
            TyKind::Int(_) | TyKind::Infer(InferTy::IntVar(_)) => true,
            TyKind::Uint(_) => !signed,
            TyKind::Float(_) | TyKind::Infer(InferTy::FloatVar(_)) => signed,
            _ => false,
        }
    }
}
