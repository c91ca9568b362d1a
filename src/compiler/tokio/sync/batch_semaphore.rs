//! Permits that are given in the order in which they were asked for: what locks and channels are made of.

use std::cell::Cell;
use std::error::Error;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use super::wait_queue::WaitQueue;
use super::waker_slot::WakerSlot;

pub(crate) struct Semaphore {
    permits: Cell<usize>,
    closed: Cell<bool>,
    waiters: WaitQueue<Waiter>,
}

unsafe impl Send for Semaphore {}
unsafe impl Sync for Semaphore {}

struct Waiter {
    /// How many permits it still needs: it is in the queue as long as it needs some.
    needed: Cell<usize>,
    waker: WakerSlot,
}

/// The semaphore was closed.
#[derive(Debug)]
pub struct AcquireError(());

/// Error returned from the `Semaphore::try_acquire` function.
#[derive(Debug, PartialEq, Eq)]
pub enum TryAcquireError {
    Closed,
    NoPermits,
}

impl Semaphore {
    pub(crate) const MAX_PERMITS: usize = usize::MAX >> 3;

    #[track_caller]
    pub(crate) const fn new(permits: usize) -> Self {
        if permits > Self::MAX_PERMITS {
            panic!("a semaphore may not have more than MAX_PERMITS permits (2305843009213693951)");
        }
        Semaphore {
            permits: Cell::new(permits),
            closed: Cell::new(false),
            waiters: WaitQueue::new(),
        }
    }

    pub(crate) const fn new_closed() -> Self {
        Semaphore {
            permits: Cell::new(0),
            closed: Cell::new(true),
            waiters: WaitQueue::new(),
        }
    }

    pub(crate) fn available_permits(&self) -> usize {
        self.permits.get()
    }

    /// Gives permits back, to those who wait first.
    pub(crate) fn release(&self, added: usize) {
        let mut left = added;
        let mut wakers = Vec::new();
        while left > 0 {
            let Some(waiter) = self.waiters.oldest() else {
                break;
            };
            let given = left.min(waiter.needed.get());
            waiter.needed.set(waiter.needed.get() - given);
            left -= given;
            if waiter.needed.get() > 0 {
                break;
            }
            self.waiters.pop_oldest();
            wakers.extend(waiter.waker.take());
        }
        if left > 0 {
            let sum = self.permits.get() + left;
            assert!(
                sum <= Self::MAX_PERMITS,
                "number of added permits ({}) would overflow MAX_PERMITS ({})",
                left,
                Self::MAX_PERMITS
            );
            self.permits.set(sum);
        }
        wakers.into_iter().for_each(Waker::wake);
    }

    pub(crate) fn close(&self) {
        self.closed.set(true);
        let waiters = self.waiters.take_all();
        for waiter in waiters {
            waiter.waker.wake();
        }
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.closed.get()
    }

    pub(crate) fn try_acquire(&self, num_permits: usize) -> Result<(), TryAcquireError> {
        if self.is_closed() {
            return Err(TryAcquireError::Closed);
        }
        match self.permits.get().checked_sub(num_permits) {
            Some(left) => {
                self.permits.set(left);
                Ok(())
            }
            None => Err(TryAcquireError::NoPermits),
        }
    }

    pub(crate) fn acquire(&self, num_permits: usize) -> Acquire<'_> {
        Acquire {
            semaphore: self,
            num_permits,
            waiter: None,
        }
    }

    pub(crate) fn forget_permits(&self, n: usize) -> usize {
        let forgotten = n.min(self.permits.get());
        self.permits.set(self.permits.get() - forgotten);
        forgotten
    }

    /// As many of the free permits as there are, at most so many.
    fn take_up_to(&self, needed: usize) -> usize {
        let taken = needed.min(self.permits.get());
        self.permits.set(self.permits.get() - taken);
        taken
    }
}

impl fmt::Debug for Semaphore {
    fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt.debug_struct("Semaphore")
            .field("permits", &self.available_permits())
            .finish()
    }
}

pub(crate) struct Acquire<'a> {
    semaphore: &'a Semaphore,
    num_permits: usize,
    /// From the first poll on that had to wait, until it is ready.
    waiter: Option<Arc<Waiter>>,
}

impl Future for Acquire<'_> {
    type Output = Result<(), AcquireError>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let semaphore = self.semaphore;
        if semaphore.is_closed() {
            return Poll::Ready(Err(AcquireError(())));
        }
        let needed = match &self.waiter {
            Some(waiter) => waiter.needed.get(),
            None => self.num_permits,
        };
        let missing = needed - semaphore.take_up_to(needed);
        if missing > 0 {
            match &self.waiter {
                Some(waiter) => {
                    waiter.needed.set(missing);
                    waiter.waker.register(cx);
                }
                None => {
                    let waiter = Arc::new(Waiter {
                        needed: Cell::new(missing),
                        waker: WakerSlot::new(),
                    });
                    waiter.waker.register(cx);
                    semaphore.waiters.push(waiter.clone());
                    self.waiter = Some(waiter);
                }
            }
            return Poll::Pending;
        }
        if let Some(waiter) = self.waiter.take() {
            semaphore.waiters.remove(&waiter);
        }
        Poll::Ready(Ok(()))
    }
}

impl Drop for Acquire<'_> {
    fn drop(&mut self) {
        if let Some(waiter) = &self.waiter {
            self.semaphore.waiters.remove(waiter);
            self.semaphore
                .release(self.num_permits - waiter.needed.get());
        }
    }
}

impl fmt::Display for AcquireError {
    fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(fmt, "semaphore closed")
    }
}

impl Error for AcquireError {}

impl fmt::Display for TryAcquireError {
    fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TryAcquireError::Closed => write!(fmt, "semaphore closed"),
            TryAcquireError::NoPermits => write!(fmt, "no permits available"),
        }
    }
}

impl Error for TryAcquireError {}
