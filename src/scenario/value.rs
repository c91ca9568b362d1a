//! The value of a parameter.

use std::fmt;

use serde::{Serialize, Serializer};

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
    pub(crate) fn parse(text: &str) -> Option<Value> {
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
