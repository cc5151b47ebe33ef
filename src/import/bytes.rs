//! Little-endian fields of binary formats, read one after the other.

/// What is left of some bytes; every read answers `None` where they end too early.
#[derive(Clone, Copy, Debug)]
pub struct Fields<'a>(pub &'a [u8]);

impl<'a> Fields<'a> {
    /// The fields from an offset on.
    pub fn at(bytes: &'a [u8], offset: usize) -> Option<Self> {
        bytes.get(offset..).map(Self)
    }

    /// So many bytes.
    pub fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// Passes over some bytes.
    pub fn skip(&mut self, count: usize) -> Option<()> {
        self.take(count).map(|_| ())
    }

    /// A byte.
    #[cfg(feature = "sheets")]
    pub fn byte(&mut self) -> Option<u8> {
        self.array().map(u8::from_le_bytes)
    }

    /// Two bytes.
    pub fn short(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    /// Four bytes.
    pub fn long(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    /// Four bytes that count or point at something.
    pub fn size(&mut self) -> Option<usize> {
        self.long().and_then(|size| size.try_into().ok())
    }

    /// Eight bytes that count or point at something.
    pub fn wide_size(&mut self) -> Option<usize> {
        self.array().and_then(|bytes| u64::from_le_bytes(bytes).try_into().ok())
    }

    /// A number of double precision.
    #[cfg(feature = "sheets")]
    pub fn double(&mut self) -> Option<f64> {
        self.array().map(f64::from_le_bytes)
    }

    /// Characters of UTF-16, with what stands for none replaced.
    #[cfg(feature = "sheets")]
    pub fn utf16(&mut self, characters: usize) -> Option<String> {
        self.take(characters.checked_mul(2)?).map(utf16)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }
}

/// Characters of UTF-16, with what stands for none replaced.
#[cfg(feature = "sheets")]
pub fn utf16(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).filter_map(|unit| unit.try_into().ok().map(u16::from_le_bytes));
    char::decode_utf16(units).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(all(test, feature = "sheets"))]
mod tests {
    use super::*;

    #[test]
    fn what_ends_too_early_is_none() {
        let mut fields = Fields(&[1, 2, 3]);
        assert_eq!((fields.short(), fields.short(), fields.byte(), fields.byte()), (Some(0x201), None, Some(3), None));
        assert_eq!(Fields(&[0; 3]).utf16(usize::MAX), None);
        assert_eq!(Fields(b"A\0\xe9\0").utf16(2).as_deref(), Some("Aé"));
    }
}
