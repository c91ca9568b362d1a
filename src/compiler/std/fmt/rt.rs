//! What `format_args!` makes.

use super::formatter::Options;
use super::{
    Binary, Debug, Display, Formatter, LowerExp, LowerHex, Octal, Pointer, Result, UpperExp,
    UpperHex, Write,
};
use crate::intrinsics;
use crate::marker::PhantomData;

/// A value and how it is to be written; or, of a width, a `usize`.
#[lang = "format_argument"]
#[derive(Copy, Clone)]
pub struct Argument<'a> {
    value: *const (),
    fmt: fn(*const (), &mut Formatter<'_>) -> Result,
    of: PhantomData<&'a ()>,
}

/// Elsewhere it is not, but is never looked for in a future: rust-analyzer takes temporaries to live across an `.await` that comes later.
unsafe impl Send for Argument<'_> {}
unsafe impl Sync for Argument<'_> {}

impl<'a> Argument<'a> {
    fn new<T>(value: &'a T, fmt: fn(&T, &mut Formatter<'_>) -> Result) -> Argument<'a> {
        Argument {
            value: value as *const T as *const (),
            fmt: unsafe {
                intrinsics::transmute::<
                    fn(&T, &mut Formatter<'_>) -> Result,
                    fn(*const (), &mut Formatter<'_>) -> Result,
                >(fmt)
            },
            of: PhantomData,
        }
    }
    pub fn new_display<T: Display>(x: &T) -> Argument<'_> {
        Argument::new(x, <T as Display>::fmt)
    }
    pub fn new_debug<T: Debug>(x: &T) -> Argument<'_> {
        Argument::new(x, <T as Debug>::fmt)
    }
    pub fn new_octal<T: Octal>(x: &T) -> Argument<'_> {
        Argument::new(x, <T as Octal>::fmt)
    }
    pub fn new_lower_hex<T: LowerHex>(x: &T) -> Argument<'_> {
        Argument::new(x, <T as LowerHex>::fmt)
    }
    pub fn new_upper_hex<T: UpperHex>(x: &T) -> Argument<'_> {
        Argument::new(x, <T as UpperHex>::fmt)
    }
    pub fn new_pointer<T: Pointer>(x: &T) -> Argument<'_> {
        Argument::new(x, <T as Pointer>::fmt)
    }
    pub fn new_binary<T: Binary>(x: &T) -> Argument<'_> {
        Argument::new(x, <T as Binary>::fmt)
    }
    pub fn new_lower_exp<T: LowerExp>(x: &T) -> Argument<'_> {
        Argument::new(x, <T as LowerExp>::fmt)
    }
    pub fn new_upper_exp<T: UpperExp>(x: &T) -> Argument<'_> {
        Argument::new(x, <T as UpperExp>::fmt)
    }
    pub fn from_usize(x: &usize) -> Argument<'_> {
        Argument::new(x, <usize as Display>::fmt)
    }
    fn as_usize(&self) -> u16 {
        let n = unsafe { *(self.value as *const usize) };
        if n > u16::MAX as usize {
            panic!("Formatting argument out of range");
        }
        n as u16
    }
}

#[lang = "format_arguments"]
#[derive(Copy, Clone)]
pub struct Arguments<'a> {
    text: Option<&'static str>,
    template: &'a [u8],
    args: &'a [Argument<'a>],
}

impl<'a> Arguments<'a> {
    /// What a template looks like is told where it is read, in [`write`].
    pub unsafe fn new<const N: usize, const M: usize>(
        template: &'a [u8; N],
        args: &'a [Argument<'a>; M],
    ) -> Arguments<'a> {
        Arguments {
            text: None,
            template,
            args,
        }
    }
    pub const fn from_str(s: &'static str) -> Arguments<'a> {
        Arguments {
            text: Some(s),
            template: &[],
            args: &[],
        }
    }
    #[must_use]
    pub fn as_str(&self) -> Option<&'static str> {
        self.text
    }
}

impl Debug for Arguments<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Display::fmt(self, f)
    }
}

impl Display for Arguments<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_fmt(*self)
    }
}

/// `{}`.
const PLAIN: u32 = 0x6000_0020;

/// A template is a list of pieces, and a 0 at its end:
/// - a length below 0x80, or 0x80 and a length of two bytes, and as much text;
/// - 0xC0 and bits of what follows: 1 flags (4 bytes), 2 a width and 4 a precision (2 bytes each, with 16 and 32
///   the number of the argument that has it), 8 the argument's number (2 bytes; else it is the next).
pub fn write(output: &mut dyn Write, fmt: Arguments<'_>) -> Result {
    if let Some(text) = fmt.text {
        return output.write_str(text);
    }
    let mut template = Template {
        bytes: fmt.template.as_ptr(),
    };
    let mut next = 0;
    loop {
        let kind = template.byte();
        if kind == 0 {
            return Ok(());
        }
        if kind <= 0x80 {
            let len = if kind == 0x80 {
                template.pair() as usize
            } else {
                kind as usize
            };
            output.write_str(template.text(len))?;
            continue;
        }
        let mut flags = PLAIN;
        let mut width = 0;
        let mut precision = 0;
        if kind & 1 != 0 {
            flags = template.pair() as u32;
            flags = flags | (template.pair() as u32) << 16;
        }
        if kind & 2 != 0 {
            width = template.pair();
            if kind & 16 != 0 {
                width = fmt.args[width as usize].as_usize();
            }
        }
        if kind & 4 != 0 {
            precision = template.pair();
            if kind & 32 != 0 {
                precision = fmt.args[precision as usize].as_usize();
            }
        }
        if kind & 8 != 0 {
            next = template.pair() as usize;
        }
        let arg = fmt.args[next];
        next += 1;
        let mut formatter = Formatter::with(
            output,
            Options {
                flags,
                width,
                precision,
            },
        );
        (arg.fmt)(arg.value, &mut formatter)?;
    }
}

struct Template {
    bytes: *const u8,
}

impl Template {
    fn byte(&mut self) -> u8 {
        unsafe {
            let byte = *self.bytes;
            self.bytes = self.bytes.add(1);
            byte
        }
    }
    fn pair(&mut self) -> u16 {
        let low = self.byte() as u16;
        low | (self.byte() as u16) << 8
    }
    fn text<'a>(&mut self, len: usize) -> &'a str {
        unsafe {
            let bytes = &*intrinsics::slice_from_parts(self.bytes, len);
            self.bytes = self.bytes.add(len);
            crate::str::from_utf8_unchecked(bytes)
        }
    }
}
