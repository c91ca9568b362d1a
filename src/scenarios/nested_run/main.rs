use std::time::Duration;

use tokio::{runtime::Handle, time::sleep};

async fn greet() {
    sleep(Duration::from_millis(500)).await;
    println!("hello from inside the loop");
}

fn start_another_loop() -> Result<(), &'static str> {
    match Handle::try_current() {
        Ok(_) => Err("Cannot start a runtime from within a runtime."),
        Err(_) => Ok(()),
    }
}

pub async fn main() {
    println!("a loop runs main");
    let greeting = greet();

    if let Err(refusal) = start_another_loop() {
        println!("refused: {refusal}");
    }

    greeting.await;
    println!("no second loop was needed");
}
