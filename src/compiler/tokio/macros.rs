//! Awaiting many at once.

mod join;
mod pin;
mod select;
pub mod support;
mod task_local;
mod try_join;
