//! An attribute macro that changes nothing.

use hir::tt::TopSubtree;
use ra_ap_base_db::{Env, SourceDatabase};
use ra_ap_hir as hir;
use ra_ap_hir_expand::proc_macro::{
    ProcMacro, ProcMacroExpander, ProcMacroExpansionError, ProcMacroKind,
};
use ra_ap_span::Span;

/// The attribute of this name. Attributes are not expanded: it is enough that it is known.
pub fn attribute(name: &str) -> ProcMacro {
    ProcMacro {
        name: hir::Symbol::intern(name),
        kind: ProcMacroKind::Attr,
        expander: std::sync::Arc::new(Unchanged),
        disabled: false,
    }
}

#[derive(Debug)]
struct Unchanged;

impl ProcMacroExpander for Unchanged {
    fn expand(
        &self,
        _: &dyn SourceDatabase,
        item: &TopSubtree,
        _: Option<&TopSubtree>,
        _: &Env,
        _: Span,
        _: Span,
        _: Span,
        _: String,
    ) -> Result<TopSubtree, ProcMacroExpansionError> {
        Ok(item.clone())
    }

    fn eq_dyn(&self, _: &dyn ProcMacroExpander) -> bool {
        true
    }
}
