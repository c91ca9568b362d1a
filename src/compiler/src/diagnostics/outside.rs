//! What only the playground does not know. It is said as that, and never in rustc's words.

use super::report::Report;
use crate::database::{STD, TOKIO};
use ra_ap_syntax::{AstNode, SyntaxKind, TextRange, ast};

/// What std and tokio have: a line is a module, and the names in it. `names.py` writes it.
const ITEMS: &str = include_str!("outside/items.txt");

/// The names that methods of std's and tokio's types have.
const METHODS: &str = include_str!("outside/methods.txt");

/// Crates that programs of learners use.
const CRATES: &str = "anyhow async_channel async_recursion async_std async_stream async_trait axum bytes chrono \
    clap console_subscriber crossbeam dashmap env_logger flume futures futures_util hyper itertools lazy_static log \
    mini_redis num_cpus once_cell parking_lot pin_project pin_project_lite rand rayon regex reqwest serde serde_json \
    smol sqlx thiserror tokio_stream tokio_util tonic tower tracing tracing_subscriber url uuid warp";

/// `unsafe`, and what else is refused by its syntax.
pub fn check(report: &mut Report) {
    let mut found = Vec::new();
    for element in report.file.syntax().descendants_with_tokens() {
        let range = element.text_range();
        match element.kind() {
            SyntaxKind::UNSAFE_KW => found.push((
                range,
                "the playground does not run `unsafe` code".to_owned(),
            )),
            SyntaxKind::EXTERN_BLOCK => found.push((
                range,
                "the playground does not know foreign functions".to_owned(),
            )),
            SyntaxKind::UNION => {
                found.push((range, "the playground does not know unions".to_owned()))
            }
            _ => {}
        }
    }
    for (range, message) in found {
        report.error("playground", range, message);
    }
    attributes(report);
}

/// Attributes and derives that are other crates' macros.
fn attributes(report: &mut Report) {
    let attributes: Vec<_> = report
        .file
        .syntax()
        .descendants()
        .filter_map(ast::Attr::cast)
        .map(|it| (it.syntax().text_range(), it.syntax().text().to_string()))
        .collect();
    for (range, text) in attributes {
        for name in [
            "async_trait",
            "serde(",
            "derive(Serialize",
            "derive(Deserialize",
            "pin_project",
        ] {
            if text.contains(name) {
                report.error(
                    "playground",
                    range,
                    "the playground knows no macros of other crates",
                );
            }
        }
    }
}

/// Whether a path that does not resolve is that of something real in std or tokio, or of a crate that programs use; says
/// so if it is. `known` parts of it do resolve.
pub fn path(report: &mut Report, range: TextRange, segments: &[String], known: usize) -> bool {
    if known == 0 {
        let is_crate = segments
            .first()
            .is_some_and(|first| CRATES.split_whitespace().any(|it| it == first));
        if is_crate {
            other_crate(report, range, &segments[0]);
        }
        return is_crate;
    }
    let Some(name) = segments.get(known) else {
        return false;
    };
    let mut module = segments[..known].to_vec();
    if module[0] == "core" || module[0] == "alloc" {
        "std".clone_into(&mut module[0]);
    }
    let real = exists(&module.join("::"), name);
    if real {
        let shown = segments[..=known].join("::");
        report.error(
            "playground",
            range,
            format!("the playground does not know `{shown}`"),
        );
        report.help("open it in the Rust Playground to run it");
    }
    real
}

/// Whether a macro that is not found is one of std; says so if it is.
pub fn macro_call(report: &mut Report, range: TextRange, name: &str) -> bool {
    let real = exists("std", name);
    if real {
        report.error(
            "playground",
            range,
            format!("the playground does not know `{name}!`"),
        );
        report.help("open it in the Rust Playground to run it");
    }
    real
}

/// Whether std or tokio has methods or functions of types with this name.
pub fn is_method(name: &str) -> bool {
    METHODS.lines().any(|it| it == name)
}

/// A crate that is neither std nor tokio.
pub fn other_crate(report: &mut Report, range: TextRange, name: &str) {
    report.error(
        "playground",
        range,
        format!("the playground knows std and tokio, and no other crate: `{name}`"),
    );
    report.help("open it in the Rust Playground to run it");
}

/// Whether methods have this name in std or tokio, but no method in the playground's.
pub fn method(name: &str) -> bool {
    is_method(name) && !written(&format!("fn {name}"))
}

/// Whether it is a name of std or tokio, at this path.
pub fn exists(module: &str, name: &str) -> bool {
    ITEMS.lines().any(|line| {
        let mut names = line.split(' ');
        let of = names.next().unwrap_or_default();
        of == module && names.any(|it| it == name)
            // A module's own line, or that of one within it.
            || of.strip_prefix(module).and_then(|it| it.strip_prefix("::")).is_some_and(|rest| {
                rest.split("::").next() == Some(name)
            })
    })
}

/// Whether the text is in the playground's std or tokio as a word.
fn written(text: &str) -> bool {
    STD.iter().chain(TOKIO).any(|(_, source)| {
        source.match_indices(text).any(|(at, _)| {
            let after = source[at + text.len()..].chars().next();
            after.is_none_or(|c| !c.is_alphanumeric() && c != '_')
        })
    })
}
