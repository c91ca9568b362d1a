//! What the guards of locks are made of: permits, and a pointer to what they are for.

use super::batch_semaphore::Semaphore;

/// Where permits come from.
pub(super) trait Permits {
    fn semaphore(&self) -> &Semaphore;
}

impl Permits for &Semaphore {
    fn semaphore(&self) -> &Semaphore {
        self
    }
}

/// Permits, which go back when it is dropped.
pub(super) struct Held<L: Permits> {
    pub(super) of: L,
    permits: usize,
}

impl<L: Permits> Held<L> {
    pub(super) fn new(of: L, permits: usize) -> Self {
        Held { of, permits }
    }

    /// Gives all but one back.
    pub(super) fn downgrade(mut self) -> Self {
        let others = std::mem::replace(&mut self.permits, 1) - 1;
        self.of.semaphore().release(others);
        self
    }
}

impl<L: Permits> Drop for Held<L> {
    fn drop(&mut self) {
        self.of.semaphore().release(self.permits);
    }
}

/// What a guard has of what the lock guards.
pub(super) trait Data<T: ?Sized> {
    fn pointer(&self) -> *mut T;
}

impl<T: ?Sized> Data<T> for *mut T {
    fn pointer(&self) -> *mut T {
        *self
    }
}

/// A guard shows what it points to.
macro_rules! guard {
    ([$($g:tt)*] $Guard:ty, $T:ident) => {
        impl<$($g)*> Deref for $Guard {
            type Target = $T;

            fn deref(&self) -> &$T {
                unsafe { &*crate::sync::guard::Data::pointer(&self.data) }
            }
        }

        impl<$($g)*> fmt::Debug for $Guard
        where
            $T: fmt::Debug,
        {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&**self, f)
            }
        }

        impl<$($g)*> fmt::Display for $Guard
        where
            $T: fmt::Display,
        {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&**self, f)
            }
        }
    };
    ([$($g:tt)*] mut $Guard:ty, $T:ident) => {
        guard!([$($g)*] $Guard, $T);

        impl<$($g)*> DerefMut for $Guard {
            fn deref_mut(&mut self) -> &mut $T {
                unsafe { &mut *crate::sync::guard::Data::pointer(&self.data) }
            }
        }
    };
}

/// `map` and `try_map`: to a guard of a part `V`. With `downgrade`, that part can only be read.
macro_rules! map {
    ($T:ident => $Mapped:ty) => {
        map!(map, try_map: &$T => &V, $Mapped, |held| held);
    };
    (mut $T:ident => $Mapped:ty) => {
        map!(map, try_map: &mut $T => &mut V, $Mapped, |held| held);
    };
    (downgrade $T:ident => $Mapped:ty) => {
        map!(downgrade_map, try_downgrade_map: &$T => &V, $Mapped, |held| held.downgrade());
    };
    (
        $map:ident, $try_map:ident: $from:ty => $to:ty, $Mapped:ty, |$held:ident| $change:expr
    ) => {
        /// Makes a guard of a component of the locked data.
        pub fn $map<F, V: ?Sized>(this: Self, f: F) -> $Mapped
        where
            F: FnOnce($from) -> $to,
        {
            let data: *const V = f(unsafe { &mut *crate::sync::guard::Data::pointer(&this.data) });
            let $held = this.held;
            <$Mapped>::new($change, data as *mut V)
        }

        /// Makes a guard of a component of the locked data, if the closure finds one.
        pub fn $try_map<F, V: ?Sized>(this: Self, f: F) -> Result<$Mapped, Self>
        where
            F: FnOnce($from) -> Option<$to>,
        {
            let Some(data) = f(unsafe { &mut *crate::sync::guard::Data::pointer(&this.data) }) else {
                return Err(this);
            };
            let data: *const V = data;
            let $held = this.held;
            Ok(<$Mapped>::new($change, data as *mut V))
        }
    };
}

pub(super) use {guard, map};
