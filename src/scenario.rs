//! A scenario: a program, what is said about it, and its parameters.

mod about;
mod param;
mod program;
mod tokio_program;
mod value;

pub use about::{About, Question, Words};
pub use param::{Kind, Param, SPEED};
pub use program::{Argument, Main, Program};
pub use value::Value;

/// One lesson. It stands in a folder of its own under `scenarios/`.
pub struct Scenario {
    /// Its name in addresses and in the API: `await-chain`.
    pub id: &'static str,
    /// The part of the course that it belongs to.
    pub part: &'static str,
    /// What is said about it.
    pub about: About,
    /// The program that runs.
    pub rust: &'static str,
    /// Its Python twin.
    pub python: &'static str,
    /// Makes the future of the program's `main`.
    pub start: fn(&[Value]) -> Main,
}

impl Scenario {
    /// The value of each parameter, in the order in which `main` takes them.
    ///
    /// An error names the parameter, what was given and what is allowed.
    pub fn values(&self, given: &[(String, String)]) -> Result<Vec<Value>, String> {
        let params = self.about.params;
        for (name, value) in given {
            if !params.iter().any(|param| param.name == name) {
                let names: Vec<_> = params.iter().map(|param| param.name).collect();
                let allowed = match names.len() {
                    0 => "it takes none".to_string(),
                    _ => format!("allowed are {}", names.join(", ")),
                };
                return Err(format!(
                    "\"{}\" has no parameter \"{name}\" (given as \"{value}\"): {allowed}",
                    self.id
                ));
            }
        }
        let value = |param: &Param| {
            let given = given.iter().rev().find(|(name, _)| name == param.name);
            match given {
                Some((_, text)) => param.parse(text),
                None => Ok(param.default),
            }
        };
        params.iter().map(value).collect()
    }
}
