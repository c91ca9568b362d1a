//! A promise job for each wake, and a `setTimeout` for each wait: what one has without a runtime.

#[path = "../work.rs"]
mod work;

pub use work::work as measure;

/// What the work calls.
mod names {
    use std::future::Future;
    use std::task::Poll;
    use std::time::Duration;

    use gloo_timers::future::TimeoutFuture;
    pub use tokio::select;
    use tokio::sync::oneshot::{self, Receiver};

    pub use crate::peers::page::{memory, now};

    /// There are no handles: a channel says that the task is done.
    pub fn spawn_local<T: 'static>(task: impl Future<Output = T> + 'static) -> Receiver<T> {
        let (done, handle) = oneshot::channel();
        wasm_bindgen_futures::spawn_local(async {
            // Who has dropped the handle does not want to know.
            let _ = done.send(task.await);
        });
        handle
    }

    pub async fn sleep(wait: Duration) {
        TimeoutFuture::new(wait.as_millis() as u32).await;
    }

    pub async fn timeout<T>(wait: Duration, task: impl Future<Output = T>) -> Result<T, ()> {
        select! {
            biased;
            done = task => Ok(done),
            () = sleep(wait) => Err(()),
        }
    }

    pub async fn yield_now() {
        let mut yielded = false;
        std::future::poll_fn(|cx| {
            if std::mem::replace(&mut yielded, true) {
                return Poll::Ready(());
            }
            cx.waker().wake_by_ref();
            Poll::Pending
        })
        .await;
    }
}
