//! Who polls: the browser's microtask queue, or a queue that is drained by hand.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};

use async_task::Runnable;

/// Tasks that are ready, first in, first out.
///
/// Not `futures::executor::LocalPool`: that polls what a poll has woken before
/// what the same poll had spawned earlier, which neither tokio nor a browser does.
#[derive(Clone, Default)]
pub struct ReadyQueue(Arc<Mutex<VecDeque<Runnable>>>);

impl ReadyQueue {
    /// The task whose turn it is.
    pub fn pop(&self) -> Option<Runnable> {
        self.0
            .lock()
            .expect("nobody panics while holding it")
            .pop_front()
    }

    /// Takes a boxed future: one copy of async-task's code for all of them, not one for each.
    fn spawn(&self, task: Pin<Box<dyn Future<Output = ()>>>) {
        let ready = self.clone();
        let schedule = move |runnable| ready.push(runnable);
        let (runnable, task) = async_task::spawn_local(task, schedule);
        task.detach();
        runnable.schedule();
    }

    fn push(&self, runnable: Runnable) {
        let mut queue = self.0.lock().expect("nobody panics while holding it");
        queue.push_back(runnable);
    }
}

/// Polls tasks.
pub enum Executor {
    /// `wasm_bindgen_futures::spawn_local`: polls happen in microtasks.
    #[cfg(target_arch = "wasm32")]
    Browser,
    /// Polls happen when the queue is drained.
    Simulated(ReadyQueue),
}

impl Executor {
    /// Puts a task on the ready queue.
    pub fn spawn(&self, task: impl Future<Output = ()> + 'static) {
        match self {
            #[cfg(target_arch = "wasm32")]
            Executor::Browser => wasm_bindgen_futures::spawn_local(task),
            Executor::Simulated(ready) => ready.spawn(Box::pin(task)),
        }
    }
}
