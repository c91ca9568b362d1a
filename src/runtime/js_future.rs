//! Waiting for a promise of JavaScript's.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context as TaskContext, Poll};

use js_sys::Promise;
use wasm_bindgen::JsValue;

use super::Outside;

/// `wasm_bindgen_futures::JsFuture`, of which the run knows: its promise may wake the task that waits for it.
pub struct JsFuture {
    future: wasm_bindgen_futures::JsFuture,
    _outside: Outside,
}

impl From<Promise> for JsFuture {
    #[track_caller]
    fn from(promise: Promise) -> Self {
        JsFuture {
            future: promise.into(),
            _outside: Outside::begin(),
        }
    }
}

impl Future for JsFuture {
    type Output = Result<JsValue, JsValue>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut TaskContext<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.future).poll(cx)
    }
}
