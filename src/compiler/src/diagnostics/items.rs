//! Items: names that are given twice, a `main` that is none, and derives that the fields do not allow.

use super::report::Report;
use ra_ap_hir as hir;
use ra_ap_syntax::ast::{self, HasAttrs, HasGenericParams, HasModuleItem, HasName, HasVisibility};
use ra_ap_syntax::{AstNode, TextRange, TextSize};
use std::collections::HashMap;

pub fn check(report: &mut Report) {
    let file = report.file.clone();
    twice(report, file.items().collect());
    for node in file.syntax().descendants() {
        if let Some(list) = ast::ItemList::cast(node.clone()) {
            twice(report, list.items().collect());
        } else if let Some(list) = ast::RecordFieldList::cast(node.clone()) {
            fields(report, &list);
        } else if let Some(list) = ast::ParamList::cast(node.clone()) {
            params(report, &list);
        } else if let Some(adt) = ast::Adt::cast(node.clone()) {
            derives(report, &adt);
        } else if let Some(ty) = ast::DynTraitType::cast(node.clone()) {
            dyn_type(report, &ty);
        } else if let Some(it) = ast::SelfParam::cast(node.clone()) {
            self_param(report, &it);
        } else if let Some(param) = ast::Param::cast(node) {
            sized(report, &param);
        }
    }
    main(report, &file);
}

/// E0428: types and values have names of their own.
fn twice(report: &mut Report, items: Vec<ast::Item>) {
    let mut types = HashMap::new();
    let mut values = HashMap::new();
    for item in items {
        let (name, is_value, is_type) = match &item {
            ast::Item::Fn(it) => (it.name(), true, false),
            ast::Item::Const(it) => (it.name(), true, false),
            ast::Item::Static(it) => (it.name(), true, false),
            ast::Item::Struct(it) => {
                let unit_or_tuple =
                    !matches!(it.field_list(), Some(ast::FieldList::RecordFieldList(_)));
                (it.name(), unit_or_tuple, true)
            }
            ast::Item::Enum(it) => (it.name(), false, true),
            ast::Item::Trait(it) => (it.name(), false, true),
            ast::Item::TypeAlias(it) => (it.name(), false, true),
            ast::Item::Module(it) => (it.name(), false, true),
            _ => continue,
        };
        let conditional = ast::AnyHasAttrs::cast(item.syntax().clone()).is_some_and(|it| {
            it.attrs()
                .any(|it| it.syntax().text().to_string().contains("cfg"))
        });
        let Some(name) = name.filter(|_| !conditional) else {
            continue;
        };
        let text = name.text().to_string();
        let known =
            (is_type && types.contains_key(&text)) || (is_value && values.contains_key(&text));
        if known {
            let whole = item.syntax().text_range();
            let start = item
                .syntax()
                .descendants_with_tokens()
                .filter_map(|it| it.into_token())
                .find(|it| !it.kind().is_trivia() && !in_attribute(it))
                .map_or(whole.start(), |it| it.text_range().start());
            let range = TextRange::new(start, name.syntax().text_range().end());
            report.error(
                "E0428",
                range,
                format!("the name `{text}` is defined multiple times"),
            );
        }
        if is_type {
            types.insert(text.clone(), ());
        }
        if is_value {
            values.insert(text, ());
        }
    }
}

fn in_attribute(token: &ra_ap_syntax::SyntaxToken) -> bool {
    token
        .parent_ancestors()
        .any(|it| ast::Attr::can_cast(it.kind()))
}

/// `self`, where there is no type that it could be of.
fn self_param(report: &mut Report, param: &ast::SelfParam) {
    let around = param.syntax().ancestors().nth(3);
    if !around.is_some_and(|it| ast::AssocItemList::can_cast(it.kind())) {
        report.error(
            "",
            param.syntax().text_range(),
            "`self` parameter is only allowed in associated functions",
        );
    }
}

/// E0038: not every trait can be called through a pointer to some type that has it.
fn dyn_type(report: &mut Report, ty: &ast::DynTraitType) {
    let bounds = ty.type_bound_list().into_iter().flat_map(|it| it.bounds());
    for bound in bounds {
        let Some(ast::Type::PathType(it)) = bound.ty() else {
            continue;
        };
        let resolved = it.path().and_then(|it| report.sema.resolve_path(&it));
        let Some(hir::PathResolution::Def(hir::ModuleDef::Trait(of))) = resolved else {
            continue;
        };
        let own = report.module.map(|it| it.krate(report.db));
        let is_own = Some(of.module(report.db).krate(report.db)) == own;
        if is_own && of.dyn_compatibility(report.db).is_some() {
            let name = of.name(report.db).as_str().to_owned();
            report.error(
                "E0038",
                ty.syntax().text_range(),
                format!("the trait `{name}` is not dyn compatible"),
            );
            report.help(
                "methods that are `async`, generic or without `self` cannot be called on a `dyn`",
            );
        }
    }
}

/// E0277: what has no size of its own cannot be given to a function.
fn sized(report: &mut Report, param: &ast::Param) {
    let Some(ty) = param.ty() else { return };
    let text = ty.syntax().text().to_string();
    let shown = match ty {
        ast::Type::DynTraitType(_) => format!("({text} + 'static)"),
        ast::Type::SliceType(_) => text,
        ast::Type::PathType(_) if text == "str" => text,
        _ => return,
    };
    report.error(
        "E0277",
        param.syntax().text_range(),
        format!("the size for values of type `{shown}` cannot be known at compilation time"),
    );
    report.help("take a reference to it: `&`");
}

/// E0124.
fn fields(report: &mut Report, list: &ast::RecordFieldList) {
    let mut known = Vec::new();
    for field in list.fields() {
        let Some(name) = field.name().map(|it| it.text().to_string()) else {
            continue;
        };
        if known.contains(&name) {
            let range = field.syntax().text_range();
            report.error(
                "E0124",
                range,
                format!("field `{name}` is already declared"),
            );
        }
        known.push(name);
    }
}

/// E0415.
fn params(report: &mut Report, list: &ast::ParamList) {
    let mut known = Vec::new();
    for param in list.params() {
        let Some(ast::Pat::IdentPat(pat)) = param.pat() else {
            continue;
        };
        let Some(name) = pat.name().map(|it| it.text().to_string()) else {
            continue;
        };
        if known.contains(&name) {
            let range = pat.syntax().text_range();
            let message =
                format!("identifier `{name}` is bound more than once in this parameter list");
            report.error("E0415", range, message);
        }
        known.push(name);
    }
}

/// E0601, E0752 and E0580.
fn main(report: &mut Report, file: &ast::SourceFile) {
    let main = file.items().find_map(|it| match it {
        ast::Item::Fn(it) if it.name()?.text() == "main" => Some(it),
        _ => None,
    });
    let imported = file.items().any(|it| match it {
        ast::Item::Use(it) => it.syntax().text().to_string().contains("main"),
        _ => false,
    });
    match main {
        None if !imported => {
            let end = TextSize::of(report.text.trim_end());
            report.error(
                "E0601",
                TextRange::empty(end),
                "`main` function not found in crate",
            );
            report.help("a program begins with `fn main() { … }`");
        }
        // A lesson's `main` is `pub`, and run by the page: it needs no attribute.
        Some(main)
            if main.async_token().is_some()
                && main.attrs().next().is_none()
                && main.visibility().is_none() =>
        {
            let start = main
                .async_token()
                .map_or(main.syntax().text_range(), |it| it.text_range());
            let name = main.name().map_or(start, |it| it.syntax().text_range());
            let range = TextRange::new(start.start(), name.end());
            report.error(
                "E0752",
                range,
                "`main` function is not allowed to be `async`",
            );
            let message = "a runtime has to run it";
            report.insert(message, start.start(), "#[tokio::main]\n");
        }
        // And has the parameters of the page.
        Some(main) if main.visibility().is_none() || main.attrs().next().is_some() => {
            let params = main.param_list();
            let (Some(name), Some(_)) = (main.name(), params.and_then(|it| it.params().next()))
            else {
                return;
            };
            let range = name.syntax().text_range();
            let runs = |it: ast::Attr| it.path().is_some_and(|it| is_called_main(&it));
            match main.attrs().any(runs) {
                true => report.error("", range, "the main function cannot accept arguments"),
                false => report.error("E0580", range, "`main` function has wrong type"),
            }
        }
        _ => {}
    }
}

/// Of `#[tokio::main]`.
fn is_called_main(attribute: &ast::Path) -> bool {
    let last = attribute.segment().and_then(|it| it.name_ref());
    last.is_some_and(|it| it.text() == "main")
}

/// What a derive needs of each field, where nothing generic is in the way.
fn derives(report: &mut Report, adt: &ast::Adt) {
    let generic = adt
        .generic_param_list()
        .is_some_and(|it| it.type_or_const_params().next().is_some());
    let Some(def) = report.sema.to_def(adt).filter(|_| !generic) else {
        return;
    };
    let fields = fields_of(adt);
    let variants: Vec<hir::Variant> = match def {
        hir::Adt::Struct(it) => vec![it.into()],
        hir::Adt::Enum(it) => it.variants(report.db).into_iter().map(Into::into).collect(),
        hir::Adt::Union(_) => return,
    };
    let types: Vec<hir::Type> = variants
        .into_iter()
        .flat_map(|it| it.fields(report.db))
        .map(|it| it.ty(report.db))
        .collect();
    if types.len() != fields.len() {
        return;
    }
    let texts: Vec<String> = adt
        .attrs()
        .map(|it| it.syntax().text().to_string())
        .collect();
    let names: Vec<&str> = texts
        .iter()
        .filter_map(|it| it.strip_prefix("#[derive(")?.strip_suffix(")]"))
        .flat_map(|it| it.split(','))
        .map(str::trim)
        .collect();
    if let ast::Adt::Enum(it) = adt
        && names.contains(&"Default")
    {
        no_default(report, it);
    }
    for name in names {
        let path: &[&str] = match name {
            "Debug" => &["std", "fmt", "Debug"],
            "Clone" => &["std", "clone", "Clone"],
            "Copy" => &["std", "marker", "Copy"],
            "PartialEq" => &["std", "cmp", "PartialEq"],
            "Eq" => &["std", "cmp", "Eq"],
            "PartialOrd" => &["std", "cmp", "PartialOrd"],
            "Ord" => &["std", "cmp", "Ord"],
            "Hash" => &["std", "hash", "Hash"],
            "Default" if matches!(def, hir::Adt::Struct(_)) => &["std", "default", "Default"],
            _ => continue,
        };
        let Some(of) = named_trait(report, path) else {
            continue;
        };
        for (ty, field) in types.iter().zip(&fields) {
            let arguments = match name {
                "PartialEq" | "PartialOrd" => vec![ty.clone()],
                _ => Vec::new(),
            };
            if ty.is_unknown() || ty.contains_unknown() || ty.impls_trait(report.db, of, &arguments)
            {
                continue;
            }
            let own = report.show(ty);
            let (code, at, message) = match name {
                "Copy" => {
                    let at = adt.name().map_or(*field, |it| it.syntax().text_range());
                    (
                        "E0204",
                        at,
                        "the trait `Copy` cannot be implemented for this type".to_owned(),
                    )
                }
                "Debug" => (
                    "E0277",
                    *field,
                    format!("`{own}` doesn't implement `Debug`"),
                ),
                "PartialEq" => {
                    let message =
                        format!("binary operation `==` cannot be applied to type `{own}`");
                    ("E0369", *field, message)
                }
                "PartialOrd" => ("E0277", *field, format!("can't compare `{own}` with `_`")),
                _ => (
                    "E0277",
                    *field,
                    format!("the trait bound `{own}: {name}` is not satisfied"),
                ),
            };
            report.error(code, at, message);
            if name == "Copy" {
                report.help(format!("a field of type `{own}` does not implement `Copy`"));
            } else {
                report.help(format!(
                    "add `#[derive({name})]` to `{own}`, if it is a type of yours"
                ));
            }
        }
    }
}

/// E0665: an enum says which variant is its default.
fn no_default(report: &mut Report, it: &ast::Enum) {
    let mut variants = it.variant_list().into_iter().flat_map(|it| it.variants());
    let marked = variants.any(|it| it.attrs().any(|it| it.syntax().text() == "#[default]"));
    let derive = it
        .attrs()
        .find(|it| it.syntax().text().to_string().contains("Default"));
    if let (false, Some(derive)) = (marked, derive) {
        let range = derive.syntax().text_range();
        report.error(
            "E0665",
            range,
            "`#[derive(Default)]` on enum with no `#[default]`",
        );
        report.help("write `#[default]` before the variant that is meant");
    }
}

/// The places of all fields, of an enum's variants one after another.
fn fields_of(adt: &ast::Adt) -> Vec<TextRange> {
    let lists: Vec<ast::FieldList> = match adt {
        ast::Adt::Struct(it) => it.field_list().into_iter().collect(),
        ast::Adt::Enum(it) => it
            .variant_list()
            .into_iter()
            .flat_map(|it| it.variants().collect::<Vec<_>>())
            .filter_map(|it| it.field_list())
            .collect(),
        ast::Adt::Union(_) => Vec::new(),
    };
    let mut ranges = Vec::new();
    for list in lists {
        match list {
            ast::FieldList::RecordFieldList(it) => {
                ranges.extend(it.fields().map(|it| it.syntax().text_range()))
            }
            ast::FieldList::TupleFieldList(it) => {
                ranges.extend(it.fields().map(|it| it.syntax().text_range()))
            }
        }
    }
    ranges
}

pub fn named_trait(report: &Report, path: &[&str]) -> Option<hir::Trait> {
    let names = path.iter().map(|it| hir::Name::new_root(it));
    let module = report.module?;
    let mut found = module.resolve_mod_path(report.db, names)?;
    found.find_map(|it| match it {
        hir::ItemInNs::Types(hir::ModuleDef::Trait(it)) => Some(it),
        _ => None,
    })
}
