use std::{cell::Cell, rc::Rc, thread, time::Duration};

use tokio::task::{spawn_blocking, spawn_local};
use tokio::time::sleep;

fn old_library() {
    thread::sleep(Duration::from_secs(1));
}

async fn count_visitors(visitors: Rc<Cell<u32>>, number: u32) {
    for _ in 0..number {
        let before = visitors.get();
        visitors.set(before + 1);
        sleep(Duration::from_millis(60)).await;
    }
}

pub async fn main(number: u32) {
    let report = spawn_blocking(old_library);
    let visitors = Rc::new(Cell::new(0));
    let east = spawn_local(count_visitors(visitors.clone(), number));
    let west = spawn_local(count_visitors(visitors.clone(), number));

    east.await.unwrap();
    west.await.unwrap();
    println!("{} visitors counted", visitors.get());
    report.await.unwrap();
    println!("the old library is done");
}
