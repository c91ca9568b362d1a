//! A program as bytes, to be sent or kept: a version, and then `postcard`'s form of it.

use super::bytecode::Program;

/// The version that is written and read here. Any change of the bytecode is a new one.
const VERSION: u8 = 2;

impl Program {
    /// As bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let bytes = postcard::to_extend(self, vec![VERSION]);
        bytes.expect("a program is plain data, and memory takes all of it")
    }

    /// Reads what [`to_bytes`](Program::to_bytes) has written. An error says why it is none of that; whether it can be
    /// run, is checked when it is.
    pub fn from_bytes(bytes: &[u8]) -> Result<Program, String> {
        match bytes {
            [] => Err("the program's bytecode is empty".into()),
            [VERSION, rest @ ..] => match postcard::take_from_bytes(rest) {
                Ok((program, [])) => Ok(program),
                Ok((_, more)) => Err(format!(
                    "the program's bytecode has {} bytes too many",
                    more.len()
                )),
                Err(_) => Err("the program's bytecode cannot be read".into()),
            },
            [version, ..] => Err(format!(
                "the program's bytecode has version {version}: this page reads version {VERSION}"
            )),
        }
    }
}
