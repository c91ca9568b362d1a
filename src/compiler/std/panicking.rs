//! How a panic begins.

use crate::fmt;
use crate::intrinsics;

#[lang = "panic_fmt"]
pub const fn panic_fmt(fmt: fmt::Arguments<'_>) -> ! {
    let message = crate::string::format(fmt);
    intrinsics::panic(&message)
}

#[lang = "panic"]
pub const fn panic(expr: &'static str) -> ! {
    intrinsics::panic(expr)
}

pub const fn text(text: &str) -> ! {
    intrinsics::panic(text)
}

/// Of `assert!`.
pub const fn assertion_failed(condition: &'static str) -> ! {
    panic!("assertion failed: {condition}")
}

/// Of `assert_eq!` and `assert_ne!`.
pub fn assert_failed(
    operator: &str,
    left: &dyn fmt::Debug,
    right: &dyn fmt::Debug,
    args: Option<fmt::Arguments<'_>>,
) -> ! {
    match args {
        Some(args) => panic!(
            "assertion `left {operator} right` failed: {args}\n  left: {left:?}\n right: {right:?}"
        ),
        None => {
            panic!("assertion `left {operator} right` failed\n  left: {left:?}\n right: {right:?}")
        }
    }
}
