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

/// Ends the task, as a panic does, where this target could not unwind: what the task holds is
/// dropped, whoever awaits it gets an error, and all else goes on.
///
/// The task waits for ever, and its runtime is told to drop it: so this is for async code.
#[macro_export]
#[doc(hidden)]
macro_rules! __panic {
    ($($text:tt)*) => {{
        $crate::runtime::panic_in_task(::std::format!($($text)*));
        match ::std::future::pending::<::std::convert::Infallible>().await {}
    }};
}

pub use crate::{__panic as panic, __println as println};
