//! A scenario as a file that runs on the real tokio: what the Rust Playground is given.

use super::{Kind, Scenario, Value};

impl Scenario {
    /// The program of this source as one file for tokio: as it is, and a `main` that calls it.
    pub fn tokio_program(&self, program: &str, values: &[Value]) -> String {
        let arguments = self.params.iter().zip(values);
        let arguments: Vec<_> = arguments
            .map(|(param, value)| match param.kind {
                Kind::Seconds => format!("std::time::Duration::from_millis({})", value.0),
                Kind::Count => value.to_string(),
            })
            .collect();
        format!(
            "mod scenario {{\n{program}}}\n\n\
             #[tokio::main(flavor = \"local\")]\n\
             async fn main() {{\n    \
                 scenario::main({}).await;\n\
             }}\n",
            arguments.join(", ")
        )
    }
}
