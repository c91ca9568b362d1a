//! What rust-analyzer says by itself, in rustc's words.

use super::report::Report;
use super::{mismatch, outside, unresolved};
use hir::{AnyDiagnostic as Any, InFile, IncorrectGenericsLenKind};
use ra_ap_hir as hir;
use ra_ap_hir_ty::CastError;
use ra_ap_syntax::{AstNode, AstPtr, SyntaxNode, TextRange, ast};

/// Everything that rust-analyzer says of the program.
pub fn check(report: &mut Report) {
    let Some(module) = report.module else { return };
    let mut all = Vec::new();
    module.diagnostics(report.db, &mut all, false);
    for diagnostic in all {
        say(report, diagnostic);
    }
}

/// The node of a pointer, and its place in the program.
pub fn node<N: AstNode>(report: &Report, pointer: InFile<AstPtr<N>>) -> (SyntaxNode, TextRange) {
    let root = report.sema.parse_or_expand(pointer.file_id);
    let node = pointer.value.to_node(&root).syntax().clone();
    let range = report
        .sema
        .diagnostics_display_range(pointer.map(|it| it.syntax_node_ptr()))
        .range;
    (node, range)
}

/// The node, and only its name's place: the last segment of a path, the name of a method or of a field.
fn name_of(node: &SyntaxNode, range: TextRange, report: &Report) -> TextRange {
    let name = match ast::Expr::cast(node.clone()) {
        Some(ast::Expr::MethodCallExpr(it)) => it.name_ref().map(|it| it.syntax().clone()),
        Some(ast::Expr::FieldExpr(it)) => it.name_ref().map(|it| it.syntax().clone()),
        Some(ast::Expr::PathExpr(it)) => it
            .path()
            .and_then(|it| it.segment())
            .and_then(|it| it.name_ref())
            .map(|it| it.syntax().clone()),
        _ => None,
    };
    name.and_then(|it| report.written(&it)).unwrap_or(range)
}

fn say<'db>(report: &mut Report<'_, 'db>, diagnostic: Any<'db>) {
    match diagnostic {
        Any::TypeMismatch(it) => {
            let (node, range) = node(report, it.expr_or_pat);
            mismatch::say(report, &node, range, &it.expected, &it.actual);
        }
        Any::UnimplementedTrait(it) => {
            let (node, range) = node(report, it.span);
            let wanted = it.trait_predicate.trait_ref();
            let show = |n| {
                wanted
                    .get_type_argument(n)
                    .map(|it| report.show(&it))
                    .unwrap_or_default()
            };
            let wanted = mismatch::Unimplemented {
                name: wanted.trait_().name(report.db).as_str().to_owned(),
                own: show(0),
                argument: show(1),
            };
            mismatch::unimplemented(report, &node, range, &wanted);
        }
        Any::TypeMustBeKnown(it) => {
            let (node, range) = node(report, it.at_point);
            type_annotations(report, &node, range, it.top_term.and_then(|it| it.left()));
        }
        Any::UnresolvedIdent(it) => {
            let file = it.node.file_id;
            let (pointer, inner) = it.node.value;
            let (node, range) = node(report, InFile::new(file, pointer));
            let range = match inner {
                // It stands in a string.
                Some(inner) => inner + range.start(),
                None => range,
            };
            unresolved::value(report, &node, range, inner.is_some());
        }
        Any::UnresolvedMethodCall(it) => {
            let (node, range) = node(report, it.expr);
            let at = name_of(&node, range, report);
            unresolved::method(report, &node, at, &it.receiver, it.name.as_str(), &it);
        }
        Any::UnresolvedField(it) => {
            let (node, range) = node(report, it.expr);
            let at = name_of(&node, range, report);
            unresolved::field(report, &node, at, &it);
        }
        Any::UnresolvedAssocItem(it) => {
            let (node, range) = node(report, it.expr_or_pat);
            let at = name_of(&node, range, report);
            unresolved::associated(report, &node, at);
        }
        Any::UnresolvedImport(it) => {
            let (node, range) = node(report, it.decl);
            unresolved::import(report, &node, range);
        }
        Any::UnresolvedMacroCall(it) => {
            let range = report
                .sema
                .diagnostics_display_range_for_range(it.range)
                .range;
            unresolved::macro_call(report, &it.path, range);
        }
        Any::UnresolvedExternCrate(it) => {
            let (_, range) = node(report, it.decl);
            let name = report.slice(range).to_owned();
            outside::other_crate(report, range, &name);
        }
        Any::UnresolvedModule(it) => {
            let (_, range) = node(report, it.decl);
            report.error(
                "playground",
                range,
                "the playground knows one file: write the module here, `mod name { … }`",
            );
        }
        // Attributes of tokio, which are known and not expanded.
        Any::MacroError(it) if it.kind == "attribute-expansion-disabled" => {}
        Any::MacroError(it) => {
            let range = report
                .sema
                .diagnostics_display_range_for_range(it.range)
                .range;
            macro_error(report, range, &it.message);
        }
        Any::MacroExpansionParseError(it) => {
            let range = report
                .sema
                .diagnostics_display_range_for_range(it.range)
                .range;
            if let Some(error) = it.errors.first() {
                report.error("", range, error.to_string());
            }
        }
        Any::MacroDefError(it) => {
            let (_, range) = node(report, it.node);
            report.error("", range, it.message);
        }
        Any::UnimplementedBuiltinMacro(it) => {
            let range = report.sema.diagnostics_display_range(it.node).range;
            report.error(
                "playground",
                range,
                "the playground does not know this macro",
            );
        }
        Any::MismatchedArgCount(it) => {
            let (node, range) = node(report, it.call_expr);
            argument_count(
                report,
                &node,
                range,
                it.expected,
                it.found,
                it.is_fn_trait_call,
            );
        }
        Any::ExpectedFunction(it) => {
            let (node, range) = node(report, it.call);
            let callee = ast::CallExpr::cast(node).and_then(|it| it.expr());
            let at = callee
                .and_then(|it| report.written(it.syntax()))
                .unwrap_or(range);
            if !it.found.is_unknown() {
                let found = report.show(&it.found);
                report.error("E0618", at, format!("expected function, found `{found}`"));
            }
        }
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
        Any::PrivateField(it) => {
            let (node, range) = node(report, it.expr);
            let at = name_of(&node, range, report);
            let name = it.field.name(report.db).as_str().to_owned();
            let owner = variant_name(report, it.field.parent_def(report.db));
            report.error("E0616", at, format!("field `{name}` of {owner} is private"));
        }
        Any::PrivateAssocItem(it) => {
            let (node, range) = node(report, it.expr_or_pat);
            let at = name_of(&node, range, report);
            let (kind, name) = match it.item {
                hir::AssocItem::Function(it) if it.has_self_param(report.db) => {
                    ("method", it.name(report.db))
                }
                hir::AssocItem::Function(it) => ("associated function", it.name(report.db)),
                hir::AssocItem::Const(it) => {
                    let Some(name) = it.name(report.db) else {
                        return;
                    };
                    ("associated constant", name)
                }
                hir::AssocItem::TypeAlias(it) => ("associated type", it.name(report.db)),
            };
            report.error(
                "E0624",
                at,
                format!("{kind} `{}` is private", name.as_str()),
            );
        }
        Any::MissingMatchArms(it) => {
            let (_, range) = node(report, it.scrutinee_expr);
            let what = it.uncovered_patterns.replace(" not covered", "");
            report.error(
                "E0004",
                range,
                format!("non-exhaustive patterns: {what} not covered"),
            );
            report.help("a `match` has an arm for every value: add the missing ones, or `_ => …`");
        }
        Any::NonExhaustiveLet(it) => {
            let (_, range) = node(report, it.pat);
            let what = it.uncovered_patterns.replace(" not covered", "");
            report.error(
                "E0005",
                range,
                format!("refutable pattern in local binding: {what} not covered"),
            );
            report.help("say what else: `let … = … else { … };`, or `if let`");
        }
        Any::MismatchedTupleStructPatArgCount(it) => {
            let (node, range) = node(report, it.expr_or_pat);
            let (found, expected) = (it.found, it.expected);
            let what = match node.children().find_map(ast::Path::cast) {
                Some(path) => format!("tuple struct or variant `{}`", path.syntax().text()),
                None => "tuple".to_owned(),
            };
            report.error(
                "E0023",
                range,
                format!(
                    "this pattern has {}, but the corresponding {what} has {}",
                    count(found, "field"),
                    count(expected, "field")
                ),
            );
        }
        Any::MismatchedArrayPatLen(it) => {
            let (_, range) = node(report, it.pat);
            let (code, at_least) = if it.has_rest {
                ("E0528", "at least ")
            } else {
                ("E0527", "")
            };
            report.error(
                code,
                range,
                format!(
                    "pattern requires {at_least}{} but array has {}",
                    count(it.expected as usize, "element"),
                    it.found
                ),
            );
        }
        Any::ArrayPatternWithoutFixedLength(it) => {
            let (_, range) = node(report, it.pat);
            report.error(
                "E0730",
                range,
                "cannot pattern-match on an array without a fixed length",
            );
        }
        Any::ExpectedArrayOrSlicePat(it) => {
            let (_, range) = node(report, it.pat);
            let found = report.show(&it.found);
            report.error(
                "E0529",
                range,
                format!("expected an array or slice, found `{found}`"),
            );
        }
        Any::InvalidRangePatType(it) => {
            let (_, range) = node(report, it.pat);
            report.error(
                "E0029",
                range,
                "only `char` and numeric types are allowed in range patterns",
            );
        }
        Any::NonExhaustiveRecordExpr(it) => {
            let (_, range) = node(report, it.expr);
            report.error(
                "E0639",
                range,
                "cannot create non-exhaustive struct using struct expression",
            );
        }
        Any::NonExhaustiveRecordPat(it) => {
            let (_, range) = node(report, it.pat);
            report.error(
                "E0638",
                range,
                "`..` required with struct marked as non-exhaustive",
            );
        }
        Any::CannotBeDereferenced(it) => {
            let (_, range) = node(report, it.expr);
            if !it.found.is_unknown() {
                let found = report.show(&it.found);
                report.error(
                    "E0614",
                    range,
                    format!("type `{found}` cannot be dereferenced"),
                );
            }
        }
        Any::CannotIndexInto(it) => {
            let (node, range) = node(report, it.expr);
            if it.found.is_unknown() {
                return;
            }
            let found = report.show(&it.found);
            let index = ast::IndexExpr::cast(node)
                .and_then(|it| it.index())
                .and_then(|it| report.sema.type_of_expr(&it))
                .map(|it| it.original);
            match index {
                Some(index) if found.starts_with("Vec<") || found.starts_with('[') => {
                    let index = report.show(&index);
                    report.error(
                        "E0277",
                        range,
                        format!("the type `[_]` cannot be indexed by `{index}`"),
                    );
                    report.help("an index is a `usize`");
                }
                _ => report.error(
                    "E0608",
                    range,
                    format!("cannot index into a value of type `{found}`"),
                ),
            }
        }
        Any::CannotImplicitlyDerefTraitObject(it) => {
            let (_, range) = node(report, it.pat);
            let found = report.show(&it.found);
            report.error(
                "E0033",
                range,
                format!("type `{found}` cannot be dereferenced"),
            );
        }
        Any::InvalidCast(it) => {
            let (_, range) = node(report, it.expr);
            cast(report, range, it.error, &it.expr_ty, &it.cast_ty);
        }
        Any::CastToUnsized(it) => {
            let (_, range) = node(report, it.expr);
            let to = report.show(&it.cast_ty);
            report.error("E0620", range, format!("cast to unsized type: `{to}`"));
        }
        Any::AwaitOutsideOfAsync(it) => {
            let (node, range) = node(report, it.node);
            await_outside(report, &node, range);
        }
        Any::BreakOutsideOfLoop(it) => {
            let (node, range) = node(report, it.expr);
            let word = if it.is_break { "break" } else { "continue" };
            let inside = node.ancestors().find_map(|it| {
                if let Some(function) = ast::Fn::cast(it.clone()) {
                    return Some(function.async_token().map(|_| "`async` function"));
                }
                match ast::Expr::cast(it)? {
                    ast::Expr::ClosureExpr(_) => Some(Some("a closure")),
                    ast::Expr::BlockExpr(it) if it.async_token().is_some() => {
                        Some(Some("`async` block"))
                    }
                    _ => None,
                }
            });
            let inside = inside.flatten();
            match inside {
                _ if it.bad_value_break => report.error(
                    "E0571",
                    range,
                    "`break` with value from a loop that is no `loop`",
                ),
                Some(inside) => report.error("E0267", range, format!("`{word}` inside {inside}")),
                None => report.error(
                    "E0268",
                    range,
                    format!("`{word}` outside of a loop or labeled block"),
                ),
            }
        }
        Any::UndeclaredLabel(it) => {
            let (_, range) = node(report, it.node);
            report.error(
                "E0426",
                range,
                format!("use of undeclared label `{}`", it.name.as_str()),
            );
        }
        Any::UnreachableLabel(it) => {
            let (_, range) = node(report, it.node);
            report.error(
                "E0767",
                range,
                format!("use of unreachable label `{}`", it.name.as_str()),
            );
        }
        Any::ReturnOutsideFunction(it) => {
            let (_, range) = node(report, it.expr);
            report.error("E0572", range, "return statement outside of function body");
        }
        Any::InvalidLhsOfAssignment(it) => {
            let (_, range) = node(report, it.lhs);
            report.error("E0070", range, "invalid left-hand side of assignment");
        }
        Any::ExplicitDropMethodUse(it) => {
            let (_, range) = match it.expr_or_path {
                either::Either::Left(it) => node(report, it),
                either::Either::Right(it) => node(report, it),
            };
            report.error("E0040", range, "explicit use of destructor method");
            report.help("drop a value with the function `drop`: `drop(value)`");
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
        Any::MutableRefBinding(it) => {
            let (_, range) = node(report, it.pat);
            report.error("", range, "binding cannot be both mutable and by-reference");
        }
        Any::MutRefInImmRefPat(it) => {
            let (_, range) = node(report, it.pat);
            report.error(
                "E0308",
                range,
                "mismatched types: a `&mut` pattern inside of a `&` one",
            );
        }
        Any::MethodCallIllegalSizedBound(it) => {
            let (_, range) = node(report, it.call_expr);
            report.error("", range, "the method cannot be invoked on a trait object");
        }
        Any::TypedHole(it) => {
            let (_, range) = node(report, it.expr);
            report.error(
                "",
                range,
                "in expressions, `_` can only be used on the left-hand side of an assignment",
            );
        }
        Any::YieldOutsideCoroutine(it) => {
            let (_, range) = node(report, it.expr);
            report.error("E0658", range, "yield syntax is experimental");
        }
        Any::TraitImplMissingAssocItems(it) => {
            let (node, range) = node(report, InFile::new(it.file_id, it.impl_));
            let names: Vec<_> = it
                .missing
                .iter()
                .map(|(name, _)| format!("`{}`", name.as_str()))
                .collect();
            let at = header(report, &node, range);
            report.error(
                "E0046",
                at,
                format!(
                    "not all trait items implemented, missing: {}",
                    names.join(", ")
                ),
            );
        }
        Any::TraitImplRedundantAssocItems(it) => {
            let (name, item) = &it.assoc_item;
            let (code, kind) = match item {
                hir::AssocItem::Function(_) => ("E0407", "method"),
                hir::AssocItem::Const(_) => ("E0438", "const"),
                hir::AssocItem::TypeAlias(_) => ("E0437", "type"),
            };
            let (node, range) = node(report, InFile::new(it.file_id, it.impl_));
            let of = it.trait_.name(report.db).as_str().to_owned();
            let at = node
                .descendants()
                .filter_map(ast::AssocItem::cast)
                .find(|it| {
                    it.syntax()
                        .descendants()
                        .find_map(ast::Name::cast)
                        .is_some_and(|it| it.text() == name.as_str())
                })
                .map_or(range, |it| it.syntax().text_range());
            report.error(
                code,
                at,
                format!("{kind} `{}` is not a member of trait `{of}`", name.as_str()),
            );
        }
        Any::TraitImplOrphan(it) => {
            let (node, range) = node(report, InFile::new(it.file_id, it.impl_));
            let at = header(report, &node, range);
            report.error("E0117", at, "only traits defined in the current crate can be implemented for types defined outside of the crate");
            report.help("wrap the type in a struct of your own, and implement the trait for that");
        }
        Any::IncoherentImpl(it) => {
            let (node, range) = node(report, InFile::new(it.file_id, it.impl_));
            let at = header(report, &node, range);
            report.error("E0116", at, "cannot define inherent `impl` for a type outside of the crate where the type is defined");
        }
        Any::TraitImplIncorrectSafety(it) => {
            let (node, range) = node(report, InFile::new(it.file_id, it.impl_));
            let at = header(report, &node, range);
            if it.should_be_safe {
                report.error("E0199", at, "implementing the trait is not unsafe");
            } else {
                report.error(
                    "E0200",
                    at,
                    "the trait requires an `unsafe impl` declaration",
                );
            }
        }
        Any::IncorrectGenericsLen(it) => {
            let (_, range) = node(report, it.generics_or_segment);
            let kind = match it.kind {
                IncorrectGenericsLenKind::Lifetimes => "lifetime",
                IncorrectGenericsLenKind::TypesAndConsts => "generic",
            };
            let owner = generic_name(report, it.def);
            let takes = count(it.expected as usize, &format!("{kind} argument"));
            let supplied = count(it.provided as usize, &format!("{kind} argument"));
            let verb = if it.provided == 1 { "was" } else { "were" };
            if it.provided < it.expected {
                report.error(
                    "E0107",
                    range,
                    format!("missing generics for {owner}: it takes {takes}"),
                );
            } else {
                report.error(
                    "E0107",
                    range,
                    format!("{owner} takes {takes} but {supplied} {verb} supplied"),
                );
            }
        }
        Any::IncorrectGenericsOrder(it) => {
            let (_, range) = node(report, it.provided_arg);
            report.error(
                "E0747",
                range,
                "generic arguments are in the wrong order: lifetimes come first",
            );
        }
        Any::GenericArgsProhibited(it) => {
            let (_, range) = node(report, it.args);
            report.error("E0109", range, "generic arguments are not allowed here");
        }
        Any::ParenthesizedGenericArgsWithoutFnTrait(it) => {
            let (_, range) = node(report, it.args);
            report.error(
                "E0214",
                range,
                "parenthesized type parameters may only be used with a `Fn` trait",
            );
        }
        Any::InferVarsNotAllowed(it) => {
            let range = report.sema.diagnostics_display_range(it.node).range;
            report.error(
                "E0121",
                range,
                "the placeholder `_` is not allowed within types on item signatures",
            );
        }
        Any::MissingLifetime(it) => {
            let (_, range) = node(report, it.generics_or_segment);
            report.error("E0106", range, "missing lifetime specifier");
        }
        Any::ElidedLifetimesInPath(it) if it.hard_error => {
            let (_, range) = node(report, it.generics_or_segment);
            report.error("E0726", range, "implicit elided lifetime not allowed here");
        }
        Any::GenericDefaultRefersToSelf(it) => {
            let (_, range) = node(report, it.segment);
            report.error(
                "E0735",
                range,
                "generic parameters cannot use `Self` in their defaults",
            );
        }
        Any::MissingUnsafe(it) => {
            let (_, range) = node(report, it.node);
            report.error(
                "E0133",
                range,
                "this is unsafe and requires unsafe function or block",
            );
            report.help("the playground runs no `unsafe`");
        }
        Any::InvalidDeriveTarget(it) => {
            let range = report
                .sema
                .diagnostics_display_range_for_range(it.range)
                .range;
            report.error(
                "E0774",
                range,
                "`derive` may only be applied to `struct`s, `enum`s and `union`s",
            );
        }
        Any::MalformedDerive(it) => {
            let range = report
                .sema
                .diagnostics_display_range_for_range(it.range)
                .range;
            report.error(
                "E0777",
                range,
                "malformed `derive` attribute: it lists traits, `#[derive(Debug, Clone)]`",
            );
        }
        // Looked for by passes of our own, which know of async bodies too, or none of rustc's business.
        Any::NeedMut(_)
        | Any::UnusedMut(_)
        | Any::UnusedVariable(_)
        | Any::MovedOutOfRef(_)
        | Any::UnusedMustUse(_)
        | Any::InactiveCode(_)
        | Any::IncorrectCase(_)
        | Any::ElidedLifetimesInPath(_)
        | Any::RemoveTrailingReturn(_)
        | Any::RemoveUnnecessaryElse(_)
        | Any::ReplaceFilterMapNextWithFindMap(_)
        | Any::PatternArgInExternFn(_)
        | Any::BadRtn(_)
        | Any::UnionExprMustHaveExactlyOneField(_)
        | Any::UnionPatMustHaveExactlyOneField(_)
        | Any::UnionPatHasRest(_) => {}
    }
}

/// "1 argument", "2 arguments".
pub fn count(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

/// The head of an impl: what comes before its items.
fn header(report: &Report, node: &SyntaxNode, range: TextRange) -> TextRange {
    let items = node
        .children()
        .find(|it| ast::AssocItemList::can_cast(it.kind()));
    match items.and_then(|it| report.written(&it)) {
        Some(items) if items.start() > range.start() => {
            let text = report.slice(TextRange::new(range.start(), items.start()));
            TextRange::at(range.start(), ra_ap_syntax::TextSize::of(text.trim_end()))
        }
        _ => range,
    }
}

fn variant_name(report: &Report, variant: hir::Variant) -> String {
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

fn generic_name(report: &Report, def: hir::GenericDef) -> String {
    let kind = match def {
        hir::GenericDef::Function(_) => "function",
        hir::GenericDef::Adt(hir::Adt::Struct(_)) => "struct",
        hir::GenericDef::Adt(hir::Adt::Enum(_)) => "enum",
        hir::GenericDef::Adt(hir::Adt::Union(_)) => "union",
        hir::GenericDef::Trait(_) => "trait",
        hir::GenericDef::TypeAlias(_) => "type alias",
        _ => "item",
    };
    let name = match def {
        hir::GenericDef::Function(it) => it.name(report.db).as_str().to_owned(),
        hir::GenericDef::Adt(it) => it.name(report.db).as_str().to_owned(),
        hir::GenericDef::Trait(it) => it.name(report.db).as_str().to_owned(),
        hir::GenericDef::TypeAlias(it) => it.name(report.db).as_str().to_owned(),
        _ => return kind.to_owned(),
    };
    format!("{kind} `{name}`")
}

/// E0061 and its kin: at the callee's name, as rustc has it.
fn argument_count(
    report: &mut Report,
    node: &SyntaxNode,
    range: TextRange,
    expected: usize,
    found: usize,
    closure: bool,
) {
    let takes = count(expected, "argument");
    let supplied = count(found, "argument");
    let verb = if found == 1 { "was" } else { "were" };
    let (at, what) = match ast::Expr::cast(node.clone()) {
        Some(ast::Expr::MethodCallExpr(call)) => (
            call.name_ref().and_then(|it| report.written(it.syntax())),
            "method",
        ),
        Some(ast::Expr::CallExpr(call)) => {
            let callee = call.expr();
            let ty = callee.as_ref().and_then(|it| report.sema.type_of_expr(it));
            let constructor = match ty
                .and_then(|it| it.original.as_callable(report.db))
                .map(|it| it.kind())
            {
                Some(hir::CallableKind::TupleStruct(_)) => "struct",
                Some(hir::CallableKind::TupleEnumVariant(_)) => "enum variant",
                _ => "function",
            };
            (
                callee.and_then(|it| report.written(it.syntax())),
                constructor,
            )
        }
        _ => (None, "function"),
    };
    let code = if closure { "E0057" } else { "E0061" };
    let what = if closure { "function" } else { what };
    report.error(
        code,
        at.unwrap_or(range),
        format!("this {what} takes {takes} but {supplied} {verb} supplied"),
    );
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

fn cast<'db>(
    report: &mut Report<'_, 'db>,
    range: TextRange,
    error: CastError,
    from: &hir::Type<'db>,
    to: &hir::Type<'db>,
) {
    let (from, to) = (report.show(from), report.show(to));
    match error {
        CastError::CastToBool => {
            report.error("E0054", range, format!("cannot cast `{from}` as `bool`"));
            report.help("compare with zero instead: `!= 0`");
        }
        CastError::CastToChar => report.error(
            "E0604",
            range,
            "only `u8` can be cast as `char`, not `".to_owned() + &from + "`",
        ),
        CastError::NonScalar => report.error(
            "E0605",
            range,
            format!("non-primitive cast: `{from}` as `{to}`"),
        ),
        CastError::SizedUnsizedCast => report.error(
            "E0607",
            range,
            format!("cannot cast thin pointer `{from}` to wide pointer `{to}`"),
        ),
        CastError::NeedDeref
        | CastError::IllegalCast
        | CastError::DifferingKinds
        | CastError::IntToWideCast
        | CastError::NeedViaPtr
        | CastError::NeedViaThinPtr
        | CastError::NeedViaInt => report.error(
            "E0606",
            range,
            format!("casting `{from}` as `{to}` is invalid"),
        ),
        _ => report.error(
            "E0605",
            range,
            format!("non-primitive cast: `{from}` as `{to}`"),
        ),
    }
}

fn await_outside(report: &mut Report, node: &SyntaxNode, range: TextRange) {
    // rustc points at the word `await`.
    let at = node
        .descendants_with_tokens()
        .filter_map(|it| it.into_token())
        .find(|it| it.text() == "await")
        .map_or(range, |it| it.text_range());
    let at = if range.contains_range(at) { at } else { range };
    report.error(
        "E0728",
        at,
        "`await` is only allowed inside `async` functions and blocks",
    );
    let closure_or_fn = node.ancestors().find_map(|it| {
        if ast::ClosureExpr::can_cast(it.kind()) {
            return Some(None);
        }
        ast::Fn::cast(it).map(Some)
    });
    if let Some(Some(function)) = closure_or_fn
        && let Some(token) = function.fn_token()
        && report.written(function.syntax()) == Some(function.syntax().text_range())
    {
        let at = token.text_range().start();
        report.insert("consider making this function `async`", at, "async ");
    }
}

/// E0282: rustc points at the name that is declared, if the type is that of a variable.
fn type_annotations<'db>(
    report: &mut Report<'_, 'db>,
    node: &SyntaxNode,
    range: TextRange,
    of: Option<hir::Type<'db>>,
) {
    if report.is_wrong(range) {
        return;
    }
    let declared = node.ancestors().find_map(ast::LetStmt::cast).filter(|it| {
        it.ty().is_none()
            && it
                .initializer()
                .is_some_and(|it| it.syntax().text_range().contains_range(node.text_range()))
    });
    let name = declared.and_then(|it| match it.pat()? {
        ast::Pat::IdentPat(it) => report.written(it.syntax()),
        _ => None,
    });
    let whole = of.filter(|it| !it.is_unknown() && !it.contains_unknown());
    let message = match whole.map(|it| report.show(&it)) {
        Some(of) => format!("type annotations needed for `{of}`"),
        None => "type annotations needed".to_owned(),
    };
    report.error("E0282", name.unwrap_or(range), message);
    report.help("say the type: `let name: Type = …`");
}

fn macro_error(report: &mut Report, range: TextRange, message: &str) {
    let message = match message {
        "no rule matches" | "macro expansion did not match any rule" => {
            "no rules expected this token in macro call"
        }
        it if it.starts_with("leftover tokens") => "no rules expected this token in macro call",
        it => it,
    };
    report.error("", range, message);
}
