//! Where in the program something is, through macros.

use ra_ap_base_db::EditionedFileId;
use ra_ap_hir_def::expr_store::ExpressionStoreSourceMap;
use ra_ap_hir_def::hir::ExprId;
use ra_ap_hir_expand::builtin::BuiltinFnLikeExpander;
use ra_ap_hir_expand::{HirFileId, InFile, MacroDefKind};
use ra_ap_hir_ty::db::HirDatabase;
use ra_ap_syntax::{AstNode, TextRange, TextSize, ast};
use ra_ap_vfs::FileId;

/// The lines of the program.
pub(super) struct Lines {
    program: FileId,
    /// Where each begins.
    starts: Vec<TextSize>,
}

impl Lines {
    pub(super) fn new(db: &dyn HirDatabase, program: FileId) -> Lines {
        let text = db.file_text(program);
        let text = text.text(db);
        let starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .map(|at| TextSize::new(at as u32))
            .collect();
        Lines { program, starts }
    }

    /// From 1.
    pub(super) fn line(&self, at: TextSize) -> u32 {
        self.starts.partition_point(|&start| start <= at) as u32
    }

    /// Where in the program this is; of what a macro made, where the macro is called.
    pub(super) fn locate(
        &self,
        db: &dyn HirDatabase,
        file: HirFileId,
        range: TextRange,
    ) -> Option<TextRange> {
        let (mut file, mut range) = (file, range);
        loop {
            match file {
                HirFileId::FileId(it) => return self.is_program(db, it).then_some(range),
                HirFileId::MacroFile(call) => {
                    let own = InFile::new(file, range).original_node_file_range_opt(db);
                    if let Some((place, context)) = own
                        && context.is_root()
                        && self.is_program(db, place.file_id)
                    {
                        return Some(place.range);
                    }
                    let call = call.call_node(db);
                    (file, range) = (call.file_id, call.value.text_range());
                }
            }
        }
    }

    /// The part of an expression that a trace should name: of a method call its name, of an await the keyword.
    pub(super) fn range(
        &self,
        db: &dyn HirDatabase,
        map: &ExpressionStoreSourceMap,
        expr: ExprId,
    ) -> Option<TextRange> {
        let source = map.expr_syntax(expr).ok()?;
        let pointer = source.value.syntax_node_ptr();
        let whole = pointer.text_range();
        let root = source.file_syntax(db);
        let part = match ast::Expr::cast(pointer.to_node(&root)) {
            Some(ast::Expr::MethodCallExpr(call)) => {
                call.name_ref().map(|it| it.syntax().text_range())
            }
            Some(ast::Expr::AwaitExpr(it)) => it.await_token().map(|it| it.text_range()),
            _ => None,
        };
        self.locate(db, source.file_id, part.unwrap_or(whole))
    }

    /// What `stringify!` was given, as it is written: rust-analyzer knows its tokens only.
    pub(super) fn stringified(
        &self,
        db: &dyn HirDatabase,
        map: &ExpressionStoreSourceMap,
        literal: ExprId,
    ) -> Option<String> {
        let HirFileId::MacroFile(call) = map.expr_syntax(literal).ok()?.file_id else {
            return None;
        };
        let MacroDefKind::BuiltIn(_, BuiltinFnLikeExpander::Stringify) = call.loc(db).def.kind
        else {
            return None;
        };
        let node = call.call_node(db);
        let tokens = ast::MacroCall::cast(node.value)?.token_tree()?;
        let (first, last) = (
            tokens.left_delimiter_token()?.text_range().end(),
            tokens.right_delimiter_token()?.text_range().start(),
        );
        let range = TextRange::new(first, last);
        let (place, _) = InFile::new(node.file_id, range).original_node_file_range_opt(db)?;
        if !self.is_program(db, place.file_id) {
            return None;
        }
        let text = db.file_text(self.program);
        let written = text.text(db)[place.range].trim();
        Some(written.to_owned())
    }

    fn is_program(&self, db: &dyn HirDatabase, file: EditionedFileId) -> bool {
        file.file_id(db) == self.program
    }
}
