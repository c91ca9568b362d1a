//! See [`std::error`](https://doc.rust-lang.org/std/error/).

use crate::any::TypeId;
use crate::borrow::Cow;
use crate::fmt::{self, Debug, Display};

pub trait Error: Debug + Display {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        None
    }
    fn type_id(&self, _: private::Internal) -> TypeId
    where
        Self: 'static,
    {
        TypeId::of::<Self>()
    }
}

mod private {
    #[derive(Debug)]
    pub struct Internal;
}

impl dyn Error + 'static {
    pub fn is<T: Error + 'static>(&self) -> bool {
        self.type_id(private::Internal) == TypeId::of::<T>()
    }
    pub fn downcast_ref<T: Error + 'static>(&self) -> Option<&T> {
        if self.is::<T>() {
            unsafe { Some(&*(self as *const dyn Error as *const T)) }
        } else {
            None
        }
    }
    pub fn downcast_mut<T: Error + 'static>(&mut self) -> Option<&mut T> {
        if self.is::<T>() {
            unsafe { Some(&mut *(self as *mut dyn Error as *mut T)) }
        } else {
            None
        }
    }
    pub fn downcast<T: Error + 'static>(self: Box<Self>) -> Result<Box<T>, Box<dyn Error>> {
        if self.is::<T>() {
            unsafe { Ok(Box::from_raw(Box::into_raw(self) as *mut T)) }
        } else {
            Err(self)
        }
    }
}

macro_rules! forward {
    ($($t:ty)*) => { $(
        impl $t {
            pub fn is<T: Error + 'static>(&self) -> bool {
                <dyn Error + 'static>::is::<T>(self)
            }
            pub fn downcast_ref<T: Error + 'static>(&self) -> Option<&T> {
                <dyn Error + 'static>::downcast_ref::<T>(self)
            }
            pub fn downcast_mut<T: Error + 'static>(&mut self) -> Option<&mut T> {
                <dyn Error + 'static>::downcast_mut::<T>(self)
            }
            pub fn downcast<T: Error + 'static>(self: Box<Self>) -> Result<Box<T>, Box<Self>> {
                if self.is::<T>() {
                    unsafe { Ok(Box::from_raw(Box::into_raw(self) as *mut T)) }
                } else {
                    Err(self)
                }
            }
        }
    )* };
}
forward! { (dyn Error + Send + 'static) (dyn Error + Send + Sync + 'static) }

impl<'a, T: Error + ?Sized> Error for &'a T {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Error::source(&**self)
    }
}

impl<T: Error> Error for Box<T> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Error::source(&**self)
    }
}

impl Error for fmt::Error {}
impl Error for crate::num::ParseIntError {}
impl Error for crate::num::ParseFloatError {}
impl Error for crate::num::TryFromIntError {}
impl Error for crate::char::ParseCharError {}
impl Error for crate::char::CharTryFromError {}
impl Error for crate::char::TryFromCharError {}
impl Error for crate::str::ParseBoolError {}
impl Error for crate::str::Utf8Error {}
impl Error for crate::string::FromUtf8Error {}
impl Error for crate::array::TryFromSliceError {}

impl<'a, E: Error + 'a> From<E> for Box<dyn Error + 'a> {
    fn from(err: E) -> Box<dyn Error + 'a> {
        Box::new(err)
    }
}

impl<'a, E: Error + Send + Sync + 'a> From<E> for Box<dyn Error + Send + Sync + 'a> {
    fn from(err: E) -> Box<dyn Error + Send + Sync + 'a> {
        Box::new(err)
    }
}

/// A text as an error.
struct StringError(String);

impl Error for StringError {}

impl Display for StringError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.0, f)
    }
}

/// As of the text itself.
impl Debug for StringError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.0, f)
    }
}

impl<'a> From<String> for Box<dyn Error + Send + Sync + 'a> {
    fn from(err: String) -> Box<dyn Error + Send + Sync + 'a> {
        Box::new(StringError(err))
    }
}
impl<'a> From<String> for Box<dyn Error + 'a> {
    fn from(err: String) -> Box<dyn Error + 'a> {
        Box::new(StringError(err))
    }
}
impl<'a, 'b> From<&'b str> for Box<dyn Error + Send + Sync + 'a> {
    fn from(err: &'b str) -> Box<dyn Error + Send + Sync + 'a> {
        Box::new(StringError(String::from(err)))
    }
}
impl<'a, 'b> From<&'b str> for Box<dyn Error + 'a> {
    fn from(err: &'b str) -> Box<dyn Error + 'a> {
        Box::new(StringError(String::from(err)))
    }
}
impl<'a, 'b> From<Cow<'b, str>> for Box<dyn Error + Send + Sync + 'a> {
    fn from(err: Cow<'b, str>) -> Box<dyn Error + Send + Sync + 'a> {
        Box::new(StringError(err.into_owned()))
    }
}
impl<'a, 'b> From<Cow<'b, str>> for Box<dyn Error + 'a> {
    fn from(err: Cow<'b, str>) -> Box<dyn Error + 'a> {
        Box::new(StringError(err.into_owned()))
    }
}
