//! All of tokio, but for its worker threads.

pub use ::tokio::*;

pub mod task {
    pub use ::tokio::task::*;

    use crate::playground::{BLOCKED, next_id};

    /// tokio's: `work` runs on a thread of its own.
    ///
    /// Real blocking does not move the paused clock. So the worker adds up how long it
    /// would block, and its handle is ready that much later.
    pub fn spawn_blocking(work: fn()) -> JoinHandle<()> {
        let worker = ::tokio::task::spawn_blocking(move || {
            BLOCKED.take();
            work();
            BLOCKED.get()
        });
        let waits = spawn_local(async {
            let blocked = worker.await.expect("the work does not panic");
            ::tokio::time::sleep(blocked).await;
        });
        // The second task has an id that the program knows nothing of: four of them count as none.
        for _ in 0..3 {
            next_id();
        }
        waits
    }
}
