//! See [`std::fmt`](https://doc.rust-lang.org/std/fmt/).

mod builders;
mod float;
mod formatter;
mod num;
mod rt;
mod values;

use crate::marker::PointeeSized;

pub use crate::string::format;
pub use builders::{DebugList, DebugMap, DebugSet, DebugStruct, DebugTuple, FromFn, from_fn};
pub use formatter::Formatter;
pub use rt::{Argument, Arguments, write};
pub(crate) use values::pointer_fmt_inner;

pub type Result = crate::result::Result<(), Error>;

#[derive(Copy, Clone, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Error;

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad("an error occurred when formatting an argument")
    }
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Alignment {
    Left,
    Right,
    Center,
}

pub trait Write {
    fn write_str(&mut self, s: &str) -> Result;
    fn write_char(&mut self, c: char) -> Result {
        self.write_str(c.encode_utf8(&mut [0; 4]))
    }
    fn write_fmt(&mut self, args: Arguments<'_>) -> Result {
        let mut output = self;
        write(&mut output, args)
    }
}

impl<W: Write + ?Sized> Write for &mut W {
    fn write_str(&mut self, s: &str) -> Result {
        (**self).write_str(s)
    }
    fn write_char(&mut self, c: char) -> Result {
        (**self).write_char(c)
    }
    fn write_fmt(&mut self, args: Arguments<'_>) -> Result {
        (**self).write_fmt(args)
    }
}

pub(crate) mod derive {
    #[rustc_builtin_macro]
    pub macro Debug($item:item) {}
}
pub use derive::Debug;

pub trait Debug: PointeeSized {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

pub trait Display: PointeeSized {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

pub trait Octal: PointeeSized {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

pub trait Binary: PointeeSized {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

pub trait LowerHex: PointeeSized {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

pub trait UpperHex: PointeeSized {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

pub trait Pointer: PointeeSized {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

pub trait LowerExp: PointeeSized {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

pub trait UpperExp: PointeeSized {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

macro_rules! references {
    ($($Trait:ident)*) => { $(
        impl<T: ?Sized + $Trait> $Trait for &T {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result { $Trait::fmt(&**self, f) }
        }
        impl<T: ?Sized + $Trait> $Trait for &mut T {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result { $Trait::fmt(&**self, f) }
        }
    )* };
}
references! { Debug Display Octal Binary LowerHex UpperHex LowerExp UpperExp }
