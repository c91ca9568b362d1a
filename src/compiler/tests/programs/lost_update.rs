use std::cell::Cell;
use std::rc::Rc;
use tokio::task::{spawn_local, yield_now};

async fn increment(counter: Rc<Cell<u32>>, careful: bool) {
    for _ in 0..10 {
        let seen = counter.get();
        if !careful {
            yield_now().await;
        }
        counter.set(seen + 1);
        if careful {
            yield_now().await;
        }
    }
}

#[tokio::main(flavor = "local")]
async fn main() {
    for careful in [true, false] {
        let counter = Rc::new(Cell::new(0));
        let tasks = [(); 3].map(|()| spawn_local(increment(counter.clone(), careful)));
        for task in tasks {
            task.await.unwrap();
        }
        println!("careful {careful}: {}", counter.get());
    }
}
