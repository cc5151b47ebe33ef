//! All documents together: whose they are, which count, and what became of each.

use macro_rules_attribute::apply;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::super::life_cycle::{LifeStatus, life_status};
use super::cdar::EStatus;
use super::companies::{self, Company};
use super::invoice::{EInvoice, Reference};
use super::list::{self, Row};
use super::messages;
use super::parties::{Parties, PartyKey};
use super::proofs::{self, PROOFS, Proof};
use super::reader::{Content, Reader};
use super::rows::{self, Amounts};
use super::standing::Standing;
use super::tax_rates::tax_rates;
use super::told::Told;
use crate::issue::{Issue, IssueCode};
use crate::order::Order;
use crate::rates::Rates;

/// What a user chose instead of what was found.
#[apply(request!)]
#[derive(Default)]
#[serde(default)]
pub struct Choices {
    /// The companies whose sales these are, by SIREN, other identifier or name; none for those that are found.
    pub companies: Vec<String>,
    /// Do credit notes of negative sums raise what is owed, rather than reduce it?
    pub negative_credits_raise: bool,
}

/// What documents come to.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// The companies whose sales these are, and others that they may be, the likeliest first.
    pub companies: Vec<Company>,
    /// Their sales.
    pub sales: Vec<Row>,
    /// Their purchases: the customer of a row is them, and who is named is the supplier.
    pub purchases: Vec<Row>,
    /// Findings.
    pub issues: Vec<Issue>,
    /// What documents say twice, and whether it agrees.
    pub proofs: [Proof; PROOFS.len()],
    /// Does anything say what of the sales is paid?
    pub payments_known: bool,
    /// Does anything say what of the purchases is paid?
    pub payables_known: bool,
    /// Do credit notes of negative sums raise what is owed, as was chosen?
    pub negative_credits_raise: bool,
    /// Messages about the company's invoices of which none is here.
    pub messages: Vec<EStatus>,
    /// Does the tax of most sales fall due when they are paid? `None` where none says.
    pub vat_on_receipt: Option<bool>,
    /// The rates that the tax of sales says, where it is stated in another currency too.
    pub rates: Option<Rates>,
}

/// An invoice among the others.
struct Entry<'a> {
    invoice: &'a EInvoice,
    file: &'a str,
    seller: Option<PartyKey>,
    buyer: Option<PartyKey>,
    amounts: Amounts,
    /// Does it count, rather than another that says the same, or says it better?
    counts: bool,
    messages: Vec<&'a EStatus>,
}

impl Entry<'_> {
    /// Was it refused, turned away or cancelled?
    fn is_void(&self) -> bool {
        self.messages.iter().any(|message| life_status(&message.status) == Some(LifeStatus::Void))
    }
}

/// Sides of an invoice.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Sale,
    Purchase,
}

impl Gathered {
    /// Puts documents together.
    #[must_use]
    pub fn of(reader: &Reader, choices: &Choices) -> Self {
        let mut told = Told::default();
        told.files(reader);
        let parties = parties(reader);
        let mut entries = entries(reader, &parties, choices, &mut told);
        once(&mut entries, &mut told);
        let numbers = Numbers::of(&entries);
        let unmatched = assign(&mut entries, &numbers, reader);
        let first = unmatched.first().map(|message| message.invoice.as_deref().unwrap_or_default());
        told.count(IssueCode::StatusWithoutInvoice, unmatched.len(), Decimal::ZERO, first);
        let replaced = replace(&mut entries, &numbers, &mut told);
        deduct_deposits(&mut entries, &numbers, &replaced, &mut told);
        let pairs: Vec<_> = entries.iter().map(|entry| (entry.seller.clone(), entry.buyer.clone())).collect();
        let companies = companies::find(&pairs, &parties, choices, &mut told);
        let messages = of_company(&companies, unmatched);
        let negative_credits_raise = choices.negative_credits_raise;
        let mut gathered = Self { companies, negative_credits_raise, messages, ..Self::default() };
        gathered.list(&entries, &parties, &mut told);
        gathered.prove(&entries, &mut told);
        gathered.issues = told.issues();
        gathered
    }

    /// The sales as the text that the import reads.
    #[must_use]
    pub fn text(&self) -> String {
        list::text(&self.sales)
    }

    /// The purchases as such a text.
    #[must_use]
    pub fn purchases_text(&self) -> String {
        list::text(&self.purchases)
    }

    /// The messages about no invoice that is here as a list of statuses.
    #[must_use]
    pub fn messages_text(&self) -> String {
        messages::text(&self.messages)
    }

    /// What is said twice, in words, with its sums.
    pub fn proved(&self) -> impl Iterator<Item = (&'static str, &Proof)> {
        PROOFS.into_iter().zip(&self.proofs).filter(|(_, proof)| proof.documents > 0)
    }

    fn list(&mut self, entries: &[Entry<'_>], parties: &Parties, told: &mut Told) {
        let own = |key: &Option<PartyKey>| {
            key.as_ref().is_some_and(|key| self.companies.iter().any(|company| company.is_own && company.key == *key))
        };
        let is_any_own = self.companies.iter().any(|company| company.is_own);
        let mut sides = Vec::new();
        for entry in entries.iter().filter(|entry| entry.counts) {
            let is_sale = own(&entry.seller) || !is_any_own;
            let is_purchase = is_any_own && own(&entry.buyer);
            if is_sale {
                sides.push((Side::Sale, entry));
            }
            if is_purchase {
                sides.push((Side::Purchase, entry));
                told.count(IssueCode::PurchasesApart, 1, entry.amounts.total, Some(&entry.invoice.number));
            }
            if !is_sale && !is_purchase {
                told.count(IssueCode::DocumentsOfOthers, 1, entry.amounts.total, Some(entry.file));
            }
        }
        let sides: Vec<_> = sides
            .into_iter()
            .map(|(side, entry)| (side, entry, Standing::of(entry.messages.iter().copied())))
            .collect();
        let is_known = |side: Side| sides.iter().any(|(of, _, standing)| *of == side && standing.says_cashed());
        let known = [is_known(Side::Sale), is_known(Side::Purchase)];
        let mut found = [Vec::new(), Vec::new()];
        for (side, entry, standing) in &sides {
            let (is_known, into) = match side {
                Side::Sale => (known[0], &mut found[0]),
                Side::Purchase => (known[1], &mut found[1]),
            };
            let party = if *side == Side::Sale { entry.buyer.as_ref() } else { entry.seller.as_ref() };
            let (rows, remarks) =
                rows::rows(entry.invoice, entry.amounts, standing, &like(entry, party, parties), is_known);
            if *side == Side::Sale {
                told.remarks(entry.invoice, entry.amounts, standing, &remarks, is_known);
            }
            into.extend(rows);
        }
        let [mut sales, mut purchases] = found;
        for rows in [&mut sales, &mut purchases] {
            rows.order_by(|one, other| (one.issued, &one.number).cmp(&(other.issued, &other.number)));
        }
        if !known[0] && !sales.is_empty() {
            told.count(IssueCode::PaymentsUnknown, sales.len(), sales.iter().map(|row| row.amount).sum(), None);
        }
        (self.sales, self.purchases) = (sales, purchases);
        [self.payments_known, self.payables_known] = known;
        let sold = || sides.iter().filter(|(side, ..)| *side == Side::Sale).map(|(_, entry, _)| entry.invoice);
        let points: Vec<&str> = sold().filter_map(|invoice| invoice.tax_point_code.as_deref()).collect();
        let on_receipt = points.iter().filter(|code| matches!(**code, "72" | "432")).count();
        self.rates = tax_rates(sold());
        self.vat_on_receipt = (!points.is_empty()).then_some(on_receipt * 2 > points.len());
    }

    fn prove(&mut self, entries: &[Entry<'_>], told: &mut Told) {
        for entry in entries.iter().filter(|entry| entry.counts) {
            proofs::prove(&mut self.proofs, entry.invoice);
        }
        for company in self.companies.iter().filter(|company| company.is_own) {
            let own = entries.iter().filter(|entry| entry.seller.as_ref() == Some(&company.key));
            let (missing, first) = proofs::missing_numbers(own.map(|entry| entry.invoice.number.as_str()));
            let missing = usize::try_from(missing).unwrap_or(usize::MAX);
            told.count(IssueCode::NumbersMissing, missing, Decimal::ZERO, first.as_deref());
        }
    }
}

fn parties(reader: &Reader) -> Parties {
    let mut parties = Parties::default();
    let invoices = || {
        reader.documents().iter().filter_map(|document| match &document.content {
            Content::Invoice(invoice) => Some(invoice),
            _ => None,
        })
    };
    for invoice in invoices() {
        parties.link(&invoice.seller);
        parties.link(&invoice.buyer);
    }
    for invoice in invoices() {
        parties.see(&invoice.seller);
        parties.see(&invoice.buyer);
    }
    parties
}

/// The invoices that say what they must.
fn entries<'a>(reader: &'a Reader, parties: &Parties, choices: &Choices, told: &mut Told) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    for document in reader.documents() {
        let Content::Invoice(invoice) = &document.content else { continue };
        if !invoice.is_invoice() {
            told.count(IssueCode::OrdersSetAside, 1, Decimal::ZERO, None);
            continue;
        }
        let raw = Amounts::of(invoice, Decimal::ONE);
        let is_negative_credit =
            invoice.credit && raw.is_some_and(|raw| raw.total.is_sign_negative() && !raw.total.is_zero());
        let sign = if invoice.credit && (!is_negative_credit || choices.negative_credits_raise) {
            Decimal::NEGATIVE_ONE
        } else {
            Decimal::ONE
        };
        let amounts = Amounts::of(invoice, sign).filter(|_| !invoice.number.is_empty() && invoice.issue_date.is_some());
        let Some(amounts) = amounts else {
            told.count(IssueCode::DocumentIncomplete, 1, Decimal::ZERO, Some(&document.file));
            continue;
        };
        if is_negative_credit {
            told.count(IssueCode::NegativeCreditNotes, 1, amounts.total, Some(&invoice.number));
        }
        entries.push(Entry {
            invoice,
            file: &document.file,
            seller: parties.key(&invoice.seller),
            buyer: parties.key(&invoice.buyer),
            amounts,
            counts: true,
            messages: Vec::new(),
        });
    }
    entries
}

/// An invoice counts once: one seller gives a number once a day to an invoice, and once to a credit note. Of several that
/// say so the one that says most is kept.
fn once(entries: &mut [Entry<'_>], told: &mut Told) {
    let mut known: FxHashMap<_, usize> = FxHashMap::default();
    for at in 0..entries.len() {
        let Some(entry) = entries.get(at) else { continue };
        let key = (entry.seller.clone(), entry.invoice.number.as_str(), entry.invoice.issue_date, entry.invoice.credit);
        let Some(first) = known.get(&key).copied() else {
            known.insert(key, at);
            continue;
        };
        let Some(other) = entries.get(first) else { continue };
        let is_same = (entry.amounts.total, entry.amounts.payable) == (other.amounts.total, other.amounts.payable);
        let code = if is_same { IssueCode::InvoiceTwice } else { IssueCode::CopiesDiffer };
        let dropped = if richness(entry.invoice) > richness(other.invoice) { first } else { at };
        if dropped == first {
            known.insert(key, at);
        }
        if let Some(entry) = entries.get_mut(dropped) {
            told.count(code, 1, entry.amounts.total, Some(&entry.invoice.number));
            entry.counts = false;
        }
    }
    mirrors(entries, told);
}

/// What an invoice says beyond its totals.
fn richness(invoice: &EInvoice) -> usize {
    let said = [
        invoice.prepaid.is_some(),
        invoice.terms.is_some(),
        invoice.order_ref.is_some(),
        invoice.tax_point_code.is_some(),
    ];
    let instalments = invoice.due.iter().filter(|due| due.amount.is_some()).count();
    said.into_iter().filter(|said| *said).count()
        + invoice.due.len() * 4
        + instalments * 8
        + usize::from(invoice.lines.count > 0) * 4
        + invoice.preceding.len()
}

/// A seller may keep an invoice of its own for one that its buyer wrote: told, since both count.
fn mirrors(entries: &[Entry<'_>], told: &mut Told) {
    let fact =
        |entry: &Entry<'_>| (entry.seller.clone(), entry.buyer.clone(), entry.invoice.issue_date, entry.amounts.total);
    let own: rustc_hash::FxHashSet<_> =
        entries.iter().filter(|entry| entry.counts && !entry.invoice.self_billed).map(fact).collect();
    for entry in entries.iter().filter(|entry| entry.counts && entry.invoice.self_billed) {
        if own.contains(&fact(entry)) {
            told.count(IssueCode::SelfBilledTwice, 1, entry.amounts.total, Some(&entry.invoice.number));
        }
    }
}

/// Gives messages to the invoices they are about; answers those that are about none.
fn assign<'a>(entries: &mut [Entry<'a>], numbers: &Numbers<'a>, reader: &'a Reader) -> Vec<&'a EStatus> {
    let mut unmatched = Vec::new();
    for document in reader.documents() {
        let Content::Status(status) = &document.content else { continue };
        // Whole files, directories and reports have statuses too.
        if status.effect.is_none() {
            continue;
        }
        let number = status.invoice.as_deref().unwrap_or_default();
        let places = numbers.places(number);
        // Who says no SIREN, or is known by none, is told by number and day alone.
        let is_of_seller = |entry: &Entry<'_>| match (&entry.seller, status.seller_siren.as_deref()) {
            (Some(PartyKey::Siren(seller)), Some(siren)) => *seller == siren,
            _ => true,
        };
        let is_meant = |entry: &Entry<'_>| {
            is_of_seller(entry) && (status.invoice_date.is_none() || status.invoice_date == entry.invoice.issue_date)
        };
        let meant: Vec<usize> = places.iter().copied().filter(|at| entries.get(*at).is_some_and(is_meant)).collect();
        // An invoice and a credit note may bear one number.
        let of_type = meant.iter().copied().find(|at| {
            entries.get(*at).is_some_and(|entry| status.invoice_type.as_deref() == Some(entry.invoice.kind()))
        });
        let meant = of_type.or(meant.first().copied());
        if let Some(entry) = meant.and_then(|at| entries.get_mut(at)) {
            entry.messages.push(status);
        } else {
            unmatched.push(&**status);
        }
    }
    unmatched
}

/// Messages, without those about invoices of other sellers.
fn of_company(companies: &[Company], messages: Vec<&EStatus>) -> Vec<EStatus> {
    let is_any_own = companies.iter().any(|company| company.is_own);
    let is_own = |siren: &str| {
        let has = |key: &PartyKey| matches!(key, PartyKey::Siren(own) if own == siren);
        !is_any_own || companies.iter().any(|company| company.is_own && has(&company.key))
    };
    let is_meant = |message: &&EStatus| message.seller_siren.as_deref().is_none_or(is_own);
    messages.into_iter().filter(is_meant).cloned().collect()
}

/// Where the invoices of a number are.
struct Numbers<'a>(FxHashMap<&'a str, Vec<usize>>);

impl<'a> Numbers<'a> {
    fn of(entries: &[Entry<'a>]) -> Self {
        let mut places: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.counts) {
            places.entry(&entry.invoice.number).or_default().push(at);
        }
        Self(places)
    }

    fn places(&self, number: &str) -> &[usize] {
        self.0.get(number).map(Vec::as_slice).unwrap_or_default()
    }

    /// The place of the invoice that another names.
    fn named(&self, entries: &[Entry<'_>], by: &Entry<'_>, reference: &Reference) -> Option<usize> {
        let is_meant = |entry: &Entry<'_>| {
            entry.seller == by.seller
                && (reference.date.is_none() || entry.invoice.issue_date == reference.date)
                && !std::ptr::eq(entry.invoice, by.invoice)
        };
        self.places(&reference.number).iter().copied().find(|at| entries.get(*at).is_some_and(is_meant))
    }
}

/// Invoices, by place, with those that replace them.
type Replaced = FxHashMap<usize, usize>;

/// What a corrected invoice replaces does not count; what was cashed of it is cashed of the last that replaces it. One that
/// was turned away replaces nothing, and what a credit note took back needs no replacement.
fn replace(entries: &mut [Entry<'_>], numbers: &Numbers<'_>, told: &mut Told) -> Replaced {
    let mut credited = rustc_hash::FxHashSet::default();
    for credit in entries.iter().filter(|entry| entry.counts && entry.invoice.credit && !entry.is_void()) {
        for reference in &credit.invoice.preceding {
            let old = numbers.named(entries, credit, reference);
            let is_whole = |at: &usize| entries.get(*at).is_some_and(|old| old.amounts.total == -credit.amounts.total);
            credited.extend(old.filter(is_whole));
        }
    }
    let mut replaced = Replaced::default();
    for (at, entry) in entries.iter().enumerate() {
        if !entry.counts || !entry.invoice.corrective || entry.is_void() {
            continue;
        }
        let old = entry.invoice.preceding.first().and_then(|reference| numbers.named(entries, entry, reference));
        if let Some(old) = old.filter(|old| !credited.contains(old)) {
            replaced.entry(old).or_insert(at);
        }
    }
    let mut olds: Vec<usize> = replaced.keys().copied().collect();
    olds.sort_unstable();
    for old in olds {
        let last = last_of(&replaced, old);
        // Some that replace each other in a circle: nothing can be told.
        if last == old {
            continue;
        }
        let Some(entry) = entries.get_mut(old) else { continue };
        entry.counts = false;
        told.count(IssueCode::InvoicesReplaced, 1, entry.amounts.total, Some(&entry.invoice.number));
        let cashed: Vec<&EStatus> =
            entry.messages.iter().copied().filter(|message| message.effect == Some(super::Effect::Cashed)).collect();
        if let Some(entry) = entries.get_mut(last) {
            entry.messages.extend(cashed);
        }
    }
    replaced
}

/// The last that replaces an invoice; itself where nothing does, or they replace each other.
fn last_of(replaced: &Replaced, first: usize) -> usize {
    let mut at = first;
    for _ in 0..=replaced.len() {
        match replaced.get(&at) {
            Some(next) => at = *next,
            None => return at,
        }
    }
    first
}

/// A deposit that was invoiced counts once: the final invoice that takes it off as paid already is worth that much less.
fn deduct_deposits(entries: &mut [Entry<'_>], numbers: &Numbers<'_>, replaced: &Replaced, told: &mut Told) {
    for at in 0..entries.len() {
        let Some(entry) = entries.get(at) else { continue };
        if !entry.counts || entry.invoice.prepayment || entry.invoice.credit {
            continue;
        }
        let mut amounts = entry.amounts;
        let is_deposit = |at: &usize| {
            let is_one = |at: &usize| entries.get(*at).is_some_and(|entry| entry.invoice.prepayment);
            is_one(at) || replaced.iter().any(|(old, new)| new == at && is_one(old))
        };
        let named = entry.invoice.preceding.iter().filter_map(|reference| numbers.named(entries, entry, reference));
        let named = named.filter(is_deposit);
        let mut deposits: Vec<usize> = named.map(|at| last_of(replaced, at)).collect();
        deposits.sort_unstable();
        deposits.dedup();
        for deposit in deposits.into_iter().filter_map(|at| entries.get(at)) {
            let is_taken_off = amounts.prepaid >= deposit.amounts.total && !deposit.amounts.total.is_sign_negative();
            if is_taken_off && !deposit.is_void() {
                amounts = amounts.without(deposit.amounts);
                told.count(IssueCode::DepositsCountedOnce, 1, deposit.amounts.total, Some(&deposit.invoice.number));
            }
        }
        if let Some(entry) = entries.get_mut(at) {
            entry.amounts = amounts;
        }
    }
}

/// What all rows of an invoice have in common.
fn like(entry: &Entry<'_>, party: Option<&PartyKey>, parties: &Parties) -> Row {
    let invoice = entry.invoice;
    let preceding: Vec<&str> =
        invoice.preceding.iter().chain(&invoice.lines.preceding).map(|of| of.number.as_str()).collect();
    // What a credit note of negative sums raises is no credit to whoever reads the list.
    let raises = invoice.credit && !entry.amounts.total.is_sign_negative() && !entry.amounts.total.is_zero();
    Row {
        number: invoice.number.clone(),
        type_code: if raises { "383" } else { invoice.kind() }.to_owned(),
        issued: invoice.issue_date,
        customer: party.map(|key| parties.name(key)).unwrap_or_default(),
        customer_id: party.map(|key| key.id().to_owned()).unwrap_or_default(),
        currency: invoice.currency.clone().unwrap_or_default(),
        preceding: preceding.join(" "),
        ..Row::default()
    }
}
