//! Why an instruction cannot go on.

use std::borrow::Cow;
use std::fmt;

/// What ends an instruction. Boxed, because it is rare and results are many.
pub type Fault = Box<Kind>;

/// What went wrong.
#[derive(Debug)]
pub enum Kind {
    /// The program's own mistake: it unwinds.
    Panic(Cow<'static, str>),
    /// The run cannot go on, and ends with this message.
    End(Cow<'static, str>),
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Kind::Panic(message) | Kind::End(message)) = self;
        f.write_str(message)
    }
}

/// A panic with this message.
#[cold]
pub fn panic(message: impl Into<Cow<'static, str>>) -> Fault {
    Box::new(Kind::Panic(message.into()))
}

/// The end of the run, with this message.
#[cold]
pub fn end(message: impl Into<Cow<'static, str>>) -> Fault {
    Box::new(Kind::End(message.into()))
}

/// The end of the run, because what it runs is no program that a compiler has made.
#[cold]
pub fn broken(what: impl fmt::Display) -> Fault {
    end(format!("the program's bytecode is broken: {what}"))
}
