//! Which chart of accounts a general ledger is kept in: told by what accounts are called, and by which of them sales
//! charge.

use super::entries::Entry;
use crate::fec::{Chart, Root};
use crate::import::encoding;
use crate::import::field::Field;
use crate::import::rows::Rows;
use crate::import::source::Encoding;
use crate::import::words::normalize;

/// First two digits there are.
const PREFIXES: usize = 100;

/// What speaks for one chart or another, as lines come by.
pub struct ChartEvidence {
    /// One bit for each root that was met.
    met: Vec<u64>,
    /// The first account that is called one of customers and is none in the French chart.
    named: Option<(Root, String)>,
    /// Is an account of customers in the French chart called so?
    is_french: bool,
    /// What entries of sales put on accounts, by their first two digits.
    charged: [i128; PREFIXES],
}

impl Default for ChartEvidence {
    fn default() -> Self {
        Self { met: vec![0; 10_000 / 64 + 1], named: None, is_french: false, charged: [0; PREFIXES] }
    }
}

impl ChartEvidence {
    /// Looks at the account of the current row, if it is the first of its root.
    #[inline]
    pub fn meet(&mut self, rows: &Rows, root: Root) {
        let bit = 1 << (root.digits() % 64);
        if let Some(bits) = self.met.get_mut(usize::from(root.digits() / 64))
            && *bits & bit == 0
        {
            *bits |= bit;
            self.look_at(rows, root);
        }
    }

    fn look_at(&mut self, rows: &Rows, root: Root) {
        if !(root.is_charged() || (self.named.is_none() && may_be_foreign(root))) {
            return;
        }
        let label = rows.cell(Field::AccountLabel);
        let encoding = if std::str::from_utf8(label).is_ok() { Encoding::Utf8 } else { Encoding::Windows1252 };
        let label = encoding::text(label, encoding);
        if !is_of_customers(&normalize(&label)) {
            return;
        }
        if root.is_charged() {
            self.is_french = true;
        } else {
            self.named = Some((root, format!("{} {label}", rows.text(Field::Account))));
        }
    }

    /// Looks at an entry of sales.
    pub fn sold(&mut self, entry: &Entry) {
        for posted in &entry.lines {
            let prefix = usize::from(posted.line.root.digits() / 100);
            if let Some(charged) = self.charged.get_mut(prefix) {
                *charged += posted.line.net();
            }
        }
    }

    /// The chart, if it is not the French one, with the account that says so: the one that sales charge for the most
    /// part, or the one that is called of customers where none of 41x is, nor charged.
    pub fn other_chart(&self) -> Option<(Chart, String)> {
        let charged = |prefix: usize| self.charged.get(prefix).copied().unwrap_or(0);
        let sold = -charged(70);
        if let Some(prefix) = [40, 43].into_iter().find(|prefix| charged(*prefix) > (sold / 2).max(0)) {
            return Some(self.of_prefix(prefix));
        }
        if self.is_french || charged(41) > 0 {
            return None;
        }
        let named = self.named.as_ref().map(|(root, account)| (chart_of(*root), account.clone()));
        // 342 is customers in Morocco, and nothing in France.
        named.or_else(|| (self.has_met(342) && !self.has_met(411)).then(|| (Chart::Moroccan, "342…".to_owned())))
    }

    /// Was an account met that starts with these three digits?
    fn has_met(&self, prefix: u16) -> bool {
        let met = |root: u16| self.met.get(usize::from(root / 64)).is_some_and(|bits| bits >> (root % 64) & 1 == 1);
        (prefix * 10..prefix * 10 + 10).any(met)
    }

    fn of_prefix(&self, prefix: usize) -> (Chart, String) {
        let chart = if prefix == 43 { Chart::Spanish } else { Chart::Unknown };
        let named = self.named.as_ref().filter(|(root, _)| usize::from(root.digits() / 100) == prefix);
        named.map_or_else(|| (chart, format!("{prefix}…")), |(root, account)| (chart_of(*root), account.clone()))
    }
}

/// Can it be one of customers in another chart? Elsewhere the French one calls accounts so itself.
const fn may_be_foreign(root: Root) -> bool {
    root.is_within(1)
        || root.is_within(2)
        || root.is_within(3)
        || root.is_within(40)
        || root.is_within(42)
        || root.is_within(43)
}

const fn chart_of(root: Root) -> Chart {
    if root.is_within(401) || root.is_within(402) {
        Chart::Luxembourgish
    } else if root.is_within(40) {
        Chart::Belgian
    } else if root.is_within(342) {
        Chart::Moroccan
    } else if root.is_within(43) {
        Chart::Spanish
    } else if root.is_within(11) {
        Chart::Swiss
    } else if root.is_within(12) || root.is_within(14) {
        Chart::German
    } else {
        Chart::Unknown
    }
}

/// Is it what accounts of customers are called?
fn is_of_customers(label: &str) -> bool {
    const FIRST: [&str; 15] = [
        "client",
        "clients",
        "clientes",
        "customer",
        "customers",
        "debitor",
        "debitoren",
        "debiteur",
        "debiteurs",
        "debtors",
        "forderungen",
        "kunde",
        "kunden",
        "klanten",
        "handelsdebiteuren",
    ];
    const STARTS: [&str; 5] = [
        "accounts receivable",
        "trade receivables",
        "trade debtors",
        "creances clients",
        "creances resultant de ventes",
    ];
    let first = label.split(' ').next().unwrap_or_default();
    FIRST.contains(&first) || STARTS.iter().any(|start| label.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_of_customers_are_called_so() {
        for label in ["clients", "clients france", "customers", "debitoren schweiz", "creances clients"] {
            assert!(is_of_customers(label), "{label}");
        }
        for label in ["clientele", "fournisseurs debiteurs", "fournisseurs", "pertes sur creances", ""] {
            assert!(!is_of_customers(label), "{label}");
        }
    }
}
