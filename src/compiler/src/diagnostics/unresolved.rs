//! Names that lead nowhere: values, methods, fields, imports, macros.

use super::report::Report;
use super::{outside, similar};
use hir::{ModPath, ScopeDef};
use ra_ap_hir as hir;
use ra_ap_syntax::{AstNode, SyntaxNode, TextRange, ast};

/// A path in an expression or pattern. `inline` is a name in a format string.
pub fn value(report: &mut Report, node: &SyntaxNode, range: TextRange, inline: bool) {
    if inline {
        let name = report.slice(range).to_owned();
        return no_value(report, node, range, &name, Wanted::Value);
    }
    let Some(path) = node.descendants().find_map(ast::Path::cast) else {
        return;
    };
    path_of(report, &path, range, Wanted::of(node));
}

/// What a path should have been.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Value,
    Function,
    Variant,
    Struct,
    Type,
    Trait,
}

impl Wanted {
    fn of(node: &SyntaxNode) -> Wanted {
        if ast::TupleStructPat::can_cast(node.kind()) {
            return Wanted::Variant;
        }
        if ast::RecordExpr::can_cast(node.kind()) || ast::RecordPat::can_cast(node.kind()) {
            return Wanted::Struct;
        }
        match node
            .parent()
            .and_then(ast::CallExpr::cast)
            .and_then(|it| it.expr())
        {
            Some(callee) if callee.syntax() == node => Wanted::Function,
            _ => Wanted::Value,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Wanted::Value => "value",
            Wanted::Function => "function",
            Wanted::Variant => "tuple struct or tuple variant",
            Wanted::Struct => "struct, variant or union type",
            Wanted::Type => "type",
            Wanted::Trait => "trait",
        }
    }

    fn code(self) -> &'static str {
        match self {
            Wanted::Variant => "E0531",
            Wanted::Struct => "E0422",
            Wanted::Trait => "E0405",
            _ => "E0425",
        }
    }

    /// Whether a name of this kind may have been meant.
    fn fits(self, def: &ScopeDef) -> bool {
        use hir::ModuleDef as M;
        matches!(
            (self, def),
            (Wanted::Value | Wanted::Function, ScopeDef::Local(_))
                | (
                    Wanted::Value,
                    ScopeDef::ModuleDef(M::Const(_) | M::Static(_) | M::Function(_))
                )
                | (Wanted::Function, ScopeDef::ModuleDef(M::Function(_)))
                | (
                    Wanted::Value | Wanted::Function | Wanted::Variant,
                    ScopeDef::ModuleDef(M::EnumVariant(_)),
                )
                | (
                    Wanted::Struct | Wanted::Variant,
                    ScopeDef::ModuleDef(M::Adt(_))
                )
                | (
                    Wanted::Type,
                    ScopeDef::ModuleDef(M::Adt(_) | M::BuiltinType(_) | M::TypeAlias(_))
                        | ScopeDef::GenericParam(_),
                )
                | (Wanted::Trait, ScopeDef::ModuleDef(M::Trait(_)))
        )
    }
}

/// Says of a path the first part that does not resolve.
pub fn path_of(report: &mut Report, path: &ast::Path, whole: TextRange, wanted: Wanted) {
    let Some(segments) = segments(path) else {
        return;
    };
    let at = |report: &Report, path: &ast::Path| {
        path.segment()
            .and_then(|it| it.name_ref())
            .and_then(|it| report.written(it.syntax()))
            .unwrap_or(whole)
    };
    let mut parts: Vec<ast::Path> =
        std::iter::successors(Some(path.clone()), ast::Path::qualifier).collect();
    parts.reverse();
    for (i, part) in parts.iter().enumerate() {
        let range = at(report, part);
        let Some(name) = segments.get(i) else { return };
        let last = i + 1 == parts.len();
        if !last && resolves(report, part) {
            continue;
        }
        let real = i
            .checked_sub(1)
            .and_then(|at| module_path(report, &parts[at]));
        let (mut of, known) = match real {
            Some(real) => (real.clone(), real.len()),
            None => (segments[..i].to_vec(), i),
        };
        of.extend_from_slice(&segments[i..]);
        if of.len() > 1 && outside::path(report, range, &of, known) {
            return;
        }
        let module = i.checked_sub(1).and_then(|it| segments.get(it));
        match (module, last) {
            (None, true) => no_value(report, path.syntax(), range, name, wanted),
            (None, false) if starts_upper(name) => {
                report.error(
                    "E0433",
                    range,
                    format!("cannot find type `{name}` in this scope"),
                );
                suggest_in_scope(report, path.syntax(), name, Wanted::Type, range);
            }
            (None, false) => {
                report.error(
                    "E0433",
                    range,
                    format!("cannot find module or crate `{name}` in this scope"),
                );
                suggest_import(report, name, |def| matches!(def, hir::ModuleDef::Module(_)));
            }
            (Some(_), true) => {
                let within = &parts[i - 1];
                no_member(report, within, &segments[..i], range, name, wanted);
            }
            (Some(module), false) => {
                report.error(
                    "E0433",
                    range,
                    format!("cannot find `{name}` in `{module}`"),
                );
                let names = names_in(report, &parts[i - 1]);
                suggest(report, "there is a name like it", name, &names, range);
            }
        }
        return;
    }
}

/// Where a module really is, which may have been imported: `thread` is `std::thread`.
fn module_path(report: &Report, path: &ast::Path) -> Option<Vec<String>> {
    let Some(hir::PathResolution::Def(hir::ModuleDef::Module(module))) =
        report.sema.resolve_path(path)
    else {
        return None;
    };
    let krate = module.krate(report.db).display_name(report.db)?;
    let mut names = vec![krate.to_string().replace("core", "std")];
    let modules = module.path_to_root(report.db);
    let inner = modules.iter().rev().filter_map(|it| it.name(report.db));
    names.extend(inner.map(|it| it.as_str().to_owned()));
    Some(names)
}

fn resolves(report: &Report, path: &ast::Path) -> bool {
    report.sema.resolve_path(path).is_some()
}

fn starts_upper(name: &str) -> bool {
    name.starts_with(char::is_uppercase)
}

/// The names of a plain path; none if it has a type in brackets.
pub fn segments(path: &ast::Path) -> Option<Vec<String>> {
    let mut names: Vec<String> = std::iter::successors(Some(path.clone()), ast::Path::qualifier)
        .map(|it| Some(it.segment()?.name_ref()?.text().to_string()))
        .collect::<Option<_>>()?;
    names.reverse();
    Some(names)
}

fn no_value(report: &mut Report, scope: &SyntaxNode, range: TextRange, name: &str, wanted: Wanted) {
    if name == "self" {
        report.error("E0424", range, "expected value, found module `self`");
        report.help("a method has a `self` parameter: `&self`");
        return;
    }
    if name == "await" {
        report.error("", range, "incorrect use of `await`");
        return;
    }
    let words = wanted.words();
    report.error(
        wanted.code(),
        range,
        format!("cannot find {words} `{name}` in this scope"),
    );
    if suggest_in_scope(report, scope, name, wanted, range) {
        return;
    }
    suggest_import(report, name, |def| wanted.fits(&ScopeDef::ModuleDef(*def)));
}

fn no_member(
    report: &mut Report,
    within: &ast::Path,
    path: &[String],
    range: TextRange,
    name: &str,
    wanted: Wanted,
) {
    use hir::{ModuleDef as M, PathResolution as P};
    let words = wanted.words();
    let (code, message) = match report.sema.resolve_path(within) {
        Some(P::Def(M::Module(_))) => (
            wanted.code(),
            match path.len() {
                1 if path[0] == "crate" => {
                    format!("cannot find {words} `{name}` in the crate root")
                }
                1 if within
                    .segment()
                    .is_some_and(|it| it.crate_token().is_none())
                    && is_crate(&path[0]) =>
                {
                    format!("cannot find {words} `{name}` in crate `{}`", path[0])
                }
                _ => format!(
                    "cannot find {words} `{name}` in module `{}`",
                    path.join("::")
                ),
            },
        ),
        Some(P::Def(M::Trait(_))) => (
            "E0576",
            format!(
                "cannot find method or associated constant `{name}` in trait `{}`",
                path.join("::")
            ),
        ),
        // Of a type: rust-analyzer looks up what is associated with it.
        _ => return,
    };
    report.error(code, range, message);
    let names = names_in(report, within);
    suggest(
        report,
        "a similar name exists in the module",
        name,
        &names,
        range,
    );
}

fn is_crate(name: &str) -> bool {
    matches!(name, "std" | "core" | "alloc" | "tokio")
}

/// The names in a module, or of an enum's variants.
fn names_in(report: &Report, path: &ast::Path) -> Vec<String> {
    use hir::{ModuleDef as M, PathResolution as P};
    match report.sema.resolve_path(path) {
        Some(P::Def(M::Module(module))) => module_names(report, module),
        Some(P::Def(M::Adt(hir::Adt::Enum(it)))) => it
            .variants(report.db)
            .iter()
            .map(|it| it.name(report.db).as_str().to_owned())
            .collect(),
        _ => Vec::new(),
    }
}

fn module_names(report: &Report, module: hir::Module) -> Vec<String> {
    module
        .scope(report.db, report.module)
        .into_iter()
        .map(|(name, _)| name.as_str().to_owned())
        .collect()
}

/// Adds the name that was probably meant to the last finding.
pub fn suggest(
    report: &mut Report,
    words: &str,
    name: &str,
    names: &[String],
    range: TextRange,
) -> bool {
    let Some(meant) = similar::best(name, names.iter().map(String::as_str)) else {
        return false;
    };
    report.fix(format!("{words}: `{meant}`"), range, meant);
    true
}

fn suggest_in_scope(
    report: &mut Report,
    node: &SyntaxNode,
    name: &str,
    wanted: Wanted,
    range: TextRange,
) -> bool {
    let Some(scope) = report.sema.scope(node) else {
        return false;
    };
    let mut functions = Vec::new();
    let mut names = Vec::new();
    scope.process_all_names(&mut |it, def| {
        if wanted.fits(&def) {
            let name = it.as_str().to_owned();
            if matches!(def, ScopeDef::ModuleDef(hir::ModuleDef::Function(_))) {
                functions.push(name.clone());
            }
            names.push(name);
        }
    });
    let Some(meant) = similar::best(name, names.iter().map(String::as_str)) else {
        return false;
    };
    let kind = match wanted {
        _ if functions.iter().any(|it| it == meant) => "function",
        Wanted::Type | Wanted::Struct | Wanted::Variant => "type",
        Wanted::Trait => "trait",
        _ => "local variable",
    };
    report.fix(
        format!("a {kind} with a similar name exists: `{meant}`"),
        range,
        meant,
    );
    true
}

/// Adds a `use` to the last finding, if there is one place where std or tokio has the name.
fn suggest_import(report: &mut Report, name: &str, fits: impl Fn(&hir::ModuleDef) -> bool) {
    let Some(path) = importable(report, name, fits) else {
        return;
    };
    let place = report.place_of_use();
    report.insert(
        format!("consider importing it: `use {path};`"),
        place,
        format!("use {path};\n"),
    );
}

/// The shortest public path of a name of std or tokio.
fn importable(
    report: &Report,
    name: &str,
    fits: impl Fn(&hir::ModuleDef) -> bool,
) -> Option<String> {
    let own = report.module?.krate(report.db);
    let mut best: Option<String> = None;
    for dependency in own.dependencies(report.db) {
        let krate = dependency.name.as_str().to_owned();
        if krate == "core" || krate == "alloc" {
            continue;
        }
        let mut open = vec![(dependency.krate.root_module(report.db), krate)];
        let mut depth = 0;
        while !open.is_empty() && depth < 4 {
            depth += 1;
            for (module, path) in std::mem::take(&mut open) {
                for (it, def) in module.scope(report.db, report.module) {
                    let ScopeDef::ModuleDef(def) = def else {
                        continue;
                    };
                    if it.as_str() == name && fits(&def) {
                        let path = format!("{path}::{name}");
                        let shorter = |it: &String| {
                            (path.matches("::").count(), path.len())
                                < (it.matches("::").count(), it.len())
                        };
                        if best.as_ref().is_none_or(shorter) {
                            best = Some(path);
                        }
                    } else if let hir::ModuleDef::Module(inner) = def
                        && inner.parent(report.db) == Some(module)
                    {
                        open.push((inner, format!("{path}::{}", it.as_str())));
                    }
                }
            }
        }
    }
    best
}

/// What rustc calls a type of this kind: "struct `S`", "opaque type `impl Future`".
pub fn kind_of_type<'db>(report: &Report<'_, 'db>, ty: &hir::Type<'db>) -> String {
    let shown = report.show(ty);
    let kind = if shown.starts_with("impl ") {
        "opaque type"
    } else if ty.is_reference() {
        "reference"
    } else {
        match ty.as_adt() {
            Some(hir::Adt::Struct(_)) => "struct",
            Some(hir::Adt::Enum(_)) => "enum",
            Some(hir::Adt::Union(_)) => "union",
            None if ty.is_tuple() => "tuple",
            None if ty.is_array() => "array",
            None if ty.as_type_param(report.db).is_some() => "type parameter",
            None if ty.is_closure() => "closure",
            None => "type",
        }
    };
    format!("{kind} `{shown}`")
}

/// A method that the receiver has not.
pub fn method<'db>(
    report: &mut Report<'_, 'db>,
    node: &SyntaxNode,
    at: TextRange,
    receiver: &hir::Type<'db>,
    name: &str,
    found: &hir::UnresolvedMethodCall<'db>,
) {
    if receiver.is_unknown() {
        return;
    }
    if found.field_with_same_name.is_none() && outside::method(name) {
        let of = report.show(receiver);
        report.error(
            "playground",
            at,
            format!("the playground does not know the method `{name}` of `{of}`"),
        );
        report.help("open it in the Rust Playground to run it");
        return;
    }
    let owner = kind_of_type(report, receiver);
    report.error(
        "E0599",
        at,
        format!("no method named `{name}` found for {owner} in the current scope"),
    );
    if found.field_with_same_name.is_some() {
        report.help(format!(
            "`{name}` is a field: to call what is in it, write `(value.{name})(…)`"
        ));
        return;
    }
    let methods = methods_of(report, node, receiver);
    if let Some(output) = receiver.into_future_output(report.db)
        && methods_of(report, node, &output)
            .iter()
            .any(|it| it == name)
        && let Some(receiver) = ast::MethodCallExpr::cast(node.clone()).and_then(|it| it.receiver())
        && let Some(range) = report.written(receiver.syntax())
    {
        report.insert(
            "consider `await`ing on the `Future` and calling the method on its `Output`",
            range.end(),
            ".await",
        );
        return;
    }
    suggest(
        report,
        "there is a method with a similar name",
        name,
        &methods,
        at,
    );
}

/// The names of the methods that can be called on a value of this type.
pub fn methods_of<'db>(
    report: &Report<'_, 'db>,
    node: &SyntaxNode,
    ty: &hir::Type<'db>,
) -> Vec<String> {
    let Some(scope) = report.sema.scope(node) else {
        return Vec::new();
    };
    let mut names = Vec::new();
    ty.iterate_method_candidates(report.db, &scope, None, |it| {
        if it.has_self_param(report.db) {
            names.push(it.name(report.db).as_str().to_owned());
        }
        None::<()>
    });
    names
}

/// A field that the value has not.
pub fn field<'db>(
    report: &mut Report<'_, 'db>,
    node: &SyntaxNode,
    at: TextRange,
    found: &hir::UnresolvedField<'db>,
) {
    let (receiver, name) = (&found.receiver, found.name.as_str());
    if receiver.is_unknown() {
        return;
    }
    let of = report.show(receiver);
    if found.method_with_same_name_exists {
        report.error(
            "E0615",
            at,
            format!("attempted to take value of method `{name}` on type `{of}`"),
        );
        report.insert("use parentheses to call the method", at.end(), "()");
        return;
    }
    let target = receiver.strip_references();
    let fields: Vec<String> = target
        .fields(report.db)
        .into_iter()
        .map(|(it, _)| it.name(report.db).as_str().to_owned())
        .collect();
    if name == "await" {
        return;
    }
    if (receiver.is_scalar() || fields.is_empty())
        && receiver.as_adt().is_none()
        && !receiver.is_tuple()
        && receiver.is_scalar()
    {
        report.error(
            "E0610",
            at,
            format!("`{of}` is a primitive type and therefore doesn't have fields"),
        );
        return;
    }
    report.error("E0609", at, format!("no field `{name}` on type `{of}`"));
    let in_output = receiver.into_future_output(report.db).is_some_and(|it| {
        it.fields(report.db)
            .iter()
            .any(|(it, _)| it.name(report.db).as_str() == name)
    });
    if in_output
        && let Some(receiver) = ast::FieldExpr::cast(node.clone()).and_then(|it| it.expr())
        && let Some(range) = report.written(receiver.syntax())
    {
        report.insert(
            "consider `await`ing on the `Future` and access the field of its `Output`",
            range.end(),
            ".await",
        );
        return;
    }
    suggest(
        report,
        "a field with a similar name exists",
        name,
        &fields,
        at,
    );
}

/// An associated item: `Duration::from_sec`.
pub fn associated(report: &mut Report, node: &SyntaxNode, range: TextRange) {
    let Some(path) = node.descendants().find_map(ast::Path::cast) else {
        return;
    };
    let Some(name) = path
        .segment()
        .and_then(|it| it.name_ref())
        .map(|it| it.text().to_string())
    else {
        return;
    };
    let at = path
        .segment()
        .and_then(|it| it.name_ref())
        .and_then(|it| report.written(it.syntax()))
        .unwrap_or(range);
    if outside::method(&name) {
        let whole = path.syntax().text().to_string();
        report.error(
            "playground",
            at,
            format!("the playground does not know `{whole}`"),
        );
        report.help("open it in the Rust Playground to run it");
        return;
    }
    let of = path.qualifier().and_then(|it| type_of_path(report, &it));
    let (words, names) = match &of {
        Some(ty) => {
            let mut names: Vec<String> = Vec::new();
            if let Some(scope) = report.sema.scope(path.syntax()) {
                let traits = scope.visible_traits();
                ty.iterate_path_candidates(report.db, &scope, &traits, None, |it| {
                    names.extend(it.name(report.db).map(|it| it.as_str().to_owned()));
                    None::<()>
                });
            }
            let words = match ty.as_adt() {
                Some(hir::Adt::Enum(it)) => {
                    names.extend(
                        it.variants(report.db)
                            .iter()
                            .map(|it| it.name(report.db).as_str().to_owned()),
                    );
                    "variant, associated function, or constant"
                }
                _ if starts_upper(&name) => "associated item",
                _ => "function or associated item",
            };
            (words, names)
        }
        None => ("associated item", Vec::new()),
    };
    let owner = match &of {
        Some(ty) => kind_of_type(report, ty),
        None => match path.qualifier() {
            Some(it) => format!("`{}`", it.syntax().text()),
            None => return,
        },
    };
    report.error(
        "E0599",
        at,
        format!("no {words} named `{name}` found for {owner} in the current scope"),
    );
    suggest(
        report,
        "there is an associated function with a similar name",
        &name,
        &names,
        at,
    );
}

fn type_of_path<'db>(report: &Report<'_, 'db>, path: &ast::Path) -> Option<hir::Type<'db>> {
    use hir::{ModuleDef as M, PathResolution as P};
    match report.sema.resolve_path(path)? {
        P::Def(M::Adt(it)) => Some(it.ty(report.db)),
        P::Def(M::BuiltinType(it)) => Some(it.ty(report.db)),
        P::Def(M::TypeAlias(it)) => Some(it.ty(report.db)),
        P::SelfType(it) => Some(it.self_ty(report.db)),
        P::TypeParam(it) => Some(it.ty(report.db)),
        _ => None,
    }
}

/// A `use` of something that is not there.
pub fn import(report: &mut Report, node: &SyntaxNode, range: TextRange) {
    let Some(tree) = ast::UseTree::cast(node.clone()) else {
        return;
    };
    let trees: Vec<ast::UseTree> = node.ancestors().filter_map(ast::UseTree::cast).collect();
    let mut paths: Vec<ast::Path> = trees.iter().filter_map(|it| it.path()).collect();
    paths.reverse();
    let names: Vec<String> = paths.iter().filter_map(segments_of_use).flatten().collect();
    if names.is_empty() {
        return;
    }
    // The first part that does not resolve, counted from the crate.
    let mut before = 0;
    let mut bad = None;
    'paths: for path in &paths {
        let mut parts: Vec<ast::Path> =
            std::iter::successors(Some(path.clone()), ast::Path::qualifier).collect();
        parts.reverse();
        for part in parts {
            if !resolves(report, &part) {
                bad = Some(part);
                break 'paths;
            }
            before += 1;
        }
    }
    let at = tree
        .path()
        .and_then(|it| report.written(it.syntax()))
        .unwrap_or(range);
    if outside::path(report, at, &names, before) {
        return;
    }
    let shown = names[..(before + 1).min(names.len())].join("::");
    let whole_or_part = if before + 1 >= names.len() {
        names.join("::")
    } else {
        shown
    };
    let name = names.get(before).cloned().unwrap_or_default();
    report.error("E0432", at, format!("unresolved import `{whole_or_part}`"));
    let around = bad.as_ref().and_then(|it| it.qualifier());
    let candidates = match around {
        Some(path) => names_in(report, &path),
        None => paths
            .iter()
            .rev()
            .nth(1)
            .map(|it| names_in(report, it))
            .unwrap_or_default(),
    };
    let place = bad
        .and_then(|it| it.segment())
        .and_then(|it| it.name_ref())
        .and_then(|it| report.written(it.syntax()))
        .unwrap_or(at);
    if !suggest(
        report,
        "a similar name exists in the module",
        &name,
        &candidates,
        place,
    ) {
        report.help(match before {
            0 => format!("there is no module or crate `{name}`"),
            _ => format!("there is no `{name}` in `{}`", names[before - 1]),
        });
    }
}

fn segments_of_use(path: &ast::Path) -> Option<Vec<String>> {
    let mut names: Vec<String> = std::iter::successors(Some(path.clone()), ast::Path::qualifier)
        .map(|it| Some(it.segment()?.syntax().text().to_string()))
        .collect::<Option<_>>()?;
    names.reverse();
    Some(names)
}

/// `printn!()`.
pub fn macro_call(report: &mut Report, path: &ModPath, range: TextRange) {
    let segments: Vec<String> = path
        .segments()
        .iter()
        .map(|it| it.as_str().to_owned())
        .collect();
    if segments.len() > 1 && outside::path(report, range, &segments, 1) {
        return;
    }
    let Some(name) = segments.last() else { return };
    if segments.len() > 1 {
        report.error(
            "E0433",
            range,
            format!("cannot find `{name}` in `{}`", segments[segments.len() - 2]),
        );
        return;
    }
    if matches!(name.as_str(), "tokio" | "test") {
        return;
    }
    report.error(
        "",
        range,
        format!("cannot find macro `{name}` in this scope"),
    );
    let known = [
        "println",
        "print",
        "eprintln",
        "eprint",
        "format",
        "vec",
        "assert",
        "assert_eq",
        "assert_ne",
        "panic",
        "todo",
        "dbg",
        "matches",
        "write",
        "writeln",
        "unreachable",
        "unimplemented",
        "join",
        "try_join",
        "select",
        "debug_assert",
        "concat",
        "stringify",
    ];
    match name.as_str() {
        "join" | "try_join" | "select" | "pin" => {
            let place = report.place_of_use();
            report.insert(
                "consider importing this macro",
                place,
                format!("use tokio::{name};\n"),
            );
        }
        _ => {
            if let Some(meant) = similar::best(name, known) {
                let at = TextRange::at(range.start(), ra_ap_syntax::TextSize::of(name.as_str()));
                report.fix(
                    format!("a macro with a similar name exists: `{meant}`"),
                    at,
                    meant,
                );
            }
        }
    }
}
