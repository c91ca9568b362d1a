//! tokio's own `LocalSet`, polled by the browser. Its timers are a map behind one `setTimeout`: tokio's own wheel asks the
//! system for the time, which panics on this target.

use tokio::task::LocalSet;

mod timers;
#[path = "../work.rs"]
mod work;

/// Does the work.
pub async fn measure(name: &str, count: u32) -> Vec<f64> {
    LocalSet::new().run_until(work::work(name, count)).await
}

/// What the work calls.
mod names {
    pub use tokio::select;
    pub use tokio::task::{spawn_local, yield_now};

    pub use super::timers::{sleep, timeout};
    pub use crate::peers::page::{memory, now};
}
