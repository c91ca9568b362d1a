//! The syntax, in rustc's words.

use super::report::Report;
use ra_ap_syntax::{AstNode, NodeOrToken, SyntaxKind, SyntaxToken, T, TextRange, TextSize, ast};

/// Delimiters that do not match are all that rustc talks of; then comes the parser.
pub fn check(report: &mut Report) {
    delimiters(report);
    if report.has_errors() {
        return;
    }
    let errors = report.parse_errors();
    let mut last_line = None;
    for error in errors {
        let message = error.to_string();
        let (range, said) = parser(report, error.range(), &message);
        // What follows on the same line follows from it.
        let line = report.line(range);
        if last_line == Some(line) {
            continue;
        }
        last_line = Some(line);
        say(report, range, said);
    }
    if !report.has_errors() {
        await_first(report);
    }
}

enum Said {
    Plain(String),
    Code(&'static str, String),
    Insert(String, String, TextSize, &'static str),
}

fn say(report: &mut Report, range: TextRange, said: Said) {
    match said {
        Said::Plain(message) => report.error("", range, message),
        Said::Code(code, message) => report.error(code, range, message),
        Said::Insert(message, help, at, text) => {
            report.error("", range, message);
            report.insert(help, at, text);
        }
    }
}

/// rustc's words for what rust-analyzer's parser says, and rustc's place: it looks at the token that it found.
fn parser(report: &Report, range: TextRange, message: &str) -> (TextRange, Said) {
    let at = range.start();
    let next = token_after(report, at);
    let found = next.as_ref().map_or("<eof>".to_owned(), described);
    let before = token_before(report, at);
    let next_range = next
        .as_ref()
        .map_or(TextRange::empty(at), SyntaxToken::text_range);
    let ends_line = before.as_ref().is_some_and(|before| {
        let between = TextRange::new(before.text_range().end(), next_range.start());
        report.slice(between).contains('\n')
    });
    let here = before
        .as_ref()
        .map_or(range, |it| TextRange::empty(it.text_range().end()));
    let expected = |what: &str| {
        (
            next_range,
            Said::Plain(format!("expected {what}, found {found}")),
        )
    };
    match message {
        "expected SEMICOLON" | "expected `;`" if ends_line => (
            here,
            Said::Insert(
                format!("expected `;`, found {found}"),
                "add `;` here".into(),
                here.start(),
                ";",
            ),
        ),
        "expected SEMICOLON" if found == "`->`" => expected("`;`"),
        "expected SEMICOLON" => {
            expected("one of `!`, `.`, `::`, `;`, `?`, `{`, `}`, or an operator")
        }
        "expected COMMA" | "expected `,`" => expected("one of `)`, `,`, `.`, `?`, or an operator"),
        "expected FAT_ARROW" => expected("one of `=>`, `if`, or `|`"),
        "expected a block" => expected("`{`"),
        "expected an item" | "expected fn, trait or impl" => expected("item"),
        "missing type for function parameter" => expected("one of `:`, `@`, or `|`"),
        "expected expression, item or let statement" | "expected expression" => {
            if found == "keyword `await`" {
                (next_range, Said::Plain("incorrect use of `await`".into()))
            } else if matches!(before.as_ref().map(|it| it.text()), Some("+")) && found == "`+`" {
                (
                    here,
                    Said::Plain("Rust has no postfix increment operator".into()),
                )
            } else {
                expected("expression")
            }
        }
        "expected a pattern" | "expected pattern" => expected("pattern"),
        "expected a name" => expected("identifier"),
        "expected field declaration" => expected("identifier"),
        _ if message.starts_with("expected type") => expected("type"),
        "Missing trailing `\"` symbol to terminate the string literal" => (
            range,
            Said::Code("E0765", "unterminated double quote string".into()),
        ),
        _ => match message.strip_prefix("expected ").and_then(kind_named) {
            Some(text) => expected(&format!("`{text}`")),
            None => (range, Said::Plain(message.to_owned())),
        },
    }
}

/// The text of a token whose kind rust-analyzer names.
fn kind_named(name: &str) -> Option<&'static str> {
    Some(match name {
        "R_PAREN" => ")",
        "L_PAREN" => "(",
        "R_CURLY" => "}",
        "L_CURLY" => "{",
        "R_BRACK" => "]",
        "L_BRACK" => "[",
        "R_ANGLE" => ">",
        "L_ANGLE" => "<",
        "EQ" => "=",
        "COLON" => ":",
        "COLON2" => "::",
        "IN_KW" => "in",
        "THIN_ARROW" => "->",
        "PIPE" => "|",
        "BANG" => "!",
        _ => return None,
    })
}

fn described(token: &SyntaxToken) -> String {
    let text = token.text();
    match token.kind() {
        kind if kind.is_keyword(ra_ap_span::Edition::Edition2024) => format!("keyword `{text}`"),
        SyntaxKind::ERROR if text == "await" => format!("keyword `{text}`"),
        _ => {
            // rustc's tokens are longer than those of rust-analyzer.
            let after = token.next_token().filter(|it| !it.kind().is_trivia());
            match after.as_ref().map(|it| it.text()) {
                Some(next)
                    if matches!((text, next), ("-" | "=", ">") | ("=", "=") | (":", ":")) =>
                {
                    format!("`{text}{next}`")
                }
                _ => format!("`{text}`"),
            }
        }
    }
}

fn token_after(report: &Report, at: TextSize) -> Option<SyntaxToken> {
    tokens(report)
        .filter(|it| !it.kind().is_trivia())
        .find(|it| it.text_range().start() >= at)
}

fn token_before(report: &Report, at: TextSize) -> Option<SyntaxToken> {
    tokens(report)
        .filter(|it| !it.kind().is_trivia())
        .take_while(|it| it.text_range().end() <= at)
        .last()
}

fn tokens(report: &Report) -> impl Iterator<Item = SyntaxToken> + use<> {
    report
        .file
        .syntax()
        .descendants_with_tokens()
        .filter_map(NodeOrToken::into_token)
}

/// Delimiters as rustc's lexer pairs them, with its recovery.
fn delimiters(report: &mut Report) {
    let mut open: Vec<(SyntaxKind, TextRange)> = Vec::new();
    let mut mismatched: Vec<(TextRange, TextRange, SyntaxKind)> = Vec::new();
    let mut unexpected = None;
    let mut last_found = None;
    let all: Vec<_> = tokens(report).collect();
    'tokens: for token in &all {
        let closes = match token.kind() {
            kind @ (T!['('] | T!['['] | T!['{']) => {
                open.push((kind, token.text_range()));
                continue;
            }
            T![')'] => T!['('],
            T![']'] => T!['['],
            T!['}'] => T!['{'],
            _ => continue,
        };
        while let Some((kind, range)) = open.pop() {
            if kind == closes {
                continue 'tokens;
            }
            if last_found != Some(token.text_range()) {
                last_found = Some(token.text_range());
                mismatched.push((token.text_range(), range, kind));
            }
            if !open.iter().any(|(kind, _)| *kind == closes) {
                continue 'tokens;
            }
        }
        unexpected = Some(token);
        break;
    }
    for (found, unclosed, kind) in mismatched {
        let message = format!("mismatched closing delimiter: `{}`", report.slice(found));
        report.error("", found, message);
        let line = report.line(unclosed);
        let (this, closing) = pair(kind);
        report.help(format!("the `{this}` of line {line} wants a `{closing}`"));
    }
    if let Some(token) = unexpected {
        let message = format!("unexpected closing delimiter: `{}`", token.text());
        report.error("", token.text_range(), message);
        report.help("nothing is open here that it could close");
    } else if let Some((kind, range)) = open.last() {
        let end = TextRange::empty(TextSize::of(report.text.trim_end()));
        let (this, closing) = pair(*kind);
        let line = report.line(*range);
        report.error("", end, "this file contains an unclosed delimiter");
        report.help(format!("the `{this}` of line {line} wants a `{closing}`"));
    }
}

fn pair(kind: SyntaxKind) -> (char, char) {
    match kind {
        T!['('] => ('(', ')'),
        T!['['] => ('[', ']'),
        _ => ('{', '}'),
    }
}

/// `await(future)` and `await future` are calls and names to rust-analyzer.
fn await_first(report: &mut Report) {
    let paths = report
        .file
        .syntax()
        .descendants()
        .filter_map(ast::NameRef::cast);
    let found: Vec<_> = paths
        .filter(|it| it.text() == "await")
        .map(|it| it.syntax().text_range())
        .collect();
    for range in found {
        report.error("", range, "incorrect use of `await`");
        report.help("`.await` comes after the future: `future.await`");
    }
}
