//! A value that is computed when it is first wanted.

use super::{Cell, OnceCell};
use crate::fmt;
use crate::ops::Deref;

pub struct LazyCell<T, F = fn() -> T> {
    value: OnceCell<T>,
    init: Cell<Option<F>>,
}

impl<T, F: FnOnce() -> T> LazyCell<T, F> {
    pub const fn new(f: F) -> LazyCell<T, F> {
        LazyCell {
            value: OnceCell::new(),
            init: Cell::new(Some(f)),
        }
    }

    pub fn force(this: &LazyCell<T, F>) -> &T {
        if let Some(value) = this.value.get() {
            return value;
        }
        let Some(init) = this.init.replace(None) else {
            panic!("LazyCell instance has previously been poisoned");
        };
        let value = init();
        this.value.get_or_init(|| value)
    }
}

impl<T, F> LazyCell<T, F> {
    /// The value, if it is there.
    pub(crate) fn peek(&self) -> Option<&T> {
        self.value.get()
    }
}

impl<T, F: FnOnce() -> T> Deref for LazyCell<T, F> {
    type Target = T;

    fn deref(&self) -> &T {
        LazyCell::force(self)
    }
}

impl<T: Default> Default for LazyCell<T> {
    fn default() -> LazyCell<T> {
        LazyCell::new(T::default)
    }
}

impl<T: fmt::Debug, F> fmt::Debug for LazyCell<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_tuple("LazyCell");
        match self.peek() {
            Some(v) => d.field(v),
            None => d.field(&format_args!("<uninit>")),
        };
        d.finish()
    }
}
