//! The playground's own std and tokio hold together.

use async_playground_compiler::database::World;
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
