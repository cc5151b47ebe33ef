//! Digits as programs write them, eight at once: one multiplication does for all of them what a loop does one by one.

/// Eight digits, the first in the lowest byte, as four numbers of two digits, sixteen bits each; `None` if any is no
/// digit.
#[inline]
pub fn pairs(written: u64) -> Option<u64> {
    const HIGH_BITS: u64 = 0x8080_8080_8080_8080;
    let digits = written.wrapping_sub(0x3030_3030_3030_3030);
    if (written.wrapping_add(0x4646_4646_4646_4646) | digits) & HIGH_BITS != 0 {
        return None;
    }
    let pairs = digits.wrapping_mul(10).wrapping_add(digits >> 8);
    Some(pairs & 0x00FF_00FF_00FF_00FF)
}

/// The number that four of two digits make.
#[inline]
pub const fn number(pairs: u64) -> u64 {
    // Neighbours make fours, and those the number.
    let (even, odd) = (pairs & 0x0000_00FF_0000_00FF, (pairs >> 16) & 0x0000_00FF_0000_00FF);
    even.wrapping_mul(0x000F_4240_0000_0064).wrapping_add(odd.wrapping_mul(0x0000_2710_0000_0001)) >> 32
}

/// Four to eight bytes, the last in the highest byte, zeros written before the first.
#[inline]
pub fn right_aligned(text: &[u8]) -> Option<u64> {
    if text.len() > 8 {
        return None;
    }
    let missing = 8 * (8 - u32::try_from(text.len()).ok()?);
    let first = u64::from(u32::from_le_bytes(*text.first_chunk()?));
    let last = u64::from(u32::from_le_bytes(*text.last_chunk()?));
    let zeros = if missing == 0 { 0 } else { 0x3030_3030_3030_3030 >> (64 - missing) };
    Some(last << 32 | first << missing | zeros)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_make_numbers() {
        for (text, number_of) in [("12345678", 12_345_678), ("0907", 907), ("99999", 99_999), ("0000000", 0)] {
            let found = right_aligned(text.as_bytes()).and_then(pairs).map(number);
            assert_eq!(found, Some(number_of), "{text}");
        }
        for text in ["1234567a", "12/4", "123:5", "\u{e9}123", "123", "123456789"] {
            assert_eq!(right_aligned(text.as_bytes()).and_then(pairs), None, "{text}");
        }
    }
}
