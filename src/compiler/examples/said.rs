use std::path::Path;
use async_playground_compiler::database::{Database, Source, World};
use hir::{AnyDiagnostic as Any, HirDisplay, InFile, Semantics};
use ra_ap_base_db::SourceDatabase;
use ra_ap_hir as hir;
use ra_ap_syntax::{AstNode, AstPtr, TextRange};
fn main() {
    let folder = std::env::var("STD").unwrap();
    let world = World::of(&read(&folder, "std"), &read(&folder, "tokio"));
    for name in ["core", "tokio"] {
        let mut said = hir::attach_db(&world.db, || said(&world.db, name));
        said.sort();
        said.dedup();
        for s in &said { println!("{s}"); }
        println!("{} in {name}", said.len());
    }
}
fn said(db: &Database, name: &str) -> Vec<String> {
    let krate = hir::Crate::all(db).into_iter().find(|k| k.display_name(db).is_some_and(|it| it.canonical_name().as_str() == name)).unwrap();
    let sema = Semantics::new(db);
    let mut out = Vec::new();
    for module in krate.modules(db) {
        let mut found = Vec::new();
        module.diagnostics(db, &mut found, false);
        let source = module.definition_source_file_id(db).original_file(db);
        let text = db.file_text(source.file_id(db)).text(db).to_string();
        let mut path = Vec::new();
        for m in module.path_to_root(db).into_iter().rev() { path.push(m.name(db).map_or("crate".to_owned(), |it| it.as_str().to_owned())); }
        let path = path.join("::");
        let mut say = |range: Option<TextRange>, message: String| {
            let at = range.map_or(0, |r| usize::from(r.start()).min(text.len()));
            out.push(format!("{path}:{}: {message}", text[..at].matches('\n').count() + 1));
        };
        for it in source.parse_errors(db).into_iter().flatten() { say(Some(it.range()), it.to_string()); }
        let target = krate.to_display_target(db);
        let show = |ty: &hir::Type<'_>| ty.display(db, target).to_string();
        macro_rules! r { ($p:expr) => { Some(range(&sema, &$p)) } }
        for d in found { match d {
            Any::InactiveCode(_) | Any::UnusedVariable(_) | Any::UnusedMut(_) => {}
            Any::TypeMismatch(it) => say(r!(it.expr_or_pat), format!("expected {}, found {}", show(&it.expected), show(&it.actual))),
            Any::UnresolvedMethodCall(it) => say(r!(it.expr), format!("no method {} on {}", it.name.as_str(), show(&it.receiver))),
            Any::UnresolvedField(it) => say(r!(it.expr), format!("no field {} on {}", it.name.as_str(), show(&it.receiver))),
            Any::UnresolvedAssocItem(it) => say(r!(it.expr_or_pat), "no such item".into()),
            Any::UnresolvedImport(it) => say(r!(it.decl), "unresolved import".into()),
            Any::UnresolvedIdent(it) => say(r!(it.node.clone().map(|(it, _)| it)), "unresolved name".into()),
            Any::UnimplementedTrait(it) => say(r!(it.span), format!("not implemented: {:?}", it.trait_predicate).chars().take(300).collect()),
            Any::MismatchedArgCount(it) => say(r!(it.call_expr), "number of arguments".into()),
            Any::CannotBeDereferenced(it) => say(r!(it.expr), format!("cannot deref {}", show(&it.found))),
            Any::MissingUnsafe(it) => say(r!(it.node), "missing unsafe".into()),
            Any::UnresolvedMacroCall(it) => say(Some(it.range.value), format!("unresolved macro {:?}", it.path)),
            Any::MacroError(it) => say(Some(it.range.value), it.message.clone()),
            other => { let s = format!("{other:?}"); let at = s.find("range: ").or(s.find("range_: ")).map(|i| s[i..].chars().take(60).collect::<String>()).unwrap_or_default(); let n = s.split("range: ").nth(1).and_then(|x| x.split("..").next()).and_then(|x| x.parse::<u32>().ok()); say(n.map(|n| TextRange::empty(n.into())), s.chars().take(260).collect::<String>() + &at) }
        } }
    }
    out
}
fn range<N: AstNode>(sema: &Semantics<'_, Database>, pointer: &InFile<AstPtr<N>>) -> TextRange {
    let pointer = pointer.clone().map(|it| it.syntax_node_ptr());
    sema.diagnostics_display_range(pointer).range
}
fn read(folder: &str, name: &str) -> Vec<Source> {
    fn walk(folder: &Path, root: &Path, found: &mut Vec<Source>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { walk(&path, root, found); } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((name.leak(), text.leak()));
            }
        }
    }
    let root = Path::new(folder).join(name);
    let mut found = Vec::new();
    walk(&root, &root, &mut found);
    found.sort_by_key(|(name, _)| (*name != "lib.rs", *name));
    found
}
