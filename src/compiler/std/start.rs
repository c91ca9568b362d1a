//! How a program begins: its `main` as one future without a value.

use crate::fmt::Debug;
use crate::future::IntoFuture;

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
            Err(error) => eprintln!("Error: {error:?}"),
        }
    }
}

/// Of an `async fn main` that returns something.
pub async fn asynchronous<F: IntoFuture<Output: Outcome>>(main: F) {
    main.await.report();
}

/// Of a plain `fn main`.
pub async fn plain<T: Outcome>(main: fn() -> T) {
    main().report();
}
