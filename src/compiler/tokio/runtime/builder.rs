//! How a runtime is made.

use std::fmt;
use std::io;
use std::sync::Arc;

use super::{Handle, LocalRuntime, Runtime, RuntimeFlavor};
use crate::time::Duration;

/// Builds Tokio Runtime with custom configuration values.
pub struct Builder {
    flavor: RuntimeFlavor,
    timers: bool,
    name: Option<Arc<str>>,
}

/// `LocalRuntime`-only config options
#[derive(Default, Debug)]
#[non_exhaustive]
pub struct LocalOptions {}

/// What there is one of here anyway.
macro_rules! settings {
    ($($(#[$about:meta])* $name:ident($of:ty))*) => { $(
        $(#[$about])*
        pub fn $name(&mut self, val: $of) -> &mut Self {
            self
        }
    )* };
}

impl Builder {
    /// Returns a new builder with the current thread scheduler selected.
    pub fn new_current_thread() -> Builder {
        Builder {
            flavor: RuntimeFlavor::CurrentThread,
            timers: false,
            name: None,
        }
    }

    /// Returns a new builder with the multi thread scheduler selected.
    pub fn new_multi_thread() -> Builder {
        Builder {
            flavor: RuntimeFlavor::MultiThread,
            timers: false,
            name: None,
        }
    }

    /// Enables both I/O and time drivers.
    pub fn enable_all(&mut self) -> &mut Self {
        self.enable_io().enable_time()
    }

    /// Enables the I/O driver.
    pub fn enable_io(&mut self) -> &mut Self {
        self
    }

    /// Enables the time driver.
    pub fn enable_time(&mut self) -> &mut Self {
        self.timers = true;
        self
    }

    /// Sets the number of worker threads the `Runtime` will use.
    #[track_caller]
    pub fn worker_threads(&mut self, val: usize) -> &mut Self {
        assert!(val > 0, "Worker threads cannot be set to 0");
        self
    }

    /// Specifies the limit for additional threads spawned by the Runtime.
    #[track_caller]
    pub fn max_blocking_threads(&mut self, val: usize) -> &mut Self {
        assert!(val > 0, "Max blocking threads cannot be set to 0");
        self
    }

    /// Sets name of threads spawned by the `Runtime`'s thread pool.
    pub fn thread_name(&mut self, val: impl Into<String>) -> &mut Self {
        self
    }

    /// Sets the name of the runtime.
    pub fn name(&mut self, val: impl Into<String>) -> &mut Self {
        let name: String = val.into();
        self.name = Some(Arc::from(name));
        self
    }

    settings! {
        /// Sets the stack size (in bytes) for worker threads.
        thread_stack_size(usize)
        /// Sets a custom timeout for a thread in the blocking pool.
        thread_keep_alive(Duration)
        /// Sets the number of scheduler ticks after which the scheduler will poll the global task queue.
        global_queue_interval(u32)
        /// Sets the number of scheduler ticks after which the scheduler will poll for external events.
        event_interval(u32)
        /// Controls if the runtime's clock starts paused or advancing.
        start_paused(bool)
    }

    fn handle(&self) -> Handle {
        Handle::new(self.flavor, self.timers, self.name.clone())
    }

    /// Creates the configured `Runtime`.
    pub fn build(&mut self) -> io::Result<Runtime> {
        Ok(Runtime::of(self.handle()))
    }

    /// Creates the configured `LocalRuntime`.
    #[track_caller]
    pub fn build_local(&mut self, options: LocalOptions) -> io::Result<LocalRuntime> {
        match self.flavor {
            RuntimeFlavor::CurrentThread => Ok(LocalRuntime::of(self.handle())),
            RuntimeFlavor::MultiThread => panic!("multi_thread is not supported for LocalRuntime"),
        }
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt.debug_struct("Builder").finish_non_exhaustive()
    }
}
