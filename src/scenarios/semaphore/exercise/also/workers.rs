use std::{cell::Cell, rc::Rc, time::Duration};

use tokio::{sync::mpsc, task::spawn_local, time::sleep};

async fn job(n: u32) -> u32 {
    println!("job {n} starts");
    sleep(Duration::from_millis(200) * (n * 7 % 5 + 1)).await;
    println!("job {n} is done");
    n
}

pub async fn main(jobs: u32, at_once: u32) {
    let next = Rc::new(Cell::new(1));
    let (tx, mut rx) = mpsc::unbounded_channel();
    for _ in 0..at_once {
        let (next, tx) = (next.clone(), tx.clone());
        spawn_local(async move {
            while next.get() <= jobs {
                let n = next.replace(next.get() + 1);
                tx.send(job(n).await).unwrap();
            }
        });
    }
    drop(tx);
    while let Some(n) = rx.recv().await {
        println!("main has the result of job {n}");
    }
}
