use std::time::Duration;

use gloo_timers::future::TimeoutFuture;
use tokio::{join, select};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestInit, Response};

/// Dropped before the answer has come, it tells the browser that nobody waits.
struct Request(AbortController);

impl Drop for Request {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn fetch(url: String) -> Result<u16, JsValue> {
    let request = Request(AbortController::new()?);
    let options = RequestInit::new();
    options.set_signal(Some(&request.0.signal()));
    let window = web_sys::window().unwrap();
    let fetched = JsFuture::from(window.fetch_with_str_and_init(&url, &options)).await?;
    let response: Response = fetched.dyn_into()?;
    JsFuture::from(response.text()?).await?;
    Ok(response.status())
}

fn tell(answer: Result<u16, JsValue>) {
    match answer {
        Ok(404) => println!("404: no such page"),
        Ok(status) => println!("{status}: the page is here"),
        Err(_) => println!("no answer"),
    }
}

pub async fn main(missing: u32, limit: Duration) {
    // This page itself, or one that is not there. For one address, requests might wait for each other.
    let page = |n| if n <= missing { "no-such-page" } else { "" };
    let url = |n| format!("{}?{n}", page(n));

    println!("one after another");
    for n in 1..=3 {
        tell(fetch(url(n)).await);
    }

    println!("all at once");
    let [a, b, c] = [1, 2, 3].map(|n| fetch(url(n)));
    let (a, b, c) = join!(a, b, c);
    [a, b, c].into_iter().for_each(tell);

    println!("with a time limit");
    let request = fetch(String::new());
    let time_limit = TimeoutFuture::new(limit.as_millis() as u32);
    select! {
        biased;
        answer = request => tell(answer),
        () = time_limit => println!("time is up: aborted"),
    }
}
