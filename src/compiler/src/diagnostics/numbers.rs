//! Whole numbers that are written as none can be: rust-analyzer takes what it can read of them.

use super::report::Report;
use ra_ap_syntax::{AstNode, NodeOrToken, SyntaxKind};

/// What may stand behind the digits.
const SUFFIXES: [&str; 14] = [
    "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize", "f32",
    "f64",
];

pub fn check(report: &mut Report) {
    let tokens = report.file.syntax().descendants_with_tokens();
    let numbers: Vec<_> = tokens
        .filter_map(NodeOrToken::into_token)
        .filter(|it| it.kind() == SyntaxKind::INT_NUMBER)
        .collect();
    for number in numbers {
        if let Some(message) = wrong(number.text()) {
            report.error("", number.text_range(), message);
        }
    }
}

/// Why, if there are digits: else the parser says so.
fn wrong(text: &str) -> Option<String> {
    let (base, digits) = match text.get(..2) {
        Some("0b") => (2, &text[2..]),
        Some("0o") => (8, &text[2..]),
        Some("0x") => (16, &text[2..]),
        _ => (10, text),
    };
    let is_digit = |it: char| it == '_' || it.is_digit(base.max(10));
    let suffix = digits.trim_start_matches(is_digit);
    let digits = &digits[..digits.len() - suffix.len()];
    if digits.contains(|it: char| it != '_' && !it.is_digit(base)) {
        return Some(format!("invalid digit for a base {base} literal"));
    }
    let of_floats = suffix.starts_with('f') && base != 10;
    if suffix.is_empty() || (SUFFIXES.contains(&suffix) && !of_floats) {
        return None;
    }
    let width = suffix.trim_start_matches(['i', 'u']);
    let is_width = width.len() + 1 == suffix.len() && width.bytes().all(|it| it.is_ascii_digit());
    Some(match is_width {
        true => format!("invalid width `{width}` for integer literal"),
        false => format!("invalid suffix `{suffix}` for number literal"),
    })
}
