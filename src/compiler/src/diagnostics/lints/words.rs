//! The names of a program, by their places: which of them name something, and which declare it.

use ra_ap_syntax::{AstNode, SyntaxKind, SyntaxNode, SyntaxToken, TextRange, ast};

/// A name that is written somewhere.
pub struct Word {
    pub text: String,
    pub range: TextRange,
    pub how: How,
}

/// How a name stands among the others.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// At the beginning of a path, or after `self::`, `super::` or `crate::`.
    First,
    /// After `::`.
    Inner,
    /// After a dot.
    Member,
}

/// All names under a node, but for those that declare something and those in a `use`. What a macro is given counts, too,
/// and what stands in its strings: `"{name}"`.
pub fn words(root: &SyntaxNode) -> Vec<Word> {
    let mut words = Vec::new();
    for element in root.descendants_with_tokens() {
        let Some(token) = element.into_token() else {
            continue;
        };
        match token.kind() {
            SyntaxKind::IDENT if !declares(&token) && !is_imported(&token) => words.push(Word {
                text: token.text().to_owned(),
                range: token.text_range(),
                how: how(&token),
            }),
            SyntaxKind::STRING => words.extend(in_string(&token)),
            _ => {}
        }
    }
    words
}

fn in_string(token: &SyntaxToken) -> impl Iterator<Item = Word> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    token.text().split('{').skip(1).filter_map(move |it| {
        let end = it.find(|c| !is_name(c)).unwrap_or(it.len());
        (end > 0).then(|| Word {
            text: it[..end].to_owned(),
            range: token.text_range(),
            how: How::First,
        })
    })
}

fn declares(token: &SyntaxToken) -> bool {
    token
        .parent()
        .is_some_and(|it| ast::Name::can_cast(it.kind()) && !may_be_used(&it))
}

/// In `S { x }`, as a pattern, `x` is declared and a field is read; and `LIMIT` may be a constant.
fn may_be_used(name: &SyntaxNode) -> bool {
    let is_pattern = name
        .parent()
        .is_some_and(|it| ast::IdentPat::can_cast(it.kind()));
    if is_pattern && name.text().to_string().starts_with(char::is_uppercase) {
        return true;
    }
    name.ancestors()
        .nth(2)
        .is_some_and(|it| ast::RecordPatField::can_cast(it.kind()))
}

fn is_imported(token: &SyntaxToken) -> bool {
    token
        .parent_ancestors()
        .any(|it| ast::Use::can_cast(it.kind()))
}

fn how(token: &SyntaxToken) -> How {
    let before = previous(token);
    match before.as_ref().map(SyntaxToken::kind) {
        Some(SyntaxKind::DOT) => How::Member,
        Some(SyntaxKind::COLON2) => after_path(before),
        // In a macro's tokens, `::` is two.
        Some(SyntaxKind::COLON) => {
            let colon = before.as_ref().and_then(previous);
            match colon {
                Some(it) if it.kind() == SyntaxKind::COLON => after_path(Some(it)),
                _ => How::First,
            }
        }
        _ => How::First,
    }
}

fn after_path(colons: Option<SyntaxToken>) -> How {
    let before = colons.as_ref().and_then(previous);
    let is_own = before.is_some_and(|it| {
        matches!(
            it.kind(),
            SyntaxKind::SELF_KW | SyntaxKind::SUPER_KW | SyntaxKind::CRATE_KW
        )
    });
    if is_own { How::First } else { How::Inner }
}

fn previous(token: &SyntaxToken) -> Option<SyntaxToken> {
    std::iter::successors(token.prev_token(), SyntaxToken::prev_token)
        .find(|it| !it.kind().is_trivia())
}
