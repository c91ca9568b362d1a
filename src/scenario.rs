//! A scenario: a program, what is said about it, and its parameters.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use serde::{Serialize, Serializer};

use crate::speed::Speed;

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

/// The future of a program's `main`.
pub type Main = Pin<Box<dyn Future<Output = ()>>>;

/// What stands beside a program: `about.rs` of its folder.
#[derive(Clone, Copy, Serialize)]
pub struct About {
    /// Its name in the course.
    pub title: &'static str,
    /// One sentence: what it shows.
    pub summary: &'static str,
    /// What to look for, in at most 120 words. Paragraphs are parted by an empty line.
    pub text: &'static str,
    /// The arguments of `main`, in order.
    pub params: &'static [Param],
    /// What the learner is asked before the first run.
    pub predict: &'static [Question],
    /// Another scenario worth running beside this one.
    pub compare: Option<&'static str>,
    /// Words that the lesson shows because a tool says them: a compiler's, a runtime's.
    pub words: Option<Words>,
    /// Why the program needs a browser and not only tokio, if it does.
    pub browser_only: Option<&'static str>,
}

impl About {
    /// To be filled in: `About { title: …, ..About::EMPTY }`.
    pub const EMPTY: About = About {
        title: "",
        summary: "",
        text: "",
        params: &[],
        predict: &[],
        compare: None,
        words: None,
        browser_only: None,
    };
}

/// What another tool says, captured from it by a test.
#[derive(Clone, Copy, Serialize)]
pub struct Words {
    /// Who says it, and to what.
    pub title: &'static str,
    /// The words.
    pub text: &'static str,
}

/// A question whose answer is computed by simulating the program.
#[derive(Clone, Copy, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Question {
    /// Put the lines of the log in order.
    Order,
    /// How long does it take?
    Total,
    /// Will a line with this text ever be printed?
    Prints {
        /// The text to look for.
        text: &'static str,
    },
}

/// A parameter of a scenario.
#[derive(Clone, Copy, Serialize)]
pub struct Param {
    /// Its name in addresses and in the API.
    pub name: &'static str,
    /// Its name on the page.
    pub label: &'static str,
    /// What it counts.
    pub kind: Kind,
    /// The unit of its value: `s`, `min`, or empty.
    pub unit: &'static str,
    /// The smallest value.
    pub min: Value,
    /// The largest value.
    pub max: Value,
    /// By how much the control changes it.
    pub step: Value,
    /// The value where none is given.
    pub default: Value,
}

/// What a parameter counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A duration, in seconds.
    Seconds,
    /// A whole number.
    Count,
}

/// By what a run's waits may be divided. No scenario's own parameter, but checked like one.
pub const SPEED: Param = Param {
    min: Value(Speed::SLOWEST.thousandths() as u64),
    max: Value(Speed::FASTEST.thousandths() as u64),
    unit: "",
    ..Param::seconds("speed", "speed", 1.0)
};

impl Param {
    /// A duration of 0.1 to 10 seconds.
    pub const fn seconds(name: &'static str, label: &'static str, default: f64) -> Param {
        Param {
            name,
            label,
            kind: Kind::Seconds,
            unit: "s",
            min: Value(100),
            max: Value(10_000),
            step: Value(100),
            default: Value((default * 1e3) as u64),
        }
    }

    /// A whole number from `min` to `max`.
    pub const fn count(
        name: &'static str,
        label: &'static str,
        default: u32,
        min: u32,
        max: u32,
    ) -> Param {
        Param {
            name,
            label,
            kind: Kind::Count,
            unit: "",
            min: Value::whole(min),
            max: Value::whole(max),
            step: Value::whole(1),
            default: Value::whole(default),
        }
    }

    /// The same parameter, counted in `unit`.
    pub const fn unit(self, unit: &'static str) -> Param {
        Param { unit, ..self }
    }

    /// Reads a value; an error names the parameter, the value and what is allowed.
    pub fn parse(&self, text: &str) -> Result<Value, String> {
        let Param { name, min, max, .. } = self;
        let fits = |value: &Value| {
            let whole = self.kind != Kind::Count || value.0.is_multiple_of(1000);
            whole && (min..=max).contains(&value)
        };
        Value::parse(text).filter(fits).ok_or_else(|| {
            let number = match self.kind {
                Kind::Seconds => "a number",
                Kind::Count => "a whole number",
            };
            let space = if self.unit.is_empty() { "" } else { " " };
            let unit = self.unit;
            format!(
                "parameter \"{name}\" is \"{text}\": allowed is {number} from {min} to {max}{space}{unit}"
            )
        })
    }
}

/// The value of a parameter, in thousandths: the finest wait that every clock here
/// can tell is a millisecond, and decimals need no floats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Value(pub u64);

impl Value {
    /// A whole number.
    pub const fn whole(number: u32) -> Value {
        Value(number as u64 * 1000)
    }

    /// Reads a decimal with at most three places, `None` for anything else.
    fn parse(text: &str) -> Option<Value> {
        let (whole, places) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if places.is_empty() || places.len() > 3 || !digits(whole) || !digits(places) {
            return None;
        }
        let whole: u32 = whole.parse().ok()?;
        let places: u64 = format!("{places:0<3}").parse().ok()?;
        Some(Value(Value::whole(whole).0 + places))
    }

    /// The value as JSON has it.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / 1e3
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, places) = (self.0 / 1000, self.0 % 1000);
        match places {
            0 => write!(f, "{whole}"),
            _ => f.write_str(format!("{whole}.{places:03}").trim_end_matches('0')),
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.to_f64())
    }
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

impl Scenario {
    /// The program as one file for tokio: the import line swapped, and a `main` that calls it.
    pub fn tokio_program(&self, values: &[Value]) -> String {
        let mut source = String::new();
        for line in self.rust.lines() {
            match line.strip_prefix("use crate::playground::") {
                Some(names) => source.push_str(&tokio_imports(names)),
                None => source.push_str(line),
            }
            source.push('\n');
        }
        let arguments = self.about.params.iter().zip(values);
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

/// A type that a parameter's value turns into: an argument of `main`.
pub trait Argument {
    /// The argument.
    fn from_value(value: Value) -> Self;
}

impl Argument for Duration {
    fn from_value(Value(thousandths): Value) -> Self {
        Duration::from_millis(thousandths)
    }
}

impl Argument for u32 {
    fn from_value(Value(thousandths): Value) -> Self {
        (thousandths / 1000) as u32
    }
}

impl Argument for Speed {
    fn from_value(Value(thousandths): Value) -> Self {
        Speed::from_thousandths(thousandths as u32)
    }
}

/// A `main` that takes its parameters as arguments.
pub trait Program<Arguments> {
    /// Calls it.
    fn start(self, values: &[Value]) -> Main;
}

macro_rules! program {
    ($($argument:ident),*) => {
        impl<M, F, $($argument: Argument),*> Program<($($argument,)*)> for M
        where
            M: FnOnce($($argument),*) -> F,
            F: Future<Output = ()> + 'static,
        {
            fn start(self, values: &[Value]) -> Main {
                let mut values = values.iter().copied();
                let main = self($({
                    let value = values.next().expect("one parameter for each argument");
                    $argument::from_value(value)
                }),*);
                assert_eq!(values.next(), None, "one argument for each parameter");
                Box::pin(main)
            }
        }
    };
}

program!();
program!(A);
program!(A, B);
program!(A, B, C);
program!(A, B, C, D, E, G);

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
