//! A scenario as a file that runs on the real tokio: what the Rust Playground is given.

use super::{Kind, Scenario, Value};

impl Scenario {
    /// The program of this source as one file for tokio: the import line swapped, and a `main` that calls it.
    pub fn tokio_program(&self, program: &str, values: &[Value]) -> String {
        let mut source = String::new();
        for line in program.lines() {
            match line.strip_prefix("use crate::playground::") {
                Some(names) => source.push_str(&tokio_imports(names)),
                None => source.push_str(line),
            }
            source.push('\n');
        }
        let arguments = self.params.iter().zip(values);
        let arguments: Vec<_> = arguments
            .map(|(param, value)| match param.kind {
                Kind::Seconds => format!("std::time::Duration::from_millis({})", value.0),
                Kind::Count => value.to_string(),
            })
            .collect();
        format!(
            "mod scenario {{\n{source}}}\n\n\
             #[tokio::main(flavor = \"local\")]\n\
             async fn main() {{\n    \
                 scenario::main({}).await;\n\
             }}\n",
            arguments.join(", ")
        )
    }
}

/// tokio's `use` line for names of the playground, as in `{join, println, sleep};`.
fn tokio_imports(names: &str) -> String {
    let names = names.trim_end_matches(';');
    let names = names.trim_start_matches('{').trim_end_matches('}');
    let path = |name: &str| {
        Some(match name {
            "println" => return None,
            "join" | "pin" | "select" | "try_join" => format!("tokio::{name}"),
            "sleep" | "sleep_until" | "timeout" | "timeout_at" | "interval" | "interval_at"
            | "Sleep" | "Timeout" | "Interval" | "MissedTickBehavior" | "Instant" => {
                format!("tokio::time::{name}")
            }
            "Elapsed" => "tokio::time::error::Elapsed".into(),
            "thread" => "std::thread".into(),
            "SystemTime" | "UNIX_EPOCH" => format!("std::time::{name}"),
            "Handle" => "tokio::runtime::Handle".into(),
            name if name.starts_with("sync::") => format!("tokio::{name}"),
            name => format!("tokio::task::{name}"),
        })
    };
    let paths: Vec<_> = names.split(',').map(str::trim).filter_map(path).collect();
    match &paths[..] {
        [] => String::new(),
        [path] => format!("use {path};"),
        paths => format!("use {{{}}};", paths.join(", ")),
    }
}
