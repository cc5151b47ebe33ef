//! UBL 2.1 invoices and credit notes.

use chrono::NaiveDate;

use super::amount::day;
use super::invoice::{Due, EInvoice, Party, Reference};
use super::lines::Line;
use super::tree::{Element, Root, Tree};

/// An invoice or a credit note; `None` without a root.
pub fn invoice(root: Root, tree: &Tree) -> Option<EInvoice> {
    let document = tree.root()?;
    let is_credit_note = root == Root::UblCreditNote;
    let text = |path: &str| document.text_at(path).map(str::to_owned);
    let code = text("InvoiceTypeCode").or_else(|| text("CreditNoteTypeCode"));
    let currency = text("DocumentCurrencyCode");
    let tax_currency = text("TaxCurrencyCode");
    let total = document.at("LegalMonetaryTotal");
    let amount = |name: &str| total.and_then(|total| total.text_at(name)).map(str::to_owned);
    let mut bad_dates = Vec::new();
    let mut date = |path: &str| {
        let text = document.text_at(path)?;
        day(text).or_else(|| {
            bad_dates.push(text.to_owned());
            None
        })
    };
    let issue_date = date("IssueDate");
    let delivery_date = date("Delivery/ActualDeliveryDate");
    let period = [date("InvoicePeriod/StartDate"), date("InvoicePeriod/EndDate")];
    let whole = date("DueDate");
    let due = due(document, whole);
    let terms: Vec<&str> =
        document.all("PaymentTerms").flat_map(|terms| terms.all("Note")).filter_map(Element::text).collect();
    let invoice = EInvoice {
        syntax: "UBL",
        root: root.name(),
        profile: text("CustomizationID"),
        process: text("ProfileID"),
        number: text("ID").unwrap_or_default(),
        issue_date,
        type_code: code,
        due,
        terms: (!terms.is_empty()).then(|| terms.join(" | ")),
        buyer: party(document.at("AccountingCustomerParty/Party")),
        seller: party(document.at("AccountingSupplierParty/Party")),
        payee: text("PayeeParty/PartyName/Name"),
        total_excl: amount("TaxExclusiveAmount"),
        tax: tax(document, currency.as_deref()),
        tax_accounting: tax_currency.as_deref().and_then(|currency| tax_in(document, Some(currency))),
        tax_currency,
        currency,
        total_incl: amount("TaxInclusiveAmount"),
        prepaid: amount("PrepaidAmount"),
        rounding: amount("PayableRoundingAmount"),
        payable: amount("PayableAmount"),
        preceding: document.all("BillingReference").flat_map(references).collect(),
        delivery_date,
        period,
        order_ref: text("OrderReference/ID").filter(|order| order != "NA"),
        tax_point_code: text("InvoicePeriod/DescriptionCode"),
        means: text("PaymentMeans/PaymentMeansCode"),
        lines: tree.lines.clone(),
        lines_total: amount("LineExtensionAmount"),
        allowances: amount("AllowanceTotalAmount"),
        charges: amount("ChargeTotalAmount"),
        bad_dates,
        ..EInvoice::default()
    };
    Some(invoice.settled(is_credit_note))
}

/// When what is due: terms with dates of their own, if one of them has an amount or nothing else gives a date; else the due
/// date, else those of the means of payment.
fn due(document: Element<'_>, whole: Option<NaiveDate>) -> Vec<Due> {
    let terms = document.all("PaymentTerms").filter_map(|terms| {
        let date = terms.text_at("PaymentDueDate").or_else(|| terms.text_at("InstallmentDueDate"))?;
        Some(Due { date: day(date)?, amount: terms.text_at("Amount").map(str::to_owned) })
    });
    let terms: Vec<Due> = terms.collect();
    let has_amounts = terms.iter().any(|due| due.amount.is_some());
    if has_amounts || (whole.is_none() && !terms.is_empty()) {
        return terms;
    }
    let mut means: Vec<NaiveDate> =
        document.all("PaymentMeans").filter_map(|means| means.text_at("PaymentDueDate").and_then(day)).collect();
    means.dedup();
    let dates = whole.map_or(means, |whole| vec![whole]);
    dates.into_iter().map(|date| Due { date, amount: None }).collect()
}

/// The tax in the currency of the document: of several totals the one that says so, or that names none.
fn tax(document: Element<'_>, currency: Option<&str>) -> Option<String> {
    let Some(currency) = currency else { return document.text_at("TaxTotal/TaxAmount").map(str::to_owned) };
    tax_in(document, Some(currency)).or_else(|| tax_in(document, None))
}

fn tax_in(document: Element<'_>, currency: Option<&str>) -> Option<String> {
    let amounts = document.all("TaxTotal").flat_map(|total| total.all("TaxAmount"));
    let mut of_currency = amounts.filter(|amount| amount.attribute() == currency);
    of_currency.find_map(Element::text).map(str::to_owned)
}

fn party(party: Option<Element<'_>>) -> Party {
    let Some(party) = party else { return Party::default() };
    let legal = party.at("PartyLegalEntity");
    let name = legal.and_then(|legal| legal.text_at("RegistrationName")).or_else(|| party.text_at("PartyName/Name"));
    let id = legal.and_then(|legal| legal.at("CompanyID"));
    let schemes = party.all("PartyTaxScheme");
    let mut of_vat =
        schemes.filter(|scheme| scheme.text_at("TaxScheme/ID").is_some_and(|id| id.eq_ignore_ascii_case("VAT")));
    let others = party.all("PartyIdentification").filter_map(|other| other.at("ID"));
    Party {
        name: name.map(str::to_owned),
        legal_id: id.and_then(Element::text).map(str::to_owned),
        legal_scheme: id.and_then(Element::attribute).map(str::to_owned),
        vat_id: of_vat.find_map(|scheme| scheme.text_at("CompanyID")).map(str::to_owned),
        other_ids: others.filter_map(identifier).collect(),
    }
}

/// An identifier with its scheme before it.
pub fn identifier(id: Element<'_>) -> Option<(Option<String>, String)> {
    Some((id.attribute().map(str::to_owned), id.text()?.to_owned()))
}

fn references(billing: Element<'_>) -> impl Iterator<Item = Reference> {
    let documents = billing.all("InvoiceDocumentReference").chain(billing.all("CreditNoteDocumentReference"));
    documents.filter_map(|document| {
        Some(Reference {
            number: document.text_at("ID")?.to_owned(),
            date: document.text_at("IssueDate").and_then(day),
            type_code: document.text_at("DocumentTypeCode").map(str::to_owned),
        })
    })
}

/// What a line says.
pub fn line(line: Element<'_>) -> Line {
    Line::of(line.text_at("LineExtensionAmount"), line.all("BillingReference").flat_map(references))
}
