//! A column that misleads, beside those that are meant.

use super::rewrites::in_language;
use super::{Column, Harm, Kind, Language, Role, Table, Variant, cents, written};

/// A column that misleads: its French, English and German headings, and its cell on a row.
type Decoy = ([&'static str; 3], fn(&Table, usize) -> String);

const LANGUAGES: [Language; 3] = [Language::French, Language::English, Language::German];

/// Every decoy at the far left, before the amount and at the far right, also with the columns reversed.
pub fn all(clean: &Table) -> Vec<Variant> {
    let decoys: &[Decoy] = match clean.kind {
        Kind::List => LIST,
        Kind::Series => SERIES,
        Kind::Aged => AGED,
        Kind::Books => BOOKS,
    };
    let amount = clean.columns.iter().position(|column| column.role.is_amount()).unwrap_or(0);
    let places = [("left", 0), ("before the amount", amount), ("right", usize::MAX)];
    let mut variants = Vec::new();
    for (headings, cell) in decoys {
        for (language, heading) in LANGUAGES.into_iter().zip(headings) {
            for (side, at) in places {
                let cells = (0..clean.rows()).map(|row| cell(clean, row)).collect();
                let table = in_language(clean, language, false).with_column(at, Column::other(heading, cells));
                let mut reversed = table.clone();
                reversed.columns.reverse();
                let mut push = |order: &str, table| {
                    let name = format!("decoy {heading} at the {side}{order}");
                    variants.push(Variant { name, table, harm: Harm::Nothing });
                };
                push("", table);
                push(", columns reversed", reversed);
            }
        }
    }
    variants
}

fn amount_of(table: &Table, role: Role, row: usize) -> i64 {
    table.cents(role).get(row).copied().unwrap_or(0)
}

/// A share of an amount, in percent.
fn share(table: &Table, role: Role, row: usize, percent: i64) -> String {
    written(amount_of(table, role, row) * percent / 100)
}

fn number(row: usize) -> i64 {
    i64::try_from(row).unwrap_or(0)
}

/// An amount that is tied to nothing.
fn loose(row: usize, base: i64) -> String {
    written(base * 100 + 7_919 * (number(row) + 1) * (number(row) + 3))
}

fn customer(table: &Table, row: usize) -> Option<&String> {
    table.columns.iter().find(|column| column.role == Role::Customer)?.cells.get(row)
}

/// What the customer of a row owes by all its unpaid invoices.
fn customer_balance(table: &Table, row: usize) -> String {
    let settled = table.columns.iter().find(|column| column.role == Role::Settled);
    let is_open = |other: usize| settled.and_then(|column| column.cells.get(other)).is_some_and(String::is_empty);
    let mine = (0..table.rows()).filter(|other| customer(table, *other) == customer(table, row) && is_open(*other));
    written(mine.map(|other| amount_of(table, Role::Amount, other)).sum())
}

fn running(table: &Table, role: Role, row: usize) -> String {
    written(table.cents(role).iter().take(row + 1).sum())
}

const LIST: &[Decoy] = &[
    (["Montant HT", "Amount excl. VAT", "Nettobetrag"], |table, row| {
        written(amount_of(table, Role::Amount, row) * 100 / 120)
    }),
    (["Montant TVA", "VAT amount", "MwSt-Betrag"], |table, row| {
        let amount = amount_of(table, Role::Amount, row);
        written(amount - amount * 100 / 120)
    }),
    (["Solde progressif", "Running balance", "Laufender Saldo"], |table, row| running(table, Role::Amount, row)),
    (["Solde client", "Customer balance", "Kundensaldo"], customer_balance),
    (["Montant en devise", "Amount in foreign currency", "Betrag in Fremdwährung"], |table, row| {
        share(table, Role::Amount, row, 110)
    }),
    (["Nombre d'articles", "Number of items", "Anzahl Artikel"], |_, row| format!("{}", 2 + row % 4)),
    (["Plafond de crédit", "Credit limit", "Kreditlimit"], |_, row| format!("{}", 5_000 + 1_000 * (row % 3))),
    (["Remise", "Discount", "Rabatt"], |_, row| written(500 + 137 * number(row))),
    (["Frais de relance", "Reminder fee", "Mahngebühr"], |_, row| {
        if row.is_multiple_of(3) { "40,00".to_owned() } else { "0,00".to_owned() }
    }),
    (["Montant N-1", "Amount last year", "Betrag Vorjahr"], |_, row| loose(row, 830)),
    (["Budget TTC", "Budget", "Plan"], |_, row| loose(row, 1_100)),
    (["Taux de TVA", "VAT rate", "MwSt-Satz"], |_, row| if row == 3 { "5,5".to_owned() } else { "20".to_owned() }),
    (["Jours de retard", "Days overdue", "Tage überfällig"], |_, row| format!("{}", (row * 7) % 31)),
    (["Commission", "Commission", "Provision"], |table, row| share(table, Role::Amount, row, 3)),
];

const SERIES: &[Decoy] = &[
    (["CA cumulé", "Sales YTD", "Umsatz kumuliert"], |table, row| running(table, Role::Sales, row)),
    (["CA TTC N-1", "Sales last year", "Umsatz Vorjahr"], |_, row| loose(row, 9_800)),
    (["CA budget", "Budget sales", "Umsatz Plan"], |_, row| loose(row, 12_000)),
    (["CA HT", "Sales excl. VAT", "Umsatz netto"], |table, row| {
        written(amount_of(table, Role::Sales, row) * 100 / 120)
    }),
    (["Nb factures", "Number of invoices", "Anzahl Rechnungen"], |_, row| format!("{}", 41 + (row * 5) % 7)),
    (["Nb clients", "Number of customers", "Anzahl Kunden"], |_, row| format!("{}", 120 + row)),
    (["Encours N-1", "Receivables last year", "Forderungen Vorjahr"], |_, row| loose(row, 13_500)),
    (["Encours autorisé", "Credit limit", "Kreditlimit"], |_, _| "25000,00".to_owned()),
    (["Encours assuré", "Insured receivables", "Versicherte Forderungen"], |table, row| {
        share(table, Role::Receivables, row, 70)
    }),
    (["Encours moyen", "Average receivables", "Durchschnittliche Forderungen"], |_, row| loose(row, 15_200)),
    (["DSO en jours", "DSO days", "DSO Tage"], |_, row| format!("{}", 38 + (row * 3) % 5)),
    (["% échu", "% overdue", "% überfällig"], |_, row| format!("{} %", 14 + row)),
];

const AGED: &[Decoy] = &[
    (["Plafond", "Credit limit", "Kreditlimit"], |_, row| format!("{}", 5_000 + 1_000 * (row % 3))),
    (["Encours autorisé", "Authorised exposure", "Genehmigtes Limit"], |_, row| {
        format!("{}", 8_000 + 500 * (row % 4))
    }),
    (["CA TTC", "Sales", "Umsatz"], |_, row| loose(row, 21_000)),
    (["CA N-1", "Sales last year", "Umsatz Vorjahr"], |_, row| loose(row, 18_000)),
    (["Nb factures", "Number of invoices", "Anzahl Belege"], |_, row| format!("{}", 1 + (row * 5) % 7)),
    (["% du total", "% of total", "% vom Saldo"], |_, row| format!("{} %", 8 + 3 * row)),
    (["Solde N-1", "Balance last year", "Saldo Vorjahr"], |_, row| loose(row, 1_700)),
    (["Provision pour dépréciation", "Bad debt allowance", "Wertberichtigung"], |table, row| {
        share(table, Role::Beyond, row, 50)
    }),
    (["Retard moyen en jours", "Average days late", "Verzug in Tagen"], |_, row| format!("{}", (row * 11) % 40)),
    (["Code postal", "ZIP code", "PLZ"], |_, row| format!("{}", 69_001 + 137 * row)),
];

const BOOKS: &[Decoy] = &[
    (["Solde progressif", "Running balance", "Laufender Saldo"], |table, row| {
        let sides = table.columns.iter().filter(|column| column.role == Role::Side);
        let sums = sides.map(|column| column.cells.iter().take(row + 1).filter_map(|cell| cents(cell)).sum::<i64>());
        written(sums.reduce(|debit, credit| debit - credit).unwrap_or(0))
    }),
    (["Quantité", "Quantity", "Menge"], |_, row| format!("{}", row % 5)),
    (["Budget", "Budget", "Plan"], |_, row| loose(row, 500)),
];
