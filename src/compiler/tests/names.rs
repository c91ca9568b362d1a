//! Every function that std and tokio have can be run: the machine knows it, or it has a body that becomes bytecode.
//!
//! What is generic is made for the types that a program uses; that such bodies have no errors holds `std.rs`.

use async_playground::machine;
use async_playground_compiler::database::World;
use async_playground_compiler::{build, codegen};
use ra_ap_hir::{
    AssocItem, Crate, FindPathConfig, Function, GenericDef, HasVisibility, HirDisplay, Impl,
    ItemInNs, Module, ModuleDef, attach_db,
};
use ra_ap_span::Edition;

/// Says where the functions of std and tokio are, as the program would.
struct Names<'w> {
    world: &'w World,
    program: Module,
}

impl<'w> Names<'w> {
    fn new(world: &'w World) -> Self {
        let crates = Crate::all(&world.db).into_iter();
        let program = crates
            .map(|krate| krate.root_module(&world.db))
            .find(|module| {
                let file = module.as_source_file_id(&world.db);
                file.is_some_and(|file| file.file_id(&world.db) == world.program)
            })
            .expect("the program is a crate");
        Names { world, program }
    }

    /// All that the program may call, but methods of what is made for types of its choice.
    fn functions(&self) -> Vec<(String, Function)> {
        let db = &self.world.db;
        let mut functions = Vec::new();
        for module in Crate::all(db)
            .into_iter()
            .flat_map(|krate| krate.modules(db))
        {
            for declared in module.declarations(db) {
                if let ModuleDef::Function(function) = declared
                    && let Some(path) = self.path(declared)
                {
                    functions.push((path, function));
                }
            }
            for of in module.impl_defs(db) {
                if is_generic(self.world, GenericDef::Impl(of))
                    || !of.self_ty(db).generic_params(db).is_empty()
                {
                    continue;
                }
                let Some(owner) = self.owner(of) else {
                    continue;
                };
                for item in of.items(db) {
                    if let AssocItem::Function(function) = item
                        && (of.trait_(db).is_some() || function.is_visible_from(db, self.program))
                    {
                        let name = function.name(db);
                        functions.push((format!("{owner}::{}", name.as_str()), function));
                    }
                }
            }
        }
        functions
    }

    fn path(&self, of: impl Into<ItemInNs>) -> Option<String> {
        let config = FindPathConfig {
            prefer_no_std: false,
            prefer_prelude: false,
            prefer_absolute: false,
            allow_unstable: true,
        };
        let path = self.program.find_path(&self.world.db, of, config)?;
        Some(
            path.display(&self.world.db, Edition::Edition2024)
                .to_string(),
        )
    }

    /// `<Type>` or `<Type as Trait>`; none for what the program cannot name.
    fn owner(&self, of: Impl) -> Option<String> {
        let db = &self.world.db;
        let text =
            |ty: ra_ap_hir::Type| ty.display_source_code(db, self.program.into(), false).ok();
        let ty = of.self_ty(db);
        if let Some(adt) = ty.as_adt() {
            self.path(ModuleDef::Adt(adt))?;
        }
        let ty = text(ty)?;
        let Some(trait_ref) = of.trait_ref(db) else {
            return Some(format!("<{ty}>"));
        };
        let arguments = (1..).map_while(|n| trait_ref.get_type_argument(n));
        let arguments: Option<Vec<_>> = arguments.map(text).collect();
        let arguments = match arguments?.join(", ") {
            none if none.is_empty() => none,
            some => format!("<{some}>"),
        };
        let path = self.path(ModuleDef::Trait(trait_ref.trait_()))?;
        Some(format!("<{ty} as {path}{arguments}>"))
    }
}

/// Lifetimes do not count: the machine knows none.
fn is_generic(world: &World, of: GenericDef) -> bool {
    !of.type_or_const_params(&world.db).is_empty()
}

/// Where the machine's own functions are.
const INTRINSICS: &str = "std::intrinsics::";

/// Those that are made for a type where it is called, and are no functions of their own.
const MADE: [&str; 2] = [
    "std::intrinsics::coroutine_poll",
    "std::intrinsics::call_by_pointer",
];

/// Types of which there is one at least that each generic intrinsic is made for.
const TYPES: [&str; 3] = ["u32", "f64", "Option<u32>"];

/// What has the function as a value.
fn statement(path: &str, function: Function, world: &World) -> String {
    let parameters = vec!["_"; function.assoc_fn_params(&world.db).len()].join(", ");
    let is_unsafe = function.is_unsafe_to_call(&world.db, None, Edition::Edition2024);
    let is_unsafe = if is_unsafe { "unsafe " } else { "" };
    format!("    let _: {is_unsafe}fn({parameters}) -> _ = {path};\n")
}

/// What speaks against the program, if anything does.
fn wrong(world: &mut World, statements: &str) -> Option<String> {
    world.set_program(&format!(
        "use std::any::Any;\nuse std::error::Error;\nfn main() {{\n{statements}}}\n"
    ));
    let thir = match build::program(world) {
        Ok(thir) => thir,
        Err(refused) => {
            return Some(
                refused
                    .into_iter()
                    .map(|it| it.message)
                    .collect::<Vec<_>>()
                    .join("; "),
            );
        }
    };
    match codegen::program(&thir) {
        Ok(program) => machine::main(program, &[]).err(),
        Err(malformed) => Some(malformed.to_string()),
    }
}

/// The functions, each in words that the program may be made of, once for each of these sets of types.
fn statements(world: &World, of: impl Fn(&str, usize) -> Vec<String>) -> Vec<Vec<String>> {
    attach_db(&world.db, || {
        let functions = Names::new(world).functions().into_iter();
        let functions = functions.filter(|(path, _)| !MADE.contains(&path.as_str()));
        let statements = functions.map(|(path, function)| {
            let generics = GenericDef::Function(function)
                .type_or_const_params(&world.db)
                .len();
            let paths = of(&path, generics).into_iter();
            paths
                .map(|path| statement(&path, function, world))
                .collect()
        });
        statements.collect()
    })
}

#[test]
fn every_function_of_std_and_tokio_becomes_bytecode() {
    let mut world = World::new();
    let plain = |path: &str, generics| match generics {
        // One that is derived, and does not say that it is generic.
        _ if path.ends_with("Hash>::hash") => Vec::new(),
        0 => vec![path.to_string()],
        _ => Vec::new(),
    };
    let statements = statements(&world, plain).concat();
    assert!(
        statements.len() > 4000,
        "only {} functions",
        statements.len()
    );
    let mut failed = Vec::new();
    for statements in statements.chunks(100) {
        if wrong(&mut world, &statements.concat()).is_some() {
            let wrong = statements
                .iter()
                .filter_map(|it| Some(format!("{it}{}", wrong(&mut world, it)?)));
            failed.extend(wrong);
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn every_generic_intrinsic_becomes_bytecode_for_some_type() {
    let mut world = World::new();
    let generic = |path: &str, generics| match generics {
        0 => Vec::new(),
        _ if path.starts_with(INTRINSICS) => TYPES
            .map(|ty| format!("{path}::<{}>", vec![ty; generics].join(", ")))
            .to_vec(),
        _ => Vec::new(),
    };
    let intrinsics = statements(&world, generic);
    let intrinsics: Vec<_> = intrinsics.into_iter().filter(|it| !it.is_empty()).collect();
    assert!(
        intrinsics.len() > 30,
        "only {} intrinsics",
        intrinsics.len()
    );
    for statements in intrinsics {
        let wrong: Vec<_> = statements
            .iter()
            .map_while(|it| wrong(&mut world, it))
            .collect();
        assert!(wrong.len() < TYPES.len(), "{statements:#?}\n{wrong:#?}");
    }
}
