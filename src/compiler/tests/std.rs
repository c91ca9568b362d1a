//! The playground's own std and tokio hold together.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use async_playground_compiler::database::{STD, Source, TOKIO, World};
use ra_ap_hir::{AnyDiagnostic, Crate, attach_db};

#[test]
fn std_and_tokio_have_no_errors_of_their_own() {
    let world = World::new();
    let db = &world.db;
    let mut errors = Vec::new();
    attach_db(db, || {
        for krate in Crate::all(db) {
            for module in krate.modules(db) {
                let file = module.as_source_file_id(db);
                for error in file
                    .and_then(|file| file.parse_errors(db))
                    .into_iter()
                    .flatten()
                {
                    errors.push(error.to_string());
                }
                let mut said = Vec::new();
                module.diagnostics(db, &mut said, false);
                // A builtin's parameters are for the machine.
                said.retain(|said| !matches!(said, AnyDiagnostic::UnusedVariable(_)));
                errors.extend(
                    said.iter()
                        .map(|said| format!("{:?}: {said:?}", module.name(db))),
                );
            }
        }
    });
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn every_file_is_compiled_in() {
    /// The files below a folder, by their paths from `root`.
    fn below(folder: &Path, root: &Path, files: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                below(&path, root, files);
            } else {
                let path = path.strip_prefix(root).expect("it is below");
                files.insert(path.display().to_string());
            }
        }
    }
    // What it has in common with the runtime of compiled programs stands there.
    let shared = ["sync/growth.rs", "sync/held.rs"];
    let crates: [(&str, &[Source], &[&str]); 2] = [("std", STD, &[]), ("tokio", TOKIO, &shared)];
    for (folder, sources, shared) in crates {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let mut files: BTreeSet<_> = shared.iter().map(|path| path.to_string()).collect();
        below(&root, &root, &mut files);
        let named = sources.iter().map(|(path, _)| path.to_string());
        assert_eq!(named.collect::<BTreeSet<_>>(), files, "{folder}");
    }
}
