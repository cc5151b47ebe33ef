//! The headers a column is recognised by.

use super::field::Field;
use super::source::Kind;

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
         id, document number, document, rechnungsnummer, belegnummer, belegfeld 1, id",
    ),
    (
        Field::Customer,
        "client, nom client, nom du client, raison sociale, tiers, customer, customer name, name customer, client \
         name, contact name, contact, partner, debiteur, compte client, code client, customer id, cust number, \
         customer number, contact id, account name, kunde, kundenname, debitor, name",
    ),
    (
        Field::IssueDate,
        "date de facture, date facture, date de facturation, date d emission, date emission, emission, date \
         piece, date de piece, invoice date, issue date, issued, issued on, date issued, billing date, document \
         date, transaction date, posting date, baseline create date, date, rechnungsdatum, belegdatum, invoice created, created at, created, \
         period end",
    ),
    (
        Field::DueDate,
        "echeance, date d echeance, date echeance, due date, due, due on, due in date, date due, payment due, \
         payment due date, fallig, falligkeit, falligkeitsdatum",
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
        "montant ttc, total ttc, ttc, montant facture, montant total, total facture, montant, amount incl tax, \
         amount incl vat, total amount, invoice amount, invoice total, gross amount, total, amount, betrag, \
         rechnungsbetrag, converted usd, total open amount, total due",
    ),
    (
        Field::PaidAmount,
        "montant regle, montant paye, regle, paye, deja regle, amount paid, paid amount, paid, payments",
    ),
    (
        Field::OpenAmount,
        "reste du, reste a payer, montant du, montant ouvert, solde, solde du, restant du, open amount, amount \
         due, balance, balance due, amount open, outstanding, amount remaining, open balance, offener betrag, offen, saldo",
    ),
    (Field::Status, "statut, etat, status, state, invoice status"),
    (Field::Currency, "devise, monnaie, currency, currency code, currency id, invoice currency, wahrung, wkz"),
    (Field::DocumentType, "type, type de piece, type de document, document type, invoice type, doc type"),
    (Field::NotDue, "non echu, a echoir, pas echu, courant, not due, not yet due, current, nicht fallig"),
    (
        Field::DaysTo30,
        "1 30, 0 30, 1 a 30, 0 a 30, 1 30 jours, 0 30 jours, 1 a 30 jours, 0 a 30 jours, 1 30 days, 0 30 days, \
         1 to 30 days, 1 to 30, moins de 30 jours, jusqu a 30 jours, echu 1 30, echu 0 30, 1 30 j, 0 30 j, 30 jours, \
         30 days",
    ),
    (
        Field::DaysTo60,
        "31 60, 30 60, 31 a 60, 30 a 60, 31 60 jours, 30 60 jours, 31 a 60 jours, 30 a 60 jours, 31 60 days, \
         30 60 days, 31 to 60 days, 31 to 60, echu 31 60, echu 30 60, 31 60 j, 30 60 j, 60 jours, 60 days",
    ),
    (
        Field::DaysTo90,
        "61 90, 60 90, 61 a 90, 60 a 90, 61 90 jours, 60 90 jours, 61 a 90 jours, 60 a 90 jours, 61 90 days, \
         60 90 days, 61 to 90 days, 61 to 90, echu 61 90, echu 60 90, 61 90 j, 60 90 j, 90 jours, 90 days",
    ),
    (
        Field::DaysTo120,
        "91 120, 90 120, 91 a 120, 90 a 120, 91 120 jours, 90 120 jours, 91 a 120 jours, 90 a 120 jours, \
         91 120 days, 90 120 days, 91 to 120 days, 91 to 120, echu 91 120, echu 90 120, 91 120 j, 90 120 j, \
         120 jours, 120 days",
    ),
    (
        Field::DaysBeyond,
        "plus de 120 jours, plus de 120 j, plus de 120, au dela de 120 jours, over 120 days, over 120, 120 et plus, \
         plus de 90 jours, plus de 90 j, plus de 90, au dela de 90 jours, over 90 days, over 90, 90 et plus, 91 days, \
         91 and over, 121 and over, 121 days, plus de 60 jours, plus de 60, over 60 days, over 60, 60 et plus, older, \
         anterieur, plus de, au dela de, au dela",
    ),
    (
        Field::Balance,
        "total, solde, encours, solde client, total du, total client, total general, solde total, encours total, \
         montant total, balance, total due, total balance, outstanding, open balance",
    ),
    (Field::JournalCode, "journal code, journalcode, code journal, journal"),
    (Field::JournalLabel, "journal lib, journallib, libelle journal, nom du journal, journal name"),
    (
        Field::EntryNumber,
        "ecriture num, ecriturenum, numero d ecriture, n ecriture, no ecriture, entry number, entry no, piece, n piece",
    ),
    (Field::EntryDate, "ecriture date, ecrituredate, date ecriture, date d ecriture, date comptable, entry date, date"),
    (
        Field::Account,
        "compte num, comptenum, numero de compte, n compte, no compte, compte general, compte, account number, account \
         code, account",
    ),
    (
        Field::AuxiliaryAccount,
        "comp aux num, compauxnum, compte auxiliaire, compte tiers, code tiers, tiers, auxiliary account",
    ),
    (Field::AuxiliaryLabel, "comp aux lib, compauxlib, libelle auxiliaire, nom du tiers, nom tiers, auxiliary name"),
    (Field::PieceReference, "piece ref, pieceref, reference piece, reference, ref, document"),
    (Field::PieceDate, "piece date, piecedate, date piece, date de piece, document date"),
    (Field::EntryLabel, "ecriture lib, ecriturelib, libelle, libelle ecriture, description, label"),
    (Field::Debit, "debit, montant debit"),
    (Field::Credit, "credit, montant credit"),
    (Field::SignedAmount, "montant, amount"),
    (Field::Direction, "sens, dc, debit credit"),
    (Field::Lettering, "ecriture let, ecriturelet, lettrage, lettre, code lettrage, lettering"),
];

/// Rank from which a header only contains the words.
const CONTAINED: usize = 100;

/// How well a normalized header fits a field: 0 is the best known word for it, `None` is no fit. A whole header counts
/// more than one that contains the words among others.
#[must_use]
pub fn fit(kind: Kind, field: Field, header: &str) -> Option<usize> {
    // In a list of payments any amount is one that was paid.
    let other = if kind == Kind::Payments && field == Field::PaidAmount { fit_of(Field::Amount, header) } else { None };
    fit_of(field, header).or_else(|| other.map(|rank| CONTAINED + rank))
}

fn fit_of(field: Field, header: &str) -> Option<usize> {
    let (_, words) = VOCABULARY.iter().find(|(other, _)| *other == field)?;
    // As bytes: looking for one character of a text after the other takes far longer.
    let words = || words.as_bytes().split(|byte| *byte == b',').map(<[u8]>::trim_ascii_start);
    let header = header.as_bytes();
    if let Some(rank) = words().position(|word| word == header) {
        return Some(rank);
    }
    words()
        .enumerate()
        // One short word inside a longer header says too little: "date" or "total" fit almost anything.
        .filter(|(_, word)| word.len() >= 7 || word.contains(&b' '))
        .find(|(_, word)| contains_words(header, word))
        .map(|(rank, _)| CONTAINED + rank)
}

/// Does `header` contain `words` as whole words?
fn contains_words(header: &[u8], words: &[u8]) -> bool {
    // Word by word: a general search would spend more on its tables than on so short a text.
    let starts = header.iter().enumerate().filter(|(_, byte)| **byte == b' ').map(|(space, _)| space + 1);
    std::iter::once(0).chain(starts).any(|start| {
        let rest = header.get(start..).and_then(|rest| rest.strip_prefix(words));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(b" "))
    })
}
