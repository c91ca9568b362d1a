//! See [`std::panic`](https://doc.rust-lang.org/std/panic/).

use crate::any::Any;
use crate::intrinsics;
use crate::panicking;

pub fn resume_unwind(payload: Box<dyn Any + Send>) -> ! {
    if let Some(text) = payload.downcast_ref::<&'static str>() {
        panicking::panic(*text);
    }
    match payload.downcast_ref::<String>() {
        Some(text) => intrinsics::panic(text),
        None => intrinsics::panic("Box<dyn Any>"),
    }
}
