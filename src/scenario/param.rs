//! A parameter of a program, and what is allowed for it.

use serde::Serialize;

use super::Value;
use crate::speed::Speed;

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
