//! Bytecode that is made of THIR, run by the machine: what it logs, in order.

#[path = "codegen/calls.rs"]
mod calls;
#[path = "codegen/coroutines.rs"]
mod coroutines;
#[path = "codegen/drops.rs"]
mod drops;
#[path = "codegen/maker.rs"]
mod maker;
#[path = "codegen/patterns.rs"]
mod patterns;
#[path = "codegen/values.rs"]
mod values;
