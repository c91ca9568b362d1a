//! Nodes of the program, and of what its macros expand to.

use super::report::Report;
use ra_ap_syntax::{AstNode, SyntaxNode, WalkEvent, ast};

/// Every node under this one. Of an item with an attribute like `#[tokio::main]`, what that makes of it instead; of a macro
/// call, what it expands to as well.
pub fn expanded(report: &Report, root: &SyntaxNode, visit: &mut dyn FnMut(&SyntaxNode)) {
    let mut walk = root.preorder();
    while let Some(event) = walk.next() {
        let WalkEvent::Enter(node) = event else {
            continue;
        };
        if let Some(item) = ast::Item::cast(node.clone())
            && let Some(expansion) = report.sema.expand_attr_macro(&item)
        {
            expanded(report, &expansion.value.value, visit);
            walk.skip_subtree();
            continue;
        }
        visit(&node);
        if let Some(call) = ast::MacroCall::cast(node)
            && let Some(expansion) = report.sema.expand_macro_call(&call)
        {
            expanded(report, &expansion.value, visit);
        }
    }
}
