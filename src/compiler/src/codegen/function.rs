//! One function while its code is being written: the state that all parts of code generation share, and the
//! beginnings and ends of functions.

use super::Generator;
use super::code::{ChainId, Code, Ins, Label, Line, PathId, Spot, Target};
use super::elaborate;
use super::frame::Frame;
use super::layout::Layouts;
use super::place::Place;
use super::scope::{Jumpable, Scope};
use crate::thir::{self, Body, Expr, ExprKind, LocalId, Program, Statement, TypeId, TypeKind};
use async_playground::machine::bytecode::{Function, FunctionId, Op, Slot};
use std::collections::HashMap;
use std::rc::Rc;

/// See the module.
pub struct Builder<'a, 'p> {
    pub generator: &'a mut Generator<'p>,
    pub program: &'p Program,
    pub layouts: Rc<Layouts<'p>>,
    pub code: Code,
    pub frame: Frame,
    pub function: Function,
    /// The initializers of the constants that the function uses.
    pub uses: Vec<FunctionId>,

    pub scopes: Vec<Scope>,
    /// Which of the scopes temporaries belong to.
    pub temporaries: usize,
    /// What is dropped if a panic leaves here, if known.
    pub chain: Option<ChainId>,
    /// What lives longer than its statement: expressions (by address), and the scopes that their temporaries belong to.
    pub extended: HashMap<*const Expr, usize>,
    pub jumpables: Vec<Jumpable>,
    /// The source's locals, and where they are.
    pub declared: &'p [thir::Local],
    pub locals: HashMap<LocalId, Place>,
    /// Slots that are free again when the expression that is being evaluated has been.
    pub scratch: Vec<(Slot, u32)>,
    pub line: u32,
    /// Where a `return` leaves its value.
    pub result: Slot,
    /// In a constant: what it borrows lives for ever.
    pub constant: bool,
}

impl<'a, 'p> Builder<'a, 'p> {
    /// Of a function with parameters of these sizes and a result of that many bytes, all of which it gives slots.
    pub fn new(generator: &'a mut Generator<'p>, name: &str, params: u32, ret_size: u32) -> Self {
        let mut frame = Frame::default();
        frame.alloc(params, 8);
        let ret = frame.alloc(ret_size, 8);
        let function = Function {
            name: name.to_owned(),
            of_program: false,
            coroutine: false,
            params,
            frame: 0,
            ret,
            ret_size,
            code: Vec::new(),
            lines: Vec::new(),
            cleanups: Vec::new(),
        };
        Self {
            program: generator.program,
            layouts: generator.layouts.clone(),
            generator,
            code: Code::default(),
            frame,
            function,
            uses: Vec::new(),
            scopes: Vec::new(),
            temporaries: 0,
            chain: None,
            extended: HashMap::new(),
            jumpables: Vec::new(),
            declared: &[],
            locals: HashMap::new(),
            scratch: Vec::new(),
            line: 0,
            result: ret,
            constant: false,
        }
    }

    pub fn finish(mut self) -> (Function, Vec<FunctionId>) {
        self.code.prune();
        elaborate::finish(self.generator, &self.code, self.frame, &mut self.function);
        (self.function, self.uses)
    }

    // --- What is shared -------------------------------------------------------------------------------------

    pub fn kind(&self, ty: TypeId) -> &'p TypeKind {
        &self.program.types[ty.0 as usize].kind
    }

    pub fn size(&self, ty: TypeId) -> u32 {
        self.layouts.size(ty)
    }

    pub fn needs_drop(&self, ty: TypeId) -> bool {
        self.layouts.needs_drop(ty)
    }

    pub fn is_copy(&self, ty: TypeId) -> bool {
        self.program.types[ty.0 as usize].copy
    }

    pub fn is_box(&self, ty: TypeId) -> bool {
        matches!(self.kind(ty), TypeKind::Struct { boxed: true, .. })
    }

    /// Writes down an instruction.
    pub fn ins(&mut self, ins: Ins) {
        let chain = self.chain();
        self.code.lines.push(Line {
            ins,
            chain,
            line: self.line,
        });
    }

    pub fn op(&mut self, op: Op) {
        self.ins(Ins::Op(op));
    }

    pub fn jump(&mut self, to: Label) {
        self.jump_by(Op::Jump { to: 0 }, to);
    }

    /// By an operation that may jump.
    pub fn jump_by(&mut self, op: Op, to: Label) {
        self.ins(Ins::Jump { op, to, not: None });
    }

    pub fn label(&mut self, label: Label) {
        self.ins(Ins::Label(label));
    }

    pub fn copy(&mut self, dst: Slot, src: Slot, size: u32) {
        if size > 0 && dst != src {
            self.op(Op::Move { dst, src, size });
        }
    }

    pub fn constant(&mut self, dst: Slot, size: u32, value: u64) {
        self.op(Op::Const {
            dst,
            size: size as u8,
            value,
        });
    }

    /// A slot until the expression that is being evaluated has been.
    pub fn scratch(&mut self, size: u32) -> Slot {
        let slot = self.frame.alloc(size, size.next_power_of_two().clamp(1, 8));
        self.scratch.push((slot, size));
        slot
    }

    pub fn scratch_of(&mut self, ty: TypeId) -> Slot {
        let layout = self.layouts.of(ty);
        let slot = self.frame.alloc(layout.size, layout.align);
        self.scratch.push((slot, layout.size));
        slot
    }

    /// Runs `write`, and frees what scratch it took.
    pub fn with_scratch<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        let mark = self.scratch.len();
        let result = write(self);
        for (slot, size) in self.scratch.split_off(mark) {
            self.frame.free(slot, size);
        }
        result
    }

    /// Says that the THIR is not what it should be. What is run from here on never is.
    pub fn malformed(&mut self, what: &str) {
        let name = self.function.name.clone();
        self.generator
            .malformed
            .get_or_insert_with(|| format!("{name}: {what}"));
        self.op(Op::Unreachable);
    }

    // --- Functions ------------------------------------------------------------------------------------------

    /// The source's function of this number.
    pub fn source(
        generator: &'a mut Generator<'p>,
        id: thir::FunctionId,
    ) -> (Function, Vec<FunctionId>) {
        let program = generator.program;
        let source = &program.functions[id.0 as usize];
        let types: Vec<TypeId> = source.locals[..source.params as usize]
            .iter()
            .map(|local| local.ty)
            .collect();
        let (offsets, params, _) = generator.layouts.in_order(0, &types);
        match &source.body {
            Body::Rust(body) if !generator.constants.contains_key(&id) => {
                let ret_size = generator.layouts.size(source.ret);
                let mut this = Builder::new(generator, &source.name, params, ret_size);
                this.begin(source, &offsets, body, false);
                this.op(Op::Return);
                this.finish()
            }
            Body::Coroutine(body) => {
                let Some(poll) = generator.polls.get(&id).copied() else {
                    generator.malformed.get_or_insert_with(|| {
                        format!("{}: the body of no coroutine", source.name)
                    });
                    return Builder::new(generator, &source.name, 0, 0).finish();
                };
                let layout = generator.layouts.of(poll);
                let mut this = Builder::new(generator, &source.name, params, layout.size);
                this.function.coroutine = true;
                // `Poll` is `Ready(T)` and then `Pending`, as in std.
                this.result += layout
                    .variants
                    .first()
                    .and_then(|ready| ready.first())
                    .copied()
                    .unwrap_or(0);
                this.begin(source, &offsets, body, true);
                this.finish_poll(true);
                this.op(Op::Return);
                this.finish()
            }
            Body::Rust(body) | Body::Constant(body) => {
                let address = generator.constants[&id];
                Self::initializer(generator, &source.name, body, address)
            }
            Body::Intrinsic { name, types: of } => {
                let ret_size = generator.layouts.size(source.ret);
                let mut this = Builder::new(generator, &source.name, params, ret_size);
                this.begin_plain();
                let ret = this.function.ret;
                this.intrinsic(name, of, &offsets, ret);
                this.op(Op::Return);
                this.finish()
            }
        }
    }

    /// A function that writes the value of `body` to `address`, for ever.
    pub fn initializer(
        generator: &'a mut Generator<'p>,
        name: &str,
        body: &'p Expr,
        address: u32,
    ) -> (Function, Vec<FunctionId>) {
        let size = generator.layouts.size(body.ty);
        let mut this = Builder::new(generator, name, 0, 0);
        this.constant = true;
        this.result = this.frame.alloc(size, 8);
        this.begin_plain();
        this.body(body, 0);
        let ptr = this.frame.alloc(4, 4);
        this.constant(ptr, 4, u64::from(address));
        this.store(ptr, 0, this.result, size);
        this.op(Op::Return);
        this.finish()
    }

    /// Of what has no parameters to be dropped.
    pub fn begin_plain(&mut self) {
        self.ins(Ins::Enter(Vec::new()));
    }

    fn begin(
        &mut self,
        source: &'p thir::Function,
        offsets: &[u32],
        body: &'p Expr,
        coroutine: bool,
    ) {
        self.function.of_program = source.of_program;
        self.declared = &source.locals;
        self.line = source.line;
        self.push_scope();
        let mut params = Vec::new();
        for (index, local) in source.locals[..source.params as usize].iter().enumerate() {
            let spot = Spot::frame(offsets[index]);
            let path = self
                .needs_drop(local.ty)
                .then(|| self.code.path(spot, local.ty));
            let place = Place::frame(offsets[index], local.ty, path);
            self.locals.insert(LocalId(index as u32), place);
            params.push((LocalId(index as u32), path));
        }
        let entered: Vec<PathId> = params.iter().filter_map(|(_, path)| *path).collect();
        if coroutine {
            // Captures are dropped in order.
            for path in entered.iter().rev() {
                self.schedule(0, Target::Path(*path));
            }
            self.ins(Ins::Enter(entered));
            return self.body(body, 0);
        }
        self.ins(Ins::Enter(entered));
        // Parameters are dropped in reverse order, each behind what its pattern binds: those have no names.
        let statements = match &body.kind {
            ExprKind::Block(block) => &block.statements[..],
            _ => &[],
        };
        let mut begun = 0;
        for (param, path) in params {
            if let Some(path) = path {
                self.schedule(0, Target::Path(path));
            }
            if let Some(Statement::Let {
                pat,
                init,
                els: None,
            }) = statements.get(begun)
                && let Some(ExprKind::Local(local)) = init.as_ref().map(|init| &init.kind)
                && *local == param
                && source.locals[param.0 as usize].name.is_empty()
            {
                self.let_statement(pat, init.as_ref(), None);
                begun += 1;
            }
        }
        self.body(body, begun);
    }

    /// The body, but for so many statements that are there already; and the end of all scopes.
    fn body(&mut self, body: &'p Expr, begun: usize) {
        let result = self.result;
        self.terminating(|this| match &body.kind {
            ExprKind::Block(block) if begun > 0 => this.block_from(block, begun, result),
            _ => this.into(body, result),
        });
        while !self.scopes.is_empty() {
            self.pop_scope();
        }
    }

    /// Writes to a coroutine's result whether it is ready.
    pub fn finish_poll(&mut self, ready: bool) {
        let ret = self.function.ret;
        self.constant(ret, 1, u64::from(!ready));
    }

    /// The path of a new value that stands at `slot`, which the scope will drop.
    pub fn new_path(&mut self, slot: Slot, ty: TypeId, scope: usize) -> Option<PathId> {
        if !self.needs_drop(ty) {
            return None;
        }
        let path = self.code.path(Spot::frame(slot), ty);
        self.schedule(scope, Target::Path(path));
        Some(path)
    }
}
