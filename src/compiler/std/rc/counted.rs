//! What `Rc` and `Arc` have in common, which is all but `Send`: the machine has one thread.

macro_rules! counted {
    ($Rc:ident) => {
        use crate::borrow::Borrow;
        use crate::boxed::Box;
        use crate::cmp::Ordering;
        use crate::error::Error;
        use crate::fmt;
        use crate::hash::{Hash, Hasher};
        use crate::intrinsics;
        use crate::marker::Unsize;
        use crate::mem::ManuallyDrop;
        use crate::ops::{CoerceUnsized, Deref, DispatchFromDyn};
        use crate::pin::Pin;
        use crate::string::String;
        use crate::vec::Vec;

        /// All strong owners together count as one weak one.
        struct Counted<T: ?Sized> {
            strong: usize,
            weak: usize,
            value: T,
        }

        pub struct $Rc<T: ?Sized> {
            ptr: *const Counted<T>,
        }

        /// Its address is null if it was made by `new`.
        pub struct Weak<T: ?Sized> {
            ptr: *const Counted<T>,
        }

        impl<T: ?Sized> Unpin for $Rc<T> {}
        impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<$Rc<U>> for $Rc<T> {}
        impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<$Rc<U>> for $Rc<T> {}
        impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<Weak<U>> for Weak<T> {}
        impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<Weak<U>> for Weak<T> {}

        impl<T> $Rc<T> {
            pub fn new(value: T) -> $Rc<T> {
                let counted = Box::new(Counted {
                    strong: 1,
                    weak: 1,
                    value,
                });
                $Rc {
                    ptr: Box::into_raw(counted),
                }
            }

            pub fn new_cyclic<F>(data_fn: F) -> $Rc<T>
            where
                F: FnOnce(&Weak<T>) -> T,
            {
                unsafe {
                    let ptr = intrinsics::alloc(
                        intrinsics::size_of::<Counted<T>>(),
                        intrinsics::align_of::<Counted<T>>(),
                    ) as *mut Counted<T>;
                    (*ptr).strong = 0;
                    (*ptr).weak = 1;
                    let weak = Weak {
                        ptr: ptr as *const Counted<T>,
                    };
                    let value = data_fn(&weak);
                    intrinsics::write(&raw mut (*ptr).value, value);
                    (*ptr).strong = 1;
                    intrinsics::forget(weak);
                    $Rc { ptr }
                }
            }

            pub fn pin(value: T) -> Pin<$Rc<T>> {
                unsafe { Pin::new_unchecked($Rc::new(value)) }
            }

            pub fn try_unwrap(this: Self) -> Result<T, Self> {
                match $Rc::strong_count(&this) {
                    1 => Ok($Rc::take(this)),
                    _ => Err(this),
                }
            }

            pub fn into_inner(this: Self) -> Option<T> {
                $Rc::try_unwrap(this).ok()
            }

            /// The value of the only strong owner.
            fn take(this: Self) -> T {
                let this = ManuallyDrop::new(this);
                unsafe {
                    let value = intrinsics::read(&raw const (*this.ptr).value);
                    (*this.counted()).strong = 0;
                    drop(Weak { ptr: this.ptr });
                    value
                }
            }
        }

        impl<T: Clone> $Rc<T> {
            pub fn unwrap_or_clone(this: Self) -> T {
                $Rc::try_unwrap(this).unwrap_or_else(|rc| (*rc).clone())
            }

            pub fn make_mut(this: &mut Self) -> &mut T {
                if $Rc::strong_count(this) != 1 {
                    *this = $Rc::new((**this).clone());
                } else if $Rc::weak_count(this) != 0 {
                    let shared = unsafe { intrinsics::read(this as *mut Self as *const Self) };
                    let own = $Rc::new($Rc::take(shared));
                    unsafe { intrinsics::write(this, own) };
                }
                unsafe { &mut (*this.counted()).value }
            }
        }

        impl<T: ?Sized> $Rc<T> {
            fn counted(&self) -> *mut Counted<T> {
                self.ptr as *mut Counted<T>
            }

            pub fn as_ptr(this: &Self) -> *const T {
                unsafe { &raw const (*this.ptr).value }
            }

            pub fn into_raw(this: Self) -> *const T {
                let this = ManuallyDrop::new(this);
                $Rc::as_ptr(&*this)
            }

            pub fn downgrade(this: &Self) -> Weak<T> {
                unsafe { (*this.counted()).weak += 1 };
                Weak { ptr: this.ptr }
            }

            pub fn strong_count(this: &Self) -> usize {
                unsafe { (*this.ptr).strong }
            }

            pub fn weak_count(this: &Self) -> usize {
                unsafe { (*this.ptr).weak - 1 }
            }

            pub fn get_mut(this: &mut Self) -> Option<&mut T> {
                match $Rc::strong_count(this) == 1 && $Rc::weak_count(this) == 0 {
                    true => Some(unsafe { &mut (*this.counted()).value }),
                    false => None,
                }
            }

            pub fn ptr_eq(this: &Self, other: &Self) -> bool {
                intrinsics::thin(this.ptr) == intrinsics::thin(other.ptr)
            }

            /// Moves what is in the box.
            fn of_box(boxed: Box<T>) -> $Rc<T> {
                unsafe {
                    let old = Box::into_raw(boxed);
                    let like = old as *const Counted<T>;
                    let thin = intrinsics::alloc(
                        intrinsics::size_of_val(like),
                        intrinsics::align_of_val(like),
                    );
                    let ptr = intrinsics::with_metadata_of(thin as *const (), like);
                    (*(ptr as *mut Counted<T>)).strong = 1;
                    (*(ptr as *mut Counted<T>)).weak = 1;
                    let (size, align) =
                        (intrinsics::size_of_val(old), intrinsics::align_of_val(old));
                    let to = intrinsics::thin(&raw const (*ptr).value) as *mut u8;
                    let from = intrinsics::thin(old as *const T) as *mut u8;
                    intrinsics::copy(from as *const u8, to, size);
                    if size > 0 {
                        intrinsics::dealloc(from, size, align);
                    }
                    $Rc { ptr }
                }
            }
        }

        impl<T> $Rc<T> {
            pub unsafe fn from_raw(ptr: *const T) -> $Rc<T> {
                // How far the value lies from the counts, of this type.
                let nowhere = intrinsics::align_of::<Counted<T>>();
                let counted =
                    unsafe { intrinsics::transmute::<u32, *const Counted<T>>(nowhere as u32) };
                let offset = unsafe { intrinsics::address(&raw const (*counted).value) } - nowhere;
                let at = unsafe { intrinsics::offset(ptr as *const u8, -(offset as isize)) };
                $Rc {
                    ptr: at as *const Counted<T>,
                }
            }

            pub unsafe fn increment_strong_count(ptr: *const T) {
                let rc = unsafe { ManuallyDrop::new($Rc::from_raw(ptr)) };
                intrinsics::forget((*rc).clone());
            }

            pub unsafe fn decrement_strong_count(ptr: *const T) {
                unsafe { drop($Rc::from_raw(ptr)) };
            }
        }

        impl<T: ?Sized> Drop for $Rc<T> {
            fn drop(&mut self) {
                unsafe {
                    let counted = self.counted();
                    (*counted).strong -= 1;
                    if (*counted).strong == 0 {
                        // Even if the value's own drop panics.
                        let _weak = Weak { ptr: self.ptr };
                        intrinsics::drop_in_place(&raw mut (*counted).value);
                    }
                }
            }
        }

        impl<T: ?Sized> Clone for $Rc<T> {
            fn clone(&self) -> $Rc<T> {
                unsafe { (*self.counted()).strong += 1 };
                $Rc { ptr: self.ptr }
            }
        }

        impl<T: ?Sized> Deref for $Rc<T> {
            type Target = T;

            fn deref(&self) -> &T {
                unsafe { &(*self.ptr).value }
            }
        }

        impl<T: ?Sized> AsRef<T> for $Rc<T> {
            fn as_ref(&self) -> &T {
                &**self
            }
        }

        impl<T: ?Sized> Borrow<T> for $Rc<T> {
            fn borrow(&self) -> &T {
                &**self
            }
        }

        impl<T: Default> Default for $Rc<T> {
            fn default() -> $Rc<T> {
                $Rc::new(Default::default())
            }
        }

        impl<T: ?Sized + PartialEq> PartialEq for $Rc<T> {
            fn eq(&self, other: &$Rc<T>) -> bool {
                **self == **other
            }
        }

        impl<T: ?Sized + Eq> Eq for $Rc<T> {}

        impl<T: ?Sized + PartialOrd> PartialOrd for $Rc<T> {
            fn partial_cmp(&self, other: &$Rc<T>) -> Option<Ordering> {
                (**self).partial_cmp(&**other)
            }
        }

        impl<T: ?Sized + Ord> Ord for $Rc<T> {
            fn cmp(&self, other: &$Rc<T>) -> Ordering {
                (**self).cmp(&**other)
            }
        }

        impl<T: ?Sized + Hash> Hash for $Rc<T> {
            fn hash<H: Hasher>(&self, state: &mut H) {
                (**self).hash(state)
            }
        }

        impl<T: ?Sized + fmt::Display> fmt::Display for $Rc<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&**self, f)
            }
        }

        impl<T: ?Sized + fmt::Debug> fmt::Debug for $Rc<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&**self, f)
            }
        }

        impl<T: ?Sized> fmt::Pointer for $Rc<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Pointer::fmt(&(&raw const **self), f)
            }
        }

        impl<T: ?Sized + Error> Error for $Rc<T> {
            fn source(&self) -> Option<&(dyn Error + 'static)> {
                Error::source(&**self)
            }
        }

        impl<T> From<T> for $Rc<T> {
            fn from(t: T) -> $Rc<T> {
                $Rc::new(t)
            }
        }

        impl<T: ?Sized> From<Box<T>> for $Rc<T> {
            fn from(v: Box<T>) -> $Rc<T> {
                $Rc::of_box(v)
            }
        }

        impl From<&str> for $Rc<str> {
            fn from(v: &str) -> $Rc<str> {
                $Rc::of_box(String::from(v).into_boxed_str())
            }
        }

        impl From<String> for $Rc<str> {
            fn from(v: String) -> $Rc<str> {
                $Rc::of_box(v.into_boxed_str())
            }
        }

        impl<T: Clone> From<&[T]> for $Rc<[T]> {
            fn from(v: &[T]) -> $Rc<[T]> {
                $Rc::of_box(v.to_vec().into_boxed_slice())
            }
        }

        impl<T, const N: usize> From<[T; N]> for $Rc<[T]> {
            fn from(v: [T; N]) -> $Rc<[T]> {
                $Rc::<[T; N]>::new(v)
            }
        }

        impl<T> From<Vec<T>> for $Rc<[T]> {
            fn from(v: Vec<T>) -> $Rc<[T]> {
                $Rc::of_box(v.into_boxed_slice())
            }
        }

        impl<T> FromIterator<T> for $Rc<[T]> {
            fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> $Rc<[T]> {
                $Rc::from(iter.into_iter().collect::<Vec<T>>())
            }
        }

        impl<T> Weak<T> {
            pub const fn new() -> Weak<T> {
                Weak {
                    ptr: crate::ptr::null(),
                }
            }
        }

        impl<T: ?Sized> Weak<T> {
            fn counted(&self) -> Option<&mut Counted<T>> {
                match intrinsics::thin(self.ptr).is_null() {
                    true => None,
                    false => Some(unsafe { &mut *(self.ptr as *mut Counted<T>) }),
                }
            }

            pub fn upgrade(&self) -> Option<$Rc<T>> {
                let counted = self.counted()?;
                if counted.strong == 0 {
                    return None;
                }
                counted.strong += 1;
                Some($Rc { ptr: self.ptr })
            }

            pub fn strong_count(&self) -> usize {
                self.counted().map_or(0, |counted| counted.strong)
            }

            pub fn weak_count(&self) -> usize {
                match self.counted() {
                    Some(counted) if counted.strong > 0 => counted.weak - 1,
                    _ => 0,
                }
            }

            pub fn ptr_eq(&self, other: &Self) -> bool {
                intrinsics::thin(self.ptr) == intrinsics::thin(other.ptr)
            }
        }

        impl<T: ?Sized> Drop for Weak<T> {
            fn drop(&mut self) {
                let Some(counted) = self.counted() else {
                    return;
                };
                counted.weak -= 1;
                if counted.weak == 0 {
                    let (size, align) = (
                        intrinsics::size_of_val(self.ptr),
                        intrinsics::align_of_val(self.ptr),
                    );
                    intrinsics::dealloc(intrinsics::thin(self.ptr) as *mut u8, size, align);
                }
            }
        }

        impl<T: ?Sized> Clone for Weak<T> {
            fn clone(&self) -> Weak<T> {
                if let Some(counted) = self.counted() {
                    counted.weak += 1;
                }
                Weak { ptr: self.ptr }
            }
        }

        impl<T> Default for Weak<T> {
            fn default() -> Weak<T> {
                Weak::new()
            }
        }

        impl<T: ?Sized> fmt::Debug for Weak<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("(Weak)")
            }
        }
    };
}

pub(crate) use counted;
