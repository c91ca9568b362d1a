//! A channel without a limit: tokio's, which tells if it only grows.
//!
//! It is the bounded one with as much room as there can be: what lessons have of that is in the wasm already.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::mpsc::error::{SendError, TryRecvError};
use tokio::sync::{Semaphore, mpsc};

use super::Context;
use super::growth::Growth;
use crate::trace::{Event, Location, TaskId};

impl Context {
    /// More and more values wait in the channel that was made in this line, of which the lane has received one.
    pub(crate) fn backlog(&self, sender: TaskId, waiting: u32, line: u32) {
        let runtime = &self.runtime;
        let on = sender;
        let event = Event::Backlog { on, waiting, line };
        // Who sends must be recorded, too.
        if runtime.trace(|trace| trace.state(on).is_some() && trace.allows(self.lane, &event)) {
            runtime.record(self.lane, event);
        }
    }
}

/// What is known of a channel.
struct Watched {
    growth: Growth,
    /// Where it was made.
    line: u32,
}

type Shared = Arc<Mutex<Watched>>;

fn locked(shared: &Shared) -> MutexGuard<'_, Watched> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// tokio's `UnboundedSender`.
#[derive(Clone)]
pub struct UnboundedSender<T> {
    sender: mpsc::Sender<T>,
    watched: Shared,
}

/// tokio's `UnboundedReceiver`.
pub struct UnboundedReceiver<T> {
    receiver: mpsc::Receiver<T>,
    watched: Shared,
}

/// A channel that holds whatever is sent.
#[track_caller]
pub fn unbounded_channel<T>() -> (UnboundedSender<T>, UnboundedReceiver<T>) {
    let (sender, receiver) = mpsc::channel(Semaphore::MAX_PERMITS);
    let watched = Arc::new(Mutex::new(Watched {
        growth: Growth::new(),
        line: Location::caller().line,
    }));
    let sender = UnboundedSender {
        sender,
        watched: watched.clone(),
    };
    (sender, UnboundedReceiver { receiver, watched })
}

impl<T> UnboundedSender<T> {
    /// Puts a value into the channel, or gives it back if nobody receives any more.
    pub fn send(&self, value: T) -> Result<(), SendError<T>> {
        if let Some(context) = Context::current() {
            locked(&self.watched).growth.sent(context.lane.0);
        }
        let sent = self.sender.try_send(value);
        sent.map_err(|error| SendError(error.into_inner()))
    }
}

impl<T> UnboundedReceiver<T> {
    /// Waits for the next value; none, if nobody sends any more.
    pub async fn recv(&mut self) -> Option<T> {
        let value = self.receiver.recv().await?;
        self.received();
        Some(value)
    }

    /// The next value, if it is there.
    pub fn try_recv(&mut self) -> Result<T, TryRecvError> {
        let value = self.receiver.try_recv()?;
        self.received();
        Ok(value)
    }

    fn received(&self) {
        let Some(context) = Context::current() else {
            return;
        };
        let mut watched = locked(&self.watched);
        let (lane, left) = (context.lane.0, self.len() as u32);
        if let Some(heap) = watched.growth.received(lane, 1, left) {
            context.backlog(TaskId(heap.sender), heap.waiting, watched.line);
        }
    }

    /// How many values wait.
    pub fn len(&self) -> usize {
        self.receiver.len()
    }

    /// Whether none waits.
    pub fn is_empty(&self) -> bool {
        self.receiver.is_empty()
    }
}
