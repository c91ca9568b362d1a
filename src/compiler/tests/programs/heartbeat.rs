use std::time::Duration;
use tokio::task::spawn_local;
use tokio::time::{interval, sleep};

#[tokio::main(flavor = "local")]
async fn main() {
    let heart = spawn_local(async {
        let mut beat = interval(Duration::from_millis(100));
        let mut beats = 0u32;
        loop {
            beat.tick().await;
            beats += 1;
            println!("beat {beats}");
        }
    });
    sleep(Duration::from_millis(350)).await;
    heart.abort();
    let end = heart.await;
    println!("{}", end.is_err_and(|e| e.is_cancelled()));
}
