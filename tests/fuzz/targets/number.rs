//! Any cell as an amount: no panic, no amount out of range, the short way the same as the long one.
#![no_main]

use encours::import::encoding;
use encours::import::number::{Hint, hint, parse, read, typed};
use encours::import::source::{DecimalMark, Encoding};
use encours::money::{MAX_INTEGER_DIGITS, UNIT_SCALE};
use encours_fuzz::{DECIMAL_MARKS, ENCODINGS, chosen};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Some(([mark, encoding], cell)) = input.split_first_chunk::<2>() else { return };
    let mark = chosen(*mark, &DECIMAL_MARKS).unwrap_or(DecimalMark::Comma);
    let encoding = chosen(*encoding, &ENCODINGS).unwrap_or(Encoding::Utf8);
    let text = encoding::text(cell, encoding);

    let (amount, told) = (parse(&text, mark), hint(&text));
    assert_eq!(read(cell, mark, encoding), (amount, told), "{text:?} reads in two ways");
    if let Ok(parsed) = amount {
        // Decimals may round up to the next whole amount.
        let most = 10_u64.pow(MAX_INTEGER_DIGITS + UNIT_SCALE);
        assert!(parsed.amount.units().unsigned_abs() <= most, "{text:?} is out of range");
    }
    match told {
        Hint::Mark(mark) => {
            assert!(parse(&text, mark).is_ok(), "{text:?} does not read with the mark it speaks for");
            assert!(parse(&text, mark.other()).is_err(), "{text:?} speaks for one mark and reads with both");
        }
        Hint::Ambiguous(_) => {
            assert!(DECIMAL_MARKS.iter().all(|mark| parse(&text, *mark).is_ok()), "{text:?} reads with one mark");
        }
        Hint::None => {
            let [comma, point] = DECIMAL_MARKS.map(|mark| parse(&text, mark).ok());
            assert_eq!(comma, point, "{text:?} says nothing and reads in two ways");
        }
    }
    // A number typed alone is one that reads with the mark it speaks for.
    assert!(typed("field", &text).is_err() || DECIMAL_MARKS.iter().any(|mark| parse(&text, *mark).is_ok()));
});
