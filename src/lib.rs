//! Small async Rust programs on the browser's own event loop: predict, run, see.
//!
//! # What it is for
//!
//! A learner predicts what a small program does, runs it, and sees why it did that. The program is a
//! plain one for tokio; here it runs on a scheduler that does as tokio's does, and each
//! poll, wake and wait is recorded. All this is compiled to WebAssembly; JavaScript draws what it tells.
//!
//! # What it is not for
//!
//! - It is no runtime to build upon: it records all that happens, ends what takes too long, and has one thread and
//!   no I/O.
//! - It decides nothing about tokio: what tokio does is looked up in its source, and tests run each program
//!   on the real one. The README says under "Limits" what is left out.
//! - It draws nothing, and knows nothing of the page.
//!
//! # The modules, from the ground up
//!
//! A file imports only what stands above it here.
//!
//! - [`trace`]: what happened, as a list of events; what may happen to a task in which state; how many
//!   events are kept.
//! - [`speed`]: by what the waits of a run are divided.
//! - `memory`: how much memory is in use, where the allocator counts.
//! - [`runtime`]: a run. In it, in reading order: `driver`, what a run needs of the world, which is `browser`
//!   or `simulated`; `waker`, `owned_tasks`, `task` and `scheduler`, who is polled when; `wheel` and `timer`,
//!   what waits for a deadline; `context`, how a program finds its run; `recording`, what is told of it; `limits`,
//!   `deadlock` and `shutdown`, how it ends; and then what a program calls, each in a file of its name.
//! - [`playground`]: the `std` and the `tokio` of a program, and the crates of one that needs a browser.
//! - [`scenario`] and [`scenarios`]: a program with its parameters and what is said of it; all of them.
//! - [`machine`]: what runs a program of one's own, which is bytecode, on the same runtime. In it, in reading order:
//!   `bytecode`; `memory` and `heap`; `interpreter`, with `arithmetic`, `convert`, `unwind` and `coroutine`; `host`, what a
//!   program asks of the runtime; `task`, `thread` and `waker`, what the runtime asks of a program; `validate` and
//!   `format`, for programs from outside.
//! - [`diagnose`]: what a trace says went wrong.
//! - [`json`] and [`record`]: a run as a page is given it, or gives it back.
//! - `web`: what JavaScript may call.
//!
//! # What always holds
//!
//! - **The order is tokio's.** Tasks are polled, woken and dropped in the order of its current-thread runtime, on
//!   every clock and at every speed. A run differs from its simulation in its times only: by what takes longer
//!   than it should, by which deadlines have come meanwhile, and where the program leaves something to chance.
//! - **Data goes one way:** a program makes events, a trace keeps them, a record and its diagnoses are computed
//!   from them. Nothing that reads a trace can change what happens.
//! - **Time never runs back.** Each event is as late as the one before it, or later; no wait ends before its time.
//! - **Every run ends,** by its `main`, by `stop`, by a deadlock that is told, or by one of its [limits](runtime::limits);
//!   afterwards no task, timer or worker of it is alive. Only a poll of a compiled program that
//!   calls nothing of the runtime cannot be ended.
//! - **A task does what the table of [`trace::State`] allows,** and ends once. A record from outside is held
//!   against the same table.
//! - **Ids are given in the order of spawning,** so that task 0 is `main`, and what is recorded is the first
//!   [`RECORDED_TASKS`](trace::RECORDED_TASKS).
//! - **What is dropped cleans up:** a future takes its deadline back, a run's end drops its workers.
//! - **Runs never meet.** A wasm instance runs one program, because a panic costs the instance; several runs of
//!   one thread, as tests have them, share nothing but the number that tells them apart.

pub mod diagnose;
pub mod json;
pub mod machine;
mod memory;
pub mod playground;
pub mod record;
pub mod runtime;
pub mod scenario;
pub mod scenarios;
pub mod speed;
pub mod trace;
#[cfg(target_arch = "wasm32")]
pub mod web;
