//! The ages of a balance, as headings and cells write them: a grammar of bounds rather than a list of words.

use crate::import::field::Field;
use crate::import::words::{has_any, is_one_of, normalize};

/// How late what stands under a heading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    /// Not due yet.
    NotDue,
    /// Late by at least the first number of days, and at most the second if there is one.
    Late(u32, Option<u32>),
    /// Later than all the other ages.
    Older,
    /// All that is late.
    Overdue,
}

impl Age {
    /// The age of the six that a balance is read into: the one that holds its first day.
    #[must_use]
    pub const fn field(self) -> Field {
        match self {
            Self::NotDue => Field::NotDue,
            Self::Overdue => Field::Overdue,
            Self::Older | Self::Late(121.., _) | Self::Late(_, None) => Field::DaysBeyond,
            Self::Late(0..=30, _) => Field::DaysTo30,
            Self::Late(31..=60, _) => Field::DaysTo60,
            Self::Late(61..=90, _) => Field::DaysTo90,
            Self::Late(..=120, _) => Field::DaysTo120,
        }
    }

    /// Has it no upper bound?
    #[must_use]
    pub const fn is_open_ended(self) -> bool {
        matches!(self, Self::Older | Self::Late(_, None))
    }

    /// The age that a heading or a cell names.
    ///
    /// # Examples
    ///
    /// ```
    /// use encours::import::understanding::Age;
    ///
    /// assert_eq!(Age::named("31 à 60 jours"), Some(Age::Late(31, Some(60))));
    /// assert_eq!(Age::named("> 90 j"), Some(Age::Late(91, None)));
    /// assert_eq!(Age::named("À échoir"), Some(Age::NotDue));
    /// assert_eq!(Age::named("Date d’échéance"), None);
    /// ```
    #[must_use]
    pub fn named(text: &str) -> Option<Self> {
        // `B1: 1-30`: the place of an age among the others says nothing of it.
        let text = text.split_once(':').filter(|(place, _)| place.trim().len() <= 3).map_or(text, |(_, age)| age);
        if text.len() > 60 || looks_like_date(text) {
            return None;
        }
        let words = normalize(text);
        if has_any(&words, NO_AMOUNT) {
            return None;
        }
        if let Some(end) = days_after(text) {
            return Some(Self::Late(end.saturating_sub(29).max(1), Some(end)));
        }
        if let Some((back, is_open_ended)) = months_back(text) {
            let start = 30 * back + 1;
            return Some(Self::Late(start, (!is_open_ended).then_some(start + 29)));
        }
        if has_any(&words, NOT_DUE) {
            return Some(Self::NotDue);
        }
        let tokens: Vec<Token> = words.split(' ').filter_map(Token::of).collect();
        if tokens.contains(&Token::Unknown) {
            return None;
        }
        let numbers: Vec<u32> = tokens.iter().filter_map(|token| token.number()).collect();
        let has = |wanted: Token| tokens.contains(&wanted);
        let unit = if has(Token::Months) { 30 } else { 1 };
        match *numbers.as_slice() {
            // "Days late" is how many, not how much.
            [] if has(Token::Late) && !has(Token::Older) => {
                (is_total(&tokens) && !has_any(&words, DAYS)).then_some(Self::Overdue)
            }
            [] => has(Token::Older).then_some(Self::Older),
            [first, second] if first < second => Some(Self::between(first, second, unit)),
            [1] if unit == 30 && has(Token::Below) => Some(Self::Late(1, Some(30))),
            [days] if unit == 30 && has_bound(&tokens) => Some(Self::Late(30 * days + 1, None)),
            [months] if unit == 30 => Some(Self::Late(30 * months + 1, Some(30 * months + 30))),
            [days] if has(Token::Above) || has(Token::Older) => Some(Self::Late(first_day_above(days, &tokens), None)),
            [0] if has(Token::Below) => Some(Self::NotDue),
            [days] if has(Token::Below) => Some(Self::Late(0, Some(days))),
            // `30`, `60`, `90`: up to so many days.
            [days @ (30 | 60 | 90 | 120 | 150 | 180)] if tokens.len() <= 3 => Some(Self::Late(days - 29, Some(days))),
            _ => None,
        }
    }

    /// `30 à 60` starts where the age before it ends: on the day after.
    const fn between(first: u32, second: u32, unit: u32) -> Self {
        let start = first * unit;
        let is_shared = start > 0 && start.is_multiple_of(30);
        Self::Late(if is_shared || unit > 1 { start + 1 } else { start }, Some(second * unit))
    }
}

/// Words beside an age that make it no amount of that age; what customers owe, in two words.
const NO_AMOUNT: &str =
    "nb, nbre, nombre, count, anzahl, %, pct, taux, number of, qty, aantal, n, en cours client, en cours clients";

/// Words for days.
const DAYS: &str = "jours, jour, jrs, days, day, tage, tagen, tag, dias, dia, giorni, gg, dagen, dag";

/// Phrases for what is not due.
const NOT_DUE: &str = "non exigible, non echu, non echue, non echus, non echues, a echoir, pas echu, pas echue, not due, not yet due, current, courant, courants, courante, nicht fallig, nicht faellig, a la date, at date, \
                       future remit, coming due, no vencido, no vencidos, no vencida, non scaduto, non scaduti, a scadere, niet vervallen, por vencer, sin vencer, nog niet, noch nicht, unfallig, upcoming, falls due, \
                       due later, en cours, da scadere, not overdue, within terms, in terms, undue, nicht uberfallig, not past due, non echu total, a vencer, vigente, al corriente, non due, pas encore echu, a terme";

/// Words that change nothing in what an age says.
const NEUTRAL: &str = "jours, jour, days, day, tage, tagen, tag, dias, dia, giorni, gg, dagen, j, d, which, davon, thereof, cui, waarvan, cuales, jrs, t, montant, amount, eur, euro, euros, als, than, que, di, dan, devise, age, aged, aging, ageing, depuis, somme, sum, of, de, du, des, the, les, le, la, \
                       encours, creances, creance, en, entre, between, tranche, from, within, ecoules, since, in, k, ke, local, solde, balance, due, open, receivables, by, usd, gbp, chf, mad, ttc, due since, tra, da, von, di, \
                       van, del, a/r, outstanding, bucket, periode, period, anciennete";

/// Words of lateness.
const LATE: &str = "echu, echue, echus, echues, overdue, past, retard, retards, uberfallig, ueberfallig, vencido, vencidos, vencida, vencidas, scaduto, scaduti, vervallen, late, fallig, faellig, verzug, impaye, impayes, achterstallig, dont, arrears";

/// Words that end an age below.
const ABOVE: &str = "plus, more, over, mehr, uber, ueber, above, beyond, dela, older, oltre, piu, mas, meer, superieur, superieure, sup, superior, mayor, et plus, exceeding, ab, >, +, autres, upwards, up, greater, vanaf, mayores";

/// Words that end an age above.
const BELOW: &str = "moins, jusqu, jusque, under, less, inferieur, inferieure, inf, hasta, fino, upto, below, <, menos, unter, menor, minder, bis, within, up to, au plus, sotto, entro";

/// Words that stand for the oldest age.
const OLDER: &str = "older, ancien, anciens, ancienne, anterieur, anterieurs, antiguo, antiguos, alter, aelter, ouder, vecchi, vecchio, oldest";

/// Words that make a total of what is late.
const TOTAL: &str = "total, totaux, all, gesamt, totale, totaal, totales, tout";

/// What a word of an age says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    Number(u32),
    Late,
    Above,
    Below,
    Older,
    Months,
    Total,
    /// `a`, `to`, `-`: between two bounds, or nothing.
    To,
    Unknown,
}

impl Token {
    fn of(word: &str) -> Option<Self> {
        let is = |words: &str| is_one_of(word, words);
        if let Ok(number) = word.parse::<u32>() {
            return Some(if word.len() <= 4 { Self::Number(number) } else { Self::Unknown });
        }
        Some(match word {
            "to" | "a" | "au" | "et" | "and" | "al" | "tot" | "y" | "e" | "und" | "en" | "through" | "thru" => Self::To,
            "one" | "un" | "une" | "ein" | "einem" | "einen" | "uno" | "een" => Self::Number(1),
            _ if is(NEUTRAL) => return None,
            _ if is(LATE) => Self::Late,
            _ if is(ABOVE) && !is(OLDER) => Self::Above,
            _ if is(BELOW) => Self::Below,
            _ if is(OLDER) => Self::Older,
            _ if is(TOTAL) => Self::Total,
            "mois" | "month" | "months" | "monat" | "monate" | "meses" | "mesi" | "maanden" | "mes" | "mese"
            | "maand" => Self::Months,
            _ => Self::Unknown,
        })
    }

    const fn number(self) -> Option<u32> {
        if let Self::Number(number) = self { Some(number) } else { None }
    }
}

/// `J+30`: the days up to that one, counted from the due date.
fn days_after(text: &str) -> Option<u32> {
    let days = text.trim().strip_prefix(['J', 'j', 'D', 'd'])?.trim_start().strip_prefix('+')?.trim_start();
    days.parse().ok().filter(|days| (1..=999).contains(days))
}

/// `M`, `M-1`, `M-3 et plus`: so many months back, and whether those before are in it too.
fn months_back(text: &str) -> Option<(u32, bool)> {
    let text = text.trim();
    let (is_bound_first, text) = text.strip_prefix(['>', '+']).map_or((false, text), |rest| (true, rest.trim_start()));
    let rest = text.strip_prefix(['M', 'm'])?.trim();
    let Some(number) = rest.strip_prefix(['-', '−', '–']) else {
        return (rest.is_empty() && !is_bound_first).then_some((0, false));
    };
    let number = number.trim_start();
    let end = number.find(|char: char| !char.is_ascii_digit()).unwrap_or(number.len());
    let (number, after) = number.split_at_checked(end)?;
    let back: u32 = number.parse().ok().filter(|back| (1..=24).contains(back))?;
    let after = normalize(after);
    let is_open_ended = is_bound_first || (!after.is_empty() && after.split(' ').all(says_more));
    (after.is_empty() || is_open_ended).then(|| (back + u32::from(is_bound_first), is_open_ended))
}

fn says_more(word: &str) -> bool {
    matches!(word, "et" | "and" | "ou") || is_one_of(word, ABOVE) || is_one_of(word, OLDER)
}

/// Is an age told by months before that of the balance? Only beside what is not due is it sure that these are months of lateness.
pub fn is_month_back(heading: &str) -> bool {
    months_back(heading).is_some()
}

fn has_bound(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| matches!(token, Token::Above | Token::Older))
}

/// `Échu`, `Total overdue`, `dont échu`: all that is late, said alone.
fn is_total(tokens: &[Token]) -> bool {
    tokens.iter().all(|token| matches!(token, Token::Late | Token::Total | Token::To))
}

/// `> 90` starts the day after; `90 et plus` and `91+` on it.
fn first_day_above(days: u32, tokens: &[Token]) -> u32 {
    let bound_first = tokens.iter().position(|token| matches!(token, Token::Above | Token::Older))
        < tokens.iter().position(|token| matches!(token, Token::Number(_)));
    if bound_first && days.is_multiple_of(10) { days + 1 } else { days }
}

/// `03/11/2025` and `2025-11-03` are days, whatever their numbers.
fn looks_like_date(text: &str) -> bool {
    let mut runs = 0;
    let mut longest = 0;
    for part in text.split(|char: char| !char.is_ascii_digit()).filter(|part| !part.is_empty()) {
        runs += 1;
        longest = longest.max(part.len());
    }
    runs >= 3 || longest >= 4
}

#[cfg(test)]
mod tests {
    use super::*;
    use Age::{Late, NotDue, Older, Overdue};

    #[test]
    fn ages_are_read_however_they_are_written() {
        let cases = [
            ("1-30", Late(1, Some(30))),
            ("0-30j", Late(0, Some(30))),
            ("1 - 30 days past due", Late(1, Some(30))),
            ("Échu de 1 à 30", Late(1, Some(30))),
            ("1-30 Days Overdue", Late(1, Some(30))),
            ("61 to 90", Late(61, Some(90))),
            ("De 30 à 60 jours", Late(31, Some(60))),
            ("60 tot 90 dagen", Late(61, Some(90))),
            ("> 90 Days Overdue", Late(91, None)),
            (">180 j", Late(181, None)),
            ("90j+", Late(90, None)),
            ("+90 j", Late(91, None)),
            ("121-Above", Late(121, None)),
            ("121+", Late(121, None)),
            ("91 et plus", Late(91, None)),
            ("91 and over", Late(91, None)),
            ("Plus de 60 jours", Late(61, None)),
            ("dont > 60 j", Late(61, None)),
            ("Au-delà de 120 jours", Late(121, None)),
            ("Moins de 30 jours", Late(0, Some(30))),
            ("< 1 Month", Late(1, Some(30))),
            ("1 Month", Late(31, Some(60))),
            ("2 Months", Late(61, Some(90))),
            ("Older", Older),
            ("Plus ancien", Older),
            ("Current", NotDue),
            ("Non échu", NotDue),
            ("À la date", NotDue),
            ("Coming Due", NotDue),
            ("Future Remit", NotDue),
            ("Échu", Overdue),
            ("Total overdue", Overdue),
            ("Dont échu", Overdue),
            ("60 jours", Late(31, Some(60))),
            ("1-30 j - Montant", Late(1, Some(30))),
            ("0 < 30", Late(0, Some(30))),
            ("mehr als 90 Tage", Late(91, None)),
            ("J+30", Late(1, Some(30))),
            ("j + 60", Late(31, Some(60))),
            ("M", Late(1, Some(30))),
            ("M-1", Late(31, Some(60))),
            ("M - 3 et plus", Late(91, None)),
            ("> M-3", Late(121, None)),
        ];
        for (text, age) in cases {
            assert_eq!(Age::named(text), Some(age), "{text}");
        }
    }

    #[test]
    fn what_names_no_age_is_none() {
        let others = [
            "Date d'échéance",
            "03/11/2025",
            "2025-11-03",
            "1-30 j - Nb",
            "% 1-30",
            "Montant TTC",
            "Total",
            "Client",
            "Encours",
            "Solde au 31/12/2025",
            "2025",
            "Adresse 12",
            "Mr",
            "M2",
            "M-1 HT",
            "En-cours clients",
            "J+",
            "",
        ];
        for text in others {
            assert_eq!(Age::named(text), None, "{text}");
        }
    }
}
