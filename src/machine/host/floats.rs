//! Floats as text.

use std::fmt::{Debug, Display, LowerExp, UpperExp};

use super::args;
use crate::machine::fault::Fault;
use crate::machine::interpreter::State;

/// How much room there is for a float.
const ROOM: usize = 1100;

/// How many places a float has at most behind the point: so many fit.
const MOST_PLACES: i32 = 780;

impl State {
    pub(super) fn format_float(&mut self, args: u32, ret: u32) -> Result<(), Fault> {
        let (value, single, exponent, precision, out) =
            args!(self.memory, args; f64, bool, u8, i32, u32);
        let places = usize::try_from(precision.min(MOST_PLACES)).ok();
        let mut text = match single {
            true => formatted(value as f32, exponent, places),
            false => formatted(value, exponent, places),
        };
        text.truncate(ROOM);
        self.memory.write(out, text.as_bytes())?;
        self.memory.set(ret, text.len() as u64);
        Ok(())
    }

    pub(super) fn parse_float(&mut self, args: u32, ret: u32) -> Result<(), Fault> {
        let (text, len, out) = args!(self.memory, args; u32, u64, u32);
        let value: Option<f64> = self.memory.text(text, len)?.parse().ok();
        if let Some(value) = value {
            self.memory.store(out, value)?;
        }
        self.memory.set(ret, value.is_some());
        Ok(())
    }
}

fn formatted<F>(value: F, exponent: u8, places: Option<usize>) -> String
where
    F: Display + Debug + LowerExp + UpperExp,
{
    match (exponent, places) {
        (0, None) => format!("{value}"),
        (0, Some(places)) => format!("{value:.places$}"),
        (1, None) => format!("{value:e}"),
        (1, Some(places)) => format!("{value:.places$e}"),
        (2, None) => format!("{value:E}"),
        (2, Some(places)) => format!("{value:.places$E}"),
        (_, None) => format!("{value:?}"),
        (_, Some(places)) => format!("{value:.places$?}"),
    }
}
