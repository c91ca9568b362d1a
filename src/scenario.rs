//! A scenario: a program and its parameters; and a lesson: what is said about it.

mod about;
mod lesson;
mod param;
mod program;
mod tokio_program;
mod value;

pub use about::{About, Choice, Exercise, Proof, Question, Words};
pub use lesson::{Lesson, Source};
pub use param::{Kind, Param, SPEED};
pub use program::{Argument, Main, Program};
pub use value::Value;

/// What can be run. It stands in a folder of its own under `scenarios/`.
pub struct Scenario {
    /// Its name in addresses and in the API: `await-chain`.
    pub id: &'static str,
    /// The arguments of the program's `main`, in order.
    pub params: &'static [Param],
    /// Why it cannot be simulated, if it cannot.
    pub browser_only: Option<&'static str>,
    /// Makes the future of the program's `main`. Who checks records takes no program along.
    #[cfg(feature = "programs")]
    pub start: fn(&[Value]) -> Main,
}

impl Scenario {
    /// The value of each parameter, in the order in which `main` takes them.
    ///
    /// An error names the parameter, what was given and what is allowed.
    pub fn values(&self, given: &[(String, String)]) -> Result<Vec<Value>, String> {
        let params = self.params;
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
