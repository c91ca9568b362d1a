//! See [`std::marker`](https://doc.rust-lang.org/std/marker/).

use crate::cmp::{Eq, Ord, Ordering, PartialEq, PartialOrd};
use crate::fmt;
use crate::hash::{Hash, Hasher};

#[lang = "pointee_sized"]
#[fundamental]
#[rustc_specialization_trait]
#[rustc_coinductive]
pub trait PointeeSized {}

#[lang = "meta_sized"]
#[fundamental]
#[rustc_specialization_trait]
#[rustc_coinductive]
pub trait MetaSized: PointeeSized {}

#[lang = "sized"]
#[fundamental]
#[rustc_specialization_trait]
#[rustc_coinductive]
pub trait Sized: MetaSized {}

#[lang = "unsize"]
pub trait Unsize<T: PointeeSized>: PointeeSized {}

pub unsafe auto trait Send {}

impl<T: PointeeSized> !Send for *const T {}
impl<T: PointeeSized> !Send for *mut T {}
unsafe impl<T: Sync + PointeeSized> Send for &T {}

#[lang = "sync"]
pub unsafe auto trait Sync {}

impl<T: PointeeSized> !Sync for *const T {}
impl<T: PointeeSized> !Sync for *mut T {}

#[lang = "unpin"]
pub auto trait Unpin {}

impl !Unpin for PhantomPinned {}
impl<T: PointeeSized> Unpin for &T {}
impl<T: PointeeSized> Unpin for &mut T {}
impl<T: PointeeSized> Unpin for *const T {}
impl<T: PointeeSized> Unpin for *mut T {}

#[lang = "copy"]
pub trait Copy: Clone {}

#[rustc_builtin_macro]
pub macro Copy($item:item) {}

macro_rules! impl_copy {
    ($($t:ty)*) => { $(impl Copy for $t {})* };
}
impl_copy! { usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 f32 f64 bool char }
impl<T: PointeeSized> Copy for *const T {}
impl<T: PointeeSized> Copy for *mut T {}
impl<T: PointeeSized> Copy for &T {}
impl Copy for ! {}

#[lang = "tuple_trait"]
pub trait Tuple {}

#[lang = "destruct"]
pub trait Destruct {}

#[lang = "discriminant_kind"]
pub trait DiscriminantKind {
    #[lang = "discriminant_type"]
    type Discriminant;
}

#[lang = "phantom_data"]
pub struct PhantomData<T: PointeeSized>;

impl<T: PointeeSized> Clone for PhantomData<T> {
    fn clone(&self) -> Self {
        PhantomData
    }
}
impl<T: PointeeSized> Copy for PhantomData<T> {}
impl<T: PointeeSized> Default for PhantomData<T> {
    fn default() -> Self {
        PhantomData
    }
}
impl<T: PointeeSized> PartialEq for PhantomData<T> {
    fn eq(&self, _: &PhantomData<T>) -> bool {
        true
    }
}
impl<T: PointeeSized> Eq for PhantomData<T> {}
impl<T: PointeeSized> PartialOrd for PhantomData<T> {
    fn partial_cmp(&self, _: &PhantomData<T>) -> Option<Ordering> {
        Some(Ordering::Equal)
    }
}
impl<T: PointeeSized> Ord for PhantomData<T> {
    fn cmp(&self, _: &PhantomData<T>) -> Ordering {
        Ordering::Equal
    }
}
impl<T: PointeeSized> Hash for PhantomData<T> {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}
impl<T: ?Sized> fmt::Debug for PhantomData<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PhantomData<")?;
        f.write_str(crate::any::type_name::<T>())?;
        f.write_str(">")
    }
}

#[derive(Debug, Default, Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct PhantomPinned;
