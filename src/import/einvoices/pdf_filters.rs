//! How streams of a PDF are packed.

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::pdf_value::Value;

/// What the stream of an object holds, no more than so many bytes; nothing where it is packed in a way that is not read.
pub fn unpacked(object: &Value<'_>, packed: &[u8], most: usize) -> Vec<u8> {
    let filters = match object.get(b"Filter") {
        None | Some(Value::Other) => Vec::new(),
        Some(Value::Array(filters)) => filters.iter().map(name).collect(),
        Some(filter) => vec![name(filter)],
    };
    let parameters = match object.get(b"DecodeParms") {
        Some(Value::Array(list)) => list.last(),
        parameters => parameters,
    };
    let mut bytes = packed.get(..most.min(packed.len())).unwrap_or_default().to_vec();
    for filter in filters {
        bytes = match filter.as_slice() {
            b"FlateDecode" | b"Fl" => inflated(&bytes, most),
            b"ASCIIHexDecode" | b"AHx" => from_hexadecimal(&bytes),
            b"ASCII85Decode" | b"A85" => from_base_85(&bytes),
            _ => return Vec::new(),
        };
    }
    match (number(parameters, b"Predictor"), number(parameters, b"Columns")) {
        (Some(predictor), columns) if predictor >= 10 => without_predictor(&bytes, columns.unwrap_or(1)),
        _ => bytes,
    }
}

fn name(value: &Value<'_>) -> Vec<u8> {
    if let Value::Name(name) = value { name.to_vec() } else { b"?".to_vec() }
}

fn number(dictionary: Option<&Value<'_>>, key: &[u8]) -> Option<usize> {
    match dictionary?.get(key)? {
        Value::Number(number) => usize::try_from(*number).ok(),
        _ => None,
    }
}

/// What can be inflated of a damaged stream is looked at: it may be whole but for its checksum.
fn inflated(packed: &[u8], most: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let _ = ZlibDecoder::new(packed).take(u64::try_from(most).unwrap_or(u64::MAX)).read_to_end(&mut bytes);
    bytes
}

fn from_hexadecimal(text: &[u8]) -> Vec<u8> {
    let digits = text.iter().take_while(|byte| **byte != b'>').filter(|byte| byte.is_ascii_hexdigit());
    let mut digits: Vec<u8> = digits.copied().collect();
    if digits.len() % 2 == 1 {
        digits.push(b'0');
    }
    let pairs = digits.as_chunks::<2>().0.iter();
    pairs.filter_map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

/// Five characters are four bytes; `z` is four times nothing.
fn from_base_85(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut group: Vec<u8> = Vec::with_capacity(5);
    for byte in text.iter().take_while(|byte| **byte != b'~') {
        match byte {
            b'z' if group.is_empty() => bytes.extend([0; 4]),
            b'!'..=b'u' => group.push(byte - b'!'),
            _ => {}
        }
        if group.len() == 5 {
            bytes.extend(four_bytes(&group));
            group.clear();
        }
    }
    if group.len() > 1 {
        let kept = group.len() - 1;
        group.resize(5, 84);
        bytes.extend(four_bytes(&group).into_iter().take(kept));
    }
    bytes
}

fn four_bytes(group: &[u8]) -> [u8; 4] {
    group.iter().fold(0_u32, |sum, digit| sum.wrapping_mul(85).wrapping_add(u32::from(*digit))).to_be_bytes()
}

/// Rows that say by how much each byte differs from the one to its left, above, or both.
fn without_predictor(rows: &[u8], columns: usize) -> Vec<u8> {
    let mut bytes: Vec<u8> = Vec::with_capacity(rows.len());
    let mut above = vec![0_u8; columns];
    for row in rows.chunks(columns.saturating_add(1)) {
        let Some((kind, row)) = row.split_first() else { break };
        let (mut left, mut corner) = (0_u8, 0_u8);
        for (byte, up) in row.iter().zip(&mut above) {
            let guess = match kind {
                1 => left,
                2 => *up,
                3 => u8::midpoint(left, *up),
                4 => paeth(left, *up, corner),
                _ => 0,
            };
            corner = *up;
            left = byte.wrapping_add(guess);
            *up = left;
            bytes.push(left);
        }
    }
    bytes
}

/// Of three neighbours the one nearest to what they lead to expect.
fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let expected = i16::from(left) + i16::from(up) - i16::from(corner);
    let distance = |byte: u8| (expected - i16::from(byte)).abs();
    if distance(left) <= distance(up) && distance(left) <= distance(corner) {
        left
    } else if distance(up) <= distance(corner) {
        up
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_become_bytes() {
        assert_eq!(from_hexadecimal(b"3C 61 3E>"), b"<a>");
        assert_eq!(from_base_85(b"9jqo^~>"), b"Man ");
        assert_eq!(from_base_85(b"9jqo~>"), b"Man");
    }

    #[test]
    fn rows_are_added_up_again() {
        assert_eq!(without_predictor(&[1, 1, 1, 1, 2, 1, 1, 1], 3), [1, 2, 3, 2, 3, 4]);
    }
}
