//! The playground's own runtime.

use async_playground::playground::tokio::task::spawn_local;
use async_playground::runtime::{Outcome, browser};
use async_playground::speed::Speed;
use async_playground::trace::RECORDED_TASKS;
use tokio::sync::oneshot;

#[path = "../work.rs"]
mod work;

/// So many tasks are alive at once when those are spawned that are recorded and not measured: memory that was used
/// before is not new to the browser, and there should be little of it.
const FEW: u32 = 100;

/// Does the work, with its trace or without. Gives the run's error where it failed.
pub async fn measure(name: &str, count: u32, traced: bool) -> Result<Vec<f64>, String> {
    let (done, measured) = oneshot::channel();
    let name = name.to_owned();
    let main = async move {
        if !traced {
            pass_recorded().await;
        }
        let measuring = spawn_local(async move { work::work(&name, count).await });
        // If nobody wants to know, the run has failed.
        let _ = done.send(measuring.await.unwrap());
    };
    let (runtime, ended) = browser::start(main, Speed::NORMAL);
    let _ = ended.await;
    match runtime.outcome() {
        Some((_, Outcome::Failed(error))) => Err(error),
        _ => measured.await.map_err(|error| error.to_string()),
    }
}

/// Of a run, only the first tasks are recorded: what is spawned after these is as if there were no trace.
async fn pass_recorded() {
    for _ in 0..RECORDED_TASKS / FEW {
        let few: Vec<_> = (0..FEW).map(|_| spawn_local(async {})).collect();
        for task in few {
            task.await.unwrap();
        }
    }
}

/// What the work calls.
mod names {
    pub use async_playground::playground::tokio::select;
    pub use async_playground::playground::tokio::task::{spawn_local, yield_now};
    pub use async_playground::playground::tokio::time::{sleep, timeout};

    pub use crate::peers::page::{memory, now};
}
