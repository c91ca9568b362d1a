//! What tasks share and send.

pub mod oneshot;
mod waker_slot;
