// Two ways to use tokio without what it needs.
use std::time::Duration;
use tokio::runtime::Builder;

fn main() {
    let rt = Builder::new_current_thread().build().unwrap();
    let failed = rt.block_on(async {
        tokio::spawn(async { tokio::time::sleep(Duration::from_millis(1)).await }).await
    });
    println!("{}", failed.unwrap_err().is_panic());
    println!("now without a runtime");
    tokio::spawn(async {});
}
