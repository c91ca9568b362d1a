use std::time::Duration;

use gloo_timers::callback::Timeout;
use js_sys::Promise;
use tokio::sync::oneshot;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

pub async fn main(wait: Duration) {
    let millis = wait.as_millis() as u32;

    println!("the callback sends into a oneshot");
    let (sender, receiver) = oneshot::channel();
    let call_back = || sender.send("the answer").unwrap();
    let timeout = Timeout::new(millis, call_back);
    println!("received: {}", receiver.await.unwrap());
    drop(timeout);

    println!("the callback resolves a promise");
    let promise = Promise::new(&mut |resolve, _reject| {
        let call_back = move || {
            let _ = resolve.call0(&JsValue::NULL);
        };
        Timeout::new(millis, call_back).forget();
    });
    if JsFuture::from(promise).await.is_ok() {
        println!("resolved");
    }

    println!("the callback is dropped");
    let (sender, receiver) = oneshot::channel();
    let call_back = || sender.send("never").unwrap();
    drop(Timeout::new(millis, call_back));
    match receiver.await {
        Ok(answer) => println!("received: {answer}"),
        Err(_) => println!("nobody will ever call back"),
    }
}
