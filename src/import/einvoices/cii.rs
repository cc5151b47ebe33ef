//! Cross Industry Invoices: Factur-X, `ZUGFeRD` 2.x, and the earlier document of `ZUGFeRD` 1.0, whose parts have other names.

use super::amount::day;
use super::invoice::{Discount, Due, EInvoice, Party, Reference};
use super::lines::Line;
use super::tree::{Element, Root, Tree};
use super::ubl::identifier;

/// Names of the parts of a document.
struct Names {
    head: &'static str,
    context: &'static str,
    transaction: &'static str,
    agreement: &'static str,
    delivery: &'static str,
    settlement: &'static str,
    summation: &'static str,
}

const NAMES: Names = Names {
    head: "ExchangedDocument",
    context: "ExchangedDocumentContext",
    transaction: "SupplyChainTradeTransaction",
    agreement: "ApplicableHeaderTradeAgreement",
    delivery: "ApplicableHeaderTradeDelivery",
    settlement: "ApplicableHeaderTradeSettlement",
    summation: "SpecifiedTradeSettlementHeaderMonetarySummation",
};

const NAMES_OF_ZUGFERD_1: Names = Names {
    head: "HeaderExchangedDocument",
    context: "SpecifiedExchangedDocumentContext",
    transaction: "SpecifiedSupplyChainTradeTransaction",
    agreement: "ApplicableSupplyChainTradeAgreement",
    delivery: "ApplicableSupplyChainTradeDelivery",
    settlement: "ApplicableSupplyChainTradeSettlement",
    summation: "SpecifiedTradeSettlementMonetarySummation",
};

/// An invoice or a credit note; `None` without a root.
pub fn invoice(root: Root, tree: &Tree) -> Option<EInvoice> {
    let names = if root == Root::CiiOfZugferd1 { NAMES_OF_ZUGFERD_1 } else { NAMES };
    let document = tree.root()?;
    let head = document.at(names.head);
    let transaction = document.at(names.transaction);
    let agreement = transaction.and_then(|of| of.at(names.agreement));
    let delivery = transaction.and_then(|of| of.at(names.delivery));
    let settlement = transaction.and_then(|of| of.at(names.settlement));
    let total = settlement.and_then(|of| of.at(names.summation));
    let text = |of: Option<Element<'_>>, path: &str| of.and_then(|of| of.text_at(path)).map(str::to_owned);
    let mut bad_dates = Vec::new();
    let mut date = |of: Option<Element<'_>>, path: &str| {
        let text = of?.at(path).and_then(date_text)?;
        day(text).or_else(|| {
            bad_dates.push(text.to_owned());
            None
        })
    };
    let issue_date = date(head, "IssueDateTime");
    let delivery_date = date(delivery, "ActualDeliverySupplyChainEvent/OccurrenceDateTime");
    let period = [
        date(settlement, "BillingSpecifiedPeriod/StartDateTime"),
        date(settlement, "BillingSpecifiedPeriod/EndDateTime"),
    ];
    let currency = text(settlement, "InvoiceCurrencyCode");
    let tax_currency = text(settlement, "TaxCurrencyCode");
    let (due, discounts) = settlement.map(terms).unwrap_or_default();
    let descriptions: Vec<&str> = settlement
        .into_iter()
        .flat_map(|of| of.all("SpecifiedTradePaymentTerms"))
        .filter_map(|terms| terms.text_at("Description"))
        .collect();
    let context = document.at(names.context);
    let taxes = || settlement.into_iter().flat_map(|of| of.all("ApplicableTradeTax"));
    let references = settlement.into_iter().flat_map(|of| of.all("InvoiceReferencedDocument"));
    let order = agreement.and_then(|of| of.at("BuyerOrderReferencedDocument"));
    let invoice = EInvoice {
        syntax: "CII",
        root: root.name(),
        profile: text(context, "GuidelineSpecifiedDocumentContextParameter/ID"),
        process: text(context, "BusinessProcessSpecifiedDocumentContextParameter/ID"),
        number: text(head, "ID").unwrap_or_default(),
        issue_date,
        type_code: text(head, "TypeCode"),
        due,
        discounts,
        terms: (!descriptions.is_empty()).then(|| descriptions.join(" | ")),
        buyer: party(agreement.and_then(|of| of.at("BuyerTradeParty"))),
        seller: party(agreement.and_then(|of| of.at("SellerTradeParty"))),
        payee: text(settlement, "PayeeTradeParty/Name"),
        total_excl: text(total, "TaxBasisTotalAmount"),
        tax: total.and_then(|total| tax(total, currency.as_deref())),
        tax_accounting: total.zip(tax_currency.as_deref()).and_then(|(total, currency)| tax_in(total, Some(currency))),
        tax_currency,
        currency,
        total_incl: text(total, "GrandTotalAmount"),
        prepaid: text(total, "TotalPrepaidAmount"),
        rounding: text(total, "RoundingAmount"),
        payable: text(total, "DuePayableAmount"),
        preceding: references.filter_map(reference).collect(),
        delivery_date,
        period,
        order_ref: text(order, "IssuerAssignedID").or_else(|| text(order, "ID")).filter(|order| order != "NA"),
        tax_point_code: taxes().find_map(|tax| tax.text_at("DueDateTypeCode")).map(str::to_owned),
        means: text(settlement, "SpecifiedTradeSettlementPaymentMeans/TypeCode"),
        lines: tree.lines.clone(),
        lines_total: text(total, "LineTotalAmount"),
        allowances: text(total, "AllowanceTotalAmount"),
        charges: text(total, "ChargeTotalAmount"),
        bad_dates,
        ..EInvoice::default()
    };
    Some(invoice.settled(false))
}

/// A date stands in an element of its own, whatever its format.
pub fn date_text(element: Element<'_>) -> Option<&str> {
    element.text().or_else(|| element.children().find_map(Element::text))
}

/// When what is due, and what is given for paying earlier: a term with a discount is one for who pays early, unless it
/// counts its days and its date is the only one there is.
fn terms(settlement: Element<'_>) -> (Vec<Due>, Vec<Discount>) {
    let (mut due, mut discounts, mut shared) = (Vec::new(), Vec::new(), Vec::new());
    for terms in settlement.all("SpecifiedTradePaymentTerms") {
        let date = terms.at("DueDateDateTime").and_then(date_text).and_then(day);
        let amount = terms.text_at("PartialPaymentAmount").map(str::to_owned);
        if let Some(discount) = terms.at("ApplicableTradePaymentDiscountTerms") {
            let text = |path: &str| discount.text_at(path).map(str::to_owned);
            let days = text("BasisPeriodMeasure");
            if days.is_some() {
                shared.extend(date.map(|date| Due { date, amount: amount.clone() }));
            }
            let own = discount.at("BasisDateTime").and_then(date_text).and_then(day);
            discounts.push(Discount {
                date: if days.is_some() { own } else { date.or(own) },
                percent: text("CalculationPercent"),
                basis: text("BasisAmount"),
                days,
            });
        } else {
            due.extend(date.map(|date| Due { date, amount }));
        }
    }
    (if due.is_empty() { shared } else { due }, discounts)
}

fn tax(total: Element<'_>, currency: Option<&str>) -> Option<String> {
    let Some(currency) = currency else { return total.text_at("TaxTotalAmount").map(str::to_owned) };
    tax_in(total, Some(currency)).or_else(|| tax_in(total, None))
}

fn tax_in(total: Element<'_>, currency: Option<&str>) -> Option<String> {
    let mut amounts = total.all("TaxTotalAmount").filter(|amount| amount.attribute() == currency);
    amounts.find_map(Element::text).map(str::to_owned)
}

fn party(party: Option<Element<'_>>) -> Party {
    let Some(party) = party else { return Party::default() };
    let legal = party.at("SpecifiedLegalOrganization/ID");
    let mut registrations = party.all("SpecifiedTaxRegistration").filter_map(|tax| tax.at("ID"));
    let others = party.all("ID").chain(party.all("GlobalID"));
    Party {
        name: party.text_at("Name").map(str::to_owned),
        legal_id: legal.and_then(Element::text).map(str::to_owned),
        legal_scheme: legal.and_then(Element::attribute).map(str::to_owned),
        vat_id: registrations.find(|id| id.attribute() == Some("VA")).and_then(Element::text).map(str::to_owned),
        other_ids: others.filter_map(identifier).collect(),
    }
}

fn reference(document: Element<'_>) -> Option<Reference> {
    let number = document.text_at("IssuerAssignedID").or_else(|| document.text_at("ID"))?;
    let date = document.at("FormattedIssueDateTime").or_else(|| document.at("IssueDateTime"));
    Some(Reference {
        number: number.to_owned(),
        date: date.and_then(date_text).and_then(day),
        type_code: document.text_at("TypeCode").map(str::to_owned),
    })
}

/// What a line says; nothing for one that only gathers others or informs.
pub fn line(line: Element<'_>) -> Option<Line> {
    let reason = line.text_at("AssociatedDocumentLineDocument/LineStatusReasonCode");
    if reason.is_some_and(|reason| reason != "DETAIL") {
        return None;
    }
    let settlement = line.at("SpecifiedLineTradeSettlement").or_else(|| line.at("SpecifiedSupplyChainTradeSettlement"));
    let sums = ["SpecifiedTradeSettlementLineMonetarySummation", "SpecifiedTradeSettlementMonetarySummation"];
    let sum = settlement.and_then(|of| sums.iter().find_map(|name| of.at(name)));
    let references = settlement.into_iter().flat_map(|of| of.all("InvoiceReferencedDocument"));
    let net = sum.and_then(|sum| sum.text_at("LineTotalAmount"));
    Some(Line::of(net, references.filter_map(reference)))
}
