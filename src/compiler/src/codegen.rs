//! Bytecode of a program: rustc's MIR building and code generation in one.
//!
//! - [`layout`]: where the parts of a value stand; [`frame`]: which bytes of a frame are in use; [`data`]: what stands
//!   in memory before anything runs.
//! - [`code`]: what is written of a function first; [`elaborate`]: bytecode of it, with the drops that really happen;
//!   [`jumps`]: without detours.
//! - [`function`]: a function while it is being written; [`scope`]: what is dropped at the end of what.
//! - [`place`], [`expr`], [`block`], [`pattern`], [`call`], [`cast`]: the expressions.
//! - [`optimize`]: the same in fewer steps, once all functions are there.
//! - [`constant`]: what is promoted; [`drop_glue`]: how a type is dropped; [`intrinsics`]: what is no Rust.

mod block;
mod call;
mod cast;
mod code;
mod constant;
mod data;
mod drop_glue;
mod elaborate;
mod expr;
mod frame;
mod function;
mod intrinsics;
mod jumps;
mod layout;
mod optimize;
mod pattern;
mod place;
mod scope;

use crate::thir::{self, Body, Expr, Program, TypeId, TypeKind, VtableId};
use async_playground::machine::bytecode::{self, Function, FunctionId, Host, Op, Parameter};
use data::Data;
use function::Builder;
use layout::{Layouts, POINTER};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Makes bytecode of a program. It fails only on what `build` should not have made, and names the function.
pub fn program(program: &Program) -> Result<bytecode::Program, String> {
    let mut generator = Generator::new(program);
    for id in 0..program.functions.len() as u32 {
        let built = Builder::source(&mut generator, thir::FunctionId(id));
        generator.place(id, built);
    }
    let main = generator.main();
    while let Some((id, work)) = generator.queue.pop() {
        let built = match work {
            Work::Drop(ty) => Builder::drop_glue(&mut generator, ty),
            Work::Elements(ty) => Builder::elements_glue(&mut generator, ty),
            Work::Free(ty) => Builder::free_glue(&mut generator, ty),
            Work::Promoted(expr, address) => {
                Builder::initializer(&mut generator, "constant", expr, address)
            }
        };
        generator.place(id, built);
    }
    generator.finish(main)
}

/// What all functions share while they are being made.
struct Generator<'p> {
    program: &'p Program,
    layouts: Rc<Layouts<'p>>,
    data: Data,
    /// Those of the source have the same numbers here.
    functions: Vec<Option<Function>>,
    /// The initializers that each uses, by function.
    uses: HashMap<FunctionId, Vec<FunctionId>>,
    /// What is still to be made.
    queue: Vec<(FunctionId, Work<'p>)>,
    drops: HashMap<TypeId, FunctionId>,
    elements: HashMap<TypeId, FunctionId>,
    frees: HashMap<TypeId, FunctionId>,
    vtables: HashMap<VtableId, u32>,
    /// Where the values of the constants and statics stand that these functions make.
    constants: HashMap<thir::FunctionId, u32>,
    promoted: Vec<FunctionId>,
    statics: Vec<u32>,
    /// The `Poll` of each coroutine, by its body.
    polls: HashMap<thir::FunctionId, TypeId>,
    malformed: Option<String>,
}

enum Work<'p> {
    Drop(TypeId),
    Elements(TypeId),
    Free(TypeId),
    Promoted(&'p Expr, u32),
}

impl<'p> Generator<'p> {
    fn new(program: &'p Program) -> Self {
        let layouts = Rc::new(Layouts::new(program));
        let mut data = Data::default();
        let mut constants = HashMap::new();
        let mut statics = Vec::new();
        for of in &program.statics {
            let address = data.room(layouts.size(of.ty));
            statics.push(address);
            constants.insert(of.init, address);
        }
        for (id, function) in program.functions.iter().enumerate() {
            if let Body::Constant(_) = function.body {
                let id = thir::FunctionId(id as u32);
                constants
                    .entry(id)
                    .or_insert_with(|| data.room(layouts.size(function.ret)));
            }
        }
        let polls = program.types.iter().filter_map(|ty| match ty.kind {
            TypeKind::Coroutine { body, poll, .. } => Some((body, poll)),
            _ => None,
        });
        Self {
            program,
            layouts,
            data,
            functions: vec![None; program.functions.len()],
            uses: HashMap::new(),
            queue: Vec::new(),
            drops: HashMap::new(),
            elements: HashMap::new(),
            frees: HashMap::new(),
            vtables: HashMap::new(),
            constants,
            promoted: Vec::new(),
            statics,
            polls: polls.collect(),
            malformed: None,
        }
    }

    fn place(&mut self, id: FunctionId, (function, uses): (Function, Vec<FunctionId>)) {
        self.functions[id as usize] = Some(function);
        self.uses.insert(id, uses);
    }

    fn later(&mut self, work: Work<'p>) -> FunctionId {
        let id = self.functions.len() as FunctionId;
        self.functions.push(None);
        self.queue.push((id, work));
        id
    }

    /// The function that drops a value of the type behind a pointer, if there is anything to drop.
    fn drop_glue(&mut self, ty: TypeId) -> Option<FunctionId> {
        if !self.layouts.needs_drop(ty) {
            return None;
        }
        if let Some(&known) = self.drops.get(&ty) {
            return Some(known);
        }
        let id = self.later(Work::Drop(ty));
        self.drops.insert(ty, id);
        Some(id)
    }

    /// The function that drops so many values of the type behind a pointer.
    fn drop_elements(&mut self, ty: TypeId) -> FunctionId {
        if let Some(&known) = self.elements.get(&ty) {
            return known;
        }
        let id = self.later(Work::Elements(ty));
        self.elements.insert(ty, id);
        id
    }

    /// The function that frees the memory of a box behind a pointer.
    fn free(&mut self, ty: TypeId) -> Option<FunctionId> {
        if let Some(&known) = self.frees.get(&ty) {
            return Some(known);
        }
        let id = self.later(Work::Free(ty));
        self.frees.insert(ty, id);
        Some(id)
    }

    /// Where a vtable stands.
    fn vtable(&mut self, id: VtableId) -> u32 {
        if let Some(&known) = self.vtables.get(&id) {
            return known;
        }
        let vtable = &self.program.vtables[id.0 as usize];
        let methods: Vec<Option<FunctionId>> = vtable
            .methods
            .iter()
            .map(|method| method.map(|id| id.0))
            .collect();
        let address = self.new_vtable(vtable.ty, &methods);
        self.vtables.insert(id, address);
        address
    }

    fn new_vtable(&mut self, ty: TypeId, methods: &[Option<FunctionId>]) -> u32 {
        let pointer = |function: Option<FunctionId>| function.map_or(0, |id| id + 1);
        let layout = self.layouts.of(ty);
        let mut words = vec![pointer(self.drop_glue(ty)), layout.size, layout.align];
        words.extend(methods.iter().map(|&method| pointer(method)));
        let bytes: Vec<u8> = words.into_iter().flat_map(u32::to_le_bytes).collect();
        self.data.constant(&bytes)
    }

    /// Where the value of a constant expression will stand, and what makes it.
    fn promoted(&mut self, expr: &'p Expr) -> (FunctionId, u32) {
        let address = self.data.room(self.layouts.size(expr.ty));
        let id = self.later(Work::Promoted(expr, address));
        self.promoted.push(id);
        (id, address)
    }

    /// What the machine calls first: it makes the program's future, and gives a `dyn` pointer to it.
    fn main(&mut self) -> (FunctionId, Vec<Parameter>) {
        let main = &self.program.functions[self.program.main.0 as usize];
        let types: Vec<TypeId> = main.locals[..main.params as usize]
            .iter()
            .map(|local| local.ty)
            .collect();
        let parameters = types
            .iter()
            .map(|ty| match self.program.types[ty.0 as usize].kind {
                TypeKind::Int { .. } => Parameter::Count,
                _ => Parameter::Duration,
            })
            .collect();
        let (_, params, _) = self.layouts.in_order(0, &types);
        let size = self.layouts.size(main.ret);
        let TypeKind::Coroutine { poll, .. } = self.program.types[main.ret.0 as usize].kind else {
            self.malformed
                .get_or_insert_with(|| format!("{}: `main` gives no coroutine", main.name));
            return (self.program.main.0, parameters);
        };

        let ret_size = self.layouts.size(poll);
        let mut poll = Builder::new(self, "poll", 2 * POINTER, ret_size);
        let ret = poll.function.ret;
        poll.begin_plain();
        poll.intrinsic("coroutine_poll", &[main.ret], &[0, POINTER], ret);
        poll.op(Op::Return);
        let poll = poll.finish();
        let poll = self.extra(poll);
        let vtable = self.new_vtable(main.ret, &[Some(poll)]);

        let target = self.program.main.0;
        let mut start = Builder::new(self, "start", params, 2 * POINTER);
        let ret = start.function.ret;
        start.begin_plain();
        let future = start.block_of(size);
        start.op(Op::Call {
            function: target,
            args: 0,
            ret: future,
        });
        let args = start.block_of(16);
        start.constant(args, 8, u64::from(size));
        start.constant(args + 8, 8, u64::from(POINTER));
        start.op(Op::Host {
            call: Host::Alloc,
            args,
            ret,
        });
        start.store(ret, 0, future, size);
        start.constant(ret + POINTER, POINTER, u64::from(vtable));
        start.op(Op::Return);
        let start = start.finish();
        (self.extra(start), parameters)
    }

    fn extra(&mut self, built: (Function, Vec<FunctionId>)) -> FunctionId {
        let id = self.functions.len() as FunctionId;
        self.functions.push(None);
        self.place(id, built);
        id
    }

    fn finish(
        self,
        (main, parameters): (FunctionId, Vec<Parameter>),
    ) -> Result<bytecode::Program, String> {
        if let Some(message) = self.malformed {
            return Err(message);
        }
        let mut functions: Vec<Function> = self.functions.into_iter().flatten().collect();
        let mut wanted: Vec<FunctionId> = self.program.statics.iter().map(|of| of.init.0).collect();
        let mut constants: Vec<FunctionId> = self.constants.keys().map(|id| id.0).collect();
        constants.sort_unstable();
        wanted.extend(constants);
        wanted.extend(&self.promoted);
        let all: HashSet<FunctionId> = wanted.iter().copied().collect();
        let mut order = Order {
            functions: &functions,
            uses: &self.uses,
            all,
            seen: HashSet::new(),
            sorted: Vec::new(),
        };
        wanted.into_iter().for_each(|id| order.visit(id));
        let initializers = order.sorted;
        optimize::optimize(&mut functions);
        Ok(bytecode::Program {
            data: self.data.finish(),
            functions,
            initializers,
            main,
            parameters,
        })
    }
}

/// Sorts initializers so that each comes after those that it uses, through whatever it calls.
struct Order<'a> {
    functions: &'a [Function],
    uses: &'a HashMap<FunctionId, Vec<FunctionId>>,
    all: HashSet<FunctionId>,
    seen: HashSet<FunctionId>,
    sorted: Vec<FunctionId>,
}

impl Order<'_> {
    fn visit(&mut self, id: FunctionId) {
        if !self.seen.insert(id) {
            return;
        }
        for op in &self.functions[id as usize].code {
            if let Op::Call { function, .. } = op {
                self.visit(*function);
            }
        }
        self.uses
            .get(&id)
            .into_iter()
            .flatten()
            .for_each(|&used| self.visit(used));
        if self.all.contains(&id) {
            self.sorted.push(id);
        }
    }
}
