//! Where the delimiters, quotes and line ends of a text stand, found 64 bytes at a time.

/// The marks of a text.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// Where they stand. In a plain text these are delimiters and line feeds; in any other, quotes and carriage returns
    /// too.
    pub positions: Vec<u32>,
    /// Which of them are line feeds, in a plain text.
    pub line_feeds: Vec<u32>,
    /// Has the text neither quotes nor carriage returns but before a line feed? Every mark then ends a cell.
    pub is_plain: bool,
}

/// The marks among 64 bytes, a bit each.
#[derive(Clone, Copy)]
struct Hits {
    delimiters: u64,
    line_feeds: u64,
    returns: u64,
    quotes: u64,
}

impl Marks {
    /// Finds the marks of `text`. One that was not plain before is not expected to be now: most files are alike
    /// throughout.
    pub fn find(&mut self, text: &[u8], delimiter: u8, quote: u8, may_be_plain: bool) {
        self.positions.clear();
        self.line_feeds.clear();
        self.is_plain = may_be_plain && self.find_plain(text, delimiter, quote);
        if !self.is_plain {
            self.positions.clear();
            self.line_feeds.clear();
            for_each_chunk(text, delimiter, quote, |start, hits| {
                push(&mut self.positions, start, hits.delimiters | hits.line_feeds | hits.returns | hits.quotes);
                true
            });
        }
    }

    /// Finds delimiters and line feeds; `false` if they are not all that matters.
    fn find_plain(&mut self, text: &[u8], delimiter: u8, quote: u8) -> bool {
        let (mut returns, mut pairs, mut was_return) = (0, 0, 0);
        let (positions, line_feeds) = (&mut self.positions, &mut self.line_feeds);
        let is_read = for_each_chunk(text, delimiter, quote, |start, hits| {
            if hits.returns | was_return != 0 {
                returns += hits.returns.count_ones();
                pairs += (hits.line_feeds & ((hits.returns << 1) | was_return)).count_ones();
                was_return = hits.returns >> 63;
            }
            let all = hits.delimiters | hits.line_feeds;
            let mut rest = hits.line_feeds;
            while rest != 0 {
                // As many marks stand before it as there are bits below its own.
                let before = (all & (rest ^ (rest - 1)) >> 1).count_ones();
                line_feeds.push(u32::try_from(positions.len()).unwrap_or(u32::MAX).saturating_add(before));
                rest &= rest - 1;
            }
            push(positions, start, all);
            hits.quotes == 0
        });
        // A carriage return at the very end belongs to what comes next.
        is_read && returns == pairs + u32::from(text.last() == Some(&b'\r'))
    }
}

/// Pushes where the bits of 64 bytes stand: eight at a time, since leaving the loop at another turn each time costs
/// more than what is pushed in vain.
fn push(positions: &mut Vec<u32>, start: u32, mut hits: u64) {
    let mut count = usize::try_from(hits.count_ones()).unwrap_or(0);
    while count > 0 {
        let length = positions.len();
        let mut next = || {
            let position = start.wrapping_add(hits.trailing_zeros());
            hits &= hits.wrapping_sub(1);
            position
        };
        positions.extend_from_slice(&[next(), next(), next(), next(), next(), next(), next(), next()]);
        positions.truncate(length + count.min(8));
        count = count.saturating_sub(8);
    }
}

/// Calls `take` with the marks of 64 bytes after 64, as long as it wants more; did it?
fn for_each_chunk(text: &[u8], delimiter: u8, quote: u8, mut take: impl FnMut(u32, Hits) -> bool) -> bool {
    let (chunks, rest) = text.as_chunks::<64>();
    let mut start = 0_u32;
    for chunk in chunks {
        if !take(start, hits(chunk, delimiter, quote)) {
            return false;
        }
        start += 64;
    }
    // No mark, whatever the quote is.
    let mut last = [b'_'; 64];
    last.iter_mut().zip(rest).for_each(|(slot, byte)| *slot = *byte);
    take(start, hits(&last, delimiter, quote))
}

/// The marks of four times sixteen bytes.
fn hits(chunk: &[u8; 64], delimiter: u8, quote: u8) -> Hits {
    let none = Hits { delimiters: 0, line_feeds: 0, returns: 0, quotes: 0 };
    chunk.as_chunks::<16>().0.iter().rev().fold(none, |after, sixteen| {
        let [delimiters, line_feeds, returns, quotes] = bits(*sixteen, [delimiter, b'\n', b'\r', quote]);
        Hits {
            delimiters: after.delimiters << 16 | u64::from(delimiters),
            line_feeds: after.line_feeds << 16 | u64::from(line_feeds),
            returns: after.returns << 16 | u64::from(returns),
            quotes: after.quotes << 16 | u64::from(quotes),
        }
    })
}

fn halves(chunk: [u8; 16]) -> [[u8; 8]; 2] {
    match *chunk.as_chunks::<8>().0 {
        [low, high] => [low, high],
        _ => [[0; 8]; 2],
    }
}

/// Where four bytes stand among sixteen.
#[cfg(target_feature = "simd128")]
fn bits(chunk: [u8; 16], wanted: [u8; 4]) -> [u16; 4] {
    use std::arch::wasm32::{i64x2, u8x16_bitmask, u8x16_eq, u8x16_splat};

    let [low, high] = halves(chunk).map(i64::from_le_bytes);
    let bytes = i64x2(low, high);
    wanted.map(|byte| u8x16_bitmask(u8x16_eq(bytes, u8x16_splat(byte))))
}

#[cfg(not(target_feature = "simd128"))]
fn bits(chunk: [u8; 16], wanted: [u8; 4]) -> [u16; 4] {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const LOW: u64 = 0x7F7F_7F7F_7F7F_7F7F;

    let [low, high] = halves(chunk).map(u64::from_le_bytes);
    wanted.map(|byte| {
        // The highest bit of each byte that is the one looked for, gathered by a product.
        let bits = |word: u64| {
            let difference = word ^ (ONES * u64::from(byte));
            let equal = !(((difference & LOW) + LOW) | difference | LOW);
            (equal >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
        };
        u16::try_from(bits(low) | (bits(high) << 8)).unwrap_or(0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(text: &str) -> Marks {
        let mut marks = Marks::default();
        marks.find(text.as_bytes(), b';', b'"', true);
        marks
    }

    #[test]
    fn every_mark_is_found_wherever_it_stands() {
        for length in 0..140 {
            for at in 0..length {
                let text: String = (0..length).map(|index| if index == at { ';' } else { 'x' }).collect();
                let expected = u32::try_from(at).into_iter().collect::<Vec<_>>();
                assert_eq!(marks(&text).positions, expected, "{length} {at}");
            }
        }
    }

    #[test]
    fn a_text_with_line_feeds_only_is_plain() {
        for (text, is_plain) in [
            ("a;b\nc;d\n", true),
            ("a;b\r\nc;d\r\n", true),
            ("0123456789abcd\r\n;b\r\n", true),
            ("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcd\r\n;b\r\n", true),
            ("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde\r\n;b\r\n", true),
            ("a;b\r\r\nc", false),
            ("a;b\rc", false),
            ("a;\"b\"\n", false),
            ("a;b\r", true),
            ("", true),
        ] {
            assert_eq!(marks(text).is_plain, is_plain, "{text:?}");
        }
        assert_eq!(marks("a;b\nc;d\n").line_feeds, [1, 3]);
        let many = marks(&";;;;\n;".repeat(40));
        assert!(many.positions.iter().copied().eq(0..240));
        assert!(many.line_feeds.iter().copied().eq((4..240).step_by(6)));
    }
}
