//! Nodes of the program, and of what its macros expand to.

use super::report::Report;
use ra_ap_syntax::{AstNode, SyntaxNode, ast};

/// Every node under this one, macro calls replaced by what they expand to.
pub fn expanded(report: &Report, root: &SyntaxNode, visit: &mut dyn FnMut(&SyntaxNode)) {
    for node in root.descendants() {
        visit(&node);
        if let Some(call) = ast::MacroCall::cast(node)
            && let Some(expansion) = report.sema.expand_macro_call(&call)
        {
            expanded(report, &expansion.value, visit);
        }
    }
}
