//! By what the waits of a run are divided.

use std::time::Duration;

use serde::{Serialize, Serializer};

/// The speed of a run: at 2, the program's seconds last half as long on the wall clock.
///
/// It is read and bounded as the parameter [`SPEED`](crate::scenario::SPEED) is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Speed {
    /// Whole numbers, so that no wait is a nanosecond short.
    thousandths: u32,
}

impl Speed {
    /// The program's seconds are seconds.
    pub const NORMAL: Speed = Speed::from_thousandths(1000);
    /// The lowest speed that is allowed.
    pub const SLOWEST: Speed = Speed::from_thousandths(250);
    /// The highest speed that is allowed.
    pub const FASTEST: Speed = Speed::from_thousandths(20_000);

    /// The speed of so many thousandths, which must be at least one.
    pub const fn from_thousandths(thousandths: u32) -> Speed {
        assert!(thousandths != 0, "no time would pass");
        Speed { thousandths }
    }

    /// How many thousandths it has.
    pub const fn thousandths(self) -> u32 {
        self.thousandths
    }

    /// The speed as JSON has it.
    pub fn to_f64(self) -> f64 {
        f64::from(self.thousandths) / 1e3
    }

    /// How long a wait of the program lasts on the wall clock, rounded up: never less than was asked for.
    pub fn wall(self, program: Duration) -> Duration {
        if self == Speed::NORMAL {
            return program;
        }
        let (speed, program) = (self.thousandths, program.saturating_mul(1000));
        let wall = program / speed;
        match wall.saturating_mul(speed) < program {
            true => wall.saturating_add(Duration::from_nanos(1)),
            false => wall,
        }
    }

    /// How much of the program's own time passes in a time of the wall clock.
    pub fn program(self, wall: Duration) -> Duration {
        if self == Speed::NORMAL {
            return wall;
        }
        wall.saturating_mul(self.thousandths) / 1000
    }
}

impl Serialize for Speed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.to_f64())
    }
}
