//! Constants, statics and literals.

use ra_ap_hir_def::expr_store::Body as HirBody;
use ra_ap_hir_def::hir::{
    Array as HirArray, Expr as HirExpr, ExprId, Literal as HirLiteral, UnaryOp,
};
use ra_ap_hir_def::{ConstId, DefWithBodyId, StaticId as HirStatic};
use ra_ap_hir_ty::method_resolution::lookup_impl_const;
use ra_ap_hir_ty::next_solver::GenericArgs;
use rustc_apfloat::Float;

use super::Builder;
use super::body::Making;
use super::shims::Instance;
use crate::thir::{
    Body, Callee, Expr, ExprKind, Function, Literal, Static, StaticId, TypeId, TypeKind,
};

impl<'db> Builder<'db> {
    /// A constant, or the implementation of it that these types have.
    pub(super) fn resolve_const(
        &mut self,
        it: ConstId,
        arguments: GenericArgs<'db>,
    ) -> (ConstId, GenericArgs<'db>) {
        let (it, arguments) = lookup_impl_const(&self.infcx, self.env.param_env, it, arguments);
        let nothing = GenericArgs::empty(self.interner);
        (it, self.mono(arguments, nothing))
    }

    pub(super) fn static_id(&mut self, it: HirStatic) -> StaticId {
        if let Some(&id) = self.static_ids.get(&it) {
            return id;
        }
        let ty = self.db.value_ty(it.into()).map(|it| it.skip_binder());
        let ty = ty.unwrap_or(self.interner.default_types().types.unit);
        let nothing = GenericArgs::empty(self.interner);
        let ty = self.mono(ty, nothing);
        let ty = self.type_id(ty);
        let init = self.instance(Instance::Static(it));
        let id = StaticId(self.statics.len() as u32);
        self.statics.push(Static { ty, init });
        self.static_ids.insert(it, id);
        id
    }

    /// The value of a constant that a pattern can be compared with.
    pub(super) fn const_literal(
        &mut self,
        it: ConstId,
        arguments: GenericArgs<'db>,
        ty: TypeId,
    ) -> Option<Literal> {
        let (it, arguments) = self.resolve_const(it, arguments);
        let kind = self.types[ty.0 as usize].kind.clone();
        if let TypeKind::Pointer(_) = kind {
            let body = HirBody::of(self.db, DefWithBodyId::ConstId(it));
            return match &body[body.root_expr()] {
                HirExpr::Literal(HirLiteral::String(text)) => {
                    Some(Literal::Str(text.as_str().into()))
                }
                _ => None,
            };
        }
        let value = self.db.const_eval(it, arguments, Some(self.env)).ok()?;
        let mut bytes = [0; 16];
        let memory = &value.memory;
        bytes.get_mut(..memory.len())?.copy_from_slice(memory);
        let bits = u128::from_le_bytes(bytes);
        self.literal_of_bits(bits, ty)
    }

    pub(super) fn literal_of_bits(&self, bits: u128, ty: TypeId) -> Option<Literal> {
        Some(match self.types[ty.0 as usize].kind {
            TypeKind::Bool => Literal::Bool(bits != 0),
            TypeKind::Char => Literal::Char(char::from_u32(bits as u32)?),
            TypeKind::Int { bits: size, signed } => {
                let unused = 128 - u32::from(size);
                Literal::Int(match signed {
                    true => ((bits << unused) as i128 >> unused) as u128,
                    false => bits << unused >> unused,
                })
            }
            TypeKind::Float { bits: 64 } => Literal::Float(f64::from_bits(bits as u64)),
            TypeKind::Float { .. } => Literal::Float(f64::from(f32::from_bits(bits as u32))),
            _ => return None,
        })
    }
}

impl<'db> Making<'_, 'db> {
    /// A constant's value.
    pub(super) fn constant(
        &mut self,
        it: ConstId,
        arguments: GenericArgs<'db>,
        ty: TypeId,
    ) -> Expr {
        let arguments = self.builder.mono(arguments, self.arguments);
        let (it, arguments) = self.builder.resolve_const(it, arguments);
        let function = self.builder.instance(Instance::Const(it, arguments));
        self.expr(ExprKind::Call(Callee::Function(function), Vec::new()), ty)
    }

    pub(super) fn literal(&self, literal: &HirLiteral, ty: TypeId) -> Option<Literal> {
        let number = |it: u128| match self.builder.types[ty.0 as usize].kind {
            TypeKind::Float { .. } => Literal::Float(it as f64),
            _ => Literal::Int(it),
        };
        Some(match literal {
            HirLiteral::String(text) => Literal::Str(text.as_str().into()),
            HirLiteral::ByteString(bytes) => Literal::Bytes(bytes.clone()),
            HirLiteral::CString(_) => return None,
            HirLiteral::Char(it) => Literal::Char(*it),
            HirLiteral::Bool(it) => Literal::Bool(*it),
            HirLiteral::Int(it, _) => number(*it as u128),
            HirLiteral::Uint(it, _) => number(*it),
            HirLiteral::Float(it, _) => match self.builder.types[ty.0 as usize].kind {
                TypeKind::Float { bits: 32 } => {
                    let bits = it.to_f32().to_bits() as u32;
                    Literal::Float(f64::from(f32::from_bits(bits)))
                }
                _ => Literal::Float(f64::from_bits(it.to_f64().to_bits() as u64)),
            },
        })
    }

    /// `&value`, where what is borrowed lives for ever: made once, outside of the body.
    pub(super) fn promoted(&mut self, value: ExprId, pointer: TypeId) -> Option<Expr> {
        if !self.is_promotable(value) {
            return None;
        }
        let before = std::mem::take(&mut self.locals);
        let value = self.value(value);
        let locals = std::mem::replace(&mut self.locals, before);
        let body = self.expr(ExprKind::Borrow(Box::new(value)), pointer);
        let function = self.builder.add_function(Function {
            name: "{promoted}".into(),
            of_program: self.line > 0,
            line: self.line,
            locals,
            params: 0,
            ret: pointer,
            body: Body::Constant(body),
        });
        Some(self.expr(
            ExprKind::Call(Callee::Function(function), Vec::new()),
            pointer,
        ))
    }

    /// Whether a value is the same always, and nothing has to be dropped.
    fn is_promotable(&self, expr: ExprId) -> bool {
        if !self.adjustments(expr).is_empty() {
            return false;
        }
        match &self.store[expr] {
            HirExpr::Literal(_) => true,
            HirExpr::UnaryOp {
                expr,
                op: UnaryOp::Neg | UnaryOp::Not,
            } => matches!(self.store[*expr], HirExpr::Literal(_)),
            HirExpr::Array(HirArray::ElementList { elements }) => {
                elements.iter().all(|&it| self.is_promotable(it))
            }
            HirExpr::Array(HirArray::Repeat { initializer, .. }) => {
                self.is_promotable(*initializer)
            }
            HirExpr::Tuple { exprs } => exprs.iter().all(|&it| self.is_promotable(it)),
            HirExpr::Ref {
                expr,
                mutability: ra_ap_hir_def::type_ref::Mutability::Shared,
                ..
            } => self.is_promotable(*expr),
            _ => false,
        }
    }
}
