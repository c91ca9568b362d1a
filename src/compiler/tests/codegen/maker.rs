//! Makes THIR by hand, and runs it.

use async_playground::machine::simulate;
use async_playground::runtime::{Outcome, Runtime};
use async_playground::speed::Speed;
use async_playground::trace::Event;
use async_playground_compiler::codegen;
use async_playground_compiler::thir::*;

/// A program in the making, with the types that most of them need.
pub struct Maker {
    pub program: Program,
    pub unit: TypeId,
    pub never: TypeId,
    pub bool: TypeId,
    pub u8: TypeId,
    pub i32: TypeId,
    pub u64: TypeId,
    /// `&str`
    pub text: TypeId,
    /// `struct Loud(&'static str)`, which logs its name when it is dropped.
    pub loud: TypeId,
    log: FunctionId,
    panic: FunctionId,
}

/// A function's locals while its body is being made.
#[derive(Default)]
pub struct Locals(pub Vec<Local>);

impl Locals {
    pub fn add(&mut self, ty: TypeId) -> LocalId {
        self.0.push(Local {
            name: String::new(),
            ty,
        });
        LocalId(self.0.len() as u32 - 1)
    }
}

impl Maker {
    pub fn new() -> Self {
        let none = TypeId(0);
        let program = Program {
            types: Vec::new(),
            functions: Vec::new(),
            statics: Vec::new(),
            vtables: Vec::new(),
            main_line: 0,
            main: FunctionId(0),
        };
        let (unit, never, bool, u8, i32, u64, text, loud) =
            (none, none, none, none, none, none, none, none);
        let (log, panic) = (FunctionId(0), FunctionId(0));
        let mut maker = Maker {
            program,
            unit,
            never,
            bool,
            u8,
            i32,
            u64,
            text,
            loud,
            log,
            panic,
        };
        maker.unit = maker.ty("()", TypeKind::Tuple(Vec::new()), true);
        maker.never = maker.ty("!", TypeKind::Never, true);
        maker.bool = maker.ty("bool", TypeKind::Bool, true);
        maker.u8 = maker.ty(
            "u8",
            TypeKind::Int {
                bits: 8,
                signed: false,
            },
            true,
        );
        maker.i32 = maker.ty(
            "i32",
            TypeKind::Int {
                bits: 32,
                signed: true,
            },
            true,
        );
        maker.u64 = maker.ty(
            "u64",
            TypeKind::Int {
                bits: 64,
                signed: false,
            },
            true,
        );
        let str = maker.ty("str", TypeKind::Str, false);
        maker.text = maker.ty("&str", TypeKind::Pointer(str), true);
        maker.panic = maker.intrinsic("panic", &[], &[maker.text], maker.never);
        maker.log = maker.log_function();
        maker.loud = maker.loud_type();
        maker
    }

    // --- Types ---------------------------------------------------------------------------------

    pub fn ty(&mut self, name: &str, kind: TypeKind, copy: bool) -> TypeId {
        self.program.types.push(Type {
            name: name.into(),
            kind,
            copy,
            drop: None,
        });
        TypeId(self.program.types.len() as u32 - 1)
    }

    pub fn reference(&mut self, to: TypeId) -> TypeId {
        let name = format!("&{}", self.program.types[to.0 as usize].name);
        self.ty(&name, TypeKind::Pointer(to), true)
    }

    pub fn reference_mut(&mut self, to: TypeId) -> TypeId {
        let name = format!("&mut {}", self.program.types[to.0 as usize].name);
        self.ty(&name, TypeKind::Pointer(to), false)
    }

    /// A thin pointer to anything.
    pub fn reference_type(&mut self) -> TypeId {
        self.reference_mut(self.loud)
    }

    pub fn tuple(&mut self, fields: &[TypeId]) -> TypeId {
        let copy = fields
            .iter()
            .all(|ty| self.program.types[ty.0 as usize].copy);
        self.ty("(..)", TypeKind::Tuple(fields.to_vec()), copy)
    }

    pub fn boxed(&mut self, content: TypeId) -> TypeId {
        let pointer = self.reference_mut(content);
        let kind = TypeKind::Struct {
            fields: vec![pointer],
            manually_drop: false,
            boxed: true,
        };
        self.ty("Box<..>", kind, false)
    }

    /// An enum like `Option`: `None` is 0, `Some` is 1.
    pub fn option(&mut self, content: TypeId) -> TypeId {
        let copy = self.program.types[content.0 as usize].copy;
        self.enumeration("Option<..>", &[("None", &[]), ("Some", &[content])], copy)
    }

    pub fn enumeration(
        &mut self,
        name: &str,
        variants: &[(&str, &[TypeId])],
        copy: bool,
    ) -> TypeId {
        let variants = variants
            .iter()
            .enumerate()
            .map(|(index, (name, fields))| Variant {
                name: (*name).into(),
                discriminant: index as i128,
                fields: fields.to_vec(),
            });
        let kind = TypeKind::Enum {
            variants: variants.collect(),
        };
        self.ty(name, kind, copy)
    }

    fn loud_type(&mut self) -> TypeId {
        let kind = TypeKind::Struct {
            fields: vec![self.text],
            manually_drop: false,
            boxed: false,
        };
        let loud = self.ty("Loud", kind, false);
        let this = self.reference_mut(loud);
        let mut locals = Locals::default();
        let this = (locals.add(this), this);
        let name = field(deref(local(this.0, this.1), loud), 0, self.text);
        let body = self.log_value(name);
        let drop = self.function("drop", locals, 1, self.unit, body);
        self.program.types[loud.0 as usize].drop = Some(drop);
        loud
    }

    // --- Functions -----------------------------------------------------------------------------

    pub fn function(
        &mut self,
        name: &str,
        locals: Locals,
        params: u32,
        ret: TypeId,
        body: Expr,
    ) -> FunctionId {
        self.add(name, locals, params, ret, Body::Rust(body))
    }

    pub fn add(
        &mut self,
        name: &str,
        locals: Locals,
        params: u32,
        ret: TypeId,
        body: Body,
    ) -> FunctionId {
        let function = Function {
            name: name.into(),
            of_program: true,
            line: 1,
            locals: locals.0,
            params,
            ret,
            body,
        };
        self.program.functions.push(function);
        FunctionId(self.program.functions.len() as u32 - 1)
    }

    pub fn intrinsic(
        &mut self,
        name: &str,
        types: &[TypeId],
        params: &[TypeId],
        ret: TypeId,
    ) -> FunctionId {
        let mut locals = Locals::default();
        for &ty in params {
            locals.add(ty);
        }
        let body = Body::Intrinsic {
            name: name.into(),
            types: types.to_vec(),
        };
        self.add(name, locals, params.len() as u32, ret, body)
    }

    fn log_function(&mut self) -> FunctionId {
        let pointer = self.reference(self.u8);
        let log = self.intrinsic("log", &[], &[pointer, self.u64], self.unit);
        let thin = self.intrinsic("thin", &[self.text], &[self.text], pointer);
        let len = self.intrinsic("slice_len", &[self.text], &[self.text], self.u64);
        let mut locals = Locals::default();
        let text = locals.add(self.text);
        let value = || local(text, self.text);
        let body = call(
            log,
            vec![
                call(thin, vec![value()], pointer),
                call(len, vec![value()], self.u64),
            ],
            self.unit,
        );
        self.function("log_text", locals, 1, self.unit, body)
    }

    /// A coroutine's type with captures of these types, whose body these locals and this expression are.
    pub fn coroutine(
        &mut self,
        locals: Locals,
        captures: u32,
        output: TypeId,
        body: Expr,
    ) -> TypeId {
        let poll = self.enumeration("Poll<..>", &[("Ready", &[output]), ("Pending", &[])], false);
        let types = locals.0[..captures as usize]
            .iter()
            .map(|local| local.ty)
            .collect();
        let body = self.add("body", locals, captures, output, Body::Coroutine(body));
        self.ty(
            "impl Future",
            TypeKind::Coroutine {
                captures: types,
                body,
                poll,
            },
            false,
        )
    }

    // --- Expressions ---------------------------------------------------------------------------

    pub fn log(&self, text: &str) -> Expr {
        self.log_value(self.text(text))
    }

    pub fn log_value(&self, text: Expr) -> Expr {
        call(self.log, vec![text], self.unit)
    }

    pub fn panic(&self, text: &str, ty: TypeId) -> Expr {
        let never = call(self.panic, vec![self.text(text)], self.never);
        expr(ExprKind::NeverToAny(Box::new(never)), ty)
    }

    pub fn text(&self, text: &str) -> Expr {
        expr(ExprKind::Literal(Literal::Str(text.into())), self.text)
    }

    pub fn loud(&self, name: &str) -> Expr {
        aggregate(vec![self.text(name)], self.loud)
    }

    pub fn int(&self, value: u128) -> Expr {
        int(value, self.u64)
    }

    pub fn yes(&self, value: bool) -> Expr {
        expr(ExprKind::Literal(Literal::Bool(value)), self.bool)
    }

    pub fn nothing(&self) -> Expr {
        expr(ExprKind::Literal(Literal::Unit), self.unit)
    }

    /// Logs one text if the condition holds, and another if not.
    pub fn log_whether(&self, cond: Expr, yes: &str, no: &str) -> Expr {
        if_else(cond, self.log(yes), Some(self.log(no)), self.unit)
    }

    pub fn block(&self, statements: Vec<Statement>) -> Expr {
        block(statements, None, self.unit)
    }

    // --- Running -------------------------------------------------------------------------------

    /// What a program logs whose `main` has this body; its panic's message comes last.
    pub fn run(mut self, locals: Locals, body: Expr) -> Vec<String> {
        let coroutine = self.coroutine(locals, 0, self.unit, body);
        let future = expr(
            ExprKind::Coroutine {
                captures: Vec::new(),
            },
            coroutine,
        );
        self.program.main = self.function("main", Locals::default(), 0, coroutine, future);
        let program = codegen::program(&self.program).expect("bytecode");
        let runtime = simulate(&program, &[], Speed::NORMAL).expect("a program");
        logged(&runtime)
    }
}

fn logged(runtime: &Runtime) -> Vec<String> {
    let mut lines = runtime.trace(|trace| {
        let entries = trace.entries();
        let texts = entries.iter().filter_map(|entry| match &entry.event {
            Event::Log { text, .. } => Some(text.to_string()),
            _ => None,
        });
        texts.collect::<Vec<String>>()
    });
    if let Some((_, Outcome::Failed(message))) = runtime.outcome() {
        lines.push(format!("panic: {message}"));
    }
    lines
}

// --- Expressions of any program --------------------------------------------------------------------

pub fn expr(kind: ExprKind, ty: TypeId) -> Expr {
    Expr { kind, ty, line: 1 }
}

pub fn local(local: LocalId, ty: TypeId) -> Expr {
    expr(ExprKind::Local(local), ty)
}

pub fn int(value: u128, ty: TypeId) -> Expr {
    expr(ExprKind::Literal(Literal::Int(value)), ty)
}

pub fn field(of: Expr, index: u32, ty: TypeId) -> Expr {
    expr(ExprKind::Field(Box::new(of), index), ty)
}

pub fn deref(of: Expr, ty: TypeId) -> Expr {
    expr(ExprKind::Deref(Box::new(of)), ty)
}

pub fn borrow(of: Expr, ty: TypeId) -> Expr {
    expr(ExprKind::Borrow(Box::new(of)), ty)
}

pub fn aggregate(fields: Vec<Expr>, ty: TypeId) -> Expr {
    expr(ExprKind::Aggregate((0..).zip(fields).collect()), ty)
}

pub fn variant(variant: u32, fields: Vec<Expr>, ty: TypeId) -> Expr {
    expr(
        ExprKind::Variant {
            variant,
            fields: (0..).zip(fields).collect(),
        },
        ty,
    )
}

pub fn binary(op: BinaryOp, a: Expr, b: Expr, ty: TypeId) -> Expr {
    expr(ExprKind::Binary(op, Box::new(a), Box::new(b)), ty)
}

pub fn call(function: FunctionId, args: Vec<Expr>, ty: TypeId) -> Expr {
    expr(ExprKind::Call(Callee::Function(function), args), ty)
}

pub fn assign(place: Expr, value: Expr, unit: TypeId) -> Expr {
    expr(ExprKind::Assign(Box::new(place), Box::new(value)), unit)
}

pub fn block(statements: Vec<Statement>, tail: Option<Expr>, ty: TypeId) -> Expr {
    expr(
        ExprKind::Block(Box::new(Block {
            statements,
            tail,
            label: None,
        })),
        ty,
    )
}

pub fn if_else(cond: Expr, then: Expr, els: Option<Expr>, ty: TypeId) -> Expr {
    expr(
        ExprKind::If {
            cond: Box::new(cond),
            then: Box::new(then),
            els: els.map(Box::new),
        },
        ty,
    )
}

pub fn if_let(pat: Pat, scrutinee: Expr, bool: TypeId) -> Expr {
    expr(ExprKind::Let(Box::new(pat), Box::new(scrutinee)), bool)
}

pub fn matching(scrutinee: Expr, arms: Vec<Arm>, ty: TypeId) -> Expr {
    expr(ExprKind::Match(Box::new(scrutinee), arms), ty)
}

pub fn arm(pat: Pat, body: Expr) -> Arm {
    Arm {
        pat,
        guard: None,
        body,
    }
}

pub fn bind(local: LocalId, ty: TypeId) -> Pat {
    Pat {
        kind: PatKind::Binding {
            local,
            by_ref: false,
            sub: None,
        },
        ty,
    }
}

pub fn wild(ty: TypeId) -> Pat {
    Pat {
        kind: PatKind::Wild,
        ty,
    }
}

pub fn pat_variant(variant: u32, fields: Vec<Pat>, ty: TypeId) -> Pat {
    Pat {
        kind: PatKind::Variant(variant, (0..).zip(fields).collect()),
        ty,
    }
}

pub fn pat_fields(fields: Vec<Pat>, ty: TypeId) -> Pat {
    Pat {
        kind: PatKind::Fields((0..).zip(fields).collect()),
        ty,
    }
}

pub fn let_be(pat: Pat, init: Expr) -> Statement {
    Statement::Let {
        pat,
        init: Some(init),
        els: None,
    }
}

pub fn run(expr: Expr) -> Statement {
    Statement::Expr(expr)
}
