//! Who waits, in the order in which they came.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::Arc;

/// All of it is used on one thread.
pub(super) struct WaitQueue<W>(RefCell<VecDeque<Arc<W>>>);

unsafe impl<W> Send for WaitQueue<W> {}
unsafe impl<W> Sync for WaitQueue<W> {}

impl<W> WaitQueue<W> {
    pub(super) const fn new() -> Self {
        WaitQueue(RefCell::new(VecDeque::new()))
    }

    pub(super) fn push(&self, waiter: Arc<W>) {
        self.0.borrow_mut().push_back(waiter);
    }

    pub(super) fn oldest(&self) -> Option<Arc<W>> {
        self.0.borrow().front().cloned()
    }

    pub(super) fn pop_oldest(&self) -> Option<Arc<W>> {
        self.0.borrow_mut().pop_front()
    }

    pub(super) fn pop_newest(&self) -> Option<Arc<W>> {
        self.0.borrow_mut().pop_back()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    pub(super) fn take_all(&self) -> VecDeque<Arc<W>> {
        std::mem::take(&mut *self.0.borrow_mut())
    }

    /// Does nothing if it is not there any more.
    pub(super) fn remove(&self, waiter: &Arc<W>) {
        let mut queue = self.0.borrow_mut();
        if let Some(at) = queue.iter().position(|other| Arc::ptr_eq(other, waiter)) {
            queue.remove(at);
        }
    }
}
