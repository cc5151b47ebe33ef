//! An invoice list over three years.

use std::io::Write as _;

use chrono::NaiveDate;

use super::{MadeUp, Random, calendar, company_name};

const CUSTOMERS: u32 = 5_000;
const TERMS: [u32; 5] = [0, 15, 30, 45, 60];
const ISSUE_DAYS: u32 = 1_096;

pub struct InvoiceList {
    lines: u32,
    line: u32,
    random: Random,
    customers: Vec<String>,
    days: Vec<String>,
}

impl InvoiceList {
    pub fn new(lines: u32) -> Self {
        let mut random = Random::new();
        let customers = (0..CUSTOMERS).map(|index| company_name(index, &mut random)).collect();
        let first = NaiveDate::from_ymd_opt(2022, 1, 1).unwrap_or_default();
        Self { lines, line: 0, random, customers, days: calendar(first, ISSUE_DAYS + 200, "%Y-%m-%d") }
    }

    fn day(&self, day: u32) -> &str {
        super::text_at(&self.days, day)
    }
}

impl MadeUp for InvoiceList {
    fn write(&mut self, text: &mut Vec<u8>) -> bool {
        if self.line == self.lines {
            return false;
        }
        if self.line == 0 {
            text.extend_from_slice(b"invoice_number,customer,issue_date,due_date,paid_date,amount,currency\n");
        }
        let issued = u64::from(self.line) * u64::from(ISSUE_DAYS) / u64::from(self.lines);
        let issued = u32::try_from(issued).unwrap_or(0);
        let term = self.random.pick(&TERMS);
        let due = issued + term;
        let paid = issued + self.random.below(term + 50);
        let is_open = self.random.below(20) == 0;
        let cents = 1_000 + self.random.below(2_000_000);
        let customer = self.random.below(CUSTOMERS);
        self.line += 1;
        let customer = super::text_at(&self.customers, customer);
        let paid = if is_open { "" } else { self.day(paid) };
        let (issued, due) = (self.day(issued), self.day(due));
        let (whole, hundredths) = (cents / 100, cents % 100);
        writeln!(text, "F{:07},{customer},{issued},{due},{paid},{whole}.{hundredths:02},EUR", self.line).is_ok()
    }
}
