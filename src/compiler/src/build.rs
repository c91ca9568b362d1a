//! rust-analyzer knows a program: here it is written down, function by function, for each set of types it is called with.
//!
//! [`program`] begins with `main` and follows every call. What is called, with which types, is an
//! [`Instance`]; each becomes one [`thir::Function`].
//!
//! - `types`: rust-analyzer's types, made concrete
//! - `resolve`: which function a call of a trait's method is
//! - `body`, `expr`, `adjust`, `pattern`, `awaiting`, `captures`: the body of a function
//! - `shims`, `derive`, `vtable`, `constant`: what has no body of its own
//! - `lines`: where in the program something is

mod adjust;
mod awaiting;
mod body;
pub(crate) mod captures;
mod constant;
mod derive;
mod expr;
mod lines;
mod pattern;
mod resolve;
mod shims;
mod types;
mod vtable;

use std::collections::VecDeque;

use ra_ap_base_db::{Crate, all_crates};
use ra_ap_hir_def::nameres::crate_def_map;
use ra_ap_hir_def::{
    FunctionId as HirFunction, ModuleDefId, ModuleId, StaticId as HirStatic, lang_item::LangItems,
    signatures::FunctionSignature,
};
use ra_ap_hir_expand::name::Name;
use ra_ap_hir_ty::ParamEnvAndCrate;
use ra_ap_hir_ty::attach_db_allow_change;
use ra_ap_hir_ty::db::HirDatabase;
use ra_ap_hir_ty::next_solver::infer::{DbInternerInferExt, InferCtxt};
use ra_ap_hir_ty::next_solver::{DbInterner, GenericArgs, ParamEnv, Ty, TypingMode};
use ra_ap_syntax::TextRange;
use rustc_hash::FxHashMap;

use crate::database::World;
use crate::thir::{
    Body, Callee, Function, FunctionId, Program, Static, StaticId, Type, TypeId, Vtable, VtableId,
};

use lines::Lines;
use resolve::Resolved;
use shims::Instance;

/// What the playground cannot run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsupported {
    /// In the program.
    pub range: TextRange,
    /// A sentence, such as "the playground does not know `std::fs`".
    pub message: String,
}

/// The program that begins with `main`. It must be free of errors.
pub fn program(world: &World) -> Result<Program, Vec<Unsupported>> {
    let db: &dyn HirDatabase = &world.db;
    attach_db_allow_change(db, || {
        let mut builder = Builder::new(db, world);
        let main = builder.main();
        builder.finish(main)
    })
}

/// A program in the making.
struct Builder<'db> {
    db: &'db dyn HirDatabase,
    interner: DbInterner<'db>,
    infcx: InferCtxt<'db>,
    /// Nothing is assumed: all types are known.
    env: ParamEnvAndCrate<'db>,
    lang: &'db LangItems,
    /// The crate that is core, alloc and std.
    std: Crate,
    lines: Lines,

    types: Vec<Type>,
    type_ids: FxHashMap<Ty<'db>, TypeId>,
    /// Of each type, what rust-analyzer calls it.
    tys: Vec<Ty<'db>>,
    /// Closed types, normalised.
    normal: FxHashMap<Ty<'db>, Ty<'db>>,

    functions: Vec<Option<Function>>,
    instances: FxHashMap<Instance<'db>, FunctionId>,
    queue: VecDeque<(FunctionId, Instance<'db>, TextRange)>,
    resolved: FxHashMap<(HirFunction, GenericArgs<'db>), Resolved>,

    /// A `main` that is no async function.
    plain_main: Option<HirFunction>,
    /// Where `main` is named.
    main_line: u32,

    statics: Vec<Static>,
    static_ids: FxHashMap<HirStatic, StaticId>,
    vtables: Vec<Vtable>,
    vtable_ids: FxHashMap<(TypeId, TypeId), VtableId>,

    /// What in the program led to what is being made: where something unsupported is told.
    origin: TextRange,
    unsupported: Vec<Unsupported>,
}

impl<'db> Builder<'db> {
    fn new(db: &'db dyn HirDatabase, world: &World) -> Self {
        let crates = all_crates(db);
        let std = crates
            .iter()
            .copied()
            .find(|it| it.data(db).dependencies.is_empty())
            .expect("a crate without dependencies is std");
        let krate = crates
            .iter()
            .copied()
            .find(|it| it.data(db).root_file_id == world.program)
            .expect("the program is a crate");
        let interner = DbInterner::new_with(db, krate);
        Builder {
            db,
            interner,
            infcx: interner.infer_ctxt().build(TypingMode::PostAnalysis),
            env: ParamEnvAndCrate {
                param_env: ParamEnv::empty(interner),
                krate,
            },
            lang: interner.lang_items(),
            std,
            lines: Lines::new(db, world.program),
            types: Vec::new(),
            type_ids: FxHashMap::default(),
            tys: Vec::new(),
            normal: FxHashMap::default(),
            functions: Vec::new(),
            instances: FxHashMap::default(),
            queue: VecDeque::new(),
            resolved: FxHashMap::default(),
            plain_main: None,
            main_line: 0,
            statics: Vec::new(),
            static_ids: FxHashMap::default(),
            vtables: Vec::new(),
            vtable_ids: FxHashMap::default(),
            origin: TextRange::default(),
            unsupported: Vec::new(),
        }
    }

    /// `main`, and what of it cannot be given by the page.
    fn main(&mut self) -> Option<FunctionId> {
        let root = crate_def_map(self.db, self.env.krate);
        let name = Name::new_root("main");
        let Some(ModuleDefId::FunctionId(main)) =
            root[root.root_module_id()].scope.get(&name).take_values()
        else {
            self.refuse("the program has no function `main`");
            return None;
        };
        let (file, name) = self.place_of_function(main);
        self.main_line = self.line_of(file, name);
        let arguments = GenericArgs::empty(self.interner);
        let signature = self.db.callable_item_signature(main.into());
        let inputs = signature.skip_binder().skip_binder().inputs();
        for input in inputs {
            let ty = self.mono(*input, arguments);
            let name = self.type_name(ty);
            if name != "Duration" && name != "u32" {
                self.refuse(format!(
                    "the playground gives `main` a `Duration` or a `u32`, not a `{name}`"
                ));
            }
        }
        Some(self.started(main))
    }

    /// `main` as a function that gives a future without a value, made by `core::start`.
    fn started(&mut self, main: HirFunction) -> FunctionId {
        let nothing = GenericArgs::empty(self.interner);
        let signature = self.db.callable_item_signature(main.into());
        let signature = self.mono(signature.skip_binder().skip_binder(), nothing);
        let output = signature.output();
        let of = GenericArgs::new_from_slice(&[output.into()]);
        if !FunctionSignature::of(self.db, main).is_async() {
            self.plain_main = Some(main);
            let start = self
                .std_function("start", "plain")
                .expect("std begins programs");
            return self.instance(Instance::Function(start, of));
        }
        let id = self.instance(Instance::Function(main, nothing));
        let start = self
            .std_function("start", "asynchronous")
            .expect("std begins programs");
        let started = self.db.callable_item_signature(start.into());
        let started = self.mono(started.skip_binder().skip_binder(), of);
        let start = self.instance(Instance::Function(start, of));
        let ret = self.type_id(started.output());
        let taken = self.type_id(started.inputs()[0]);
        let params = signature.inputs().to_vec();
        let params: Vec<_> = params.into_iter().map(|it| self.type_id(it)).collect();
        let given = params.iter().enumerate();
        let given = given.map(|(at, &ty)| shims::local(at as u32, ty)).collect();
        let given = shims::call(Callee::Function(id), given, taken);
        let body = shims::call(Callee::Function(start), vec![given], ret);
        let shim = self.shim("start".into(), &params, ret, body);
        self.add_function(shim)
    }

    /// Makes everything that is called.
    fn finish(mut self, main: Option<FunctionId>) -> Result<Program, Vec<Unsupported>> {
        while let Some((id, instance, origin)) = self.queue.pop_front() {
            self.origin = origin;
            let function = self.function(instance);
            self.functions[id.0 as usize] = Some(function);
        }
        match main {
            Some(main) if self.unsupported.is_empty() => Ok(Program {
                types: self.types,
                functions: self.functions.into_iter().flatten().collect(),
                statics: self.statics,
                vtables: self.vtables,
                main,
                main_line: self.main_line,
            }),
            _ => Err(self.unsupported),
        }
    }

    /// The function that an instance is, to be made if it is new.
    fn instance(&mut self, instance: Instance<'db>) -> FunctionId {
        if let Some(&id) = self.instances.get(&instance) {
            return id;
        }
        let id = FunctionId(self.functions.len() as u32);
        self.functions.push(None);
        self.instances.insert(instance, id);
        self.queue.push_back((id, instance, self.origin));
        id
    }

    /// A function that nobody else will ask for.
    fn add_function(&mut self, function: Function) -> FunctionId {
        let id = FunctionId(self.functions.len() as u32);
        self.functions.push(Some(function));
        id
    }

    /// Notes that something cannot be run.
    fn refuse(&mut self, message: impl Into<String>) {
        let range = self.origin;
        self.refuse_at(range, message);
    }

    fn refuse_at(&mut self, range: TextRange, message: impl Into<String>) {
        let unsupported = Unsupported {
            range,
            message: message.into(),
        };
        if !self.unsupported.contains(&unsupported) {
            self.unsupported.push(unsupported);
        }
    }

    /// A module of std.
    fn std_module(&self, name: &str) -> Option<ModuleId> {
        let map = crate_def_map(self.db, self.std);
        let scope = &map[map.root_module_id()].scope;
        match scope.get(&Name::new_root(name)).take_types()? {
            ModuleDefId::ModuleId(module) => Some(module),
            _ => None,
        }
    }

    /// A function of a module of std.
    fn std_function(&self, module: &str, name: &str) -> Option<HirFunction> {
        let module = self.std_module(module)?;
        let map = crate_def_map(self.db, self.std);
        match map[module].scope.get(&Name::new_root(name)).take_values()? {
            ModuleDefId::FunctionId(function) => Some(function),
            _ => None,
        }
    }
}

/// A function without a body that could be made, in place of one.
fn hollow(name: String, ret: TypeId) -> Function {
    Function {
        name,
        of_program: false,
        line: 0,
        locals: Vec::new(),
        params: 0,
        ret,
        body: Body::Intrinsic {
            name: "unreachable".into(),
            types: Vec::new(),
        },
    }
}
