//! Fields that are missing, unknown, or given twice.

use super::node;
use crate::diagnostics::report::Report;
use crate::diagnostics::unresolved;
use hir::{AnyDiagnostic as Any, InFile};
use ra_ap_hir as hir;
use ra_ap_syntax::{AstNode, SyntaxNode, TextRange, ast};

/// Says what is of this kind; gives back what is not.
pub fn say<'db>(report: &mut Report<'_, 'db>, diagnostic: Any<'db>) -> Option<Any<'db>> {
    match diagnostic {
        Any::MissingFields(it) => {
            let names: Vec<_> = it
                .missed_fields
                .iter()
                .map(|(name, _)| name.as_str().to_owned())
                .collect();
            let of = it.field_list_parent_path;
            let (parent, range) = node(report, InFile::new(it.file, it.field_list_parent));
            missing_fields(
                report,
                &parent,
                of.map(|of| node(report, InFile::new(it.file, of)).1)
                    .unwrap_or(range),
                &names,
            );
        }
        Any::NoSuchField(it) => {
            let (node, range) = node(report, it.field);
            let pattern = ast::RecordPatField::can_cast(node.kind());
            let name = node
                .descendants()
                .find_map(ast::NameRef::cast)
                .map(|it| it.text().to_string())
                .unwrap_or_else(|| report.slice(range).to_owned());
            let owner = variant_name(report, it.variant.into());
            match it.private {
                Some(_) => report.error(
                    "E0451",
                    range,
                    format!("field `{name}` of {owner} is private"),
                ),
                None if pattern => report.error(
                    "E0026",
                    range,
                    format!("{owner} does not have a field named `{name}`"),
                ),
                None => report.error(
                    "E0560",
                    range,
                    format!("{owner} has no field named `{name}`"),
                ),
            }
            let fields: Vec<String> = hir::Variant::from(it.variant)
                .fields(report.db)
                .iter()
                .map(|it| it.name(report.db).as_str().to_owned())
                .collect();
            unresolved::suggest(
                report,
                "a field with a similar name exists",
                &name,
                &fields,
                range,
            );
        }
        Any::DuplicateField(it) => {
            let (node, range) = node(report, it.field);
            let name = node
                .descendants()
                .find_map(ast::NameRef::cast)
                .map(|it| it.text().to_string());
            let name = name.unwrap_or_default();
            if ast::RecordPatField::can_cast(node.kind()) {
                report.error(
                    "E0025",
                    range,
                    format!("field `{name}` bound multiple times in the pattern"),
                );
            } else {
                report.error(
                    "E0062",
                    range,
                    format!("field `{name}` specified more than once"),
                );
            }
        }
        Any::NonExhaustiveRecordExpr(it) => {
            let (_, range) = node(report, it.expr);
            report.error(
                "E0639",
                range,
                "cannot create non-exhaustive struct using struct expression",
            );
        }
        Any::FunctionalRecordUpdateOnNonStruct(it) => {
            let (_, range) = node(report, it.base_expr);
            report.error(
                "E0436",
                range,
                "functional record update syntax requires a struct",
            );
        }
        Any::FruInDestructuringAssignment(it) => {
            let (_, range) = node(report, it.node);
            report.error(
                "E0797",
                range,
                "functional record updates are not allowed in destructuring assignments",
            );
        }
        other => return Some(other),
    }
    None
}

pub fn variant_name(report: &Report, variant: hir::Variant) -> String {
    let (kind, name) = match variant {
        hir::Variant::Struct(it) => ("struct", it.name(report.db)),
        hir::Variant::Union(it) => ("union", it.name(report.db)),
        hir::Variant::EnumVariant(it) => {
            let owner = it.parent_enum(report.db).name(report.db);
            return format!(
                "variant `{}::{}`",
                owner.as_str(),
                it.name(report.db).as_str()
            );
        }
    };
    format!("{kind} `{}`", name.as_str())
}

fn missing_fields(report: &mut Report, parent: &SyntaxNode, at: TextRange, names: &[String]) {
    let quoted: Vec<_> = names.iter().map(|it| format!("`{it}`")).collect();
    let list = match quoted.as_slice() {
        [] => return,
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    };
    let fields = if names.len() == 1 { "field" } else { "fields" };
    if ast::RecordPat::can_cast(parent.kind()) {
        let whole = report.range(parent);
        let do_not = if names.len() == 1 {
            "does not"
        } else {
            "do not"
        };
        report.error(
            "E0027",
            whole,
            format!("pattern {do_not} mention {fields} {list}"),
        );
        report.help("add `..` to leave fields out");
    } else {
        let owner = report.slice(at).to_owned();
        report.error(
            "E0063",
            at,
            format!("missing {fields} {list} in initializer of `{owner}`"),
        );
    }
}
