//! What may be written at a place of the program, and what is known of what stands there.
//!
//! What is likely comes first, by [`Rank`]; and of std and tokio only what the real ones show.

use crate::database::{Database, World};
use crate::diagnostics::{Lines, exists, is_method};
use hir::{
    AsAssocItem, HasAttrs, HasVisibility, HirDisplay, ModuleDef, PathResolution, ScopeDef,
    Semantics,
};
use ra_ap_hir as hir;
use ra_ap_syntax::{AstNode, SyntaxKind, SyntaxToken, TextSize, ast};
use serde::Serialize;
use std::collections::BTreeMap;

/// How likely something is meant: the likely is offered first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// `await`, a field, a variant, a variable.
    Own,
    /// What the type itself has, what the program declares.
    Near,
    /// Methods of traits, what is imported or always there.
    Far,
    /// What everything has, and keywords.
    Everywhere,
}

/// Traits whose methods nearly every value has.
const OF_EVERYTHING: [&str; 9] = [
    "Any",
    "Borrow",
    "BorrowMut",
    "From",
    "Into",
    "ToOwned",
    "TryFrom",
    "TryInto",
    "IntoFuture",
];

/// A name that may be written.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
pub struct Completion {
    /// The name.
    pub label: String,
    /// `method`, `function`, `field`, `variable`, `type`, `trait`, `module`, `constant`, `variant`, `macro` or `keyword`.
    pub kind: &'static str,
    /// Its type, or how it is called.
    pub detail: String,
    /// The first line of its documentation.
    pub documentation: String,
}

/// Stands where something is going to be written, so that the program has a name there.
const MARK: &str = "playground_completes_this";

const KEYWORDS: [&str; 28] = [
    "as", "async", "await", "break", "const", "continue", "dyn", "else", "enum", "false", "fn",
    "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "return",
    "struct", "trait", "true", "use", "while",
];

/// What may be written at a line and a column (from 1, in UTF-16 units) of this text, which becomes the program.
pub fn complete(world: &mut World, text: &str, line: u32, column: u32) -> Vec<Completion> {
    let at = usize::from(Lines::new(text).at(line, column));
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let start = text[..at].trim_end_matches(is_name).len();
    world.set_program(&format!(
        "{}{MARK}{}",
        &text[..start],
        text[at..].trim_start_matches(is_name)
    ));
    let found = hir::attach_db(&world.db, || {
        let look = Look::new(world);
        look.completions(TextSize::new(start as u32))
    });
    world.set_program(text);
    found
}

/// What is known of the name at a line and a column of this text, which becomes the program.
pub fn describe(world: &mut World, text: &str, line: u32, column: u32) -> Option<String> {
    let at = Lines::new(text).at(line, column);
    world.set_program(text);
    hir::attach_db(&world.db, || Look::new(world).description(at))
}

struct Look<'db> {
    db: &'db Database,
    sema: Semantics<'db, Database>,
    file: ast::SourceFile,
    target: hir::DisplayTarget,
    module: Option<hir::Module>,
}

impl<'db> Look<'db> {
    fn new(world: &'db World) -> Self {
        let db = &world.db;
        let sema = Semantics::new(db);
        let file = sema.parse(sema.attach_first_edition(world.program));
        let module = sema.file_to_module_def(world.program);
        let krate = module.map_or_else(|| hir::Crate::all(db)[0], |it| it.krate(db));
        Look {
            db,
            sema,
            file,
            target: krate.to_display_target(db),
            module,
        }
    }

    /// The name at a place, in what its macros expand to.
    fn token(&self, at: TextSize) -> Option<SyntaxToken> {
        self.tokens(at).into_iter().next()
    }

    /// The name at a place, wherever its macros put it.
    fn tokens(&self, at: TextSize) -> Vec<SyntaxToken> {
        let tokens = self.file.syntax().token_at_offset(at);
        let token = tokens.max_by_key(|it| it.kind() == SyntaxKind::IDENT);
        let descended = token.map(|it| self.sema.descend_into_macros(it));
        descended.into_iter().flatten().collect()
    }

    fn show(&self, shown: &impl HirDisplay<'db>) -> String {
        shown.display(self.db, self.target).to_string()
    }

    // --- Completion ---------------------------------------------------------

    fn completions(&self, at: TextSize) -> Vec<Completion> {
        // A macro may use what it is given as a text, too: there nothing is to be completed.
        let places = self.tokens(at).into_iter();
        let offers = places.filter_map(|it| Some(self.completions_of(&it.parent()?)));
        offers.max_by_key(Vec::len).unwrap_or_default()
    }

    fn completions_of(&self, node: &ra_ap_syntax::SyntaxNode) -> Vec<Completion> {
        let mut found = Found::default();
        let parent = node.parent();
        let receiver = parent
            .as_ref()
            .and_then(|it| match ast::Expr::cast(it.clone())? {
                ast::Expr::MethodCallExpr(it) => it.receiver(),
                ast::Expr::FieldExpr(it) => it.expr(),
                _ => None,
            });
        let path = parent
            .as_ref()
            .and_then(|it| ast::PathSegment::cast(it.clone()))
            .map(|it| it.parent_path());
        if let Some(receiver) = receiver {
            self.members(&receiver, &mut found);
        } else if let Some(qualifier) = path.as_ref().and_then(ast::Path::qualifier) {
            self.behind(&qualifier, &mut found);
        } else if let Some(path) = path {
            let used = path
                .syntax()
                .ancestors()
                .any(|it| ast::UseTree::can_cast(it.kind()));
            self.in_scope(&path, used, &mut found);
        }
        found.ranked()
    }

    /// Fields and methods of a value.
    fn members(&self, receiver: &ast::Expr, found: &mut Found) {
        let Some(ty) = self.sema.type_of_expr(receiver).map(|it| it.original) else {
            return;
        };
        for ty in ty.autoderef(self.db) {
            for (field, ty) in ty.fields(self.db) {
                if self.module.is_some_and(|it| visible(self.db, &field, it)) {
                    let documentation = self.documentation(&field);
                    found.add(
                        Rank::Own,
                        field.name(self.db).as_str(),
                        "field",
                        self.show(&ty),
                        documentation,
                    );
                }
            }
            for (i, ty) in ty.tuple_fields(self.db).iter().enumerate() {
                let name = i.to_string();
                found.add(Rank::Own, &name, "field", self.show(ty), String::new());
            }
        }
        if ty.into_future_output(self.db).is_some() {
            let detail = ty
                .into_future_output(self.db)
                .map(|it| self.show(&it))
                .unwrap_or_default();
            found.add(
                Rank::Own,
                "await",
                "keyword",
                detail,
                "Waits until the future is done.".into(),
            );
        }
        if let Some(scope) = self.sema.scope(receiver.syntax()) {
            ty.iterate_method_candidates(self.db, &scope, None, |it| {
                if it.has_self_param(self.db) {
                    self.add_function(it, found);
                }
                None::<()>
            });
        }
    }

    /// What a path leads to.
    fn behind(&self, qualifier: &ast::Path, found: &mut Found) {
        use ModuleDef as M;
        use PathResolution as P;
        let ty = match self.sema.resolve_path(qualifier) {
            Some(P::Def(M::Module(module))) => {
                let path = self.foreign_path(module);
                for (name, def) in module.scope(self.db, self.module) {
                    let shown = path.as_ref().is_none_or(|it| {
                        let is_macro = matches!(def, ScopeDef::ModuleDef(ModuleDef::Macro(_)));
                        is_macro || exists(it, name.as_str())
                    });
                    if shown {
                        self.add(name.as_str(), def, found);
                    }
                }
                return;
            }
            Some(P::Def(M::Trait(of))) => {
                for item in of.items(self.db) {
                    if let hir::AssocItem::Function(it) = item {
                        self.add_function(it, found);
                    }
                }
                return;
            }
            Some(P::Def(M::Adt(it))) => {
                if let hir::Adt::Enum(it) = it {
                    for variant in it.variants(self.db) {
                        let name = variant.name(self.db);
                        found.add(
                            Rank::Own,
                            name.as_str(),
                            "variant",
                            self.show(&variant),
                            self.documentation(&variant),
                        );
                    }
                }
                it.ty(self.db)
            }
            Some(P::Def(M::BuiltinType(it))) => it.ty(self.db),
            Some(P::Def(M::TypeAlias(it))) => it.ty(self.db),
            Some(P::SelfType(it)) => it.self_ty(self.db),
            Some(P::TypeParam(it)) => it.ty(self.db),
            _ => return,
        };
        let Some(scope) = self.sema.scope(qualifier.syntax()) else {
            return;
        };
        ty.iterate_path_candidates(self.db, &scope, &scope.visible_traits(), None, |it| {
            match it {
                hir::AssocItem::Function(it) => self.add_function(it, found),
                hir::AssocItem::Const(it) => {
                    if let Some(name) = it.name(self.db) {
                        found.add(
                            Rank::Near,
                            name.as_str(),
                            "constant",
                            self.show(&it),
                            self.documentation(&it),
                        );
                    }
                }
                hir::AssocItem::TypeAlias(_) => {}
            }
            None::<()>
        });
    }

    /// What a name alone may be.
    fn in_scope(&self, path: &ast::Path, used: bool, found: &mut Found) {
        let Some(scope) = self.sema.scope(path.syntax()) else {
            return;
        };
        scope.process_all_names(&mut |name, def| self.add(name.as_str(), def, found));
        if !used {
            for keyword in KEYWORDS {
                let nothing = String::new;
                found.add(Rank::Everywhere, keyword, "keyword", nothing(), nothing());
            }
        }
    }

    fn add(&self, name: &str, def: ScopeDef<'db>, found: &mut Found) {
        if name == MARK || self.is_hidden(name, &def) {
            return;
        }
        match def {
            ScopeDef::ModuleDef(ModuleDef::Function(it)) => self.add_function(it, found),
            ScopeDef::ModuleDef(it) => {
                let (kind, detail) = self.item(it);
                let rank = match it.module(self.db) {
                    Some(of) if self.foreign_path(of).is_none() => Rank::Near,
                    _ => Rank::Far,
                };
                found.add(rank, name, kind, detail, self.item_documentation(it));
            }
            ScopeDef::Local(it) => {
                let ty = self.show(&it.ty(self.db));
                found.add(Rank::Own, name, "variable", ty, String::new());
            }
            ScopeDef::GenericParam(_) | ScopeDef::ImplSelfType(_) | ScopeDef::AdtSelfType(_) => {
                found.add(Rank::Near, name, "type", String::new(), String::new());
            }
            ScopeDef::Label(_) | ScopeDef::Unknown => {}
        }
    }

    fn add_function(&self, function: hir::Function, found: &mut Found) {
        let name = function.name(self.db);
        let foreign = self.foreign_path(function.module(self.db)).is_some();
        let of_type = function.as_assoc_item(self.db);
        let visible = self
            .module
            .is_some_and(|it| function.is_visible_from(self.db, it));
        if !visible
            || function.attrs(self.db).is_doc_hidden()
            || (foreign && of_type.is_some() && !is_method(name.as_str()))
        {
            return;
        }
        let of_trait = of_type.and_then(|it| it.container_or_implemented_trait(self.db));
        let rank = match of_trait {
            Some(it) if OF_EVERYTHING.contains(&it.name(self.db).as_str()) => Rank::Everywhere,
            Some(it) if self.foreign_path(it.module(self.db)).is_some() => Rank::Far,
            None if foreign && of_type.is_none() => Rank::Far,
            _ => Rank::Near,
        };
        let kind = if function.has_self_param(self.db) {
            "method"
        } else {
            "function"
        };
        found.add(
            rank,
            name.as_str(),
            kind,
            self.show(&function),
            self.documentation(&function),
        );
    }

    /// The path of a module of std or tokio, as the real ones have it.
    fn foreign_path(&self, module: hir::Module) -> Option<String> {
        let own = self.module.map(|it| it.krate(self.db));
        let krate = module.krate(self.db);
        if Some(krate) == own {
            return None;
        }
        let is_std = krate.dependencies(self.db).is_empty();
        let root = if is_std { "std" } else { "tokio" };
        let mut path = module.path_to_root(self.db);
        path.reverse();
        let names = path.iter().filter_map(|it| it.name(self.db));
        let names = names.map(|it| format!("::{}", it.as_str()));
        Some(format!("{root}{}", names.collect::<String>()))
    }

    /// What is no business of a program's author.
    fn is_hidden(&self, name: &str, def: &ScopeDef<'db>) -> bool {
        let ScopeDef::ModuleDef(def) = def else {
            return false;
        };
        let hidden = match def {
            ModuleDef::Module(it) => it.attrs(self.db).is_doc_hidden(),
            ModuleDef::Macro(it) => it.attrs(self.db).is_doc_hidden(),
            ModuleDef::Adt(it) => it.attrs(self.db).is_doc_hidden(),
            ModuleDef::Trait(it) => it.attrs(self.db).is_doc_hidden(),
            _ => false,
        };
        let of = def.module(self.db).and_then(|it| self.foreign_path(it));
        hidden || (of.is_some() && name.starts_with('_'))
    }

    // --- Description --------------------------------------------------------

    fn description(&self, at: TextSize) -> Option<String> {
        let token = self.token(at)?;
        let node = token.parent()?;
        let (head, documentation) = self.described(&node)?;
        Some(match documentation.is_empty() {
            true => head,
            false => format!("{head}\n{documentation}"),
        })
    }

    fn described(&self, node: &ra_ap_syntax::SyntaxNode) -> Option<(String, String)> {
        let of_function = |it: hir::Function| (self.show(&it), self.documentation(&it));
        let of_local = |it: hir::Local<'db>| {
            let name = it.name(self.db);
            (
                format!("let {}: {}", name.as_str(), self.show(&it.ty(self.db))),
                String::new(),
            )
        };
        if let Some(name) = ast::Name::cast(node.clone()) {
            let parent = name.syntax().parent()?;
            if let Some(it) = ast::IdentPat::cast(parent.clone()) {
                return self.sema.to_def(&it).map(of_local);
            }
            return self.sema.to_def(&ast::Fn::cast(parent)?).map(of_function);
        }
        let parent = node.parent()?;
        if let Some(call) = ast::MethodCallExpr::cast(parent.clone()) {
            return self.sema.resolve_method_call(&call).map(of_function);
        }
        if let Some(field) = ast::FieldExpr::cast(parent.clone()) {
            let ty = self
                .sema
                .type_of_expr(&ast::Expr::FieldExpr(field))?
                .original;
            return Some((
                format!("{}: {}", node.text(), self.show(&ty)),
                String::new(),
            ));
        }
        let path = ast::PathSegment::cast(parent)?.parent_path();
        if let Some(call) = path.syntax().parent().and_then(ast::MacroCall::cast) {
            let it = self.sema.resolve_macro_call(&call)?;
            return Some((
                format!("{}!", path.syntax().text()),
                self.documentation(&it),
            ));
        }
        match self.sema.resolve_path(&path)? {
            PathResolution::Local(it) => Some(of_local(it)),
            PathResolution::Def(ModuleDef::Function(it)) => Some(of_function(it)),
            PathResolution::Def(it) => Some((self.item(it).1, self.item_documentation(it))),
            _ => None,
        }
    }

    /// What kind of thing an item is, and how it is declared.
    fn item(&self, item: ModuleDef) -> (&'static str, String) {
        match item {
            ModuleDef::Module(it) => {
                let name = it
                    .name(self.db)
                    .map(|it| it.as_str().to_owned())
                    .unwrap_or_default();
                ("module", format!("mod {name}"))
            }
            ModuleDef::Function(it) => ("function", self.show(&it)),
            ModuleDef::Adt(it) => ("type", first_line(&self.show(&it))),
            ModuleDef::EnumVariant(it) => ("variant", self.show(&it)),
            ModuleDef::Const(it) => ("constant", self.show(&it)),
            ModuleDef::Static(it) => ("constant", self.show(&it)),
            ModuleDef::Trait(it) => ("trait", first_line(&self.show(&it))),
            ModuleDef::TypeAlias(it) => ("type", self.show(&it)),
            ModuleDef::BuiltinType(it) => ("type", it.name().as_str().to_owned()),
            ModuleDef::Macro(it) => ("macro", format!("{}!", it.name(self.db).as_str())),
        }
    }

    fn item_documentation(&self, item: ModuleDef) -> String {
        match item {
            ModuleDef::Module(it) => self.documentation(&it),
            ModuleDef::Function(it) => self.documentation(&it),
            ModuleDef::Adt(it) => self.documentation(&it),
            ModuleDef::EnumVariant(it) => self.documentation(&it),
            ModuleDef::Const(it) => self.documentation(&it),
            ModuleDef::Static(it) => self.documentation(&it),
            ModuleDef::Trait(it) => self.documentation(&it),
            ModuleDef::TypeAlias(it) => self.documentation(&it),
            ModuleDef::Macro(it) => self.documentation(&it),
            ModuleDef::BuiltinType(_) => String::new(),
        }
    }

    /// The first line of what is written of something.
    fn documentation(&self, of: &(impl HasAttrs + Copy)) -> String {
        let docs = of.hir_docs(self.db);
        docs.map(|it| first_line(it.docs().trim()))
            .unwrap_or_default()
    }
}

fn visible(db: &Database, field: &hir::Field, from: hir::Module) -> bool {
    use hir::HasVisibility;
    field.is_visible_from(db, from)
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}

/// Each name once: the first that is found hides the others.
#[derive(Default)]
struct Found(BTreeMap<String, (Rank, Completion)>);

impl Found {
    fn add(
        &mut self,
        rank: Rank,
        label: &str,
        kind: &'static str,
        detail: String,
        documentation: String,
    ) {
        let completion = Completion {
            label: label.to_owned(),
            kind,
            detail,
            documentation,
        };
        self.0.entry(label.to_owned()).or_insert((rank, completion));
    }

    /// What is likely first, and then by name.
    fn ranked(self) -> Vec<Completion> {
        let mut all: Vec<_> = self.0.into_values().collect();
        all.sort_by_key(|(rank, _)| *rank);
        all.into_iter().map(|it| it.1).collect()
    }
}
