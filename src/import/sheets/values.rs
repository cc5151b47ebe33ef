//! Values of cells, as XLS and XLSB pack them.

use super::written::hundredth;

/// A number of four bytes, as XLS and XLSB pack most: the upper half of a double, or a whole number, either of them in
/// hundredths.
pub fn packed(bits: u32) -> f64 {
    let value = bits & !0b11;
    let number = if bits & 0b10 == 0 {
        f64::from_bits(u64::from(value) << 32)
    } else {
        f64::from(i32::from_le_bytes(value.to_le_bytes()) >> 2)
    };
    if bits & 1 == 0 { number } else { hundredth(number) }
}

/// The name of an error, as cells show it.
pub const fn error_name(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2B => "#GETTING_DATA",
        _ => "#N/A",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers_are_exact() {
        let whole = |number: i32| u32::from_le_bytes((number << 2).to_le_bytes()) | 0b10;
        assert_eq!(packed(whole(1234)).to_string(), "1234");
        assert_eq!(packed(whole(-1235) | 1).to_string(), "-12.35");
        assert_eq!(packed(whole(5) | 1).to_string(), "0.05");
        let half = u32::try_from(2.5_f64.to_bits() >> 32).expect("four bytes");
        assert_eq!(packed(half).to_string(), "2.5");
        assert_eq!(packed(half | 1).to_string(), "0.025");
    }
}
