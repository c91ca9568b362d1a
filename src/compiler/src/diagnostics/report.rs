//! Collects what the passes find, in the program's text.

use super::{Diagnostic, Help, Replacement, Severity};
use crate::database::Database;
use ra_ap_hir as hir;
use ra_ap_span::Edition;
use ra_ap_syntax::{SourceFile, SyntaxNode, TextRange, TextSize, ast};
use ra_ap_vfs::FileId;
use std::collections::HashSet;

/// What a pass found. Its place is a range of the program's text.
pub struct Finding {
    pub severity: Severity,
    pub code: &'static str,
    pub message: String,
    pub range: TextRange,
    pub help: Option<(String, Option<(TextRange, String)>)>,
}

/// The findings, and what is needed to find them.
pub struct Report<'a, 'db> {
    pub sema: &'a hir::Semantics<'db, Database>,
    pub db: &'db Database,
    pub text: &'db str,
    pub file: SourceFile,
    pub target: hir::DisplayTarget,
    pub module: Option<hir::Module>,
    found: Vec<Finding>,
    /// Whether the last finding was not one: what is to be done about it is not said either.
    silent: bool,
    file_id: hir::EditionedFileId,
}

impl<'a, 'db> Report<'a, 'db> {
    pub fn new(sema: &'a hir::Semantics<'db, Database>, program: FileId, text: &'db str) -> Self {
        let file_id = sema.attach_first_edition(program);
        let module = sema.file_to_module_def(program);
        let krate = module.map_or_else(
            || hir::Crate::all(sema.db)[0],
            |module| module.krate(sema.db),
        );
        Report {
            sema,
            db: sema.db,
            text,
            file: sema.parse(file_id),
            target: krate.to_display_target(sema.db),
            module,
            found: Vec::new(),
            silent: false,
            file_id,
        }
    }

    /// Whether there is an error already within a range: what follows from it needs no words.
    pub fn is_wrong(&self, range: TextRange) -> bool {
        let mut errors = self
            .found
            .iter()
            .filter(|it| it.severity == Severity::Error);
        errors.any(|it| range.contains_range(it.range))
    }

    /// What the parser said.
    pub fn parse_errors(&self) -> Vec<ra_ap_syntax::SyntaxError> {
        SourceFile::parse(self.text, Edition::Edition2024).errors()
    }

    /// As rustc prints it, without the lifetimes.
    pub fn show(&self, shown: &impl hir::HirDisplay<'db>) -> String {
        shown.display(self.db, self.target).to_string()
    }

    pub fn error(&mut self, code: &'static str, range: TextRange, message: impl Into<String>) {
        self.push(Severity::Error, code, range, message.into());
    }

    /// Unless the program allows it.
    pub fn warn(&mut self, code: &'static str, range: TextRange, message: impl Into<String>) {
        if self.is_allowed(code, range) {
            self.silent = true;
            return;
        }
        self.push(Severity::Warning, code, range, message.into());
    }

    fn push(&mut self, severity: Severity, code: &'static str, range: TextRange, message: String) {
        self.silent = false;
        let end = TextSize::of(self.text);
        let range = TextRange::new(range.start().min(end), range.end().min(end));
        self.found.push(Finding {
            severity,
            code,
            message,
            range,
            help: None,
        });
    }

    fn last(&mut self) -> Option<&mut Finding> {
        self.found.last_mut().filter(|_| !self.silent)
    }

    /// Whether an attribute around a place allows a lint.
    fn is_allowed(&self, lint: &str, range: TextRange) -> bool {
        use ra_ap_syntax::{AstNode, ast::HasAttrs};
        let groups: &[&str] = match lint {
            "non_snake_case" | "non_camel_case_types" | "non_upper_case_globals" => {
                &["nonstandard_style", "warnings"]
            }
            "while_true" | "unconditional_recursion" => &["warnings"],
            _ => &["unused", "warnings"],
        };
        let whole = self.file.syntax().text_range();
        let Some(range) = range.intersect(whole) else {
            return false;
        };
        let at = self.file.syntax().covering_element(range);
        let nodes = at.ancestors();
        nodes
            .filter_map(ast::AnyHasAttrs::cast)
            .flat_map(|it| it.attrs().collect::<Vec<_>>())
            .any(|it| {
                let text = it.syntax().text().to_string();
                let Some((_, names)) = text.split_once("allow(") else {
                    return false;
                };
                let names = names.trim_end_matches([']', ')']);
                let mut names = names.split(',').map(str::trim);
                names.any(|it| it == lint || groups.contains(&it))
            })
    }

    /// Adds to the last finding what to do about it.
    pub fn help(&mut self, message: impl Into<String>) {
        if let Some(last) = self.last() {
            last.help = Some((message.into(), None));
        }
    }

    /// Adds to the last finding an edit that is sure to be meant.
    pub fn fix(&mut self, message: impl Into<String>, range: TextRange, text: impl Into<String>) {
        if let Some(last) = self.last() {
            last.help = Some((message.into(), Some((range, text.into()))));
        }
    }

    /// Adds to the last finding an insertion that is sure to be meant.
    pub fn insert(&mut self, message: impl Into<String>, at: TextSize, text: impl Into<String>) {
        self.fix(message, TextRange::empty(at), text);
    }

    pub fn has_errors(&self) -> bool {
        self.found
            .iter()
            .any(|it| it.severity == Severity::Error && it.code != "playground")
    }

    /// Where a node stands in the program, also if a macro made it of the program's text.
    pub fn range(&self, node: &SyntaxNode) -> TextRange {
        self.sema.original_range(node).range
    }

    /// Where a node stands in the program, unless a macro of another file wrote it.
    pub fn written(&self, node: &SyntaxNode) -> Option<TextRange> {
        let range = self.sema.original_range_opt(node)?;
        (range.file_id == self.file_id).then_some(range.range)
    }

    pub fn slice(&self, range: TextRange) -> &'db str {
        &self.text[range]
    }

    /// The line where a range begins.
    pub fn line(&self, range: TextRange) -> usize {
        self.text[..usize::from(range.start())]
            .matches('\n')
            .count()
            + 1
    }

    /// Where a `use` may be added: before the first item, after the file's inner attributes and comments.
    pub fn place_of_use(&self) -> TextSize {
        use ra_ap_syntax::{AstNode, ast::HasModuleItem};
        let items: Vec<_> = self.file.items().collect();
        items
            .iter()
            .find(|it| matches!(it, ast::Item::Use(_)))
            .or(items.first())
            .map_or(TextSize::new(0), |it| it.syntax().text_range().start())
    }

    pub fn finish(self) -> Vec<Diagnostic> {
        let lines = Lines::new(self.text);
        let mut found = self.found;
        // What the playground does not know has no type and no value here: what else is said may only follow from that.
        let of_playground =
            |it: &Finding| it.severity == Severity::Error && it.code == "playground";
        if found.iter().any(of_playground) {
            found.retain(|it| of_playground(it) || it.code.is_empty());
        }
        found.sort_by_key(|it| (it.range.start(), it.severity, it.range.end()));
        let mut seen = HashSet::new();
        found
            .retain(|it| seen.insert((it.range.start(), it.severity, it.code, it.message.clone())));
        found
            .into_iter()
            .map(|it| {
                let (line, column) = lines.of(it.range.start());
                let (end_line, end_column) = lines.of(it.range.end());
                Diagnostic {
                    severity: it.severity,
                    code: it.code.to_owned(),
                    message: it.message,
                    line,
                    column,
                    end_line,
                    end_column,
                    help: it.help.map(|(message, replacement)| Help {
                        message,
                        replacement: replacement.map(|(range, text)| {
                            let (line, column) = lines.of(range.start());
                            let (end_line, end_column) = lines.of(range.end());
                            Replacement {
                                line,
                                column,
                                end_line,
                                end_column,
                                text,
                            }
                        }),
                    }),
                }
            })
            .collect()
    }
}

/// Where lines begin.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub fn new(text: &'a str) -> Self {
        let after = text.match_indices('\n').map(|(at, _)| at + 1);
        Lines {
            text,
            starts: std::iter::once(0).chain(after).collect(),
        }
    }

    /// Line and column of a place: from 1, in UTF-16 units.
    pub fn of(&self, at: TextSize) -> (u32, u32) {
        let at = usize::from(at).min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= at);
        let column = self.text[self.starts[line - 1]..at].encode_utf16().count();
        (line as u32, column as u32 + 1)
    }

    /// The place of a line and a column.
    pub fn at(&self, line: u32, column: u32) -> TextSize {
        let last = self.starts.len() - 1;
        let start = self.starts[(line as usize).saturating_sub(1).min(last)];
        let mut units = 1;
        let mut at = start;
        for c in self.text[start..].chars() {
            if units >= column as usize || c == '\n' {
                break;
            }
            units += c.len_utf16();
            at += c.len_utf8();
        }
        TextSize::new(at as u32)
    }
}
