//! Lines on accounts of customers, settled by lettering.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::Line;
use crate::import::encoding;
use crate::import::field::Field;
use crate::import::keys::Keys;
use crate::import::rows::Rows;
use crate::import::source::Encoding;
use crate::issue::{Issue, IssueCode};
use crate::ledger::{Invoice, Ledger};
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
    is_opening: bool,
}

/// Lines of one customer with the same lettering.
struct Group {
    net: i128,
    completed: NaiveDate,
}

impl Items {
    /// Adds a line.
    pub fn push(&mut self, rows: &Rows, line: &Line) {
        let auxiliary = rows.cell(Field::AuxiliaryAccount);
        let code = if auxiliary.is_empty() { rows.cell(Field::Account) } else { auxiliary };
        let customer = self.ledger.intern(code);
        if usize::try_from(customer) == Ok(self.names.len()) {
            let name = rows.cell(Field::AuxiliaryLabel);
            self.names.push(if name.is_empty() { code } else { name }.to_owned());
        }
        let group = self.group(customer, rows.cell(Field::Lettering), line);
        self.marks.push(Mark { group, is_opening: line.is_opening });
        let net = line.net();
        let amount = Amount::from_units(i64::try_from(net).unwrap_or(if net < 0 { i64::MIN } else { i64::MAX }));
        let issued = if line.is_opening {
            rows.date_quietly(Field::PieceDate).map_or(line.date, |date| date.min(line.date))
        } else {
            line.date
        };
        let disputed = line.root.is_within(416);
        let invoice = Invoice { issued, due: None, settled: None, amount, open: amount, customer, disputed };
        self.ledger.push(invoice, rows.cell(Field::PieceReference));
    }

    fn group(&mut self, customer: u32, lettering: &[u8], line: &Line) -> Option<u32> {
        if lettering.is_empty() {
            return None;
        }
        let (number, is_new) = self.keys.number(customer, &[lettering]);
        if is_new {
            self.groups.push(Group { net: 0, completed: line.date });
        }
        let group = usize::try_from(number).ok().and_then(|index| self.groups.get_mut(index))?;
        group.net += line.net();
        group.completed = group.completed.max(line.date);
        Some(number)
    }

    /// The items with a date, those without, and the share of the charges that lettering matches. Lettering settles lines that
    /// add up to nothing, on the day of the last of them.
    pub fn finish(self, start: NaiveDate, encoding: Encoding, rows: &mut Rows) -> (Ledger, Ledger, Option<Decimal>) {
        let Self { mut ledger, names, marks, groups, .. } = self;
        ledger.name_customers(names.iter().map(|name| encoding::text(name, encoding).into_owned()).collect());
        let group_of = |mark: &Mark| groups.get(usize::try_from(mark.group?).ok()?);
        let open_groups = groups.iter().filter(|group| group.net != 0).count();
        if open_groups > 0 {
            rows.issues.push(Issue::new(IssueCode::PartialLettering).counting(open_groups));
        }
        let (mut charged, mut matched) = (0_i128, 0_i128);
        let settled = |(item, mark): (Invoice, &Mark)| {
            let settled = group_of(mark).filter(|group| group.net == 0).map(|group| group.completed);
            Invoice { settled, ..item }
        };
        for item in ledger.invoices().zip(&marks).map(settled).filter(|item| !item.amount.is_negative()) {
            charged += i128::from(item.amount.units());
            matched += if item.settled.is_some() { i128::from(item.amount.units()) } else { 0 };
        }
        let is_undated = |item: &Invoice, mark: &Mark| mark.is_opening && item.issued >= start;
        let part = |undated: bool| {
            let items = ledger.invoices().zip(&marks).zip(ledger.numbers());
            ledger.with_invoices(
                items
                    .filter(|((item, mark), _)| is_undated(item, mark) == undated)
                    .map(|((item, mark), number)| (settled((item, mark)), number)),
            )
        };
        let percent =
            (charged > 0).then(|| published(money::total(matched) / money::total(charged) * Decimal::ONE_HUNDRED));
        (part(false), part(true), percent)
    }
}
