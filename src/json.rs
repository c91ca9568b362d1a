//! JSON, small: how it is written, and a reader that goes through it value by value.
//!
//! Numbers are decimals of at most six places, and floats only in between: the tables that
//! write any float would make the wasm larger by a tenth, and serde's own way of reading by
//! a third.

use std::borrow::Cow;
use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

/// A value as JSON, without white space. Its floats must be zero or more.
pub fn write(value: &impl Serialize) -> String {
    let mut written = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut written, Decimals);
    // No `expect`: it would put into the wasm how errors are printed.
    let Ok(()) = value.serialize(&mut serializer) else {
        unreachable!("what is written has no keys but text, and a list takes it");
    };
    let Ok(json) = String::from_utf8(written) else {
        unreachable!("JSON is text");
    };
    json
}

/// Writes floats as decimals: of milliseconds, these are whole nanoseconds.
struct Decimals;

impl Formatter for Decimals {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        let millionths = (value * 1e6).round() as u64;
        let decimal = format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000);
        let decimal = decimal.trim_end_matches('0').trim_end_matches('.');
        writer.write_all(decimal.as_bytes())
    }
}

/// What is read of a value.
pub type Read<T> = Result<T, Wrong>;

/// What is wrong with a value, and where it stands.
#[derive(Debug)]
pub struct Wrong {
    at: usize,
    allowed: &'static str,
}

impl Wrong {
    /// Names the place in the JSON, the value and what is allowed, as in
    /// `events[3].line is 1.5; it must be a whole number`.
    pub fn in_words(&self, json: &str) -> String {
        let path = path(json, self.at);
        let mut after = Json {
            text: json,
            at: self.at,
            depth: 0,
        };
        let end = if after.skip().is_ok() {
            after.at
        } else {
            json.len()
        };
        let value = json.get(self.at..end).unwrap_or_default().trim_ascii();
        let (value, dots) = match value.char_indices().nth(SHOWN) {
            Some((end, _)) => (&value[..end], "…"),
            None => (value, ""),
        };
        format!("{path} is {value}{dots}; it must be {}", self.allowed)
    }
}

/// How deep lists and objects may stand in each other.
const MOST_DEPTH: u32 = 16;

/// How much of a wrong value an error shows, in characters.
const SHOWN: usize = 40;

/// JSON from a value on.
#[derive(Clone)]
pub struct Json<'a> {
    text: &'a str,
    at: usize,
    depth: u32,
}

impl<'a> Json<'a> {
    /// The whole text.
    pub fn new(text: &'a str) -> Self {
        Json {
            text,
            at: 0,
            depth: 0,
        }
    }

    /// Reads an object: calls `field` for each of its names, which reads or skips its value.
    pub fn object(&mut self, field: &mut dyn FnMut(&str, &mut Self) -> Read<()>) -> Read<()> {
        self.all(b'{', b'}', "an object", &mut |json, _| {
            let name = json.text()?;
            json.sign(b':', "a name with a value")?;
            field(&name, json)
        })
    }

    /// Reads a list: calls `element` for each index, which reads or skips the value there.
    pub fn list(&mut self, element: &mut dyn FnMut(usize, &mut Self) -> Read<()>) -> Read<()> {
        self.all(b'[', b']', "a list", &mut |json, index| {
            element(index, json)
        })
    }

    fn all(
        &mut self,
        open: u8,
        close: u8,
        allowed: &'static str,
        next: &mut dyn FnMut(&mut Self, usize) -> Read<()>,
    ) -> Read<()> {
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return Err(self.wrong("less deep in lists and objects"));
        }
        self.sign(open, allowed)?;
        let mut index = 0;
        while self.next() != Some(close) {
            if index > 0 {
                self.sign(b',', "followed by a comma")?;
            }
            next(self, index)?;
            index += 1;
        }
        self.depth -= 1;
        self.sign(close, allowed)
    }

    /// Reads a text.
    pub fn text(&mut self) -> Read<Cow<'a, str>> {
        self.space();
        let begin = self.clone();
        let wrong = || begin.wrong("a text");
        self.sign(b'"', "a text")?;
        // White space belongs to it.
        self.at = begin.at + 1;
        let mut read = Cow::Borrowed("");
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let end = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\'));
            let (plain, sign) = rest.split_at(end.ok_or_else(wrong)?);
            match read.is_empty() {
                true => read = Cow::Borrowed(plain),
                false => read.to_mut().push_str(plain),
            }
            self.at += plain.len() + 1;
            if sign.starts_with('"') {
                return Ok(read);
            }
            let character = self.escaped().ok_or_else(wrong)?;
            read.to_mut().push(character);
        }
    }

    /// Reads a text of at most so many bytes.
    pub fn text_of(&mut self, most: usize, allowed: &'static str) -> Read<Cow<'a, str>> {
        let begin = self.clone();
        let text = self.text()?;
        match text.len() <= most {
            true => Ok(text),
            false => Err(begin.wrong(allowed)),
        }
    }

    /// Reads a decimal of at least zero, in units of which `places` digits stand behind the
    /// point. Finer digits are dropped.
    pub fn decimal(&mut self, places: u32, allowed: &'static str) -> Read<u64> {
        let begin = self.clone();
        let (mut value, mut point) = (Some(0u64), None);
        for digit in self.number().unwrap_or("-").bytes() {
            match (digit, point) {
                (b'.', None) => point = Some(0),
                (b'0'..=b'9', _) if point == Some(places) => {}
                (b'0'..=b'9', _) => {
                    let shifted = value.and_then(|value| value.checked_mul(10));
                    value = shifted.and_then(|value| value.checked_add(u64::from(digit - b'0')));
                    point = point.map(|count| count + 1);
                }
                _ => value = None,
            }
        }
        let shift = 10u64.pow(places - point.unwrap_or(0));
        let value = value.and_then(|value| value.checked_mul(shift));
        value.ok_or_else(|| begin.wrong(allowed))
    }

    /// Reads a whole number of at least zero.
    pub fn count(&mut self) -> Read<u32> {
        let begin = self.clone();
        let allowed = "a whole number, 0 or more";
        let count = match self.number().unwrap_or(".").contains('.') {
            true => None,
            false => begin.clone().decimal(0, allowed)?.try_into().ok(),
        };
        count.ok_or_else(|| begin.wrong(allowed))
    }

    /// Reads a number, as it is written.
    pub fn number(&mut self) -> Read<&'a str> {
        self.space();
        let begin = self.at;
        while let Some(b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E') =
            self.text.as_bytes().get(self.at)
        {
            self.at += 1;
        }
        match self.text.get(begin..self.at) {
            Some(number) if !number.is_empty() => Ok(number),
            _ => Err(self.wrong("a number")),
        }
    }

    /// Reads a word: says whether it stands here.
    pub fn word(&mut self, word: &str) -> bool {
        self.space();
        let rest = self.text.as_bytes().get(self.at..);
        let found = rest.is_some_and(|rest| rest.starts_with(word.as_bytes()));
        self.at += if found { word.len() } else { 0 };
        found
    }

    /// Reads a text that is one of these names.
    pub fn one_of<T: Copy>(&mut self, names: &[(&str, T)], allowed: &'static str) -> Read<T> {
        let begin = self.clone();
        let text = self.text().unwrap_or_default();
        let found = names.iter().find(|(name, _)| *name == text);
        found
            .map(|(_, value)| *value)
            .ok_or_else(|| begin.wrong(allowed))
    }

    /// Reads any value, and forgets it.
    pub fn skip(&mut self) -> Read<()> {
        match self.next() {
            Some(b'{') => self.object(&mut |_, json| json.skip()),
            Some(b'[') => self.list(&mut |_, json| json.skip()),
            Some(b'"') => self.text().map(drop),
            _ if self.word("true") || self.word("false") || self.word("null") => Ok(()),
            _ => self.number().map(drop),
        }
    }

    /// An error: what is allowed where the reader stands.
    pub fn wrong(&self, allowed: &'static str) -> Wrong {
        Wrong {
            at: self.at,
            allowed,
        }
    }

    fn next(&mut self) -> Option<u8> {
        self.space();
        self.text.as_bytes().get(self.at).copied()
    }

    fn sign(&mut self, sign: u8, allowed: &'static str) -> Read<()> {
        if self.next() != Some(sign) {
            return Err(self.wrong(allowed));
        }
        self.at += 1;
        Ok(())
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\t' | b'\r' | b'\n') = self.text.as_bytes().get(self.at) {
            self.at += 1;
        }
    }

    /// The character of an escape, behind its backslash.
    fn escaped(&mut self) -> Option<char> {
        let sign = *self.text.as_bytes().get(self.at)?;
        self.at += 1;
        Some(match sign {
            b'u' => return self.unicode(),
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'"' | b'\\' | b'/' => char::from(sign),
            _ => return None,
        })
    }

    /// The character of four digits, or of two such escapes that belong together (RFC 8259, section 7).
    fn unicode(&mut self) -> Option<char> {
        let first = self.unit()?;
        if let 0xd800..0xdc00 = first {
            let before = self.at;
            if self.text.as_bytes().get(before..before + 2) == Some(b"\\u") {
                self.at += 2;
                if let Some(second @ 0xdc00..0xe000) = self.unit() {
                    return char::from_u32(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
                }
                self.at = before;
            }
        }
        // Half of a pair is no character.
        Some(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn unit(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}

/// The place in JSON of the value at `at`: `events[3].line`.
fn path(json: &str, at: usize) -> String {
    fn search(json: &mut Json, at: usize, path: &mut String) -> Read<()> {
        // An error ends the search: what was found so far is the place.
        let found = |json: &Json| json.wrong("");
        let length = path.len();
        let step = &mut |json: &mut Json, name: &str, path: &mut String| {
            path.push_str(name);
            json.space();
            if json.at >= at {
                return Err(found(json));
            }
            search(json, at, path)?;
            if json.at > at {
                return Err(found(json));
            }
            path.truncate(length);
            Ok(())
        };
        match json.next() {
            Some(b'{') => json.object(&mut |name, json| {
                let dot = if length == 0 { "" } else { "." };
                step(json, &format!("{dot}{name}"), path)
            }),
            Some(b'[') => json.list(&mut |index, json| step(json, &format!("[{index}]"), path)),
            _ => json.skip(),
        }
    }
    let mut path = String::new();
    let _ = search(&mut Json::new(json), at, &mut path);
    match path.is_empty() {
        true => "this record".into(),
        false => path,
    }
}
