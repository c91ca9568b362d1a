//! Who waits, if anybody does.

use std::cell::Cell;
use std::task::{Context, Waker};

/// A place for one waker. All of it is used on one thread.
pub(crate) struct WakerSlot(Cell<Option<Waker>>);

unsafe impl Send for WakerSlot {}
unsafe impl Sync for WakerSlot {}

impl WakerSlot {
    pub(crate) const fn new() -> Self {
        WakerSlot(Cell::new(None))
    }

    /// Whoever polls now is to be woken; who was before is forgotten.
    pub(crate) fn register(&self, cx: &Context<'_>) {
        self.0.set(Some(cx.waker().clone()));
    }

    pub(crate) fn take(&self) -> Option<Waker> {
        self.0.take()
    }

    pub(crate) fn wake(&self) {
        if let Some(waker) = self.0.take() {
            waker.wake();
        }
    }
}
