//! Values with many owners, in many tasks. The machine has one thread: nobody else can be in between.

mod arc;
pub mod atomic;
mod mutex;
mod once_lock;
mod poison;
mod rw_lock;

pub use arc::{Arc, Weak};
pub use mutex::{Mutex, MutexGuard};
pub use once_lock::{LazyLock, OnceLock};
pub use poison::{LockResult, PoisonError, TryLockError, TryLockResult};
pub use rw_lock::{RwLock, RwLockReadGuard, RwLockWriteGuard};
