//! What a plain `main` makes, and waits with.

use std::future::Future;
use std::io;

use super::context::is_asynchronous;
use super::{Builder, EnterGuard, Handle, LocalOptions};
use crate::task::{self, JoinHandle};
use crate::time::Duration;

macro_rules! runtime {
    ($(#[$about:meta])* $Runtime:ident) => {
        $(#[$about])*
        #[derive(Debug)]
        pub struct $Runtime {
            handle: Handle,
        }

        impl $Runtime {
            pub(super) fn of(handle: Handle) -> Self {
                $Runtime { handle }
            }

            /// Returns a handle to the runtime's spawner.
            pub fn handle(&self) -> &Handle {
                &self.handle
            }

            /// Runs the provided function on an executor dedicated to blocking operations.
            #[track_caller]
            pub fn spawn_blocking<F, R>(&self, func: F) -> JoinHandle<R>
            where
                F: FnOnce() -> R + Send + 'static,
                R: Send + 'static,
            {
                self.handle.spawn_blocking(func)
            }

            /// Runs a future to completion on the Tokio runtime. This is the runtime's entry point.
            #[track_caller]
            pub fn block_on<F: Future>(&self, future: F) -> F::Output {
                self.handle.block_on(future)
            }

            pub(crate) async fn drive<F: Future>(&self, future: F) -> F::Output {
                self.handle.drive(future).await
            }

            /// Enters the runtime context.
            pub fn enter(&self) -> EnterGuard<'_> {
                self.handle.enter()
            }

            /// Shuts down the runtime, waiting for at most `duration` for all spawned work to stop.
            pub fn shutdown_timeout(self, duration: Duration) {}

            /// Shuts down the runtime, without waiting for any spawned work to stop.
            pub fn shutdown_background(self) {
                std::mem::forget(self);
            }
        }

        impl Drop for $Runtime {
            fn drop(&mut self) {
                if is_asynchronous() && !task::on_thread() && !std::thread::panicking() {
                    panic!(
                        "Cannot drop a runtime in a context where blocking is not allowed. This happens when a \
                        runtime is dropped from within an asynchronous context."
                    );
                }
            }
        }
    };
}

runtime! {
    /// The Tokio runtime.
    Runtime
}

runtime! {
    /// A local Tokio runtime.
    LocalRuntime
}

impl Runtime {
    /// Creates a new runtime instance with default configuration values.
    pub fn new() -> io::Result<Runtime> {
        Builder::new_multi_thread().enable_all().build()
    }

    /// Spawns a future onto the Tokio runtime.
    #[track_caller]
    pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        self.handle.spawn(future)
    }
}

impl LocalRuntime {
    /// Creates a new local runtime instance with default configuration values.
    pub fn new() -> io::Result<LocalRuntime> {
        Builder::new_current_thread()
            .enable_all()
            .build_local(LocalOptions::default())
    }

    /// Spawns a task onto the `LocalRuntime`.
    #[track_caller]
    pub fn spawn_local<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + 'static,
        F::Output: 'static,
    {
        let _entered = self.enter();
        task::spawn_local(future)
    }
}
