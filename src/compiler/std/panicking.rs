//! How a panic begins, and what was panicked with.

mod source;

use crate::any::Any;
use crate::cell::UnsafeCell;
use crate::fmt;
use crate::intrinsics;

#[lang = "panic_fmt"]
pub const fn panic_fmt(fmt: fmt::Arguments<'_>) -> ! {
    if let Some(text) = fmt.as_str() {
        panic(text);
    }
    let message = crate::string::format(fmt);
    intrinsics::panic(&message)
}

#[lang = "panic"]
pub const fn panic(expr: &'static str) -> ! {
    LITERALS.add(expr);
    intrinsics::panic(expr)
}

pub const fn text(text: &str) -> ! {
    intrinsics::panic(text)
}

/// The texts that were panicked with as they stand in the program.
struct Literals(UnsafeCell<Vec<&'static str>>);

/// There is one thread.
unsafe impl Sync for Literals {}

static LITERALS: Literals = Literals(UnsafeCell::new(Vec::new()));

impl Literals {
    fn find(&self, text: &str) -> Option<&'static str> {
        unsafe { &*self.0.get() }.iter().copied().find(|literal| *literal == text)
    }
    fn add(&self, text: &'static str) {
        if self.find(text).is_none() {
            unsafe { &mut *self.0.get() }.push(text);
        }
    }
}

/// What a panic with this text carries: a `&'static str` if nothing was formatted, or a `String`.
pub fn payload(text: String) -> Box<dyn Any + Send> {
    if let Some(literal) = LITERALS.find(&text) {
        return Box::new(literal);
    }
    if text.starts_with("attempt to ") {
        // The machine's own.
        let text: &'static str = text.leak();
        return Box::new(text);
    }
    Box::new(text)
}

/// Of `assert!`.
pub fn assertion_failed(condition: &'static str) -> ! {
    let mut text = String::from("assertion failed: ");
    text.push_str(&source::tidy(condition));
    panic(text.leak())
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
