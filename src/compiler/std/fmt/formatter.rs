//! Where a value is written, and how.

use super::{
    Alignment, Arguments, Debug, DebugList, DebugMap, DebugSet, DebugStruct, DebugTuple, Result,
    Write, builders, write,
};

pub struct Formatter<'a> {
    options: Options,
    buf: &'a mut (dyn Write + 'a),
}

#[derive(Copy, Clone)]
pub(super) struct Options {
    /// The fill character in the lowest 21 bits; the rest is below.
    pub(super) flags: u32,
    pub(super) width: u16,
    pub(super) precision: u16,
}

const SIGN_PLUS: u32 = 1 << 21;
const SIGN_MINUS: u32 = 1 << 22;
const ALTERNATE: u32 = 1 << 23;
const ZERO_PAD: u32 = 1 << 24;
const DEBUG_LOWER_HEX: u32 = 1 << 25;
const DEBUG_UPPER_HEX: u32 = 1 << 26;
const WIDTH: u32 = 1 << 27;
const PRECISION: u32 = 1 << 28;
const ALIGN: u32 = 3 << 29;
const FILL: u32 = (1 << 21) - 1;

impl<'a> Formatter<'a> {
    pub(super) fn with(buf: &'a mut (dyn Write + 'a), options: Options) -> Formatter<'a> {
        Formatter { options, buf }
    }

    pub(super) fn options(&self) -> Options {
        self.options
    }

    fn has(&self, flag: u32) -> bool {
        self.options.flags & flag != 0
    }

    pub fn pad_integral(&mut self, is_nonnegative: bool, prefix: &str, buf: &str) -> Result {
        let mut len = buf.len();
        let mut sign = None;
        if !is_nonnegative {
            sign = Some('-');
            len += 1;
        } else if self.sign_plus() {
            sign = Some('+');
            len += 1;
        }
        let prefix = if self.alternate() {
            len += prefix.chars().count();
            prefix
        } else {
            ""
        };
        let width = self.options.width as usize;
        if len >= width {
            self.prefix(sign, prefix)?;
            self.buf.write_str(buf)
        } else if self.sign_aware_zero_pad() {
            self.prefix(sign, prefix)?;
            for _ in len..width {
                self.buf.write_char('0')?;
            }
            self.buf.write_str(buf)
        } else {
            let after = self.pad_before(width - len, Alignment::Right)?;
            self.prefix(sign, prefix)?;
            self.buf.write_str(buf)?;
            self.pad_after(after)
        }
    }

    fn prefix(&mut self, sign: Option<char>, prefix: &str) -> Result {
        if let Some(c) = sign {
            self.buf.write_char(c)?;
        }
        self.buf.write_str(prefix)
    }

    pub fn pad(&mut self, s: &str) -> Result {
        if !self.has(WIDTH | PRECISION) {
            return self.buf.write_str(s);
        }
        let mut s = s;
        if self.has(PRECISION) {
            if let Some((end, _)) = s.char_indices().nth(self.options.precision as usize) {
                s = &s[..end];
            }
        }
        let len = s.chars().count();
        let width = self.options.width as usize;
        if len >= width {
            return self.buf.write_str(s);
        }
        let after = self.pad_before(width - len, Alignment::Left)?;
        self.buf.write_str(s)?;
        self.pad_after(after)
    }

    /// Writes what comes before, and tells how much is to come after.
    fn pad_before(
        &mut self,
        padding: usize,
        default: Alignment,
    ) -> crate::result::Result<usize, super::Error> {
        let before = match self.align().unwrap_or(default) {
            Alignment::Left => 0,
            Alignment::Right => padding,
            Alignment::Center => padding / 2,
        };
        self.pad_after(before)?;
        Ok(padding - before)
    }

    fn pad_after(&mut self, count: usize) -> Result {
        let fill = self.fill();
        for _ in 0..count {
            self.buf.write_char(fill)?;
        }
        Ok(())
    }

    pub fn write_str(&mut self, data: &str) -> Result {
        self.buf.write_str(data)
    }
    pub fn write_fmt(&mut self, fmt: Arguments<'_>) -> Result {
        write(self.buf, fmt)
    }
    #[must_use]
    pub fn fill(&self) -> char {
        unsafe { char::from_u32_unchecked(self.options.flags & FILL) }
    }
    #[must_use]
    pub fn align(&self) -> Option<Alignment> {
        match (self.options.flags & ALIGN) >> 29 {
            0 => Some(Alignment::Left),
            1 => Some(Alignment::Right),
            2 => Some(Alignment::Center),
            _ => None,
        }
    }
    #[must_use]
    pub fn width(&self) -> Option<usize> {
        if self.has(WIDTH) {
            Some(self.options.width as usize)
        } else {
            None
        }
    }
    #[must_use]
    pub fn precision(&self) -> Option<usize> {
        if self.has(PRECISION) {
            Some(self.options.precision as usize)
        } else {
            None
        }
    }
    #[must_use]
    pub fn sign_plus(&self) -> bool {
        self.has(SIGN_PLUS)
    }
    #[must_use]
    pub fn sign_minus(&self) -> bool {
        self.has(SIGN_MINUS)
    }
    #[must_use]
    pub fn alternate(&self) -> bool {
        self.has(ALTERNATE)
    }
    #[must_use]
    pub fn sign_aware_zero_pad(&self) -> bool {
        self.has(ZERO_PAD)
    }
    pub(super) fn debug_lower_hex(&self) -> bool {
        self.has(DEBUG_LOWER_HEX)
    }
    pub(super) fn debug_upper_hex(&self) -> bool {
        self.has(DEBUG_UPPER_HEX)
    }

    pub fn debug_struct<'b>(&'b mut self, name: &str) -> DebugStruct<'b, 'a> {
        builders::debug_struct_new(self, name)
    }
    pub fn debug_tuple<'b>(&'b mut self, name: &str) -> DebugTuple<'b, 'a> {
        builders::debug_tuple_new(self, name)
    }
    pub fn debug_list<'b>(&'b mut self) -> DebugList<'b, 'a> {
        builders::debug_list_new(self)
    }
    pub fn debug_set<'b>(&'b mut self) -> DebugSet<'b, 'a> {
        builders::debug_set_new(self)
    }
    pub fn debug_map<'b>(&'b mut self) -> DebugMap<'b, 'a> {
        builders::debug_map_new(self)
    }
}

impl Write for Formatter<'_> {
    fn write_str(&mut self, s: &str) -> Result {
        self.buf.write_str(s)
    }
    fn write_char(&mut self, c: char) -> Result {
        self.buf.write_char(c)
    }
    fn write_fmt(&mut self, args: Arguments<'_>) -> Result {
        write(self.buf, args)
    }
}
