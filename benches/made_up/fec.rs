//! The accounting entries of one year as a FEC: an opening, sales and purchases with VAT, their payments, bank charges.
//!
//! Customers pay after 20 to 70 days and suppliers are paid after 30 to 60; what is paid within the year is lettered.

use std::collections::VecDeque;
use std::io::Write as _;

use chrono::NaiveDate;

use super::{MadeUp, Random, calendar, company_name, text_at};

const HEADER: &str = "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\t\
                      PieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\t\
                      Idevise\r\n";
const DAYS: u32 = 365;
const CUSTOMERS: u32 = 600;
const SUPPLIERS: u32 = 150;

const OPENING: &str = "AN\tA nouveaux";
const SALES: &str = "VE\tVentes";
const PURCHASES: &str = "AC\tAchats";
const BANK: &str = "BQ\tBanque";

const CAPITAL: &str = "101000\tCapital";
const INVENTORY: &str = "370000\tStock";
const PAYABLE: &str = "401000\tFournisseurs";
const RECEIVABLE: &str = "411000\tClients";
const INPUT_VAT: &str = "445660\tTVA déductible";
const OUTPUT_VAT: &str = "445710\tTVA collectée";
const CASH: &str = "512000\tBanque";
const GOODS_BOUGHT: &str = "607000\tAchats";
const CHARGES: &str = "627000\tFrais bancaires";
const SERVICES_SOLD: &str = "706000\tPrestations";
const GOODS_SOLD: &str = "707000\tVentes";

/// Neither a customer nor a supplier, or no lettering: two empty cells.
const NONE: &str = "\t";

pub struct Fec {
    lines: u32,
    written: u32,
    random: Random,
    customers: Vec<String>,
    suppliers: Vec<String>,
    dates: Vec<String>,
    /// The last day of the month of each day, when its entries are validated.
    month_ends: Vec<String>,
    day: u32,
    /// Payments to come, by day.
    due: Vec<VecDeque<Payment>>,
    entries: u32,
    invoices: u32,
    bills: u32,
    payments: u32,
    letterings: u32,
}

#[derive(Clone)]
struct Payment {
    is_from_customer: bool,
    party: u32,
    cents: u32,
    /// Its code and date, as two cells.
    lettering: String,
}

/// What all lines of an entry share.
struct Entry {
    journal: &'static str,
    number: u32,
    date: String,
    piece: String,
    label: &'static str,
    validated: String,
}

impl Fec {
    /// A FEC of so many lines below its header, ten at least.
    pub fn new(lines: u32) -> Self {
        let mut random = Random::new();
        let mut parties = |letter: char, count: u32| {
            (0..count).map(|index| format!("{letter}{index:03}\t{}", company_name(index, &mut random))).collect()
        };
        let (customers, suppliers) = (parties('C', CUSTOMERS), parties('F', SUPPLIERS));
        let first = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap_or_default();
        let dates = calendar(first, DAYS, "%Y%m%d");
        let is_same_month = |date: &str, other: &str| date.get(..6) == other.get(..6);
        let end = |date: &String| dates.iter().rev().find(|other| is_same_month(date, other)).cloned();
        let month_ends = dates.iter().filter_map(end).collect();
        Self {
            lines,
            written: 0,
            random,
            customers,
            suppliers,
            dates,
            month_ends,
            day: 0,
            due: (0..DAYS).map(|_| VecDeque::new()).collect(),
            entries: 0,
            invoices: 0,
            bills: 0,
            payments: 0,
            letterings: 0,
        }
    }

    /// What some customers owe and some suppliers are owed, goods and cash; the capital balances them.
    fn opening(&mut self, text: &mut Vec<u8>) {
        const STOCK: u32 = 8_000_000;
        const MONEY: u32 = 5_000_000;
        let (customers, suppliers) = ((self.lines / 50).min(CUSTOMERS / 2), (self.lines / 100).min(SUPPLIERS / 2));
        let mut open = Vec::new();
        for party in 0..customers + suppliers {
            let is_from_customer = party < customers;
            let party = if is_from_customer { party } else { party - customers };
            let cents = 10_000 + self.random.below(20_000);
            let delay = 1 + self.random.below(50);
            open.push(self.payment_to_come(is_from_customer, party, cents, delay));
        }
        let entry = self.entry(OPENING, "AN2025".to_owned(), "A nouveaux", 3 + customers + suppliers);
        let (mut debits, mut credits) = (STOCK + MONEY, 0);
        for payment in &open {
            let Payment { cents, lettering, .. } = payment;
            if payment.is_from_customer {
                debits += cents;
                entry.line(text, RECEIVABLE, self.party(payment), *cents, 0, lettering);
            } else {
                credits += cents;
                entry.line(text, PAYABLE, self.party(payment), 0, *cents, lettering);
            }
        }
        entry.line(text, INVENTORY, NONE, STOCK, 0, NONE);
        entry.line(text, CASH, NONE, MONEY, 0, NONE);
        entry.line(text, CAPITAL, NONE, 0, debits - credits, NONE);
    }

    fn sale(&mut self, text: &mut Vec<u8>) {
        let customer = self.random.below(CUSTOMERS);
        let (net, vat) = self.amount();
        let account = if self.random.below(4) == 0 { SERVICES_SOLD } else { GOODS_SOLD };
        let is_never_paid = self.random.below(20) == 0;
        let delay = if is_never_paid { DAYS } else { 20 + self.random.below(51) };
        let payment = self.payment_to_come(true, customer, net + vat, delay);
        self.invoices += 1;
        let entry = self.entry(SALES, format!("F{:06}", self.invoices), "Facture", 3);
        entry.line(text, RECEIVABLE, self.party(&payment), net + vat, 0, &payment.lettering);
        entry.line(text, account, NONE, 0, net, NONE);
        entry.line(text, OUTPUT_VAT, NONE, 0, vat, NONE);
    }

    fn purchase(&mut self, text: &mut Vec<u8>) {
        let supplier = self.random.below(SUPPLIERS);
        let (net, vat) = self.amount();
        let delay = 30 + self.random.below(31);
        let payment = self.payment_to_come(false, supplier, net + vat, delay);
        self.bills += 1;
        let entry = self.entry(PURCHASES, format!("A{:06}", self.bills), "Achat", 3);
        entry.line(text, GOODS_BOUGHT, NONE, net, 0, NONE);
        entry.line(text, INPUT_VAT, NONE, vat, 0, NONE);
        entry.line(text, PAYABLE, self.party(&payment), 0, net + vat, &payment.lettering);
    }

    fn payment(&mut self, text: &mut Vec<u8>, payment: &Payment) {
        let Payment { cents, lettering, .. } = payment;
        self.payments += 1;
        let entry = self.entry(BANK, format!("R{:06}", self.payments), "Virement", 2);
        if payment.is_from_customer {
            entry.line(text, CASH, NONE, *cents, 0, NONE);
            entry.line(text, RECEIVABLE, self.party(payment), 0, *cents, lettering);
        } else {
            entry.line(text, PAYABLE, self.party(payment), *cents, 0, lettering);
            entry.line(text, CASH, NONE, 0, *cents, NONE);
        }
    }

    fn charges(&mut self, text: &mut Vec<u8>) {
        let cents = 100 + self.random.below(5_000);
        self.payments += 1;
        let entry = self.entry(BANK, format!("R{:06}", self.payments), "Frais", 2);
        entry.line(text, CHARGES, NONE, cents, 0, NONE);
        entry.line(text, CASH, NONE, 0, cents, NONE);
    }

    /// Net and VAT of 20 %, in whole cents.
    fn amount(&mut self) -> (u32, u32) {
        let vat = 1_000 + self.random.below(80_000);
        (vat * 5, vat)
    }

    /// Plans a payment; beyond the year it is not made, and nothing lettered.
    fn payment_to_come(&mut self, is_from_customer: bool, party: u32, cents: u32, delay: u32) -> Payment {
        let day = self.day + delay;
        let mut payment = Payment { is_from_customer, party, cents, lettering: NONE.to_owned() };
        if let Some(due) = usize::try_from(day).ok().and_then(|day| self.due.get_mut(day)) {
            payment.lettering = format!("{}\t{}", letters(self.letterings), text_at(&self.dates, day));
            self.letterings += 1;
            due.push_back(payment.clone());
        }
        payment
    }

    /// The next entry, of so many lines.
    fn entry(&mut self, journal: &'static str, piece: String, label: &'static str, lines: u32) -> Entry {
        self.entries += 1;
        self.written += lines;
        let today = |dates| text_at(dates, self.day).to_owned();
        let (date, validated) = (today(&self.dates), today(&self.month_ends));
        Entry { journal, number: self.entries, date, piece, label, validated }
    }

    fn party(&self, payment: &Payment) -> &str {
        text_at(if payment.is_from_customer { &self.customers } else { &self.suppliers }, payment.party)
    }

    /// The payment that is due next today, if it leaves lines that other entries can fill.
    fn due_today(&mut self, rest: u32) -> Option<Payment> {
        let today = usize::try_from(self.day).ok().and_then(|day| self.due.get_mut(day))?;
        if rest == 3 { None } else { today.pop_front() }
    }

    /// Does the year so far hold its share of the lines?
    fn is_day_over(&self) -> bool {
        let share = u64::from(self.lines) * u64::from(self.day + 1) / u64::from(DAYS);
        u64::from(self.written) >= share
    }
}

impl MadeUp for Fec {
    fn write(&mut self, text: &mut Vec<u8>) -> bool {
        if self.written == 0 {
            text.extend_from_slice(HEADER.as_bytes());
            self.opening(text);
            return true;
        }
        while self.written < self.lines {
            let rest = self.lines - self.written;
            if let Some(payment) = self.due_today(rest) {
                self.payment(text, &payment);
                return true;
            }
            if self.is_day_over() {
                self.day += 1;
                continue;
            }
            // Entries have two lines or three: none may leave a single one.
            match self.random.below(100) {
                _ if rest == 2 || rest == 4 => self.charges(text),
                _ if rest == 3 => self.sale(text),
                0..70 => self.sale(text),
                70..98 => self.purchase(text),
                _ => self.charges(text),
            }
            return true;
        }
        false
    }
}

impl Entry {
    fn line(&self, text: &mut Vec<u8>, account: &str, party: &str, debit: u32, credit: u32, lettering: &str) {
        let Self { journal, number, date, piece, label, validated } = self;
        let (debit, credit) = (Money(debit), Money(credit));
        let written = write!(
            text,
            "{journal}\t{number}\t{date}\t{account}\t{party}\t{piece}\t{date}\t{label}\t{debit}\t{credit}\t{lettering}\t\
             {validated}\t\t\r\n"
        );
        debug_assert!(written.is_ok(), "a vector takes it");
    }
}

/// Cents, written with a comma.
struct Money(u32);

impl std::fmt::Display for Money {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{},{:02}", self.0 / 100, self.0 % 100)
    }
}

/// The code of a lettering: AAA, AAB, … AZZ, BAA, …
fn letters(mut number: u32) -> String {
    let mut code = Vec::new();
    while number > 0 || code.len() < 3 {
        code.push(char::from(b'A' + u8::try_from(number % 26).unwrap_or(0)));
        number /= 26;
    }
    code.iter().rev().collect()
}
