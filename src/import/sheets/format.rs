//! Number formats: what they say that the number alone does not.

use crate::import::currency::Currency;

/// The day that serial numbers of days count from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Epoch {
    /// 1 is 1 January 1900, and 29 February 1900 is counted though it never was.
    #[default]
    Of1900,
    /// 0 is 1 January 1904.
    Of1904,
}

/// How a number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// As a number.
    Plain,
    /// In percent: 0.125 as 12.5 %.
    Percent,
    /// As an amount of a currency.
    Amount(Currency),
    /// As a day, with the time or without, or as a time of the day.
    Day(Epoch),
    /// As hours and minutes, of which there may be more than a day has.
    Duration,
}

/// Number formats are no longer than 255 characters; what is longer is none.
const LONGEST: usize = 1_024;

/// Currencies whose sign is not theirs alone, by the place that the format names (the last digits of a Windows locale,
/// in capitals).
const BY_PLACE: [(&str, &str, &str); 17] = [
    ("$", "1009", "CAD"),
    ("$", "C0C", "CAD"),
    ("$", "C09", "AUD"),
    ("$", "1409", "NZD"),
    ("$", "80A", "MXN"),
    ("$", "1004", "SGD"),
    ("$", "4809", "SGD"),
    ("$", "C04", "HKD"),
    ("$", "340A", "CLP"),
    ("$", "240A", "COP"),
    ("$", "2C0A", "ARS"),
    ("¥", "804", "CNY"),
    ("￥", "804", "CNY"),
    ("￥", "411", "JPY"),
    ("kr", "41D", "SEK"),
    ("kr", "414", "NOK"),
    ("kr", "406", "DKK"),
];

impl Shown {
    /// What a format of the list says that every spreadsheet knows. The currency of the amounts in it is that of the
    /// reader, not of the file.
    pub const fn built_in(id: u32, epoch: Epoch) -> Self {
        match id {
            9 | 10 => Self::Percent,
            14..=22 | 27..=36 | 45 | 47 | 50..=58 => Self::Day(epoch),
            46 => Self::Duration,
            _ => Self::Plain,
        }
    }

    /// What the code of a format says, as in `# ##0,00 [$€-40C]`, `0.0%` or `dd/mm/yyyy`.
    pub fn of(code: &str, epoch: Epoch) -> Self {
        if code.len() > LONGEST || ["general", "standard"].contains(&&*code.to_lowercase()) {
            return Self::Plain;
        }
        match Marks::of(&code.replace("General", "0")) {
            Marks { is_elapsed: true, .. } => Self::Duration,
            Marks { is_day: true, .. } => Self::Day(epoch),
            Marks { is_percent: true, .. } => Self::Percent,
            Marks { .. } => currency(code).map_or(Self::Plain, Self::Amount),
        }
    }
}

/// What the part of a format for numbers above zero is made of, beside texts.
#[derive(Default)]
struct Marks {
    is_percent: bool,
    is_day: bool,
    is_elapsed: bool,
}

impl Marks {
    fn of(code: &str) -> Self {
        let mut marks = Self::default();
        let mut chars = code.chars();
        while let Some(char) = chars.next() {
            match char {
                ';' => break,
                // The next one is shown, filled with or as wide as the space left.
                '\\' | '_' | '*' => drop(chars.next()),
                '"' => drop(chars.by_ref().find(|char| *char == '"')),
                '[' => {
                    let inside: String = chars.by_ref().take_while(|char| *char != ']').collect();
                    marks.is_elapsed |= is_elapsed(&inside);
                }
                '%' => marks.is_percent = true,
                // `E+00` is an exponent, an `e` alone a year.
                'e' => marks.is_day |= !chars.as_str().starts_with(['+', '-']),
                'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => marks.is_day = true,
                _ => {}
            }
        }
        marks
    }
}

/// `[h]`, `[mm]` and the like.
fn is_elapsed(inside: &str) -> bool {
    let inside = inside.to_ascii_lowercase();
    ['h', 'm', 's'].iter().any(|unit| !inside.is_empty() && inside.chars().all(|char| char == *unit))
}

fn currency(code: &str) -> Option<Currency> {
    of_place(code).or_else(|| Currency::find_in(code))
}

/// `[$$-1009]` says more than its sign.
fn of_place(code: &str) -> Option<Currency> {
    let (inside, _) = code.split_once("[$")?.1.split_once(']')?;
    let (sign, place) = inside.rsplit_once('-')?;
    let (sign, place) = (sign.trim().trim_end_matches('.'), place.to_ascii_uppercase());
    let known = BY_PLACE.iter().find(|(known, at, _)| *known == sign && place.trim_start_matches('0') == *at);
    known.and_then(|(_, _, code)| Currency::of_sign_or_word(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(code: &str) -> String {
        match Shown::of(code, Epoch::Of1900) {
            Shown::Plain => "plain".to_owned(),
            Shown::Percent => "percent".to_owned(),
            Shown::Amount(currency) => currency.to_string(),
            Shown::Day(_) => "day".to_owned(),
            Shown::Duration => "duration".to_owned(),
        }
    }

    #[test]
    fn formats_say_what_numbers_are() {
        for (code, wanted) in [
            ("General", "plain"),
            ("Standard", "plain"),
            ("#,##0.00", "plain"),
            ("#,##0.00_);[Red]\\(#,##0.00\\)", "plain"),
            ("0.00E+00", "plain"),
            ("0.00e+00", "plain"),
            ("General;[Red]\\-General", "plain"),
            ("0\" jours\"", "plain"),
            ("[>=100][Magenta]0.00", "plain"),
            ("# ?/?", "plain"),
            ("0%", "percent"),
            ("0.00\\ %", "percent"),
            ("0\"%\"", "plain"),
            ("# ##0,00 [$€-40C]", "EUR"),
            ("#,##0.00\\ \"€\"", "EUR"),
            ("_-* #,##0.00\\ [$€-40C]_-;\\-* #,##0.00\\ [$€-40C]_-;_-* \"-\"??\\ [$€-40C]_-;_-@_-", "EUR"),
            ("\"$\"#,##0", "USD"),
            ("\"$\"#,##0_);[Red]\\(\"$\"#,##0\\)", "USD"),
            ("[$$-409]#,##0.00", "USD"),
            ("[$$-1009]#,##0.00", "CAD"),
            ("#,##0.00\\ [$$-C0C]", "CAD"),
            ("[$USD] #,##0.00", "USD"),
            ("[$¥-411]#,##0", "JPY"),
            ("[$¥-804]#,##0", "CNY"),
            ("#,##0.00\\ [$kr-41D]", "SEK"),
            ("[$£-809]#,##0", "GBP"),
            ("[$CHF-100C] #,##0.00", "CHF"),
            ("dd/mm/yyyy", "day"),
            ("[$-40C]d mmmm yyyy;@", "day"),
            ("[$-404]e/m/d", "day"),
            ("h:mm AM/PM", "day"),
            ("mmm-yy", "day"),
            ("[h]:mm:ss", "duration"),
            ("[mm]:ss", "duration"),
        ] {
            assert_eq!(shown(code), wanted, "{code}");
        }
    }
}
