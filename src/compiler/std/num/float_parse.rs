//! Floats out of text.

use super::error::{FloatErrorKind, ParseFloatError};
use crate::intrinsics;
use crate::str::FromStr;

fn parse(src: &str) -> Result<f64, ParseFloatError> {
    if src.is_empty() {
        return Err(ParseFloatError {
            kind: FloatErrorKind::Empty,
        });
    }
    let mut value = 0.0;
    if intrinsics::parse_float(src.as_ptr(), src.len(), &mut value) {
        Ok(value)
    } else {
        Err(ParseFloatError {
            kind: FloatErrorKind::Invalid,
        })
    }
}

impl FromStr for f64 {
    type Err = ParseFloatError;
    fn from_str(src: &str) -> Result<f64, ParseFloatError> {
        parse(src)
    }
}

impl FromStr for f32 {
    type Err = ParseFloatError;
    fn from_str(src: &str) -> Result<f32, ParseFloatError> {
        Ok(parse(src)? as f32)
    }
}
