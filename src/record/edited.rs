//! A program of one's own, which its record carries along.

use std::borrow::Cow;

use crate::json::{Json, Read};
use crate::scenario::Value;
use crate::scenarios;

/// How many characters a program has at most.
const LONGEST_SOURCE: usize = 30_000;

/// How many characters its bytecode has at most.
const LONGEST_PROGRAM: usize = 400_000;

/// What a record of such a program calls its scenario, if it did not begin as a lesson.
const OWN: &str = "program";

/// Reads the text of a program.
pub fn source<'a>(json: &mut Json<'a>) -> Read<Cow<'a, str>> {
    let allowed = "at most 30000 characters long";
    let begin = json.clone();
    let source = json.text_of(4 * LONGEST_SOURCE, allowed)?;
    match source.chars().count() <= LONGEST_SOURCE {
        true => Ok(source),
        false => Err(begin.wrong(allowed)),
    }
}

/// Reads bytecode. Whether it is some, the machine says.
pub fn program<'a>(json: &mut Json<'a>) -> Read<Cow<'a, str>> {
    let allowed = "base64url, at most 400000 characters long";
    let begin = json.clone();
    let program = json.text_of(LONGEST_PROGRAM, allowed)?;
    let base64url = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    match program.bytes().all(base64url) {
        true => Ok(program),
        false => Err(begin.wrong(allowed)),
    }
}

/// The parameters, which only the program itself knows.
pub fn params<'a>(
    scenario: &str,
    given: Vec<(String, String)>,
) -> Result<Vec<(Cow<'a, str>, Value)>, String> {
    if scenario != OWN {
        scenarios::find(scenario)?;
    }
    let param = |(name, text): (String, String)| match Value::parse(&text) {
        Some(value) => Ok((name.into(), value)),
        None => Err(format!(
            "parameter \"{name}\" is \"{text}\": allowed is a number, 0 or more"
        )),
    };
    given.into_iter().map(param).collect()
}
