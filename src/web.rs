//! What JavaScript may call: the only files that export to it.
//!
//! There are three wasms: one runs the course's programs, and all pages load it; one runs programs of one's
//! own, and one checks records: these are loaded when there is such a thing. An instance runs one program, or checks one record, and is dropped with
//! it. What there is to tell of either is a head, and the events in slices. Errors become JavaScript
//! `Error`s here. What cannot be caught here, because this target cannot unwind (a panic, memory that
//! ran out), the page catches when it leaves the wasm: it then asks for [`last_words`], for the
//! events, and tells a run to fail.

#[cfg(feature = "checking")]
mod checking;
#[cfg(feature = "machine")]
mod machine;
#[cfg(feature = "programs")]
mod programs;
#[cfg(any(feature = "programs", feature = "machine"))]
mod run;

use std::cell::{Cell, RefCell};
use std::panic::PanicHookInfo;

use wasm_bindgen::prelude::*;

use crate::memory;

#[cfg(feature = "checking")]
pub use checking::{check_record, checked_events};
#[cfg(feature = "machine")]
pub use machine::{run_program, simulate_program};
#[cfg(feature = "programs")]
pub use programs::{run, simulate, tokio_program, work};
#[cfg(any(feature = "programs", feature = "machine"))]
pub use run::{alive, events, fail, head, stop};

thread_local! {
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
    /// Kept free while a program runs: when memory has run out, its trace can still be read.
    static RESERVE: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Called once, when the module is loaded.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(on_panic));
}

fn on_panic(panic: &PanicHookInfo<'_>) {
    // What panics after the first one does so because the instance is lost.
    if PANIC.with_borrow(Option::is_none) {
        let message = panic.payload_as_str();
        let message = message.unwrap_or("a panic without a message");
        PANIC.set(Some(message.into()));
        console_error_panic_hook::hook(panic);
    }
}

/// Why the instance was lost, if it knows: that memory ran out, or the first panic's message.
/// Lets go of the reserve: nothing but reading the trace is left to do.
#[wasm_bindgen]
pub fn last_words() -> Option<String> {
    RESERVE.take();
    // From now on, no panic is news.
    let panic = PANIC.replace(Some(String::new()));
    memory::refused().or(panic)
}
