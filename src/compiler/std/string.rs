//! See [`std::string`](https://doc.rust-lang.org/std/string/).

mod collect;
mod convert;
mod drain;
mod methods;
mod traits;

use crate::fmt;

pub use convert::{ParseError, ToString};
pub use drain::Drain;
pub use methods::FromUtf8Error;

#[lang = "String"]
pub struct String {
    vec: Vec<u8>,
}

/// Of `format!`.
pub fn format(args: fmt::Arguments<'_>) -> String {
    match args.as_str() {
        Some(text) => String::from(text),
        None => {
            let mut output = String::new();
            fmt::Write::write_fmt(&mut output, args).expect(
                "a formatting trait implementation returned an error when the underlying stream did not",
            );
            output
        }
    }
}
