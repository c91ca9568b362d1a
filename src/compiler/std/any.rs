//! See [`std::any`](https://doc.rust-lang.org/std/any/).

use crate::fmt;
use crate::intrinsics;

pub trait Any: 'static {
    fn type_id(&self) -> TypeId;
}

impl<T: 'static + ?Sized> Any for T {
    fn type_id(&self) -> TypeId {
        TypeId::of::<T>()
    }
}

#[derive(Copy, Clone, Eq, PartialEq, PartialOrd, Ord, Hash)]
pub struct TypeId {
    id: u64,
}

impl TypeId {
    #[must_use]
    pub const fn of<T: ?Sized + 'static>() -> TypeId {
        TypeId {
            id: intrinsics::type_id::<T>(),
        }
    }
}

impl fmt::Debug for TypeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TypeId({:#034x})", self.id as u128)
    }
}

#[must_use]
pub const fn type_name<T: ?Sized>() -> &'static str {
    intrinsics::type_name::<T>()
}

#[must_use]
pub const fn type_name_of_val<T: ?Sized>(_val: &T) -> &'static str {
    intrinsics::type_name::<T>()
}

macro_rules! any {
    ($($t:ty)*) => { $(
        impl fmt::Debug for $t {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("Any { .. }")
            }
        }

        impl $t {
            pub fn is<T: Any>(&self) -> bool {
                self.type_id() == TypeId::of::<T>()
            }
            pub fn downcast_ref<T: Any>(&self) -> Option<&T> {
                if self.is::<T>() {
                    unsafe { Some(&*(self as *const $t as *const T)) }
                } else {
                    None
                }
            }
            pub fn downcast_mut<T: Any>(&mut self) -> Option<&mut T> {
                if self.is::<T>() {
                    unsafe { Some(&mut *(self as *mut $t as *mut T)) }
                } else {
                    None
                }
            }
        }

        impl Box<$t> {
            pub fn downcast<T: Any>(self) -> Result<Box<T>, Self> {
                if self.is::<T>() {
                    unsafe { Ok(Box::from_raw(Box::into_raw(self) as *mut T)) }
                } else {
                    Err(self)
                }
            }
        }
    )* };
}
any! { (dyn Any) (dyn Any + Send) (dyn Any + Send + Sync) }
