//! For how long a program may compute without coming back.

use std::time::Duration;

use super::fault::{Fault, end};

/// How long a poll may last.
pub const LONGEST_POLL: Duration = Duration::from_secs(10);

/// So many steps are taken between two looks at the clock.
const STEPS: u32 = 1 << 16;

/// What is left until the next look at the clock. Jumps and calls are counted, because nothing runs long without them.
pub struct Fuel {
    left: u32,
    /// When this poll has lasted too long, once the clock was looked at.
    deadline: Option<Duration>,
}

impl Fuel {
    /// For a poll that begins.
    pub fn new() -> Self {
        Fuel {
            left: STEPS,
            deadline: None,
        }
    }

    /// Begins anew.
    pub fn refill(&mut self) {
        *self = Fuel::new();
    }

    /// A step.
    #[inline(always)]
    pub fn step(&mut self) -> Result<(), Fault> {
        self.steps(1)
    }

    /// What takes as long as so many steps.
    #[inline(always)]
    pub fn steps(&mut self, steps: u32) -> Result<(), Fault> {
        match self.left.checked_sub(steps) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => self.look(),
        }
    }

    #[cold]
    fn look(&mut self) -> Result<(), Fault> {
        self.left = STEPS;
        let now = wall_clock();
        let deadline = *self.deadline.get_or_insert(now + LONGEST_POLL);
        match now < deadline {
            true => Ok(()),
            false => Err(end(format!(
                "the run has reached the limit of {} seconds for one poll",
                LONGEST_POLL.as_secs()
            ))),
        }
    }
}

/// The time that passes for whoever waits for the page, since some moment.
#[cfg(target_arch = "wasm32")]
fn wall_clock() -> Duration {
    crate::runtime::browser::since_page()
}

/// The time that passes for whoever waits for the page, since some moment.
#[cfg(not(target_arch = "wasm32"))]
fn wall_clock() -> Duration {
    use std::sync::OnceLock;
    use std::time::Instant;
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_takes_too_long_is_told_so() {
        let mut fuel = Fuel::new();
        for _ in 0..3 * STEPS {
            fuel.step().unwrap();
        }
        fuel.deadline = Some(Duration::ZERO);
        let ended = (0..=STEPS).find_map(|_| fuel.step().err());
        let said = "the run has reached the limit of 10 seconds for one poll";
        assert_eq!(ended.unwrap().to_string(), said);
        fuel.refill();
        fuel.step().unwrap();
    }
}
