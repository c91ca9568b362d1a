//! Moments of the program's clock, and of the calendar.

use super::Duration;
use crate::error::Error;
use crate::fmt;
use crate::intrinsics;
use crate::ops::{Add, AddAssign, Sub, SubAssign};

/// A moment of the program's clock. It may lie before the run began: that was at [`START`].
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(Duration);

const START: Duration = Duration::from_secs(1 << 62);

impl Instant {
    pub fn now() -> Instant {
        Instant(START + Duration::from_nanos(intrinsics::now()))
    }

    /// How old the run was, in nanoseconds, as far as that can be told.
    #[doc(hidden)]
    pub fn __since_start(self) -> u64 {
        let nanoseconds = self.0.saturating_sub(START).as_nanos();
        u64::try_from(nanoseconds).unwrap_or(u64::MAX)
    }

    pub fn duration_since(&self, earlier: Instant) -> Duration {
        self.checked_duration_since(earlier).unwrap_or_default()
    }

    pub fn checked_duration_since(&self, earlier: Instant) -> Option<Duration> {
        self.0.checked_sub(earlier.0)
    }

    pub fn saturating_duration_since(&self, earlier: Instant) -> Duration {
        self.checked_duration_since(earlier).unwrap_or_default()
    }

    pub fn elapsed(&self) -> Duration {
        Instant::now() - *self
    }

    pub fn checked_add(&self, duration: Duration) -> Option<Instant> {
        let sum = self.0.checked_add(duration)?;
        // As on Linux, where seconds are counted in an `i64`.
        (sum.as_secs() < (1 << 63)).then_some(Instant(sum))
    }

    pub fn checked_sub(&self, duration: Duration) -> Option<Instant> {
        self.0.checked_sub(duration).map(Instant)
    }
}

impl Add<Duration> for Instant {
    type Output = Instant;

    #[track_caller]
    fn add(self, other: Duration) -> Instant {
        self.checked_add(other)
            .expect("overflow when adding duration to instant")
    }
}

impl AddAssign<Duration> for Instant {
    #[track_caller]
    fn add_assign(&mut self, other: Duration) {
        *self = *self + other;
    }
}

impl Sub<Duration> for Instant {
    type Output = Instant;

    #[track_caller]
    fn sub(self, other: Duration) -> Instant {
        self.checked_sub(other)
            .expect("overflow when subtracting duration from instant")
    }
}

impl SubAssign<Duration> for Instant {
    #[track_caller]
    fn sub_assign(&mut self, other: Duration) {
        *self = *self - other;
    }
}

impl Sub<Instant> for Instant {
    type Output = Duration;

    fn sub(self, other: Instant) -> Duration {
        self.duration_since(other)
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let since = self.0.saturating_sub(START);
        f.debug_struct("Instant")
            .field("tv_sec", &since.as_secs())
            .field("tv_nsec", &since.subsec_nanos())
            .finish()
    }
}

/// A moment of the calendar, in UTC.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SystemTime(Duration);

/// As far from the beginning as [`START`], so that there are moments before it.
pub const UNIX_EPOCH: SystemTime = SystemTime(START);

impl SystemTime {
    pub const UNIX_EPOCH: SystemTime = SystemTime(START);

    pub fn now() -> SystemTime {
        SystemTime(START + Duration::from_nanos(intrinsics::time_of_day()))
    }

    pub fn duration_since(&self, earlier: SystemTime) -> Result<Duration, SystemTimeError> {
        match self.0.checked_sub(earlier.0) {
            Some(since) => Ok(since),
            None => Err(SystemTimeError(earlier.0 - self.0)),
        }
    }

    pub fn elapsed(&self) -> Result<Duration, SystemTimeError> {
        SystemTime::now().duration_since(*self)
    }

    pub fn checked_add(&self, duration: Duration) -> Option<SystemTime> {
        let sum = self.0.checked_add(duration)?;
        (sum.as_secs() < (1 << 63)).then_some(SystemTime(sum))
    }

    pub fn checked_sub(&self, duration: Duration) -> Option<SystemTime> {
        self.0.checked_sub(duration).map(SystemTime)
    }
}

impl Add<Duration> for SystemTime {
    type Output = SystemTime;

    fn add(self, dur: Duration) -> SystemTime {
        self.checked_add(dur)
            .expect("overflow when adding duration to instant")
    }
}

impl AddAssign<Duration> for SystemTime {
    fn add_assign(&mut self, other: Duration) {
        *self = *self + other;
    }
}

impl Sub<Duration> for SystemTime {
    type Output = SystemTime;

    fn sub(self, dur: Duration) -> SystemTime {
        self.checked_sub(dur)
            .expect("overflow when subtracting duration from instant")
    }
}

impl SubAssign<Duration> for SystemTime {
    fn sub_assign(&mut self, other: Duration) {
        *self = *self - other;
    }
}

impl fmt::Debug for SystemTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let since = self.0.saturating_sub(START);
        f.debug_struct("SystemTime")
            .field("tv_sec", &since.as_secs())
            .field("tv_nsec", &since.subsec_nanos())
            .finish()
    }
}

/// The other moment was later.
#[derive(Clone, Debug)]
pub struct SystemTimeError(Duration);

impl SystemTimeError {
    pub fn duration(&self) -> Duration {
        self.0
    }
}

impl Error for SystemTimeError {}

impl fmt::Display for SystemTimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("second time provided was later than self")
    }
}
