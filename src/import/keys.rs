//! Texts that recur, by number: entries by journal and number, lettering by customer and mark.

use rustc_hash::FxHashMap;

/// Bytes of a short key.
const SHORT: usize = 8;

/// Numbers keys in the order they are met. Nearly all are short, and need no memory of their own.
#[derive(Default)]
pub struct Keys {
    short: FxHashMap<(u64, u32), u32>,
    long: FxHashMap<(Box<[u8]>, u32), u32>,
    joined: Vec<u8>,
    /// The key before, which comes again more often than not.
    last: Option<((u64, u32), u32)>,
}

impl Keys {
    /// The number of the key that `parts` make together with `scope`, and whether it is new.
    pub fn number(&mut self, scope: u32, parts: &[&[u8]]) -> (u32, bool) {
        let next = u32::try_from(self.short.len() + self.long.len()).unwrap_or(u32::MAX);
        let Some(key) = short_key(scope, parts) else {
            self.joined.clear();
            for part in parts {
                self.joined.extend_from_slice(part);
                self.joined.push(0);
            }
            let number = *self.long.entry((self.joined.as_slice().into(), scope)).or_insert(next);
            return (number, number == next);
        };
        if let Some((_, number)) = self.last.filter(|(last, _)| *last == key) {
            return (number, false);
        }
        let number = *self.short.entry(key).or_insert(next);
        self.last = Some((key, number));
        (number, number == next)
    }
}

/// The parts side by side, each ended by a byte that no cell holds; `None` if they are too long.
fn short_key(scope: u32, parts: &[&[u8]]) -> Option<(u64, u32)> {
    let mut bytes = [0_u8; SHORT];
    let mut at = 0;
    for part in parts {
        bytes.get_mut(at..at + part.len())?.copy_from_slice(part);
        at += part.len() + 1;
    }
    // Cells hold no NUL byte, so that parts of other lengths make another key; the last one may fill the key to its
    // end.
    Some((u64::from_le_bytes(bytes), scope))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_told_apart_by_every_part() {
        let mut keys = Keys::default();
        assert_eq!(keys.number(1, &[b"12"]), (0, true));
        assert_eq!(keys.number(1, &[b"12"]), (0, false));
        assert_eq!(keys.number(2, &[b"12"]), (1, true));
        assert_eq!(keys.number(1, &[b"1", b"2"]), (2, true));
        assert_eq!(keys.number(1, &[b"a number of a length beyond short ones"]), (3, true));
        assert_eq!(keys.number(1, &[b"a number of a length beyond short ones"]), (3, false));
        assert_eq!(keys.number(1, &[b"12"]), (0, false));
        assert_eq!(keys.number(1, &[b"01234567"]), (4, true));
        assert_eq!(keys.number(1, &[b"012", b"4567"]), (5, true));
    }
}
