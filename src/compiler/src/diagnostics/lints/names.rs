//! Names that are not written as names of their kind are.

use crate::diagnostics::report::Report;
use ra_ap_syntax::ast;
use ra_ap_syntax::{AstNode, SyntaxNode};

pub fn check(report: &mut Report) {
    let names: Vec<ast::Name> = report
        .file
        .syntax()
        .descendants()
        .filter_map(ast::Name::cast)
        .collect();
    for name in names {
        let Some(parent) = name.syntax().parent() else {
            continue;
        };
        let text = name.text().to_string();
        let Some((lint, kind, wanted, good)) = rule(report, &parent, &text) else {
            continue;
        };
        if !good {
            let range = name.syntax().text_range();
            report.warn(
                lint,
                range,
                format!("{kind} `{text}` should have {wanted} case name"),
            );
        }
    }
}

/// What rustc says of a name that is not as it should be, and whether it is.
fn rule(
    report: &Report,
    of: &SyntaxNode,
    name: &str,
) -> Option<(&'static str, &'static str, &'static str, bool)> {
    let snake = |kind| Some(("non_snake_case", kind, "a snake", is_snake(name)));
    let camel = |kind| {
        let wanted = "an upper camel";
        Some(("non_camel_case_types", kind, wanted, is_camel(name)))
    };
    let upper = |kind| {
        let good = !name.contains(char::is_lowercase);
        Some(("non_upper_case_globals", kind, "an upper", good))
    };
    if let Some(it) = ast::Fn::cast(of.clone()) {
        let around = it.syntax().ancestors().nth(2);
        let of_impl = around.clone().and_then(ast::Impl::cast);
        let of_trait = around.is_some_and(|it| ast::Trait::can_cast(it.kind()));
        return match of_impl {
            // The trait has said it.
            Some(it) if it.trait_().is_some() => None,
            _ if of_trait => snake("trait method"),
            Some(_) if it.param_list()?.self_param().is_some() => snake("method"),
            Some(_) => snake("associated function"),
            None => snake("function"),
        };
    }
    if let Some(it) = ast::IdentPat::cast(of.clone()) {
        report.sema.to_def(&it)?;
        let is_constant = report.sema.resolve_bind_pat_to_const(&it).is_some();
        return (!is_constant).then(|| snake("variable")).flatten();
    }
    match ast::Item::cast(of.clone()) {
        Some(ast::Item::Struct(_) | ast::Item::Enum(_) | ast::Item::TypeAlias(_)) => camel("type"),
        Some(ast::Item::Trait(_)) => camel("trait"),
        Some(ast::Item::Const(_)) => upper("constant"),
        Some(ast::Item::Static(_)) => upper("static variable"),
        Some(ast::Item::Module(_)) => snake("module"),
        _ if ast::Variant::can_cast(of.kind()) => camel("variant"),
        _ if ast::RecordField::can_cast(of.kind()) => snake("structure field"),
        _ => None,
    }
}

fn is_snake(name: &str) -> bool {
    let name = name.trim_matches('_');
    !name.contains(char::is_uppercase) && !name.contains("__")
}

fn is_camel(name: &str) -> bool {
    let name = name.trim_matches('_');
    !name.starts_with(char::is_lowercase) && !name.contains('_')
}
