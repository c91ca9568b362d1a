//! Panics as values.

use crate::any::Any;
use crate::boxed::Box;
use crate::panicking;
use crate::string::String;

/// Goes on with a panic that was caught by a task's handle.
pub fn resume_unwind(payload: Box<dyn Any + Send>) -> ! {
    match payload.downcast::<&'static str>() {
        Ok(text) => panicking::text(*text),
        Err(payload) => match payload.downcast::<String>() {
            Ok(text) => panicking::formatted(&text),
            Err(_) => panicking::formatted("a panic without a message"),
        },
    }
}
