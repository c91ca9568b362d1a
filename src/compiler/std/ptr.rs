//! See [`std::ptr`](https://doc.rust-lang.org/std/ptr/).

use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::intrinsics;
use crate::marker::{PointeeSized, Unsize};
use crate::ops::{CoerceUnsized, DispatchFromDyn};

/// The address of what has no bytes: not null, and aligned for everything.
const NOWHERE: u32 = 16;

#[must_use]
pub const fn null<T>() -> *const T {
    unsafe { intrinsics::transmute::<u32, *const T>(0) }
}

#[must_use]
pub const fn null_mut<T>() -> *mut T {
    unsafe { intrinsics::transmute::<u32, *mut T>(0) }
}

#[must_use]
pub const fn dangling<T>() -> *const T {
    unsafe { intrinsics::transmute::<u32, *const T>(NOWHERE) }
}

#[must_use]
pub const fn dangling_mut<T>() -> *mut T {
    unsafe { intrinsics::transmute::<u32, *mut T>(NOWHERE) }
}

pub unsafe fn drop_in_place<T: ?Sized>(to_drop: *mut T) {
    unsafe { intrinsics::drop_in_place(to_drop) }
}

pub const unsafe fn read<T>(src: *const T) -> T {
    unsafe { intrinsics::read(src) }
}

pub const unsafe fn write<T>(dst: *mut T, src: T) {
    unsafe { intrinsics::write(dst, src) }
}

pub unsafe fn replace<T>(dst: *mut T, src: T) -> T {
    unsafe {
        let old = intrinsics::read(dst);
        intrinsics::write(dst, src);
        old
    }
}

pub unsafe fn swap<T>(x: *mut T, y: *mut T) {
    unsafe { crate::mem::swap(&mut *x, &mut *y) }
}

pub unsafe fn copy<T>(src: *const T, dst: *mut T, count: usize) {
    unsafe { intrinsics::copy(src, dst, count) }
}

pub unsafe fn copy_nonoverlapping<T>(src: *const T, dst: *mut T, count: usize) {
    unsafe { intrinsics::copy(src, dst, count) }
}

pub const fn slice_from_raw_parts<T>(data: *const T, len: usize) -> *const [T] {
    intrinsics::slice_from_parts(data, len)
}

pub const fn slice_from_raw_parts_mut<T>(data: *mut T, len: usize) -> *mut [T] {
    intrinsics::slice_from_parts(data, len) as *mut [T]
}

#[must_use = "pointer comparison produces a value"]
pub fn eq<T: ?Sized>(a: *const T, b: *const T) -> bool {
    a == b
}

#[must_use = "pointer comparison produces a value"]
pub fn addr_eq<T: ?Sized, U: ?Sized>(p: *const T, q: *const U) -> bool {
    intrinsics::thin(p) == intrinsics::thin(q)
}

pub const fn from_ref<T: ?Sized>(r: &T) -> *const T {
    r
}

pub const fn from_mut<T: ?Sized>(r: &mut T) -> *mut T {
    r
}

impl<T: ?Sized> *const T {
    #[must_use]
    pub fn is_null(self) -> bool {
        intrinsics::address(self) == 0
    }
    #[must_use]
    pub const fn cast<U>(self) -> *const U {
        intrinsics::thin(self) as *const U
    }
    #[must_use]
    pub const fn cast_mut(self) -> *mut T {
        self as *mut T
    }
    #[must_use]
    pub unsafe fn as_ref<'a>(self) -> Option<&'a T> {
        if self.is_null() {
            None
        } else {
            unsafe { Some(&*self) }
        }
    }
    #[must_use]
    pub fn addr(self) -> usize {
        intrinsics::address(self)
    }
}

impl<T> *const T {
    #[must_use]
    pub const unsafe fn add(self, count: usize) -> *const T {
        unsafe { intrinsics::offset(self, count as isize) }
    }
    #[must_use]
    pub const unsafe fn sub(self, count: usize) -> *const T {
        unsafe { intrinsics::offset(self, -(count as isize)) }
    }
    #[must_use]
    pub const unsafe fn offset(self, count: isize) -> *const T {
        unsafe { intrinsics::offset(self, count) }
    }
    #[must_use]
    pub const unsafe fn offset_from(self, origin: *const T) -> isize {
        unsafe { intrinsics::distance(self, origin) }
    }
    #[must_use]
    pub const unsafe fn read(self) -> T {
        unsafe { intrinsics::read(self) }
    }
}

impl<T: ?Sized> *mut T {
    #[must_use]
    pub fn is_null(self) -> bool {
        intrinsics::address(self as *const T) == 0
    }
    #[must_use]
    pub const fn cast<U>(self) -> *mut U {
        intrinsics::thin(self as *const T) as *mut U
    }
    #[must_use]
    pub const fn cast_const(self) -> *const T {
        self as *const T
    }
    #[must_use]
    pub unsafe fn as_ref<'a>(self) -> Option<&'a T> {
        if self.is_null() {
            None
        } else {
            unsafe { Some(&*self) }
        }
    }
    #[must_use]
    pub unsafe fn as_mut<'a>(self) -> Option<&'a mut T> {
        if self.is_null() {
            None
        } else {
            unsafe { Some(&mut *self) }
        }
    }
    #[must_use]
    pub fn addr(self) -> usize {
        intrinsics::address(self as *const T)
    }
    pub unsafe fn drop_in_place(self) {
        unsafe { intrinsics::drop_in_place(self) }
    }
}

impl<T> *mut T {
    #[must_use]
    pub const unsafe fn add(self, count: usize) -> *mut T {
        unsafe { intrinsics::offset(self as *const T, count as isize) as *mut T }
    }
    #[must_use]
    pub const unsafe fn sub(self, count: usize) -> *mut T {
        unsafe { intrinsics::offset(self as *const T, -(count as isize)) as *mut T }
    }
    #[must_use]
    pub const unsafe fn offset(self, count: isize) -> *mut T {
        unsafe { intrinsics::offset(self as *const T, count) as *mut T }
    }
    #[must_use]
    pub const unsafe fn offset_from(self, origin: *const T) -> isize {
        unsafe { intrinsics::distance(self as *const T, origin) }
    }
    #[must_use]
    pub const unsafe fn read(self) -> T {
        unsafe { intrinsics::read(self as *const T) }
    }
    pub const unsafe fn write(self, val: T) {
        unsafe { intrinsics::write(self, val) }
    }
    pub unsafe fn replace(self, src: T) -> T {
        unsafe { replace(self, src) }
    }
}

macro_rules! pointer {
    ($([$($p:tt)*])*) => { $(
        impl<T: PointeeSized> PartialEq for $($p)* T {
            fn eq(&self, other: &$($p)* T) -> bool {
                *self == *other
            }
        }
        impl<T: PointeeSized> Eq for $($p)* T {}
        impl<T: PointeeSized> Ord for $($p)* T {
            fn cmp(&self, other: &$($p)* T) -> Ordering {
                let (a, b) = (*self as *const T, *other as *const T);
                intrinsics::address(a).cmp(&intrinsics::address(b))
            }
        }
        impl<T: PointeeSized> PartialOrd for $($p)* T {
            fn partial_cmp(&self, other: &$($p)* T) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }
        impl<T: PointeeSized> Hash for $($p)* T {
            fn hash<H: Hasher>(&self, state: &mut H) {
                state.write_usize(intrinsics::address(*self as *const T));
            }
        }
        impl<T: PointeeSized> fmt::Debug for $($p)* T {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::pointer_fmt_inner(intrinsics::address(*self as *const T), f)
            }
        }
        impl<T: PointeeSized> fmt::Pointer for $($p)* T {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::pointer_fmt_inner(intrinsics::address(*self as *const T), f)
            }
        }
    )* };
}
pointer! { [*const] [*mut] }

#[repr(transparent)]
pub struct NonNull<T: PointeeSized> {
    pointer: *const T,
}

impl<T: PointeeSized> !Send for NonNull<T> {}
impl<T: PointeeSized> !Sync for NonNull<T> {}
impl<T: PointeeSized> Copy for NonNull<T> {}
impl<T: PointeeSized> Clone for NonNull<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: PointeeSized, U: PointeeSized> CoerceUnsized<NonNull<U>> for NonNull<T> where T: Unsize<U> {}
impl<T: PointeeSized, U: PointeeSized> DispatchFromDyn<NonNull<U>> for NonNull<T> where T: Unsize<U> {}

impl<T: Sized> NonNull<T> {
    #[must_use]
    pub const fn dangling() -> Self {
        NonNull {
            pointer: dangling(),
        }
    }
    #[must_use]
    pub const unsafe fn add(self, count: usize) -> Self {
        NonNull {
            pointer: unsafe { self.pointer.add(count) },
        }
    }
    #[must_use]
    pub const unsafe fn read(self) -> T {
        unsafe { intrinsics::read(self.pointer) }
    }
    pub const unsafe fn write(self, val: T) {
        unsafe { intrinsics::write(self.pointer as *mut T, val) }
    }
}

impl<T: ?Sized> NonNull<T> {
    pub const unsafe fn new_unchecked(ptr: *mut T) -> Self {
        NonNull {
            pointer: ptr as *const T,
        }
    }
    pub fn new(ptr: *mut T) -> Option<Self> {
        if ptr.is_null() {
            None
        } else {
            Some(NonNull {
                pointer: ptr as *const T,
            })
        }
    }
    #[must_use]
    pub const fn as_ptr(self) -> *mut T {
        self.pointer as *mut T
    }
    #[must_use]
    pub const unsafe fn as_ref<'a>(&self) -> &'a T {
        unsafe { &*self.pointer }
    }
    #[must_use]
    pub const unsafe fn as_mut<'a>(&mut self) -> &'a mut T {
        unsafe { &mut *(self.pointer as *mut T) }
    }
    #[must_use]
    pub const fn cast<U>(self) -> NonNull<U> {
        NonNull {
            pointer: self.pointer.cast(),
        }
    }
}

impl<T: ?Sized> PartialEq for NonNull<T> {
    fn eq(&self, other: &Self) -> bool {
        self.pointer == other.pointer
    }
}
impl<T: ?Sized> Eq for NonNull<T> {}
impl<T: ?Sized> Hash for NonNull<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.pointer.hash(state)
    }
}
impl<T: ?Sized> fmt::Debug for NonNull<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&self.pointer, f)
    }
}
impl<T: ?Sized> fmt::Pointer for NonNull<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&self.pointer, f)
    }
}
impl<T: ?Sized> From<&mut T> for NonNull<T> {
    fn from(r: &mut T) -> Self {
        NonNull {
            pointer: r as *mut T as *const T,
        }
    }
}
impl<T: ?Sized> From<&T> for NonNull<T> {
    fn from(r: &T) -> Self {
        NonNull {
            pointer: r as *const T,
        }
    }
}
