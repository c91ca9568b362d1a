// A destructor that panics keeps nothing else from being dropped, also in a task that is dropped while it waits.
use tokio::task::{spawn_local, yield_now};

struct Guard(&'static str, bool);

impl Drop for Guard {
    fn drop(&mut self) {
        println!("{} is dropped", self.0);
        if self.1 && !std::thread::panicking() {
            panic!("{} panics", self.0);
        }
    }
}

async fn waits() {
    let _first = Guard("first", false);
    let _second = Guard("second", true);
    let _third = Guard("third", false);
    std::future::pending::<()>().await;
}

async fn many() {
    let _before = Guard("before", false);
    let guards = vec![
        Guard("one", false),
        Guard("two", true),
        Guard("three", false),
    ];
    yield_now().await;
    drop(guards);
}

async fn within() {
    let _outer = Guard("outer", false);
    waits().await;
}

#[tokio::main(flavor = "local")]
async fn main() {
    for task in [
        spawn_local(waits()),
        spawn_local(many()),
        spawn_local(within()),
    ] {
        yield_now().await;
        task.abort();
        match task.await {
            Ok(()) => println!("it has ended"),
            Err(error) => println!(
                "aborted {}, panicked {}",
                error.is_cancelled(),
                error.is_panic()
            ),
        }
    }
    let ends = spawn_local(many());
    println!("{}", ends.await.is_err());
    spawn_local(within());
    yield_now().await;
    println!("main ends");
}
