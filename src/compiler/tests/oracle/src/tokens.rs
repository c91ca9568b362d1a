//! A program's tokens: as much of Rust's lexing as changing a program needs.

use std::ops::Range;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Word,
    Number,
    /// Text, a character or a lifetime.
    Quoted,
    Sign,
}

#[derive(Clone, Debug)]
pub struct Token {
    pub kind: Kind,
    pub at: Range<usize>,
}

/// Everything but blanks and comments. Signs are one character each.
pub fn tokens(source: &str) -> Vec<Token> {
    let bytes = source.as_bytes();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let rest = &source[at..];
        let word = |c: char| c.is_alphanumeric() || c == '_';
        let first = rest.chars().next().expect("not at the end");
        let kind = if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        } else if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
            continue;
        } else if first.is_ascii_digit() {
            at += rest.find(|c| !word(c)).unwrap_or(rest.len());
            Kind::Number
        } else if word(first) {
            at += rest.find(|c| !word(c)).unwrap_or(rest.len());
            Kind::Word
        } else if first == '"' {
            at += 1;
            while bytes[at] != b'"' {
                at += if bytes[at] == b'\\' { 2 } else { 1 };
            }
            at += 1;
            Kind::Quoted
        } else if first == '\'' {
            at += quote(rest);
            Kind::Quoted
        } else {
            at += first.len_utf8();
            Kind::Sign
        };
        tokens.push(Token {
            kind,
            at: start..at,
        });
    }
    tokens
}

/// How long the character or lifetime is that the text begins with.
fn quote(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    let (_, first) = chars.next().expect("something behind a quote");
    if first == '\\' {
        return 3 + text[3..].find('\'').expect("the end of a character");
    }
    match chars.next() {
        Some((at, '\'')) => at + 1,
        _ => {
            1 + text[1..]
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(text.len() - 1)
        }
    }
}
