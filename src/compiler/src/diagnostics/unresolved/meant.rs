//! What was probably meant by a name that leads nowhere.

use super::Wanted;
use crate::diagnostics::report::Report;
use crate::diagnostics::similar;
use hir::ScopeDef;
use ra_ap_hir as hir;
use ra_ap_syntax::{SyntaxNode, TextRange, ast};

/// The names in a module, or of an enum's variants.
pub fn names_in(report: &Report, path: &ast::Path) -> Vec<String> {
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

pub fn module_names(report: &Report, module: hir::Module) -> Vec<String> {
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

pub fn suggest_in_scope(
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
pub fn suggest_import(report: &mut Report, name: &str, fits: impl Fn(&hir::ModuleDef) -> bool) {
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
