use std::time::Duration;
use tokio::task::{JoinError, spawn_local, yield_now};
use tokio::time::sleep;

fn tell(result: Result<&str, JoinError>) -> String {
    match result {
        Ok(text) => text.to_string(),
        Err(e) if e.is_cancelled() => "cancelled".into(),
        Err(e) => format!("panicked: {}", e.is_panic()),
    }
}

#[tokio::main(flavor = "local")]
async fn main() {
    let a = spawn_local(async {
        sleep(Duration::from_millis(500)).await;
        "a"
    });
    let handle = a.abort_handle();
    spawn_local(async move {
        sleep(Duration::from_millis(200)).await;
        handle.abort();
        println!("abort sent");
    });
    println!("{}", tell(a.await));
    let b = spawn_local(async { "b" });
    yield_now().await;
    b.abort();
    println!("{}", tell(b.await));
    let c = spawn_local(async {
        yield_now().await;
        if true {
            panic!("c");
        }
        "c"
    });
    println!("{}", tell(c.await));
    let d = spawn_local(std::future::pending::<&str>());
    d.abort();
    println!("{}", tell(d.await));
    let text = spawn_local(async {
        let e = spawn_local(async { panic!("inner trouble") }).await;
        match e {
            Err(e) => match e.into_panic().downcast_ref::<&str>() {
                Some(text) => println!("message: {text}"),
                None => println!("no text"),
            },
            Ok(()) => println!("fine"),
        }
        "told"
    });
    println!("{}", tell(text.await));
}
