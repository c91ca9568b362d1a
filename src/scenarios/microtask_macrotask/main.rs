use gloo_timers::future::TimeoutFuture;
use js_sys::{Date, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

fn compute_a_piece() {
    let start = Date::now();
    while Date::now() - start < 20.0 {}
}

/// What is resolved already goes on in a microtask.
async fn microtask() {
    let resolved = Promise::resolve(&JsValue::NULL);
    let _ = JsFuture::from(resolved).await;
}

/// A timer's callback is a macrotask.
async fn macrotask() {
    TimeoutFuture::new(0).await;
}

async fn ring(timer: TimeoutFuture) {
    timer.await;
    println!("the timer of 0 ms");
}

pub async fn main(pieces: u32) {
    println!("a microtask after each piece");
    spawn_local(ring(TimeoutFuture::new(0)));
    for piece in 1..=pieces {
        compute_a_piece();
        println!("piece {piece}");
        microtask().await;
    }
    macrotask().await;

    println!("a macrotask after each piece");
    spawn_local(ring(TimeoutFuture::new(0)));
    for piece in 1..=pieces {
        compute_a_piece();
        println!("piece {piece}");
        macrotask().await;
    }
}
