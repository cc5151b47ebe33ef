//! The headers a column is recognised by.

use super::field::Field;

/// The headers each field goes by, in French, English and those of common exports; the best known first. Words in the
/// form [`normalize`](super::field::normalize) gives.
const VOCABULARY: [(Field, &str); Field::COUNT] = [
    (Field::Month, "mois, month, periode, period, date, fin de mois, month end, date de cloture, annee mois"),
    (
        Field::SalesInclTax,
        "ca ttc, chiffre d affaires ttc, ventes ttc, facturation ttc, facture ttc, sales incl tax, sales incl \
         vat, sales including tax, gross sales, ca, chiffre d affaires, ventes, sales, revenue, revenues, credit \
         sales, turnover, facturation, net sales",
    ),
    (
        Field::SalesExclTax,
        "ca ht, chiffre d affaires ht, ventes ht, facturation ht, sales excl tax, sales excl vat, sales excluding \
         tax, sales ex vat, sales ex tax, revenue excl tax",
    ),
    (
        Field::Receivables,
        "encours, encours clients, encours client, encours ttc, encours clients ttc, creances, creances clients, \
         solde clients, poste clients, clients, receivables, accounts receivable, trade receivables, ar, ar \
         balance, receivable, debtors, closing debtors, ending ar",
    ),
    (
        Field::Overdue,
        "echu, encours echu, creances echues, dont echu, retard, en retard, overdue, past due, overdue \
         receivables, overdue ar",
    ),
    (
        Field::Disputed,
        "litiges, litige, en litige, dont litiges, dont litige, encours en litige, disputed, disputes, in \
         dispute, disputed receivables",
    ),
    (
        Field::Purchases,
        "achats, achats ttc, purchases, purchases incl tax, purchases incl vat, purchases including tax",
    ),
    (
        Field::CostOfSales,
        "cout des ventes, cout d achat, cout des marchandises vendues, cost of sales, cogs, cost of goods sold",
    ),
    (Field::Inventory, "stock, stocks, inventory, inventories, stock final"),
    (
        Field::Payables,
        "fournisseurs, dettes fournisseurs, encours fournisseurs, solde fournisseurs, payables, accounts payable, \
         trade payables, ap, creditors",
    ),
    (
        Field::Number,
        "numero, numero de facture, n facture, no facture, num facture, n de facture, facture, piece, numero de \
         piece, n piece, reference, ref, invoice number, invoice no, invoice, invoice id, number, doc number, doc \
         id, document number, document, id",
    ),
    (
        Field::Customer,
        "client, nom client, nom du client, raison sociale, tiers, customer, customer name, name customer, client \
         name, contact name, contact, partner, debiteur, compte client, code client, customer id, cust number, \
         customer number, contact id, account name",
    ),
    (
        Field::IssueDate,
        "date de facture, date facture, date de facturation, date d emission, date emission, emission, date \
         piece, date de piece, invoice date, issue date, issued, issued on, date issued, billing date, document \
         date, transaction date, posting date, baseline create date, date, invoice created, created at, created",
    ),
    (
        Field::DueDate,
        "echeance, date d echeance, date echeance, due date, due, due on, due in date, date due, payment due, \
         payment due date",
    ),
    (
        Field::SettledDate,
        "date de reglement, date reglement, date de paiement, date paiement, date d encaissement, date \
         encaissement, regle le, paye le, payee le, encaisse le, reglement, paid date, payment date, date paid, \
         paid on, paid at, settled, settled on, settled date, clear date, clearing date, fully paid on date, \
         fully paid on, settlement date, closed date",
    ),
    (
        Field::Amount,
        "montant ttc, total ttc, ttc, montant, montant facture, montant total, total facture, amount incl tax, \
         amount incl vat, total amount, invoice amount, gross amount, amount, total, invoice total, \
         converted usd, total open amount, total due",
    ),
    (
        Field::PaidAmount,
        "montant regle, montant paye, regle, paye, deja regle, amount paid, paid amount, paid, payments",
    ),
    (
        Field::OpenAmount,
        "reste du, reste a payer, montant du, montant ouvert, solde, solde du, restant du, open amount, amount \
         due, balance, balance due, amount open, outstanding, amount remaining, open balance",
    ),
    (Field::Status, "statut, etat, status, state, invoice status"),
    (Field::Currency, "devise, monnaie, currency, currency code, currency id, invoice currency"),
    (Field::DocumentType, "type, type de piece, type de document, document type, invoice type, doc type"),
];

/// Rank from which a header only contains the words.
const CONTAINED: usize = 100;

/// How well a normalized header fits a field: 0 is the best known word for it, `None` is no fit. A whole header counts
/// more than one that contains the words among others.
#[must_use]
pub fn fit(field: Field, header: &str) -> Option<usize> {
    let (_, words) = VOCABULARY.iter().find(|(other, _)| *other == field)?;
    if let Some(rank) = words.split(", ").position(|word| word == header) {
        return Some(rank);
    }
    words
        .split(", ")
        .enumerate()
        // One short word inside a longer header says too little: "date" or "total" fit almost anything.
        .filter(|(_, word)| word.contains(' ') || word.len() >= 7)
        .find(|(_, word)| contains_words(header, word))
        .map(|(rank, _)| CONTAINED + rank)
}

/// Does `header` contain `words` as whole words?
fn contains_words(header: &str, words: &str) -> bool {
    header.match_indices(words).any(|(start, _)| {
        let before = header.get(..start).unwrap_or_default();
        let after = header.get(start + words.len()..).unwrap_or_default();
        (before.is_empty() || before.ends_with(' ')) && (after.is_empty() || after.starts_with(' '))
    })
}
