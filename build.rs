//! Lists the exercises' answers for `tests/exercises.rs`, as no macro can see which folders there are.

use std::env;
use std::fs;
use std::io;
use std::path::Path;

fn main() -> io::Result<()> {
    let mut names = Vec::new();
    for folder in fs::read_dir("src/scenarios")? {
        let folder = folder?.path();
        // It says whether there is an exercise.
        println!(
            "cargo::rerun-if-changed={}",
            folder.join("about.rs").display()
        );
        if folder.join("exercise/answer.rs").exists() {
            names.extend(
                folder
                    .file_name()
                    .and_then(|name| name.to_str())
                    .map(String::from),
            );
        }
    }
    names.sort();
    let out = env::var_os("OUT_DIR").expect("cargo says where");
    fs::write(
        Path::new(&out).join("answers.rs"),
        format!("answers! {{ {} }}\n", names.join(" ")),
    )
}
