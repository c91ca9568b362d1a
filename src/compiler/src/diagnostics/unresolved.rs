//! Names that lead nowhere: values and types here, and in their own files methods, fields, imports and macros.

mod imports;
mod macros;
mod meant;
mod members;

use super::outside;
use super::report::Report;
use hir::ScopeDef;
use meant::{names_in, suggest_import, suggest_in_scope};
use ra_ap_hir as hir;
use ra_ap_syntax::{AstNode, SyntaxNode, TextRange, ast};

pub use imports::import;
pub use macros::macro_call;
pub use meant::suggest;
pub use members::{associated, field, method};

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
    if let Some(message) = type_as_value(report, scope, name, wanted) {
        report.error("E0423", range, message);
        report.help(format!("a value is made with its fields: `{name} {{ … }}`"));
        return;
    }
    if is_variable_outside(scope, name) {
        report.error(
            "E0435",
            range,
            "attempt to use a non-constant value in a constant",
        );
        return;
    }
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

/// What rustc says of a struct's name where a value stands.
fn type_as_value(
    report: &Report,
    scope: &SyntaxNode,
    name: &str,
    wanted: Wanted,
) -> Option<String> {
    let words = match wanted {
        Wanted::Value => "value",
        Wanted::Function => "function, tuple struct or tuple variant",
        _ => return None,
    };
    let mut is_struct = false;
    report.sema.scope(scope)?.process_all_names(&mut |it, def| {
        is_struct |= it.as_str() == name
            && matches!(
                def,
                ScopeDef::ModuleDef(hir::ModuleDef::Adt(hir::Adt::Struct(_)))
            );
    });
    is_struct.then(|| format!("expected {words}, found struct `{name}`"))
}

/// Whether a constant names a variable of the function that it is written in.
fn is_variable_outside(node: &SyntaxNode, name: &str) -> bool {
    let Some(constant) = node
        .ancestors()
        .find(|it| ast::Const::can_cast(it.kind()) || ast::Static::can_cast(it.kind()))
    else {
        return false;
    };
    let function = constant.ancestors().find_map(ast::Fn::cast);
    function.is_some_and(|it| {
        it.syntax()
            .descendants()
            .filter_map(ast::IdentPat::cast)
            .filter_map(|it| ast::HasName::name(&it))
            .any(|it| it.text() == name)
    })
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
    if let Some(message) = private(report, within, name) {
        report.error("E0603", range, message);
        report.help(format!("write `pub` before it, where `{name}` is declared"));
        return;
    }
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

/// What rustc says of a name that a module of the program has, and does not show.
fn private(report: &Report, module: &ast::Path, name: &str) -> Option<String> {
    use hir::ModuleDef as M;
    let Some(hir::PathResolution::Def(M::Module(module))) = report.sema.resolve_path(module) else {
        return None;
    };
    let own = report.module?.krate(report.db);
    if module.krate(report.db) != own {
        return None;
    }
    let all = module.scope(report.db, None);
    let hidden = all.into_iter().find(|(it, _)| it.as_str() == name)?.1;
    let kind = match hidden {
        ScopeDef::ModuleDef(M::Function(_)) => "function",
        ScopeDef::ModuleDef(M::Adt(hir::Adt::Struct(_))) => "struct",
        ScopeDef::ModuleDef(M::Adt(hir::Adt::Enum(_))) => "enum",
        ScopeDef::ModuleDef(M::Const(_)) => "constant",
        ScopeDef::ModuleDef(M::Static(_)) => "static",
        ScopeDef::ModuleDef(M::Trait(_)) => "trait",
        ScopeDef::ModuleDef(M::TypeAlias(_)) => "type alias",
        ScopeDef::ModuleDef(M::Module(_)) => "module",
        _ => return None,
    };
    Some(format!("{kind} `{name}` is private"))
}

fn is_crate(name: &str) -> bool {
    matches!(name, "std" | "core" | "alloc" | "tokio")
}
