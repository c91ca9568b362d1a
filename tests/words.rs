//! The words that a lesson shows of another tool are those that the tool says.
//!
//! When a new version of a tool says it differently, `BLESS=1 cargo test --test words`
//! writes down what it says now.
#![cfg(not(target_arch = "wasm32"))]

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use async_playground::scenarios::LESSONS;

#[test]
fn lazy_shows_what_rustc_says_to_a_call_without_await() {
    assert_shown("lazy", "mistake.txt", &rustc("lazy"));
}

#[test]
fn await_outside_shows_what_rustc_says_to_an_await_in_a_plain_function() {
    assert_shown("await-outside", "mistake.txt", &rustc("await-outside"));
}

/// Asserts that the lesson shows exactly `captured`; `file` of its folder is where the words are kept.
fn assert_shown(id: &str, file: &str, captured: &str) {
    if env::var_os("BLESS").is_some() {
        let path = folder(id).join(file);
        let written = fs::write(&path, captured);
        written.unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
        return;
    }
    let lesson = LESSONS.iter().find(|lesson| lesson.id == id);
    let words = lesson.and_then(|lesson| lesson.about.words);
    let shown = words.unwrap_or_else(|| panic!("\"{id}\" shows no words"));
    assert!(
        shown.text == captured,
        "\"{id}\" shows other words than the tool says.\n\
         If the tool is right, update {file} with: BLESS=1 cargo test --test words\n\n\
         shown:\n{}\nsaid:\n{captured}",
        shown.text
    );
}

/// What rustc says to `mistake.rs` of a scenario's folder.
fn rustc(id: &str) -> String {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut command = Command::new(&rustc);
    // Called in the folder itself, rustc names the file without the path to it.
    command.current_dir(folder(id)).arg("mistake.rs");
    command.args(["--edition", "2024", "--crate-type", "lib"]);
    command.args(["--emit", "metadata", "--color", "never"]);
    // The two programs have the same name, and the tests run at the same time.
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(id);
    command.arg("--out-dir").arg(out);
    let output = command.output();
    let output = output.unwrap_or_else(|error| panic!("cannot run {rustc:?}: {error}"));
    String::from_utf8(output.stderr).expect("rustc says UTF-8")
}

fn folder(id: &str) -> PathBuf {
    let scenarios = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/scenarios");
    scenarios.join(id.replace('-', "_"))
}
