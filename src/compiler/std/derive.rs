//! What `derive(Debug)` calls: `build` writes the rest of each derive itself.

use crate::fmt::{Debug, Formatter, Result};

pub fn debug_struct(
    f: &mut Formatter<'_>,
    name: &'static str,
    names: &[&'static str],
    values: &[&dyn Debug],
) -> Result {
    let mut out = f.debug_struct(name);
    let mut at = 0;
    while at < names.len() {
        out.field(names[at], values[at]);
        at += 1;
    }
    out.finish()
}

pub fn debug_tuple(f: &mut Formatter<'_>, name: &'static str, values: &[&dyn Debug]) -> Result {
    if values.len() == 0 {
        return f.write_str(name);
    }
    let mut out = f.debug_tuple(name);
    let mut at = 0;
    while at < values.len() {
        out.field(values[at]);
        at += 1;
    }
    out.finish()
}
