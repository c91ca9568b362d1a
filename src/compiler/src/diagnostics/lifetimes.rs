//! Lifetimes that have to be written and are not, and lifetimes that nobody declared.

use super::inferred::count;
use super::report::Report;
use ra_ap_syntax::ast::HasGenericParams;
use ra_ap_syntax::{AstNode, SyntaxNode, ast};

pub fn check(report: &mut Report) {
    let nodes: Vec<SyntaxNode> = report.file.syntax().descendants().collect();
    for node in nodes {
        if let Some(function) = ast::Fn::cast(node.clone()) {
            elided_result(report, &function);
        } else if let Some(field) = ast::RecordField::cast(node.clone()) {
            elided_in(report, field.ty());
        } else if let Some(field) = ast::TupleField::cast(node.clone()) {
            elided_in(report, field.ty());
        } else if let Some(alias) = ast::TypeAlias::cast(node.clone()) {
            elided_in(report, alias.ty());
        } else if let Some(lifetime) = ast::Lifetime::cast(node) {
            undeclared(report, &lifetime);
        }
    }
}

/// References in a type that name no lifetime. Those of function types have lifetimes of their own.
fn elided(ty: &ast::Type) -> Vec<ast::RefType> {
    let own = |node: &SyntaxNode| {
        !node
            .ancestors()
            .take_while(|it| it != ty.syntax())
            .any(|it| {
                ast::FnPtrType::can_cast(it.kind())
                    || ast::ParenthesizedArgList::can_cast(it.kind())
            })
    };
    ty.syntax()
        .descendants()
        .filter_map(ast::RefType::cast)
        .filter(|it| it.lifetime().is_none() && own(it.syntax()))
        .collect()
}

fn elided_in(report: &mut Report, ty: Option<ast::Type>) {
    for reference in ty.iter().flat_map(elided) {
        let range = ampersand(&reference);
        report.error("E0106", range, "missing lifetime specifier");
        report.help("a reference that is kept names how long it is good: `&'a`");
    }
}

fn ampersand(reference: &ast::RefType) -> ra_ap_syntax::TextRange {
    let whole = reference.syntax().text_range();
    reference.amp_token().map_or(whole, |it| it.text_range())
}

/// E0106: a function whose result is borrowed, and may be of several parameters, or of none.
fn elided_result(report: &mut Report, function: &ast::Fn) {
    let Some(result) = function.ret_type().and_then(|it| it.ty()) else {
        return;
    };
    let missing = elided(&result);
    let Some(first) = missing.first() else { return };
    let Some(params) = function.param_list() else {
        return;
    };
    let own = params.self_param();
    let by_reference = own.as_ref().is_some_and(|it| {
        it.amp_token().is_some()
            || it
                .ty()
                .is_some_and(|it| it.syntax().text().to_string().contains('&'))
    });
    if by_reference {
        return;
    }
    let mut sources = 0;
    for param in params.params() {
        let Some(ty) = param.ty() else { continue };
        let references = ty
            .syntax()
            .descendants()
            .filter_map(ast::RefType::cast)
            .count();
        let named = ty
            .syntax()
            .descendants()
            .filter_map(ast::Lifetime::cast)
            .filter(|it| {
                it.syntax()
                    .parent()
                    .is_some_and(|it| !ast::RefType::can_cast(it.kind()))
            })
            .count();
        let hidden = hidden_lifetimes(report, &ty);
        sources += references + named + hidden;
    }
    if sources == 1 {
        return;
    }
    let range = ampersand(first);
    report.error("E0106", range, "missing lifetime specifier");
    if sources == 0 {
        report.help("there is no parameter that it could be borrowed from: return an owned value, such as `String`, or `&'static`");
    } else {
        let from = count(sources, "reference");
        report.help(format!("it could be borrowed from any of {from}: name the lifetime, as in `fn name<'a>(x: &'a str, …) -> &'a str`"));
    }
}

/// Lifetimes of types that are not written: `Ref<T>` for `Ref<'_, T>`.
fn hidden_lifetimes(report: &Report, ty: &ast::Type) -> usize {
    use ra_ap_hir::{ModuleDef, PathResolution};
    ty.syntax()
        .descendants()
        .filter_map(ast::PathType::cast)
        .filter_map(|it| it.path())
        .filter(|it| !it.syntax().text().to_string().contains('\''))
        .filter(|it| match report.sema.resolve_path(it) {
            Some(PathResolution::Def(ModuleDef::Adt(it))) => it.lifetime(report.db).is_some(),
            _ => false,
        })
        .count()
}

/// E0261.
fn undeclared(report: &mut Report, lifetime: &ast::Lifetime) {
    let name = lifetime.text().to_string();
    if name == "'static" || name == "'_" {
        return;
    }
    let Some(parent) = lifetime.syntax().parent() else {
        return;
    };
    let is_label = ast::Label::can_cast(parent.kind())
        || ast::BreakExpr::can_cast(parent.kind())
        || ast::ContinueExpr::can_cast(parent.kind());
    if is_label || ast::LifetimeParam::can_cast(parent.kind()) || in_macro(lifetime.syntax()) {
        return;
    }
    let declared = lifetime.syntax().ancestors().any(|it| {
        let params =
            ast::AnyHasGenericParams::cast(it.clone()).and_then(|it| it.generic_param_list());
        let binders = it
            .children()
            .filter_map(ast::ForBinder::cast)
            .filter_map(|it| it.generic_param_list());
        params
            .into_iter()
            .chain(binders)
            .flat_map(|it| it.lifetime_params().collect::<Vec<_>>())
            .any(|it| it.lifetime().is_some_and(|it| it.text() == name))
    });
    if !declared {
        let range = lifetime.syntax().text_range();
        report.error(
            "E0261",
            range,
            format!("use of undeclared lifetime name `{name}`"),
        );
    }
}

fn in_macro(node: &SyntaxNode) -> bool {
    node.ancestors()
        .any(|it| ast::TokenTree::can_cast(it.kind()))
}
