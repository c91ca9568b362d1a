//! Format strings: how many arguments they want, and how those are to be shown.

use super::inferred::count;
use super::report::Report;
use ra_ap_syntax::{AstNode, AstToken, TextRange, TextSize, ast};

pub fn check(report: &mut Report) {
    let mut calls = Vec::new();
    super::walk::expanded(report, report.file.syntax(), &mut |node| {
        if let Some(it) = ast::FormatArgsExpr::cast(node.clone()) {
            calls.push(it);
        }
    });
    for call in calls {
        of_call(report, &call);
    }
}

/// What a format string wants.
#[derive(Default)]
struct Wants {
    /// Arguments that come one after another: `{}`.
    next: usize,
    /// Arguments by number: `{0}`.
    numbers: Vec<usize>,
    /// Arguments by name: `{name}`.
    names: Vec<String>,
    /// What is wrong with it, and where in it.
    wrong: Option<(usize, String)>,
}

fn of_call(report: &mut Report, call: &ast::FormatArgsExpr) {
    let Some(template) = call.template() else {
        return;
    };
    let Some(range) = report.written(template.syntax()) else {
        return;
    };
    let literal = match &template {
        ast::Expr::Literal(it) => match it.kind() {
            ast::LiteralKind::String(it) => it,
            _ => return not_a_string(report, range, call),
        },
        // `concat!` and its like.
        ast::Expr::MacroExpr(_) => return,
        _ => return not_a_string(report, range, call),
    };
    let wants = parse(literal.text());
    if let Some((at, message)) = wants.wrong {
        let at = TextRange::empty(range.start() + TextSize::new(at as u32));
        let at = if range.contains_range(at) { at } else { range };
        report.error("", at, message);
        return;
    }
    let args: Vec<(Option<String>, Option<TextRange>)> = call
        .args()
        .map(|it| {
            let name = it
                .arg_name()
                .map(|it| it.name())
                .map(|it| it.text().to_string());
            (name, it.expr().and_then(|it| report.written(it.syntax())))
        })
        .collect();
    let positional = args.iter().take_while(|(name, _)| name.is_none()).count();
    let given = args.len();
    if wants.next > given {
        let are = match given {
            0 => "no arguments were given".to_owned(),
            1 => "there is 1 argument".to_owned(),
            n => format!("there are {n} arguments"),
        };
        let but = format!(
            "{} in format string, but {are}",
            count(wants.next, "positional argument")
        );
        report.error("", range, but);
        return;
    }
    if let Some(number) = wants.numbers.iter().find(|it| **it >= given) {
        let are = match given {
            0 => "no arguments were given".to_owned(),
            1 => "there is 1 argument".to_owned(),
            n => format!("there are {n} arguments"),
        };
        report.error(
            "",
            range,
            format!("invalid reference to positional argument {number} ({are})"),
        );
        return;
    }
    let unused: Vec<TextRange> = args
        .iter()
        .enumerate()
        .filter(|(i, (name, _))| {
            let by_place = *i < wants.next || wants.numbers.contains(i);
            !by_place && !name.as_ref().is_some_and(|it| wants.names.contains(it))
        })
        .filter_map(|(_, (_, range))| *range)
        .collect();
    match unused.as_slice() {
        [] => {}
        [one] => {
            let named = args.len() > positional;
            report.error(
                "",
                *one,
                if named {
                    "named argument never used"
                } else {
                    "argument never used"
                },
            );
            report.help("the string has no `{}` for it");
        }
        [first, ..] => report.error("", *first, "multiple unused formatting arguments"),
    }
}

fn not_a_string(report: &mut Report, range: TextRange, call: &ast::FormatArgsExpr) {
    report.error("", range, "format argument must be a string literal");
    if call.args().next().is_none() {
        report.insert(
            "you might be missing a string literal to format with",
            range.start(),
            "\"{}\", ",
        );
    }
}

/// Reads a format string as rustc does. Places are offsets into the literal, its quotes included.
fn parse(literal: &str) -> Wants {
    let mut wants = Wants::default();
    let bytes = literal.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        match bytes[i] {
            b'{' if bytes.get(i + 1) == Some(&b'{') => i += 2,
            b'}' if bytes.get(i + 1) == Some(&b'}') => i += 2,
            b'}' => {
                wants.wrong = Some((i, "invalid format string: unmatched `}` found".into()));
                return wants;
            }
            // `\u{1F600}` is a character.
            b'\\' if bytes.get(i + 1) == Some(&b'u') && !literal.starts_with('r') => {
                i += literal[i..].find('}').map_or(2, |it| it + 1);
            }
            b'\\' if !literal.starts_with('r') => i += 2,
            b'{' => {
                let Some(length) = literal[i..].find('}') else {
                    let message = "invalid format string: expected `}` but string was terminated";
                    wants.wrong = Some((i, message.into()));
                    return wants;
                };
                let inner = literal[i + 1..i + length].trim();
                if inner.contains('{') || inner.contains('"') {
                    let message = "invalid format string: expected `}`, found something else";
                    wants.wrong = Some((i, message.into()));
                    return wants;
                }
                hole(inner, i, &mut wants);
                if wants.wrong.is_some() {
                    return wants;
                }
                i += length + 1;
            }
            _ => i += 1,
        }
    }
    wants
}

/// What is between `{` and `}`.
fn hole(inner: &str, at: usize, wants: &mut Wants) {
    let (argument, spec) = inner.split_once(':').unwrap_or((inner, ""));
    let argument = argument.trim();
    let spec = spec.trim();
    let after_fill = {
        let mut characters = spec.chars();
        let first = characters.next();
        let second = characters.next();
        match (first, second) {
            (Some(fill), Some('<' | '^' | '>')) => &spec[fill.len_utf8() + 1..],
            (Some('<' | '^' | '>'), _) => &spec[1..],
            _ => spec,
        }
    };
    let rest = after_fill.trim_start_matches(['+', '-']);
    let rest = rest.strip_prefix('#').unwrap_or(rest);
    let (width, rest) = amount(rest);
    let (precision, kind) = match rest.strip_prefix('.') {
        // Comes before the argument.
        Some(rest) if rest.starts_with('*') => {
            wants.next += 1;
            (None, &rest[1..])
        }
        Some(rest) => amount(rest),
        None => (None, rest),
    };
    for amount in [width, precision].into_iter().flatten() {
        want(amount, wants);
    }
    if argument.is_empty() {
        wants.next += 1;
    } else if argument.chars().all(|it| it.is_alphanumeric() || it == '_') {
        want(argument, wants);
    } else {
        let found = argument
            .chars()
            .find(|it| !it.is_alphanumeric() && *it != '_')
            .unwrap_or(' ');
        wants.wrong = Some((
            at,
            match found {
                '.' => "invalid format string: field access isn't supported".into(),
                _ => format!("invalid format string: expected `}}`, found `{found}`"),
            },
        ));
        return;
    }
    let kind = kind.trim();
    if !matches!(
        kind,
        "" | "?" | "x?" | "X?" | "x" | "X" | "o" | "b" | "e" | "E" | "p"
    ) {
        wants.wrong = Some((at, format!("unknown format trait `{kind}`")));
    }
}

fn want(argument: &str, wants: &mut Wants) {
    match argument.parse() {
        Ok(number) => wants.numbers.push(number),
        Err(_) => wants.names.push(argument.to_owned()),
    }
}

/// A width or a precision: a number, or the name of an argument with `$`.
fn amount(text: &str) -> (Option<&str>, &str) {
    let end = text
        .find(|it: char| !it.is_alphanumeric() && it != '_')
        .unwrap_or(text.len());
    match text[end..].strip_prefix('$') {
        Some(rest) => (Some(&text[..end]), rest),
        None => (
            None,
            text.trim_start_matches(|it: char| it.is_ascii_digit()),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn holes_are_counted_as_rustc_counts_them() {
        let wants = parse(r#""{} {x} {{}} {:>5} {:.*} {0:#?} {:w$.3} \u{1F600}""#);
        assert_eq!(wants.next, 5);
        assert_eq!(wants.numbers, [0]);
        assert_eq!(wants.names, ["x", "w"]);
        assert!(wants.wrong.is_none());
    }

    #[test]
    fn what_is_no_format_string_is_refused() {
        let wrong = |it: &str| parse(it).wrong.map(|it| it.1);
        assert!(wrong(r#""{""#).unwrap().contains("terminated"));
        assert!(wrong(r#""}""#).unwrap().contains("unmatched"));
        assert!(
            wrong(r#""{:y}""#)
                .unwrap()
                .contains("unknown format trait `y`")
        );
        assert!(wrong(r#""{a.b}""#).unwrap().contains("field access"));
        assert_eq!(wrong(r#""{:?} {:08.3} {:+e}""#), None);
    }
}
