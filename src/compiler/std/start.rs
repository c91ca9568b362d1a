//! How a program begins: its `main` as one future without a value.

use crate::fmt::Debug;
use crate::future::{Future, IntoFuture};
use crate::intrinsics;
use crate::macros::Rest;

/// What `main` may return.
pub trait Outcome {
    fn report(self);
}

impl Outcome for () {
    fn report(self) {}
}

impl<T: Outcome, E: Debug> Outcome for Result<T, E> {
    fn report(self) {
        match self {
            Ok(value) => value.report(),
            // In the log, as nothing else says how the program has ended; where `main` is, as none of its lines runs.
            Err(error) => {
                let text = crate::string::format(format_args!("Error: {error:?}"));
                for line in text.lines() {
                    intrinsics::log_at(line.as_ptr(), line.len(), intrinsics::main_line());
                }
            }
        }
    }
}

/// Of an `async fn main`.
pub async fn asynchronous<F: IntoFuture<Output: Outcome>>(main: F) {
    let _rest = Rest;
    main.await.report();
}

/// Whether `main` is a plain `fn`: then there is no runtime before it makes one.
pub static mut IS_PLAIN: bool = false;

/// Of a plain `fn main` that gives a `T`.
pub async fn plain<T: Outcome>() {
    unsafe { IS_PLAIN = true };
    let _rest = Rest;
    body::<T>().await.report();
}

/// Its body, which `build` puts here: where it calls tokio's `block_on`, it waits as an async function does.
fn body<T>() -> impl Future<Output = T> {
    async { unsafe { intrinsics::uninit::<T>() } }
}
