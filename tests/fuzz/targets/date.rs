//! Any cell as a date or a month: no panic, no year out of range, the short way the same as the long one.
#![no_main]

use chrono::Datelike;
use encours::import::date::{Hint, hint, parse, parse_month, read};
use encours::import::encoding;
use encours::import::source::{DateOrder, Encoding};
use encours::period::{Month, YEARS};
use encours_fuzz::{DATE_ORDERS, ENCODINGS, chosen};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Some(([order, encoding], cell)) = input.split_first_chunk::<2>() else { return };
    let order = chosen(*order, &DATE_ORDERS).unwrap_or(DateOrder::Dmy);
    let encoding = chosen(*encoding, &ENCODINGS).unwrap_or(Encoding::Utf8);
    let text = encoding::text(cell, encoding);

    let (date, told) = (parse(&text, order), hint(&text));
    assert_eq!(read(cell, order, encoding), (date, told), "{text:?} reads in two ways");
    let month = parse_month(&text, order);
    if let Some(date) = date {
        assert!(YEARS.contains(&date.year()), "{text:?} is out of range");
        assert_eq!(month, Some(Month::of(date)), "{text:?} lies in another month than its own");
    }
    if let Some(month) = month {
        assert!(YEARS.contains(&month.first_day().year()), "{text:?} is out of range");
    }

    let [day_first, month_first] = [DateOrder::Dmy, DateOrder::Mdy].map(|order| parse(&text, order));
    let as_told = match told {
        Hint::Order(DateOrder::Ymd) => day_first.is_some() && day_first == month_first,
        Hint::Order(DateOrder::Dmy) => day_first.is_some() && month_first.is_none(),
        Hint::Order(DateOrder::Mdy) => day_first.is_none() && month_first.is_some(),
        Hint::Ambiguous => day_first.is_some() && month_first.is_some() && day_first != month_first,
        Hint::None => day_first == month_first,
    };
    assert!(as_told, "{text:?} tells {told:?} and reads {day_first:?} or {month_first:?}");
});
