//! Methods, fields and associated items that a type has not.

use super::meant::suggest;
use super::starts_upper;
use crate::diagnostics::outside;
use crate::diagnostics::report::Report;
use ra_ap_hir as hir;
use ra_ap_syntax::{AstNode, SyntaxNode, TextRange, ast};

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
