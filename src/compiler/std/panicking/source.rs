//! Rust as one writes it: rust-analyzer's `stringify!` puts a space between any two tokens.

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Word,
    /// What an operand may follow.
    Operator,
    Open,
    Close,
    /// `.`, `::` and the like, which stand close to both sides.
    Glue,
    /// `,` and the like, which stand close to what is before.
    Stop,
}

/// Of an expression.
pub fn tidy(text: &str) -> String {
    let text = match text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        Some(inner) if is_balanced(inner) => inner,
        _ => text,
    };
    let mut tidy = String::new();
    let mut before = ("", Kind::Open);
    let mut close = true;
    let mut params = false;
    let mut generics = 0;
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (token, after) = rest.split_at(length(rest));
        rest = after.trim_start();
        let kind = match token {
            "<" if before.0 == "::" => {
                generics += 1;
                Kind::Open
            }
            ">" if generics > 0 => {
                generics -= 1;
                Kind::Close
            }
            _ => kind(token),
        };
        // Whether this begins an operand.
        let begins =
            matches!(before.1, Kind::Operator | Kind::Open | Kind::Stop) || is_keyword(before.0);
        let bar = token == "|" && (params || begins);
        let space = match kind {
            _ if close => false,
            Kind::Close | Kind::Stop | Kind::Glue => false,
            Kind::Open => token == "{" || begins && before.0 != "::",
            _ if bar && params => false,
            _ if token == "!" && rest.starts_with(['(', '[', '{']) && !begins => false,
            _ => true,
        };
        if space {
            tidy.push(' ');
        }
        tidy.push_str(token);
        let unary = begins && matches!(token, "!" | "-" | "*" | "&" | "&&");
        let is_macro = token == "!" && !begins;
        close = unary
            || is_macro
            || (bar && !params)
            || matches!(kind, Kind::Glue)
            || (kind == Kind::Open && token != "{");
        // The name of a macro calls, and what follows a closure's parameters is an operand.
        before = if is_macro {
            ("", Kind::Word)
        } else {
            (token, kind)
        };
        if bar {
            params = !params;
        }
    }
    tidy
}

fn kind(token: &str) -> Kind {
    match token {
        "(" | "[" | "{" => Kind::Open,
        ")" | "]" | "}" => Kind::Close,
        "," | ";" | ":" | "?" => Kind::Stop,
        "." | ".." | "..=" | "::" => Kind::Glue,
        _ if token.starts_with(is_punctuation) => Kind::Operator,
        _ => Kind::Word,
    }
}

fn is_keyword(word: &str) -> bool {
    matches!(
        word,
        "if" | "else" | "match" | "return" | "in" | "move" | "mut" | "as" | "let"
    )
}

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() && c != '_' && c != '"' && c != '\''
}

/// Of the first token.
fn length(text: &str) -> usize {
    let mut chars = text.char_indices();
    let Some((_, first)) = chars.next() else {
        return 0;
    };
    if first == '"' {
        let mut escaped = false;
        for (i, c) in chars {
            if c == '"' && !escaped {
                return i + 1;
            }
            escaped = c == '\\' && !escaped;
        }
        return text.len();
    }
    if text.starts_with("::") {
        return 2;
    }
    if matches!(first, '(' | ')' | '[' | ']' | '{' | '}' | ',' | ';' | '?') {
        return 1;
    }
    let joined = is_punctuation(first);
    for (i, c) in chars {
        if c.is_whitespace()
            || is_punctuation(c) != joined && !(c == '.' && first.is_ascii_digit())
            || matches!(c, '(' | ')' | '[' | ']' | '{' | '}' | ',' | ';' | '?')
        {
            return i;
        }
    }
    text.len()
}

fn is_balanced(text: &str) -> bool {
    let mut depth = 0;
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}
