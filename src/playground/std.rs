//! The real `std`, but for what a run has to know of: lines, blocking, and the time of day.

pub mod thread;
pub mod time;

pub use ::std::*;

/// Prints a line to the log. What it was made of is dropped only then, as it is with the real one.
#[macro_export]
#[doc(hidden)]
macro_rules! __println {
    ($($text:tt)*) => {
        $crate::runtime::log(::std::format_args!($($text)*))
    };
}

pub use crate::__println as println;
