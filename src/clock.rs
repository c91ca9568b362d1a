//! The seam between a run and time: now, "tell me at", and a blocking wait.
//!
//! All times are [`Duration`]s since the run began, on the wall clock: `speed` is
//! the runtime's business.

use std::time::Duration;

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod simulated;

/// What a [`Runtime`](crate::runtime::Runtime) needs of time.
pub trait Clock {
    /// Since the run began.
    fn now(&self) -> Duration;

    /// Asks to be told at `deadline`, or not at all; replaces what was asked before.
    ///
    /// Whoever is told looks at [`now`](Clock::now): a browser may tell too early.
    fn arm(&self, deadline: Option<Duration>);

    /// Asks to be told once the event loop has had its turn: timers, rendering, input.
    fn arm_turn(&self);

    /// Blocks the thread.
    fn block(&self, duration: Duration);

    /// The time of day at which the run began, since the Unix epoch.
    fn started(&self) -> Duration;
}

/// Blocks the thread for real. A browser has nothing for that but to spin.
pub fn block_thread(duration: Duration) {
    #[cfg(not(target_arch = "wasm32"))]
    std::thread::sleep(duration);
    #[cfg(target_arch = "wasm32")]
    {
        let end = browser::performance_now() + duration.as_secs_f64() * 1e3;
        while browser::performance_now() < end {
            std::hint::spin_loop();
        }
    }
}
