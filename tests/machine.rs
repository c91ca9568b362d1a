//! What the machine does with bytecode: its instructions, panics, coroutines, tasks and limits, and programs that are none.
#![cfg(not(target_arch = "wasm32"))]

#[path = "machine/assembler.rs"]
mod assembler;
#[path = "machine/broken.rs"]
mod broken;
#[path = "machine/coroutines.rs"]
mod coroutines;
#[path = "machine/format.rs"]
mod format;
#[path = "machine/limits.rs"]
mod limits;
#[path = "machine/ops.rs"]
mod ops;
#[path = "machine/records.rs"]
mod records;
#[path = "machine/tasks.rs"]
mod tasks;
#[path = "machine/unwinding.rs"]
mod unwinding;
