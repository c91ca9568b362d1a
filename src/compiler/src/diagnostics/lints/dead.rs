//! Items that `main` does not lead to, by their names: whoever has the name of something that is used is used.

use super::words::{Word, words};
use super::{fields, listed, number};
use crate::diagnostics::bodies::TypedBody;
use crate::diagnostics::report::Report;
use ra_ap_syntax::ast::{self, HasAttrs, HasName, HasVisibility};
use ra_ap_syntax::{AstNode, SyntaxKind, SyntaxNode, TextRange};
use std::collections::HashSet;

/// Something that may be used or not.
struct Item {
    node: SyntaxNode,
    name: String,
    at: TextRange,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Function,
    Struct,
    Enum,
    Constant,
    Static,
    Alias,
    Trait,
    /// Of an `impl` that is not a trait's.
    Method,
    Associated,
}

pub fn check<'db>(report: &mut Report<'_, 'db>, bodies: &[TypedBody<'db>]) {
    let read = fields::read(report, bodies);
    let root = report.file.syntax().clone();
    let items: Vec<Item> = root.descendants().filter_map(item).collect();
    let words = words(&root);
    let used = used(&root, &items, &words);
    // An impl says at once what of it is not used.
    let mut said: Vec<SyntaxNode> = Vec::new();
    for (i, item) in items.iter().enumerate() {
        if used.contains(&i) || within_unused(&items, &used, item) {
            continue;
        }
        let what = match item.kind {
            Kind::Function => "function",
            Kind::Struct => "struct",
            Kind::Enum => "enum",
            Kind::Constant => "constant",
            Kind::Static => "static",
            Kind::Alias => "type alias",
            Kind::Trait => "trait",
            Kind::Method | Kind::Associated => {
                let Some(list) = item.node.parent() else {
                    continue;
                };
                if !said.contains(&list) {
                    of_impl(report, &items, &used, &list);
                    said.push(list);
                }
                continue;
            }
        };
        let how = match item.kind {
            Kind::Struct => "constructed",
            _ => "used",
        };
        let name = &item.name;
        report.warn(
            "dead_code",
            item.at,
            format!("{what} `{name}` is never {how}"),
        );
    }
    for (i, item) in items.iter().enumerate() {
        if used.contains(&i) {
            fields::check(report, &item.node, &read);
            variants(report, item, &root);
        }
    }
}

fn item(node: SyntaxNode) -> Option<Item> {
    let in_impl = node
        .ancestors()
        .nth(2)
        .and_then(ast::Impl::cast)
        .map(|it| it.trait_().is_some());
    if in_impl == Some(true)
        || node
            .parent()
            .and_then(|it| it.parent())
            .is_some_and(|it| ast::Trait::can_cast(it.kind()))
    {
        return None;
    }
    let (name, kind) = match ast::Item::cast(node.clone())? {
        ast::Item::Fn(it) => {
            let has_self = it.param_list().is_some_and(|it| it.self_param().is_some());
            let kind = match (in_impl, has_self) {
                (None, _) => Kind::Function,
                (_, true) => Kind::Method,
                (_, false) => Kind::Associated,
            };
            (it.name()?, kind)
        }
        ast::Item::Struct(it) => (it.name()?, Kind::Struct),
        ast::Item::Enum(it) => (it.name()?, Kind::Enum),
        ast::Item::Const(it) if in_impl.is_none() => (it.name()?, Kind::Constant),
        ast::Item::Static(it) => (it.name()?, Kind::Static),
        ast::Item::TypeAlias(it) if in_impl.is_none() => (it.name()?, Kind::Alias),
        ast::Item::Trait(it) => (it.name()?, Kind::Trait),
        _ => return None,
    };
    Some(Item {
        name: name.text().to_string(),
        at: name.syntax().text_range(),
        node,
        kind,
    })
}

/// Whether an item is used whatever the others do.
fn is_root(item: &Item) -> bool {
    let at_top = item
        .node
        .parent()
        .is_some_and(|it| ast::SourceFile::can_cast(it.kind()));
    let is_public =
        ast::AnyHasVisibility::cast(item.node.clone()).is_some_and(|it| it.visibility().is_some());
    let is_main = item.name == "main" && at_top;
    let in_public = item
        .node
        .ancestors()
        .skip(1)
        .any(|it| ast::Module::cast(it).is_some_and(|it| it.visibility().is_some()));
    let conditional = item.node.ancestors().any(|it| {
        ast::AnyHasAttrs::cast(it).is_some_and(|it| {
            it.attrs().any(|it| {
                let text = it.syntax().text().to_string();
                text.contains("cfg") || text.contains("allow") || text.contains("test")
            })
        })
    });
    let is_method = matches!(item.kind, Kind::Method | Kind::Associated);
    is_main
        || conditional
        || item.name.starts_with('_')
        || (is_public && (at_top || in_public || is_method))
}

/// The items that can be reached, as indices.
fn used(root: &SyntaxNode, items: &[Item], words: &[Word]) -> HashSet<usize> {
    // Each name belongs to the innermost item around it; names in no item are always there.
    let owner = |word: &Word| {
        let around = items
            .iter()
            .enumerate()
            .filter(|(_, it)| it.node.text_range().contains_range(word.range));
        around
            .min_by_key(|(_, it)| it.node.text_range().len())
            .map(|(i, _)| i)
    };
    let headers = headers(root);
    let owned: Vec<(Option<usize>, &Word)> = words
        .iter()
        .filter(|it| !headers.iter().any(|header| header.contains_range(it.range)))
        .map(|it| (owner(it), it))
        .collect();
    let mut used: HashSet<usize> = items
        .iter()
        .enumerate()
        .filter(|(_, it)| is_root(it))
        .map(|(i, _)| i)
        .collect();
    loop {
        let names: HashSet<&str> = owned
            .iter()
            .filter(|(owner, _)| owner.is_none_or(|it| used.contains(&it)))
            .map(|(_, word)| word.text.as_str())
            .collect();
        let before = used.len();
        for (i, item) in items.iter().enumerate() {
            if names.contains(item.name.as_str()) {
                used.insert(i);
            }
        }
        if used.len() == before {
            return used;
        }
    }
}

/// `impl Type`: it names the type, and does not use it.
fn headers(root: &SyntaxNode) -> Vec<TextRange> {
    root.descendants()
        .filter_map(ast::Impl::cast)
        .filter(|it| it.trait_().is_none())
        .filter_map(|it| Some(it.self_ty()?.syntax().text_range()))
        .collect()
}

/// Whether an item is of a type, or within a function, that is not used either.
fn within_unused(items: &[Item], used: &HashSet<usize>, item: &Item) -> bool {
    let of_type = item
        .node
        .ancestors()
        .nth(2)
        .and_then(ast::Impl::cast)
        .and_then(|it| it.self_ty())
        .map(|it| it.syntax().text().to_string());
    items.iter().enumerate().any(|(i, it)| {
        let around =
            it.node != item.node && it.node.text_range().contains_range(item.node.text_range());
        let is_type = of_type
            .as_ref()
            .is_some_and(|of| of.split('<').next() == Some(&it.name));
        !used.contains(&i) && (around || is_type)
    })
}

/// What of an impl nothing calls.
fn of_impl(report: &mut Report, items: &[Item], used: &HashSet<usize>, list: &SyntaxNode) {
    let unused: Vec<&Item> = items
        .iter()
        .enumerate()
        .filter(|(i, it)| !used.contains(i) && it.node.parent().as_ref() == Some(list))
        .map(|(_, it)| it)
        .collect();
    let Some(first) = unused.first() else { return };
    let names: Vec<String> = unused.iter().map(|it| it.name.clone()).collect();
    let all = |kind| unused.iter().all(|it| it.kind == kind);
    let what = match () {
        () if all(Kind::Method) => "method",
        () if all(Kind::Associated) => "associated function",
        () => "associated item",
    };
    let (s, are) = number(names.len());
    report.warn(
        "dead_code",
        first.at,
        format!("{what}{s} {} {are} never used", listed(&names)),
    );
}

/// Variants that are only looked for.
fn variants(report: &mut Report, item: &Item, root: &SyntaxNode) {
    let Some(of) = ast::Enum::cast(item.node.clone()) else {
        return;
    };
    let silent = of.attrs().any(|it| {
        let text = it.syntax().text().to_string();
        text.contains("allow") || text.contains("repr")
    });
    if silent || is_root(item) {
        return;
    }
    let made: HashSet<String> = words(root)
        .into_iter()
        .filter(|it| !item.node.text_range().contains_range(it.range))
        .filter(|it| !is_looked_for(root, it))
        .map(|it| it.text)
        .collect();
    let mut never = Vec::new();
    for variant in of.variant_list().into_iter().flat_map(|it| it.variants()) {
        let Some(name) = variant.name() else { continue };
        let text = name.text().to_string();
        if !made.contains(&text) && variant.attrs().next().is_none() && !text.starts_with('_') {
            never.push((text, name.syntax().text_range()));
        }
    }
    let Some((_, first)) = never.first() else {
        return;
    };
    let first = *first;
    let names: Vec<String> = never.iter().map(|it| it.0.clone()).collect();
    let (s, are) = number(names.len());
    let message = match names.len() {
        0..=6 => format!("variant{s} {} {are} never constructed", listed(&names)),
        _ => "multiple variants are never constructed".to_owned(),
    };
    report.warn("dead_code", first, message);
}

/// Whether a name stands in a pattern.
fn is_looked_for(root: &SyntaxNode, word: &Word) -> bool {
    let token = root.token_at_offset(word.range.start()).right_biased();
    let Some(token) = token else { return false };
    token
        .parent_ancestors()
        .find_map(|it| match ast::Expr::can_cast(it.kind()) {
            true => Some(false),
            false if it.kind() == SyntaxKind::TOKEN_TREE => Some(false),
            false => ast::Pat::can_cast(it.kind()).then_some(true),
        })
        .unwrap_or(false)
}
