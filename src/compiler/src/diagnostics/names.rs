//! Paths that lead nowhere: types, traits, and what is behind `::`. rust-analyzer says nothing of them.

use super::report::Report;
use super::unresolved::{self, Wanted};
use ra_ap_hir as hir;
use ra_ap_syntax::{AstNode, SyntaxNode, ast};

pub fn check(report: &mut Report) {
    let mut paths = Vec::new();
    super::walk::expanded(report, report.file.syntax(), &mut |node| {
        if let Some(path) = ast::Path::cast(node.clone())
            && let Some(wanted) = wanted(&path)
        {
            paths.push((path, wanted));
        }
    });
    for (path, wanted) in paths {
        let Some(range) = report.written(path.syntax()) else {
            continue;
        };
        if report.sema.resolve_path(&path).is_some() {
            wrong_kind(report, &path, wanted, range);
            continue;
        }
        unresolved::path_of(report, &path, range, wanted);
    }
}

/// What a path should be, by where it stands. None, if it is a part of one, or looked up by others.
fn wanted(path: &ast::Path) -> Option<Wanted> {
    let parent = path.syntax().parent()?;
    if let Some(ty) = ast::PathType::cast(parent.clone()) {
        return Some(if is_bound(ty.syntax()) {
            Wanted::Trait
        } else {
            Wanted::Type
        });
    }
    if ast::RecordExpr::can_cast(parent.kind()) || ast::RecordPat::can_cast(parent.kind()) {
        return Some(Wanted::Struct);
    }
    if ast::TupleStructPat::can_cast(parent.kind()) {
        return Some(Wanted::Variant);
    }
    // Names without `::` are rust-analyzer's.
    path.qualifier()?;
    if ast::PathPat::can_cast(parent.kind()) {
        return Some(Wanted::Value);
    }
    ast::PathExpr::can_cast(parent.kind()).then(|| {
        let call = parent
            .parent()
            .and_then(ast::CallExpr::cast)
            .and_then(|it| it.expr());
        match call {
            Some(callee) if *callee.syntax() == parent => Wanted::Function,
            _ => Wanted::Value,
        }
    })
}

/// Whether a type stands where a trait does: in a bound, or before `for` in an impl.
fn is_bound(ty: &SyntaxNode) -> bool {
    let Some(parent) = ty.parent() else {
        return false;
    };
    if ast::TypeBound::can_cast(parent.kind()) {
        return true;
    }
    // `<Type as Trait>`.
    if ast::TypeAnchor::can_cast(parent.kind()) {
        return parent
            .children()
            .filter(|it| ast::Type::can_cast(it.kind()))
            .nth(1)
            .as_ref()
            == Some(ty);
    }
    ast::Impl::cast(parent).is_some_and(|it| it.trait_().is_some_and(|it| it.syntax() == ty))
}

/// A name that is there, and is something else.
fn wrong_kind(
    report: &mut Report,
    path: &ast::Path,
    wanted: Wanted,
    range: ra_ap_syntax::TextRange,
) {
    use hir::{ModuleDef as M, PathResolution as P};
    let Some(resolved) = report.sema.resolve_path(path) else {
        return;
    };
    let shown = path.syntax().text().to_string();
    match (wanted, resolved) {
        (Wanted::Trait, P::Def(M::Adt(it))) => {
            let kind = match it {
                hir::Adt::Struct(_) => "struct",
                hir::Adt::Enum(_) => "enum",
                hir::Adt::Union(_) => "union",
            };
            report.error(
                "E0404",
                range,
                format!("expected trait, found {kind} `{shown}`"),
            );
        }
        (Wanted::Trait, P::TypeParam(_)) => {
            report.error(
                "E0404",
                range,
                format!("expected trait, found type parameter `{shown}`"),
            );
        }
        (Wanted::Type, P::Def(M::Module(_))) => {
            report.error(
                "E0573",
                range,
                format!("expected type, found module `{shown}`"),
            );
        }
        (Wanted::Type, P::Def(M::EnumVariant(_))) => {
            report.error(
                "E0573",
                range,
                format!("expected type, found variant `{shown}`"),
            );
        }
        (Wanted::Type, P::Def(M::Trait(_))) => {
            report.error("E0782", range, "expected a type, found a trait");
            report.insert(
                "you can add the `dyn` keyword if you want a trait object",
                range.start(),
                "dyn ",
            );
        }
        _ => {}
    }
}
