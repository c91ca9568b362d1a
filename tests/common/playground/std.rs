//! All of std, but for lines, blocking, and the time of day.

pub use ::std::*;

macro_rules! println {
    ($($text:tt)*) => { $crate::playground::log(format_args!($($text)*)) };
}
pub(crate) use println;

pub mod thread {
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Waker};
    use std::time::Duration;

    use crate::playground::{BLOCKED, RUN};

    /// Moves the paused clock; nothing else happens meanwhile.
    pub fn sleep(duration: Duration) {
        if RUN.with_borrow(Option::is_none) {
            return BLOCKED.set(BLOCKED.get() + duration);
        }
        // The first poll moves the clock; a second one would only let others run.
        let advance = pin!(tokio::time::advance(duration));
        let _ = advance.poll(&mut Context::from_waker(Waker::noop()));
    }
}

pub mod time {
    pub use std::time::Duration;

    use crate::playground::with_run;

    pub struct SystemTime(Duration);

    pub const UNIX_EPOCH: SystemTime = SystemTime(Duration::ZERO);

    impl SystemTime {
        pub fn now() -> Self {
            SystemTime(with_run(|run| run.started.elapsed()))
        }

        pub fn duration_since(&self, earlier: SystemTime) -> Result<Duration, Duration> {
            let since = self.0.checked_sub(earlier.0);
            since.ok_or_else(|| earlier.0 - self.0)
        }
    }
}
