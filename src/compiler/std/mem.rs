//! See [`std::mem`](https://doc.rust-lang.org/std/mem/).

use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::intrinsics;
use crate::marker::PhantomData;
use crate::ops::{Deref, DerefMut};

/// Ends the life of a value now.
pub fn drop<T>(_x: T) {}

/// Keeps a value from being dropped.
pub const fn forget<T>(t: T) {
    intrinsics::forget(t)
}

#[must_use]
pub const fn size_of<T>() -> usize {
    intrinsics::size_of::<T>()
}

#[must_use]
pub fn size_of_val<T: ?Sized>(val: &T) -> usize {
    intrinsics::size_of_val(val)
}

#[must_use]
pub const fn align_of<T>() -> usize {
    intrinsics::align_of::<T>()
}

#[must_use]
pub fn align_of_val<T: ?Sized>(val: &T) -> usize {
    intrinsics::align_of_val(val)
}

#[must_use]
pub const fn needs_drop<T: ?Sized>() -> bool {
    intrinsics::needs_drop::<T>()
}

/// Exchanges two values.
pub const fn swap<T>(x: &mut T, y: &mut T) {
    unsafe {
        let a = intrinsics::read(x);
        let b = intrinsics::read(y);
        intrinsics::write(x, b);
        intrinsics::write(y, a);
    }
}

/// Takes a value out, and leaves the default of its type.
pub fn take<T: Default>(dest: &mut T) -> T {
    replace(dest, T::default())
}

/// Puts a value in, and gives the old one.
#[must_use = "if you don't need the old value, you can just assign the new value directly"]
pub const fn replace<T>(dest: &mut T, src: T) -> T {
    unsafe {
        let result = intrinsics::read(dest);
        intrinsics::write(dest, src);
        result
    }
}

pub struct Discriminant<T>(u32, PhantomData<fn(T)>);

/// Which variant of its enum a value is.
#[must_use]
pub const fn discriminant<T>(v: &T) -> Discriminant<T> {
    Discriminant(intrinsics::variant(v), PhantomData)
}

impl<T> Copy for Discriminant<T> {}
impl<T> Clone for Discriminant<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> PartialEq for Discriminant<T> {
    fn eq(&self, rhs: &Self) -> bool {
        self.0 == rhs.0
    }
}
impl<T> Eq for Discriminant<T> {}
impl<T> Hash for Discriminant<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.0 as isize).hash(state);
    }
}
impl<T> fmt::Debug for Discriminant<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Discriminant").field(&self.0).finish()
    }
}

#[lang = "manually_drop"]
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct ManuallyDrop<T: ?Sized> {
    value: T,
}

impl<T> ManuallyDrop<T> {
    #[must_use = "if you don't need the wrapper, you can use `mem::forget` instead"]
    pub const fn new(value: T) -> ManuallyDrop<T> {
        ManuallyDrop { value }
    }
    pub fn into_inner(slot: ManuallyDrop<T>) -> T {
        unsafe { intrinsics::read(&slot.value) }
    }
    #[must_use = "if you don't need the value, you can use `ManuallyDrop::drop` instead"]
    pub unsafe fn take(slot: &mut ManuallyDrop<T>) -> T {
        unsafe { intrinsics::read(&slot.value) }
    }
}

impl<T: ?Sized> ManuallyDrop<T> {
    pub unsafe fn drop(slot: &mut ManuallyDrop<T>) {
        unsafe { intrinsics::drop_in_place(&mut slot.value) }
    }
}

impl<T: ?Sized> Deref for ManuallyDrop<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: ?Sized> DerefMut for ManuallyDrop<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

#[derive(Copy)]
pub struct MaybeUninit<T> {
    value: ManuallyDrop<T>,
}

impl<T: Copy> Clone for MaybeUninit<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> MaybeUninit<T> {
    #[must_use = "use `forget` to avoid running Drop code"]
    pub const fn new(val: T) -> MaybeUninit<T> {
        MaybeUninit {
            value: ManuallyDrop::new(val),
        }
    }
    #[must_use]
    pub const fn uninit() -> MaybeUninit<T> {
        unsafe { intrinsics::uninit() }
    }
    pub const fn write(&mut self, val: T) -> &mut T {
        unsafe {
            intrinsics::write(self.as_mut_ptr(), val);
            &mut *self.as_mut_ptr()
        }
    }
    pub const fn as_ptr(&self) -> *const T {
        self as *const MaybeUninit<T> as *const T
    }
    pub const fn as_mut_ptr(&mut self) -> *mut T {
        self as *mut MaybeUninit<T> as *mut T
    }
    pub unsafe fn assume_init(self) -> T {
        unsafe { intrinsics::read(self.as_ptr()) }
    }
    pub unsafe fn assume_init_read(&self) -> T {
        unsafe { intrinsics::read(self.as_ptr()) }
    }
    pub unsafe fn assume_init_drop(&mut self) {
        unsafe { intrinsics::drop_in_place(self.as_mut_ptr()) }
    }
    pub unsafe fn assume_init_ref(&self) -> &T {
        unsafe { &*self.as_ptr() }
    }
    pub unsafe fn assume_init_mut(&mut self) -> &mut T {
        unsafe { &mut *self.as_mut_ptr() }
    }
}
