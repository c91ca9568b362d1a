//! tokio on one thread of the system's own.

use tokio::runtime::Builder;
use tokio::task::LocalSet;

#[path = "../work.rs"]
mod work;

/// Does the work.
pub fn measure(name: &str, count: u32) -> Vec<f64> {
    let runtime = Builder::new_current_thread().enable_time().build();
    let runtime = runtime.expect("a runtime without I/O can always be built");
    LocalSet::new().block_on(&runtime, work::work(name, count))
}

/// What the work calls.
mod names {
    use std::fs::read_to_string;
    use std::sync::LazyLock;
    use std::time::Instant;

    pub use tokio::select;
    pub use tokio::task::{spawn_local, yield_now};
    pub use tokio::time::{sleep, timeout};

    static STARTED: LazyLock<Instant> = LazyLock::new(Instant::now);

    /// In milliseconds.
    pub fn now() -> f64 {
        STARTED.elapsed().as_secs_f64() * 1e3
    }

    /// What of this process is in memory, in bytes; not a number where Linux is not there to say it.
    pub fn memory() -> f64 {
        let pages = read_to_string("/proc/self/statm").ok();
        let resident = pages.and_then(|pages| pages.split(' ').nth(1)?.parse::<f64>().ok());
        resident.map_or(f64::NAN, |pages| pages * 4096.0)
    }
}
