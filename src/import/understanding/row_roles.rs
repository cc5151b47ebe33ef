//! What each row is: detail, section, total. Totals are told by sums, not by words.
//!
//! For every column of amounts the running sums of the details are kept, from value to place. A row whose value closes
//! a group that began where the running sum was (now − value) is a total of that group: one look-up, so the cost is
//! that of the cells. Totals are not added to the running sums, so that subtotals, carried-over lines and grand totals
//! of any depth fall out of one pass.

use rustc_hash::FxHashMap;

use super::profile::Profile;
use super::roles::ColumnType;
use super::sheet::Row;
use crate::import::words::{has_any, is_one_of, normalize};
use crate::order::Order;

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowRole {
    /// A record.
    Detail,
    /// A row that says something of those below it.
    Section,
    /// The sum of other rows, or their average.
    Total,
    /// Nothing.
    Blank,
    /// The heading again.
    Heading,
    /// A line outside of any table.
    Title,
    /// A row of another table.
    Elsewhere,
}

/// The rows that a total sums up, from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Place of the total.
    pub total: usize,
    /// Place of the first row it sums up.
    pub first: usize,
    /// Place of the last.
    pub last: usize,
}

/// What the rows are.
#[derive(Clone, Debug, Default)]
pub struct RowRoles {
    /// The role of each.
    pub roles: Vec<RowRole>,
    /// The totals that are proved by a sum.
    pub spans: Vec<Span>,
    /// Rows at the end that are called totals and do not add up.
    pub unproved: Vec<usize>,
}

/// Words of a total, in the form of normalised text.
const TOTAL_WORDS: &str = "total, totaux, totals, sous total, subtotal, sub total, gesamt, gesamtergebnis, gesamtsumme, gesamtbetrag, summe, zwischensumme, somme, suma, totale, totaal, totales, report, a reporter, reporte, \
                           carried forward, brought forward, cumul, moyenne, average, ytd, grand total, ergebnis, solde final, solde general, net, subtotaal, saldo final, ubertrag, uebertrag, eindtotaal, sum, general total, \
                           cumule, totalgeneral, solde net, ensemble";

/// Words of an average.
const AVERAGE_WORDS: &str = "moyenne, average, mean, mittel, mittelwert, durchschnitt, media, promedio, gemiddelde, mediane, median, %, pourcentage, percent, percentage, repartition, share, anteil, en %, poids, prozent, porcentaje, percentuale";

/// Words that say nothing else than that a row is a total.
const ONLY_TOTAL: &str = "total, totaux, totals, sous, sub, general, generale, generaux, grand, gesamt, summe, gesamtsumme, gesamtergebnis, somme, suma, totale, totaal, totales, solde, net, des, de, clients, customers, du, mois, eur, usd, \
                          cumul, moyenne, average, report, ytd";

/// Places that are remembered for one running sum.
const PLACES: usize = 8;

/// Does a row speak of a total?
#[must_use]
pub fn speaks_of_total(text: &str) -> bool {
    let words = normalize(text);
    has_any(&words, TOTAL_WORDS)
}

fn speaks_of_average(text: &str) -> bool {
    let words = normalize(text);
    has_any(&words, AVERAGE_WORDS)
}

/// The columns in which rows are summed, and those that say which row it is.
pub struct Columns {
    /// Columns of amounts.
    pub amounts: Vec<usize>,
    /// The others.
    pub identifying: Vec<usize>,
    /// Those of the others that hold days.
    pub days: Vec<usize>,
}

impl Columns {
    /// The columns of these profiles.
    #[must_use]
    pub fn of(profiles: &[Profile]) -> Self {
        use super::concepts::Concept as C;
        let is_amount = |profile: &Profile| {
            let is_rate = profile.says_any(&[C::Rate, C::Days]) && profile.age.is_none();
            let is_key = profile.kind == ColumnType::Integer
                && profile.says_any(&[C::Number, C::Year])
                && profile.age.is_none()
                && !profile.says_any(&[C::Amount, C::Open]);
            profile.may_be_money() && !is_rate && !is_key
        };
        let (amounts, identifying): (Vec<&Profile>, Vec<&Profile>) =
            profiles.iter().partition(|profile| is_amount(profile));
        let places = |profiles: Vec<&Profile>| profiles.into_iter().map(|profile| profile.column).collect();
        let days = identifying.iter().copied().filter(|profile| profile.kind == ColumnType::Date).collect();
        Self { amounts: places(amounts), days: places(days), identifying: places(identifying) }
    }

    /// The roles, but of the columns that identify a row those only that most rows fill: what is blank in many rows
    /// tells nothing of one.
    #[must_use]
    fn usually_filled(mut self, rows: &[&Row]) -> Self {
        let valued = || rows.iter().filter(|row| self.amounts.iter().any(|column| row.units(*column).is_some()));
        let all = valued().count();
        let is_usual = |column: &usize| valued().filter(|row| row.filled(*column).is_some()).count() * 10 >= all * 6;
        let usual: Vec<usize> = self.identifying.iter().copied().filter(is_usual).collect();
        if !usual.is_empty() {
            self.identifying = usual;
        }
        self
    }

    fn filled(&self, row: &Row) -> usize {
        self.identifying.iter().filter(|column| row.filled(**column).is_some()).count()
    }

    /// Has the row a day of its own, as records have?
    fn is_dated(&self, row: &Row) -> bool {
        self.days.iter().any(|column| row.filled(*column).is_some())
    }

    /// The amounts of all columns, nothing for those that are empty.
    fn all_amounts(&self, row: &Row) -> Vec<i64> {
        self.amounts.iter().map(|column| row.units(*column).unwrap_or(0)).collect()
    }

    fn amounts(&self, row: &Row) -> Vec<(usize, i64)> {
        let amount = |(place, column): (usize, &usize)| {
            let number = row.filled(*column)?.number.filter(|number| !number.is_percent)?;
            Some((place, number.units))
        };
        self.amounts.iter().enumerate().filter_map(amount).collect()
    }
}

/// Do some columns move apart from others? Where one is the sum of the others, or all are multiples, they are one and
/// the same.
fn differ_in_kind(rows: &[Vec<i64>]) -> bool {
    let mut filled = rows.iter().filter(|row| row.iter().any(|units| *units != 0));
    let Some(first) = filled.next() else { return false };
    let Some((pivot, by)) = first.iter().enumerate().find(|(_, units)| **units != 0) else { return false };
    let product = |one: i64, other: i64| i128::from(one) * i128::from(other);
    let is_multiple = |row: &Vec<i64>| {
        let own = row.get(pivot).copied().unwrap_or(0);
        row.iter().zip(first).all(|(units, of_first)| product(*units, *by) == product(own, *of_first))
    };
    filled.any(|row| !is_multiple(row))
}

/// What a row says in words.
fn words(row: &Row) -> String {
    let texts = row.all_filled().filter(|cell| cell.number.is_none()).map(|cell| cell.text.as_str());
    texts.collect::<Vec<_>>().join(" ")
}

/// Tells what each of `rows` is.
#[must_use]
pub fn classify(rows: &[&Row], columns: Columns) -> RowRoles {
    let columns = &columns.usually_filled(rows);
    let usual = usual_filled(rows, columns);
    let mut pass = Pass::new(rows, columns, usual);
    let mut roles = pass.roles();
    if pass.has_lone_subtotal() {
        // A record among others may equal the sum of those before it by chance; subtotals come again.
        pass = Pass { knows_subtotals: false, ..Pass::new(rows, columns, usual) };
        roles = pass.roles();
    }
    let mut spans = std::mem::take(&mut pass.spans);
    totals_first(rows, columns, usual, &pass.details, &mut roles, &mut spans);
    totals_of_one(rows, columns, &mut roles, &mut spans);
    let unproved = unproved_totals(rows, columns, &mut roles);
    RowRoles { roles, spans, unproved }
}

/// How many identifying cells the row in the middle has.
fn usual_filled(rows: &[&Row], columns: &Columns) -> usize {
    let mut filled: Vec<usize> = rows.iter().map(|row| columns.filled(row)).collect();
    filled.order();
    filled.get(filled.len() / 2).copied().unwrap_or(0)
}

struct Pass<'a> {
    rows: &'a [&'a Row],
    columns: &'a Columns,
    usual: usize,
    /// May a row that looks like a record be the sum of some of those above, rather than of all?
    knows_subtotals: bool,
    /// Totals that look like records.
    unnamed: Vec<usize>,
    /// Details before the last total.
    closed: usize,
    running: Vec<i64>,
    places: Vec<FxHashMap<i64, Vec<usize>>>,
    details: Vec<usize>,
    spans: Vec<Span>,
}

impl<'a> Pass<'a> {
    fn new(rows: &'a [&'a Row], columns: &'a Columns, usual: usize) -> Self {
        let count = columns.amounts.len();
        let places = (0..count).map(|_| FxHashMap::from_iter([(0, vec![0])])).collect();
        Self {
            rows,
            columns,
            usual,
            knows_subtotals: true,
            unnamed: Vec::new(),
            closed: 0,
            running: vec![0; count],
            places,
            details: Vec::new(),
            spans: Vec::new(),
        }
    }

    fn roles(&mut self) -> Vec<RowRole> {
        let rows = self.rows;
        rows.iter().enumerate().map(|(place, row)| self.role(place, row, rows.len())).collect()
    }

    /// Does the last row with amounts stand at this place?
    fn is_last(&self, place: usize) -> bool {
        self.rows.iter().skip(place + 1).all(|row| self.columns.amounts(row).is_empty())
    }

    /// Is there one total that looks like a record, and anything but the last row?
    fn has_lone_subtotal(&self) -> bool {
        matches!(self.unnamed.as_slice(), [place] if !self.is_last(*place))
    }

    /// Does a row that looks like a record sum up the details from `start` on, in all its amounts and by columns that
    /// say different things?
    fn is_unnamed_total(&self, place: usize, row: &Row, start: usize) -> bool {
        let summed: Vec<Vec<i64>> = self
            .details
            .iter()
            .skip(start)
            .filter_map(|detail| self.rows.get(*detail))
            .map(|row| self.columns.all_amounts(row))
            .collect();
        let own = self.columns.all_amounts(row);
        let is_sum = |(at, units): (usize, &i64)| summed.iter().filter_map(|row| row.get(at)).sum::<i64>() == *units;
        let may_stand = self.knows_subtotals || (start == 0 && self.is_last(place));
        may_stand
            && summed.len() >= 2
            && self.details.len() >= 3
            && own.iter().enumerate().all(is_sum)
            && differ_in_kind(&summed)
    }

    fn role(&mut self, place: usize, row: &Row, rows: usize) -> RowRole {
        let filled_cells = row.all_filled().count();
        if filled_cells == 0 {
            return RowRole::Blank;
        }
        let amounts = self.columns.amounts(row);
        let filled = self.columns.filled(row);
        if amounts.is_empty() && ((filled_cells <= 2 && rows > 1 && filled < self.usual.max(2)) || filled <= 1) {
            return RowRole::Section;
        }
        // Most rows are records, with a day and as many cells as others: their words are not looked at.
        let is_record = self.columns.is_dated(row) && filled >= self.usual && filled > 1;
        let words = if is_record { String::new() } else { words(row) };
        let has_word = !is_record && speaks_of_total(&words);
        let may_be_total = has_word || !self.columns.is_dated(row);
        let is_unnamed = self.usual <= 1 && filled >= self.usual && !has_word;
        let span = if !may_be_total {
            None
        } else if is_unnamed {
            self.unnamed_total(place, row)
        } else {
            self.total(place, &amounts, filled, has_word)
        };
        if let Some(span) = span {
            if is_unnamed {
                self.unnamed.push(place);
            }
            self.closed = self.details.len();
            self.spans.push(span);
            return RowRole::Total;
        }
        if filled <= 1 && speaks_of_average(&words) {
            return RowRole::Total;
        }
        self.details.push(place);
        for (column, units) in &amounts {
            if let Some(sum) = self.running.get_mut(*column) {
                *sum = sum.saturating_add(*units);
            }
        }
        for (sum, places) in self.running.iter().zip(&mut self.places) {
            places.entry(*sum).or_default().push(self.details.len());
        }
        RowRole::Detail
    }

    /// The rows above that a row sums up which has all that records have, and no word for a total.
    fn unnamed_total(&self, place: usize, row: &Row) -> Option<Span> {
        let start = [self.closed, 0].into_iter().find(|start| self.is_unnamed_total(place, row, *start))?;
        Some(Span { total: place, first: self.details.get(start).copied()?, last: self.details.last().copied()? })
    }

    /// The rows above that the row sums up, if it is a total: the place that most columns agree on.
    fn total(&self, place: usize, amounts: &[(usize, i64)], filled: usize, has_word: bool) -> Option<Span> {
        let amounts: Vec<(usize, i64)> = amounts.iter().copied().filter(|(_, units)| *units != 0).collect();
        let mut votes: Vec<(usize, usize)> = Vec::new();
        for (column, units) in &amounts {
            let sum = self.running.get(*column).copied().unwrap_or(0).saturating_sub(*units);
            let starts = self.places.get(*column).and_then(|places| places.get(&sum));
            for start in starts.into_iter().flatten().rev().take(PLACES).filter(|start| **start < self.details.len()) {
                match votes.iter_mut().find(|(other, _)| other == start) {
                    Some((_, count)) => *count += 1,
                    None => votes.push((*start, 1)),
                }
            }
        }
        let (start, agreeing) = votes.into_iter().max_by_key(|(start, count)| (*count, *start))?;
        if agreeing * 3 < amounts.len() * 2 {
            return None;
        }
        let summed = self.details.len() - start;
        let is_lean = filled < self.usual || filled <= 1;
        let is_total = if self.usual <= 1 && !has_word {
            // It has not even the name that tells rows apart; coincidence must be ruled out by several columns.
            summed >= 2 && agreeing >= 2 && (self.details.len() >= 3 || agreeing >= 3)
        } else if summed == 1 && !has_word {
            is_lean && filled == 0
        } else {
            (is_lean && summed >= 2) || (has_word && (is_lean || agreeing >= 2))
        };
        let last = self.details.last().copied()?;
        let first = self.details.get(start).copied()?;
        is_total.then_some(Span { total: place, first, last })
    }
}

/// Totals that stand above what they sum up.
fn totals_first(
    rows: &[&Row],
    columns: &Columns,
    usual: usize,
    details: &[usize],
    roles: &mut [RowRole],
    spans: &mut Vec<Span>,
) {
    if details.len() < 3 || columns.amounts.is_empty() {
        return;
    }
    for (at, place) in details.iter().enumerate() {
        let Some(row) = rows.get(*place) else { continue };
        if spans.iter().any(|span| span.first <= *place && *place <= span.last) {
            // A total below proves that it is a record.
            continue;
        }
        let amounts = columns.amounts(row);
        let wanted: Vec<(usize, i64)> = amounts.iter().copied().filter(|(_, units)| *units != 0).collect();
        let filled = columns.filled(row);
        if wanted.is_empty() || filled > usual || (filled == usual && filled > 1) {
            continue;
        }
        let has_word = speaks_of_total(&words(row));
        if wanted.is_empty()
            || (columns.is_dated(row) && !has_word)
            || !(filled < usual || (filled <= 1 && (wanted.len() >= 2 || has_word)))
        {
            continue;
        }
        let least = if has_word { 1 } else { 2 };
        let mut sums = vec![0_i64; columns.amounts.len()];
        for (count, below) in details.iter().skip(at + 1).enumerate() {
            for (column, units) in rows.get(*below).map(|row| columns.amounts(row)).unwrap_or_default() {
                if let Some(sum) = sums.get_mut(column) {
                    *sum = sum.saturating_add(units);
                }
            }
            let is_equal = count + 1 >= least
                && amounts.iter().all(|(column, units)| sums.get(*column).is_some_and(|sum| sum == units));
            let is_sure = || {
                // One that looks like a record stands above all others, and several columns rule out chance.
                let below = details.iter().skip(at + 1).take(count + 1).filter_map(|place| rows.get(*place));
                let below: Vec<Vec<i64>> = below.map(|row| columns.all_amounts(row)).collect();
                at == 0 && details.len() == count + 2 && count + 1 >= 3 && differ_in_kind(&below)
            };
            if is_equal && (has_word || filled < usual || is_sure()) {
                if let Some(role) = roles.get_mut(*place) {
                    *role = RowRole::Total;
                }
                spans.push(Span { total: *place, first: place + 1, last: *below });
                break;
            }
        }
    }
}

/// The last records, if nothing but a word for a total tells what they are: those of a list that was cut, or whose rows
/// are hidden.
fn unproved_totals(rows: &[&Row], columns: &Columns, roles: &mut [RowRole]) -> Vec<usize> {
    let mut unproved = Vec::new();
    let details = roles.iter().filter(|role| **role == RowRole::Detail).count();
    for (place, row) in rows.iter().enumerate().rev() {
        let Some(role) = roles.get_mut(place) else { break };
        if *role != RowRole::Detail {
            continue;
        }
        let words = normalize(&words(row));
        let is_called_total = !words.is_empty() && words.split(' ').all(|word| is_one_of(word, ONLY_TOTAL));
        if !is_called_total || columns.amounts(row).is_empty() || unproved.len() + 1 >= details {
            break;
        }
        *role = RowRole::Total;
        unproved.push(place);
    }
    unproved
}

/// A row that has the cells of the totals that were proved, and equals its one neighbour: a total of one row.
fn totals_of_one(rows: &[&Row], columns: &Columns, roles: &mut [RowRole], spans: &mut Vec<Span>) {
    let pattern = |place: usize| -> Vec<bool> {
        columns
            .identifying
            .iter()
            .map(|column| rows.get(place).is_some_and(|row| row.filled(*column).is_some()))
            .collect()
    };
    let proved: Vec<(Vec<bool>, bool)> =
        spans.iter().map(|span| (pattern(span.total), span.first > span.total)).collect();
    let details: Vec<usize> = (0..rows.len()).filter(|place| roles.get(*place) == Some(&RowRole::Detail)).collect();
    let like_totals =
        |place: &usize| proved.iter().find(|(known, _)| *known == pattern(*place)).map(|(_, first)| *first);
    let alike: Vec<(usize, bool)> = details.iter().filter_map(|place| Some((*place, like_totals(place)?))).collect();
    if alike.is_empty() || alike.len() == details.len() {
        return;
    }
    for (place, stands_first) in alike {
        let neighbour = if stands_first { place + 1 } else { place.wrapping_sub(1) };
        let (Some(row), Some(beside)) = (rows.get(place), rows.get(neighbour)) else { continue };
        let amounts = columns.amounts(row);
        let theirs = columns.amounts(beside);
        let is_detail = roles.get(neighbour) == Some(&RowRole::Detail) && pattern(neighbour) != pattern(place);
        let is_equal = !amounts.is_empty()
            && amounts.iter().filter(|(_, units)| *units != 0).all(|amount| theirs.contains(amount));
        if is_detail && is_equal {
            if let Some(role) = roles.get_mut(place) {
                *role = RowRole::Total;
            }
            spans.push(Span { total: place, first: neighbour, last: neighbour });
        }
    }
}
