//! What a learner calls a task: the expression that made it, as it stands in the source.

use crate::trace::{Location, TaskKind};

/// How many characters a name has at most: a longer one is cut.
pub const LONGEST_NAME: usize = 200;

/// The name of a lane: `greet("A")` of `spawn_local(greet("A"))`.
///
/// `name` is the expression of a branch; other lanes are named by the call at `location`. What
/// cannot be read there for sure is called `task`.
pub fn task_name(kind: TaskKind, name: Option<&str>, location: Location, source: &str) -> String {
    let found = match (kind, name) {
        (TaskKind::Main, _) => return "main".into(),
        (_, Some(expression)) => one_line(Pieces(as_written(expression, source, location))),
        (_, None) => argument(source, location).unwrap_or_default(),
    };
    match found.char_indices().nth(LONGEST_NAME) {
        _ if found.is_empty() => "task".into(),
        Some((cut, _)) => format!("{}…", &found[..cut]),
        None => found,
    }
}

/// Where a lane begins in the source. The spawn of `main` has no line of the program: its own is found.
pub fn spawn_line(kind: TaskKind, line: u32, source: &str) -> u32 {
    if kind != TaskKind::Main {
        return line;
    }
    let main = source
        .lines()
        .map(|line| line.strip_prefix("pub ").unwrap_or(line))
        .position(|line| line.starts_with("async fn main(") || line.starts_with("fn main("));
    main.map_or(1, |index| index as u32 + 1)
}

/// What stands between the parentheses of the call at `location`.
fn argument(source: &str, location: Location) -> Option<String> {
    let lines = source.split_inclusive('\n');
    let before = location.line.checked_sub(1)? as usize;
    let line_start: usize = lines.take(before).map(str::len).sum();
    let line = &source[line_start..];
    let mut pieces = match location.column {
        0 => first_spawn(line)?,
        // rustc counts characters.
        column => Pieces(&line[line.char_indices().nth(column as usize - 1)?.0..]),
    };
    open(&mut pieces)?;

    let mut depth = 1;
    let all = pieces.0;
    loop {
        let end = all.len() - pieces.0.len();
        match pieces.next()? {
            Piece::Text("(" | "[" | "{") => depth += 1,
            Piece::Text(")" | "]" | "}") => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(one_line(Pieces(&all[..end])));
        }
    }
}

/// A branch's expression as it stands in the source: a macro of an interpreted program is given words and signs only,
/// in parentheses.
fn as_written<'a>(expression: &'a str, source: &'a str, location: Location) -> &'a str {
    if location.column != 0 {
        return expression;
    }
    let words: Vec<&str> = texts(Pieces(expression)).collect();
    let lines = source.split_inclusive('\n');
    let before = location.line.saturating_sub(1) as usize;
    let begin: usize = lines.take(before).map(str::len).sum();
    let written = find(&words, &source[begin..]);
    let written = written.or_else(|| match &words[..] {
        ["(", inner @ .., ")"] => find(inner, &source[begin..]),
        _ => None,
    });
    written.unwrap_or(expression)
}

/// The first place in a source where these words and signs stand, one after the other.
fn find<'a>(words: &[&str], source: &'a str) -> Option<&'a str> {
    let mut rest = Pieces(source);
    loop {
        let here = rest.0;
        let mut found = Pieces(here);
        if words
            .iter()
            .all(|word| texts(&mut found).next() == Some(*word))
        {
            return Some(here[..here.len() - found.0.len()].trim());
        }
        rest.next()?;
    }
}

/// The words and signs of a source.
fn texts<'a>(pieces: impl Iterator<Item = Piece<'a>>) -> impl Iterator<Item = &'a str> {
    pieces.filter_map(|piece| match piece {
        Piece::Text(text) => Some(text),
        Piece::Space => None,
    })
}

/// The first call of the statement that may spawn a task: an interpreted program knows its lines only.
fn first_spawn(line: &str) -> Option<Pieces<'_>> {
    let mut pieces = Pieces(line);
    loop {
        let here = Pieces(pieces.0);
        match pieces.next()? {
            Piece::Text(";") => return None,
            Piece::Text(word) if word.starts_with("spawn") => return Some(here),
            _ => {}
        }
    }
}

/// Goes on to behind the parenthesis of a call: of `set.spawn_local::<fn()>(`, say.
fn open(pieces: &mut Pieces) -> Option<()> {
    let (mut angles, mut before) = (0, "");
    for piece in pieces {
        let Piece::Text(text) = piece else { continue };
        match text {
            "<" => angles += 1,
            ">" if before != "-" => angles -= 1,
            "(" if angles == 0 => return Some(()),
            _ if angles > 0 || text == ":" || text == "." || is_word(text) => {}
            _ => return None,
        }
        before = text;
    }
    None
}

/// An expression in one line, without its comments. A block is named by what it is.
fn one_line(pieces: Pieces) -> String {
    let mut line = String::new();
    let mut space = false;
    for piece in pieces {
        match piece {
            Piece::Space => space = true,
            Piece::Text("async") if line.is_empty() => return "async block".into(),
            Piece::Text(text) => {
                if space && !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(text);
                space = false;
            }
        }
    }
    line.truncate(line.trim_end_matches([',', ' ']).len());
    line
}

/// A piece of Rust: a word, a literal, a sign, or what lies between them.
enum Piece<'a> {
    Text(&'a str),
    /// White space or a comment.
    Space,
}

/// Takes a source apart, as far as it must be to tell where an expression ends.
struct Pieces<'a>(&'a str);

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let rest = self.0;
        let first = rest.chars().next()?;
        let while_all = |fits: fn(char) -> bool| rest.find(|c| !fits(c)).unwrap_or(rest.len());
        let (length, is_space) = if first.is_whitespace() {
            (while_all(char::is_whitespace), true)
        } else if rest.starts_with("//") {
            (while_all(|c| c != '\n'), true)
        } else if rest.starts_with("/*") {
            (comment(rest), true)
        } else if let Some(length) = literal(rest) {
            (length, false)
        } else if is_word(rest) {
            (while_all(is_word_char), false)
        } else {
            (first.len_utf8(), false)
        };
        let (piece, rest) = rest.split_at(length);
        self.0 = rest;
        Some(match is_space {
            true => Piece::Space,
            false => Piece::Text(piece),
        })
    }
}

/// Whether a character may stand in a word. Signs are ASCII, so whatever else there is belongs to one.
fn is_word_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii()
}

fn is_word(text: &str) -> bool {
    text.starts_with(is_word_char)
}

/// The length of the comment, which may have others in it, at the start of `rest`.
fn comment(rest: &str) -> usize {
    let (mut at, mut depth) = (0, 0);
    loop {
        let Some(next) = rest[at..].find(['/', '*']) else {
            return rest.len();
        };
        at += next;
        if rest[at..].starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest[at..].starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
        } else {
            at += 1;
        }
        if depth == 0 {
            return at;
        }
    }
}

/// The length of the string or character at the start of `rest`, if there is one.
fn literal(rest: &str) -> Option<usize> {
    let prefix = rest.find(|c| !matches!(c, 'b' | 'c' | 'r'))?;
    let (kind, body) = rest.split_at(prefix);
    if !matches!(kind, "" | "b" | "c" | "r" | "br" | "cr") {
        return None;
    }
    if kind.ends_with('r') {
        let hashes = body.find(|c| c != '#')?;
        body[hashes..].strip_prefix('"')?;
        let mut quotes = body.match_indices('"').skip(1);
        let end = quotes.find(|(at, _)| body[at + 1..].starts_with(&body[..hashes]))?;
        return Some(prefix + end.0 + 1 + hashes);
    }
    if let Some(character) = body.strip_prefix('\'') {
        // Without a second quote it is a lifetime.
        let length = match character.strip_prefix('\\') {
            Some(escape) => 2 + escape.get(1..)?.find('\'')?,
            None => character.chars().next()?.len_utf8(),
        };
        let closed = character.get(length..)?.starts_with('\'');
        return closed.then_some(prefix + 1 + length + 1);
    }
    let mut text = body.strip_prefix('"')?.char_indices();
    while let Some((at, character)) = text.next() {
        match character {
            '"' => return Some(prefix + 1 + at + 1),
            '\\' => drop(text.next()),
            _ => {}
        }
    }
    None
}
