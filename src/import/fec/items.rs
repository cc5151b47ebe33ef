//! Lines on accounts of customers, settled by lettering.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::Line;
use crate::fec::Root;
use crate::import::encoding;
use crate::import::field::Field;
use crate::import::keys::Keys;
use crate::import::rows::Rows;
use crate::import::source::Encoding;
use crate::issue::{Issue, IssueCode};
use crate::ledger::{CustomerId, Invoice, LabelsId, Ledger, Standing};
use crate::money::{self, Amount, published};

/// The lines on accounts of customers, and the groups that lettering makes of them.
#[derive(Default)]
pub struct Items {
    ledger: Ledger,
    /// Names of the customers, in the order of their first lines.
    names: Vec<Vec<u8>>,
    marks: Vec<Mark>,
    groups: Vec<Group>,
    keys: Keys,
}

/// What is known of an item besides its invoice.
#[derive(Clone, Copy)]
struct Mark {
    group: Option<u32>,
    /// Date of its document, looked at where it may be one of the opening.
    piece: Option<NaiveDate>,
    root: Root,
    is_opening: bool,
}

/// Lines of one customer with the same lettering.
struct Group {
    net: i128,
    completed: NaiveDate,
    /// Is there nothing among them that was charged?
    is_of_credits: bool,
}

/// What the lines of customers come to.
pub struct Settled {
    /// Those with a date.
    pub items: Ledger,
    /// Those of the opening that do not say when they arose.
    pub undated: Ledger,
    /// Share of the charges that lettering matches, in percent.
    pub lettered_percent: Option<Decimal>,
    /// Payments of invoices that are not in the file: where and when they stand, and how much they are.
    pub set_aside: Vec<(Root, NaiveDate, i128)>,
    /// Is any line lettered?
    pub is_lettered: bool,
}

impl Items {
    /// Adds a line, and answers its place; `may_open` if it may be one of an opening entry.
    pub fn push(&mut self, rows: &Rows, line: &Line, may_open: bool) -> usize {
        let auxiliary = rows.cell(Field::AuxiliaryAccount);
        let code = if auxiliary.is_empty() { rows.cell(Field::Account) } else { auxiliary };
        let customer = self.ledger.intern(code);
        if customer.place() == self.names.len() {
            let name = rows.cell(Field::AuxiliaryLabel);
            self.names.push(if name.is_empty() { code } else { name }.to_owned());
        }
        let group = self.group(customer, rows.cell(Field::Lettering), line);
        let piece = if may_open { rows.date_quietly(Field::PieceDate) } else { None };
        self.marks.push(Mark { group, piece, root: line.root, is_opening: false });
        let net = line.net();
        let amount = Amount::from_units(i64::try_from(net).unwrap_or(if net < 0 { i64::MIN } else { i64::MAX }));
        let standing = if line.root.is_within(416) { Standing::Doubtful } else { Standing::Undisputed };
        let issued = line.date;
        let invoice = Invoice {
            issued,
            due: None,
            settled: None,
            amount,
            open: amount,
            customer,
            standing,
            on_account: false,
            sold: amount,
            labels: LabelsId::default(),
            count: 1,
        };
        self.ledger.push(invoice, rows.cell(Field::PieceReference));
        self.marks.len() - 1
    }

    /// Says that the line of this place is one of an opening entry.
    pub fn open(&mut self, place: usize) {
        if let Some(mark) = self.marks.get_mut(place) {
            mark.is_opening = true;
        }
    }

    fn group(&mut self, customer: CustomerId, lettering: &[u8], line: &Line) -> Option<u32> {
        if lettering.is_empty() {
            return None;
        }
        let (number, is_new) = self.keys.number(customer.number(), &[lettering]);
        if is_new {
            self.groups.push(Group { net: 0, completed: line.date, is_of_credits: true });
        }
        let group = usize::try_from(number).ok().and_then(|index| self.groups.get_mut(index))?;
        group.net += line.net();
        group.completed = group.completed.max(line.date);
        group.is_of_credits &= line.net() < 0;
        Some(number)
    }

    /// What the lines come to, in a history that starts on a day. Lettering settles lines that add up to nothing, on
    /// the day of the last of them. Without opening entries, credits lettered among themselves pay invoices that are
    /// not in the file: they are set aside where the balance of their customer would be below nothing.
    pub fn finish(self, start: NaiveDate, has_opening: bool, encoding: Encoding, rows: &mut Rows) -> Settled {
        let Self { mut ledger, names, marks, groups, .. } = self;
        ledger.name_customers(names.iter().map(|name| encoding::text(name, encoding).into_owned()).collect());
        let group_of = |mark: &Mark| groups.get(usize::try_from(mark.group?).ok()?);
        let strangers = if has_opening { Strangers::default() } else { Strangers::of(&ledger, &marks, &groups) };
        let mut open_groups = groups.iter().filter(|group| group.net != 0).count();
        open_groups -= strangers.groups.min(open_groups);
        if open_groups > 0 {
            rows.issues.push(Issue::new(IssueCode::PartialLettering).counting(open_groups));
        }
        let (mut charged, mut matched) = (0_i128, 0_i128);
        let settled = |(item, mark): (Invoice, &Mark)| {
            let settled = group_of(mark).filter(|group| group.net == 0).map(|group| group.completed);
            let piece = mark.piece.filter(|_| mark.is_opening);
            Invoice { settled, issued: piece.map_or(item.issued, |date| date.min(item.issued)), ..item }
        };
        for item in ledger.invoices().zip(&marks).map(settled).filter(|item| !item.amount.is_negative()) {
            charged += i128::from(item.amount.units());
            matched += if item.settled.is_some() { i128::from(item.amount.units()) } else { 0 };
        }
        let part = |undated: bool| {
            let items = ledger.invoices().zip(&marks).map(|(item, mark)| (settled((item, mark)), mark));
            let is_undated = move |(item, mark): &(Invoice, &Mark)| mark.is_opening && item.issued >= start;
            let all = items.zip(ledger.numbers()).enumerate();
            let kept = all.filter(|(place, (item, _))| is_undated(item) == undated && !strangers.is(*place));
            ledger.with_invoices(kept.map(|(_, ((item, _), number))| (item, number)))
        };
        let (items, undated) = (part(false), part(true));
        let aside = |place: &usize| {
            let (item, mark) = (ledger.invoice(*place)?, marks.get(*place)?);
            Some((mark.root, item.issued, i128::from(item.amount.units()).abs()))
        };
        Settled {
            items,
            undated,
            lettered_percent: (charged > 0)
                .then(|| published(money::total(matched) / money::total(charged) * Decimal::ONE_HUNDRED)),
            set_aside: strangers.places.iter().filter_map(aside).collect(),
            is_lettered: !groups.is_empty(),
        }
    }
}

/// Payments of invoices that are not in the file.
#[derive(Default)]
struct Strangers {
    /// Their places among the lines, increasing.
    places: Vec<usize>,
    /// How many groups they make.
    groups: usize,
}

impl Strangers {
    fn of(ledger: &Ledger, marks: &[Mark], groups: &[Group]) -> Self {
        if !groups.iter().any(|group| group.is_of_credits) {
            return Self::default();
        }
        let mut balances = vec![0_i128; ledger.customer_count()];
        for item in ledger.invoices() {
            if let Some(balance) = item.customer.of_mut(&mut balances) {
                *balance += i128::from(item.amount.units());
            }
        }
        let mut met = vec![false; groups.len()];
        let mut places = Vec::new();
        for (place, (item, mark)) in ledger.invoices().zip(marks).enumerate() {
            let Some(group) = mark.group.and_then(|group| usize::try_from(group).ok()) else { continue };
            let is_of_credits = groups.get(group).is_some_and(|group| group.is_of_credits);
            if is_of_credits && item.customer.of(&balances).is_some_and(|balance| *balance < 0) {
                places.push(place);
                if let Some(met) = met.get_mut(group) {
                    *met = true;
                }
            }
        }
        Self { places, groups: met.iter().filter(|met| **met).count() }
    }

    fn is(&self, place: usize) -> bool {
        !self.places.is_empty() && self.places.binary_search(&place).is_ok()
    }
}
