use std::time::Duration;

use tokio::{sync::oneshot, task::spawn_local, time::sleep};

async fn work(name: &str, wait: Duration) -> String {
    println!("{name} starts");
    sleep(wait).await;
    format!("result of the {name}")
}

fn call_later(wait: Duration, callback: impl FnOnce(&'static str) + 'static) {
    spawn_local(async move {
        sleep(wait).await;
        callback("result of the callback");
    });
}

pub async fn main() {
    let function = work("function", Duration::from_millis(100));
    let task = spawn_local(work("task", Duration::from_millis(200)));
    let (sender, receiver) = oneshot::channel();
    let callback = |result| sender.send(result).unwrap();
    call_later(Duration::from_millis(300), callback);

    println!("{}", function.await);
    println!("{}", task.await.unwrap());
    println!("{}", receiver.await.unwrap());
}
