//! How a panic begins, and what was panicked with.

mod source;

use crate::fmt;
use crate::intrinsics;

#[lang = "panic_fmt"]
pub const fn panic_fmt(fmt: fmt::Arguments<'_>) -> ! {
    match fmt.as_str() {
        Some(literal) => text(literal),
        None => formatted(&crate::string::format(fmt)),
    }
}

#[lang = "panic"]
pub const fn panic(expr: &'static str) -> ! {
    text(expr)
}

pub const fn text(text: &'static str) -> ! {
    unsafe { LITERAL = true };
    intrinsics::panic(text)
}

/// With a text that was made for it.
pub const fn formatted(text: &str) -> ! {
    unsafe { LITERAL = false };
    intrinsics::panic(text)
}

/// Whether the last panic said a `&'static str`: that is its payload then, and else it is a `String`.
static mut LITERAL: bool = false;

pub fn was_literal() -> bool {
    unsafe { LITERAL }
}

/// Of `assert!`.
pub fn assertion_failed(condition: &'static str) -> ! {
    let mut text = String::from("assertion failed: ");
    text.push_str(&source::tidy(condition));
    panic(text.leak())
}

/// Of `assert_eq!` and `assert_ne!`. Generic, so that types which are not known yet do not become `dyn Debug`.
pub fn assert_failed<T: ?Sized + fmt::Debug, U: ?Sized + fmt::Debug>(
    operator: &str,
    left: &T,
    right: &U,
    args: Option<fmt::Arguments<'_>>,
) -> ! {
    differ(operator, &left, &right, args)
}

fn differ(
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
