//! The values that a PDF is written in.

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Names with their values.
    Dictionary(Vec<(&'a [u8], Value<'a>)>),
    /// Values in order.
    Array(Vec<Value<'a>>),
    /// A name, without its slash.
    Name(&'a [u8]),
    /// A text, in bytes.
    Text(Vec<u8>),
    /// The number of another object.
    Reference(u32),
    /// A whole number, or the whole part of one.
    Number(i64),
    /// Something else: a truth value, nothing.
    Other,
}

impl<'a> Value<'a> {
    /// What a dictionary has under a name; escapes in names are not looked at.
    pub fn get(&self, name: &[u8]) -> Option<&Value<'a>> {
        let Self::Dictionary(entries) = self else { return None };
        entries.iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// Does a dictionary have this name under that one? `text#2Fxml` is `text/xml`.
    pub fn is_named(&self, key: &[u8], name: &[u8]) -> bool {
        match self.get(key) {
            Some(Value::Name(found)) => *found == name || unescaped(found) == name,
            _ => false,
        }
    }

    /// A text as characters: UTF-16 or UTF-8 if it says so, else Latin letters.
    pub fn as_text(&self) -> Option<String> {
        let Self::Text(bytes) = self else { return None };
        Some(match bytes.as_slice() {
            [0xFE, 0xFF, wide @ ..] => {
                let units: Vec<u16> = wide.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
                String::from_utf16_lossy(&units)
            }
            [0xEF, 0xBB, 0xBF, text @ ..] => String::from_utf8_lossy(text).into_owned(),
            bytes => bytes.iter().map(|byte| char::from(*byte)).collect(),
        })
    }
}

fn unescaped(name: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(name.len());
    let mut rest = name;
    while let Some((first, after)) = rest.split_first() {
        let code = (*first == b'#').then(|| after.get(..2)).flatten().and_then(hex_byte);
        plain.push(code.unwrap_or(*first));
        rest = if code.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    plain
}

fn hex_byte(digits: &[u8]) -> Option<u8> {
    u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

/// Values inside each other.
const DEEPEST: u32 = 40;

/// The value that bytes start with, if they do, and how many of them were looked at.
pub fn value(bytes: &[u8]) -> (Option<Value<'_>>, usize) {
    let mut scanner = Scanner { bytes, at: 0 };
    let value = scanner.value(DEEPEST);
    (value, scanner.at)
}

struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
}

const fn is_end(byte: u8) -> bool {
    byte.is_ascii_whitespace()
        || matches!(byte, 0 | b'/' | b'<' | b'>' | b'[' | b']' | b'(' | b')' | b'{' | b'}' | b'%')
}

impl<'a> Scanner<'a> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_spaces(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| !matches!(byte, b'\n' | b'\r')) {
                    self.at += 1;
                }
            } else if byte.is_ascii_whitespace() || byte == 0 {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// Bytes up to the next that ends a word.
    fn word(&mut self) -> &'a [u8] {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|byte| is_end(*byte)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn takes(&mut self, sign: &[u8]) -> bool {
        let is_there = self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(sign));
        self.at += if is_there { sign.len() } else { 0 };
        is_there
    }

    fn value(&mut self, depth: u32) -> Option<Value<'a>> {
        let depth = depth.checked_sub(1)?;
        self.skip_spaces();
        match self.peek()? {
            b'/' => {
                self.at += 1;
                Some(Value::Name(self.word()))
            }
            b'(' => self.literal().map(Value::Text),
            b'<' if self.takes(b"<<") => self.dictionary(depth),
            b'<' => self.hexadecimal().map(Value::Text),
            b'[' => self.array(depth),
            b'0'..=b'9' | b'+' | b'-' | b'.' => Some(self.number_or_reference()),
            byte if is_end(byte) => None,
            _ => {
                self.word();
                Some(Value::Other)
            }
        }
    }

    fn dictionary(&mut self, depth: u32) -> Option<Value<'a>> {
        let mut entries = Vec::new();
        loop {
            self.skip_spaces();
            if self.takes(b">>") {
                return Some(Value::Dictionary(entries));
            }
            if !self.takes(b"/") {
                return None;
            }
            let name = self.word();
            entries.push((name, self.value(depth)?));
        }
    }

    fn array(&mut self, depth: u32) -> Option<Value<'a>> {
        self.at += 1;
        let mut values = Vec::new();
        loop {
            self.skip_spaces();
            if self.takes(b"]") {
                return Some(Value::Array(values));
            }
            values.push(self.value(depth)?);
        }
    }

    /// `12`, `1.5`, or `12 0 R`.
    fn number_or_reference(&mut self) -> Value<'a> {
        let number = whole(self.word());
        let after = self.at;
        self.skip_spaces();
        let generation = self.word();
        self.skip_spaces();
        let is_reference = !generation.is_empty()
            && generation.iter().all(u8::is_ascii_digit)
            && self.peek() == Some(b'R')
            && self.bytes.get(self.at + 1).is_none_or(|byte| is_end(*byte));
        match u32::try_from(number) {
            Ok(number) if is_reference => {
                self.at += 1;
                Value::Reference(number)
            }
            _ => {
                self.at = after;
                Value::Number(number)
            }
        }
    }

    fn literal(&mut self) -> Option<Vec<u8>> {
        self.at += 1;
        let (mut text, mut open) = (Vec::new(), 1);
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'\\' => self.escape(&mut text),
                b'(' => {
                    open += 1;
                    text.push(byte);
                }
                b')' => {
                    open -= 1;
                    if open == 0 {
                        return Some(text);
                    }
                    text.push(byte);
                }
                _ => text.push(byte),
            }
        }
        None
    }

    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\r' => {
                self.takes(b"\n");
            }
            b'\n' => {}
            b'0'..=b'7' => {
                let mut code = u16::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    self.at += 1;
                    code = code * 8 + u16::from(digit - b'0');
                }
                text.push(u8::try_from(code & 0xFF).unwrap_or_default());
            }
            other => text.push(other),
        }
    }

    fn hexadecimal(&mut self) -> Option<Vec<u8>> {
        self.at += 1;
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|byte| *byte == b'>');
        self.at += length.map_or(rest.len(), |length| length + 1);
        let length = length?;
        let mut digits: Vec<u8> = rest.get(..length).unwrap_or_default().to_vec();
        digits.retain(u8::is_ascii_hexdigit);
        if digits.len() % 2 == 1 {
            digits.push(b'0');
        }
        Some(digits.as_chunks::<2>().0.iter().filter_map(|pair| hex_byte(pair)).collect())
    }
}

fn whole(word: &[u8]) -> i64 {
    let text = std::str::from_utf8(word).unwrap_or_default();
    let whole = text.split('.').next().unwrap_or_default();
    whole.parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_with_what_they_take() {
        let text = b"<</A[1 0 R 2 (a\\(b\\)\\101)]/B<FEFF00E9>/C/text#2Fxml>> rest";
        let (found, length) = value(text);
        let found = found.expect("a dictionary");
        assert_eq!(text.get(length..), Some(b" rest".as_slice()));
        let Some(Value::Array(list)) = found.get(b"A") else { unreachable!() };
        assert_eq!(list, &[Value::Reference(1), Value::Number(2), Value::Text(b"a(b)A".to_vec())]);
        assert_eq!(found.get(b"B").and_then(Value::as_text), Some("é".to_owned()));
        assert!(found.is_named(b"C", b"text/xml"));
    }

    #[test]
    fn what_is_cut_off_or_too_deep_is_nothing() {
        assert_eq!(value(b"<</A 1").0, None);
        assert_eq!(value(b"(never closed").0, None);
        assert_eq!(value(&b"[".repeat(100_000)).0, None);
    }
}
