//! Numbers that tasks share.

use crate::cell::UnsafeCell;
use crate::fmt;
use crate::intrinsics;

#[derive(Copy, Clone, Debug, Eq, PartialEq, Hash)]
#[non_exhaustive]
pub enum Ordering {
    Relaxed,
    Release,
    Acquire,
    AcqRel,
    SeqCst,
}

pub fn fence(_order: Ordering) {}

macro_rules! atomic {
    ($Atomic:ident, $value:ty) => {
        pub struct $Atomic {
            v: UnsafeCell<$value>,
        }

        unsafe impl Send for $Atomic {}
        unsafe impl Sync for $Atomic {}

        impl $Atomic {
            pub const fn new(v: $value) -> Self {
                $Atomic {
                    v: UnsafeCell::new(v),
                }
            }

            pub const fn get_mut(&mut self) -> &mut $value {
                self.v.get_mut()
            }

            pub fn into_inner(self) -> $value {
                self.v.into_inner()
            }

            pub fn load(&self, _order: Ordering) -> $value {
                unsafe { *self.v.get() }
            }

            pub fn store(&self, val: $value, _order: Ordering) {
                unsafe { *self.v.get() = val }
            }

            pub fn swap(&self, val: $value, order: Ordering) -> $value {
                let old = self.load(order);
                self.store(val, order);
                old
            }

            pub fn compare_exchange(
                &self,
                current: $value,
                new: $value,
                success: Ordering,
                _failure: Ordering,
            ) -> Result<$value, $value> {
                let old = self.load(success);
                if old != current {
                    return Err(old);
                }
                self.store(new, success);
                Ok(old)
            }

            pub fn compare_exchange_weak(
                &self,
                current: $value,
                new: $value,
                success: Ordering,
                failure: Ordering,
            ) -> Result<$value, $value> {
                self.compare_exchange(current, new, success, failure)
            }

            pub fn fetch_update<F>(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                mut f: F,
            ) -> Result<$value, $value>
            where
                F: FnMut($value) -> Option<$value>,
            {
                let old = self.load(fetch_order);
                match f(old) {
                    Some(new) => {
                        self.store(new, set_order);
                        Ok(old)
                    }
                    None => Err(old),
                }
            }
        }

        impl From<$value> for $Atomic {
            fn from(v: $value) -> Self {
                $Atomic::new(v)
            }
        }

        impl fmt::Debug for $Atomic {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.load(Ordering::Relaxed), f)
            }
        }
    };
}

/// Operations that say what they make of the old value.
macro_rules! fetch {
    ($($name:ident($old:ident, $val:ident: $value:ty) => $new:expr;)*) => {
        $(
            pub fn $name(&self, $val: $value, order: Ordering) -> $value {
                let $old = self.load(order);
                self.store($new, order);
                $old
            }
        )*
    };
}

macro_rules! atomic_int {
    ($($Atomic:ident $value:ty;)*) => {
        $(
            atomic!($Atomic, $value);

            impl $Atomic {
                fetch! {
                    fetch_add(old, val: $value) => intrinsics::wrapping_add(old, val);
                    fetch_sub(old, val: $value) => intrinsics::wrapping_sub(old, val);
                    fetch_and(old, val: $value) => old & val;
                    fetch_nand(old, val: $value) => !(old & val);
                    fetch_or(old, val: $value) => old | val;
                    fetch_xor(old, val: $value) => old ^ val;
                    fetch_max(old, val: $value) => if old > val { old } else { val };
                    fetch_min(old, val: $value) => if old < val { old } else { val };
                }
            }

            impl Default for $Atomic {
                fn default() -> Self {
                    $Atomic::new(0)
                }
            }
        )*
    };
}

atomic_int! {
    AtomicI8 i8;
    AtomicU8 u8;
    AtomicI16 i16;
    AtomicU16 u16;
    AtomicI32 i32;
    AtomicU32 u32;
    AtomicI64 i64;
    AtomicU64 u64;
    AtomicIsize isize;
    AtomicUsize usize;
}

atomic!(AtomicBool, bool);

impl AtomicBool {
    fetch! {
        fetch_and(old, val: bool) => old & val;
        fetch_nand(old, val: bool) => !(old & val);
        fetch_or(old, val: bool) => old | val;
        fetch_xor(old, val: bool) => old ^ val;
    }

    pub fn fetch_not(&self, order: Ordering) -> bool {
        self.fetch_xor(true, order)
    }
}

impl Default for AtomicBool {
    fn default() -> Self {
        AtomicBool::new(false)
    }
}
