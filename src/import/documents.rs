//! What types of documents mean.

use super::blank::is_blank;
use super::words::{Stems, has_words, normalize};

/// What a type says of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentType {
    /// An invoice, or nothing else.
    Invoice,
    /// A credit note.
    CreditNote,
    /// A payment.
    Payment,
    /// A payment that came back: as much is owed again, and nothing is sold.
    Returned,
    /// A quote, an order, a delivery note.
    Order,
    /// A supplier's invoice.
    Bill,
    /// An entry of the books that is no document.
    Entry,
    /// Not known here.
    Unknown,
}

const ORDER: Stems = Stems(
    "devis, quot*, estimat*, commande*, order*, pro forma, proforma, bon de, livraison*, angebot*, auftrag*, presupuesto*, preventivo*, offerte*, offert*, delivery*, bestell*, albaran*, pedido*, sales order, ddt",
);
const BILL: Stems = Stems(
    "in invoice, in refund, fournisseur*, achat*, purchase*, vendor*, supplier*, bill*, accpay*, einkauf*, proveedor*, fornitor*, leverancier*, inkoop*, compra*, kreditor*, lieferant*, eingangsrechnung*, recibida*, ricevut*, acquist*, payable*",
);
const OF_CUSTOMERS: Stems = Stems("client*, customer*, vente*, sales*, debitor*, kunden*");
const CREDIT: Stems = Stems(
    "avoir*, credit*, gutschrift*, refund*, abono*, rectific*, nota di c*, cn, cm, creditnota*, remboursement*, stornorechnung*, av, dg, sc, gu, accreccredit, note de credit, credit memo, nc, ac, rk, crm, storno*, 381, 396, 261, 262, 502, 503, rechnungskorrektur*, korrekturrechnung*, gutschr*, gs, avc, avocl, avcl, crn, scn, cr note*, ndc, nota accredito*, td04, td 04, n c, kundengutschrift*",
);
const PAYMENT: Stems = Stems(
    "payment*, pmt, reglement*, paiement*, zahlung*, receipt*, encaissement*, virement*, cobro*, pago*, incasso*, betaling*, dz, cheque*, prelevement*, cash, remise*, deposit*, versement*, pay, rcpt, sr, lcr, effet*, carte*, unapplied*, \
     unallocated*, on account, acompte recu, overpayment*, prepayment*, rgt, rglt, reg, ze, pagament*, ontvangst*, vooruitbetaling*, akonto*, entrega a cuenta",
);
const RETURNED: Stems = Stems(
    "reopened, returned payment*, payment returned, bounced*, chargeback*, rejet de prelevement*, prelevement rejete*, cheque rejete*, effet impaye*, rejet de paiement*, ruecklastschrift*, rucklastschrift*, insoluto*, storno incasso*",
);
const ENTRY: Stems = Stems(
    "entry, od, journal*, ecriture*, general journal, misc, opening balance, a nouveau*, adjustment*, ajustement*, operation diverse, ab, sa, write off",
);
const INVOICE: Stems = Stems(
    "fac*, ft, td01, td 01, inv*, rechn*, fatt*, si, re, ri, rv, dr, dm, doc*, vente*, sale*, client*, standard*, acompte*, solde*, debit*, f, r, d, fa, fv, fc, verkoop*, ausgangsrechnung*, emitida*, out invoice, accrec, debit note, tax invoice, fattura, factuur*, \
     326, 380, 383, 384, 386, 389, 393, 471, 472, 473, 500, 501, 875, 876, 877, facture*, situation*, service*, goods, product*, prestation*, abonnement*, subscription*, recurring*, one off, simple*, normal*, manual, auto*, retainer*, milestone*, progress*, deposit invoice, interim, final*, travaux, \
     vfac, vf, vi, ar, bn, ordinaria, ordinaire, commercial*, finance charge*, interest*, statement charge*, charge*",
);

/// What a type means.
///
/// # Examples
///
/// ```
/// use encours::import::documents::{DocumentType, document_type};
///
/// assert_eq!(document_type("Facture d'avoir"), DocumentType::CreditNote);
/// assert_eq!(document_type("out_refund"), DocumentType::CreditNote);
/// assert_eq!(document_type("Devis"), DocumentType::Order);
/// assert_eq!(document_type("Facture fournisseur"), DocumentType::Bill);
/// assert_eq!(document_type("Facture d'acompte"), DocumentType::Invoice);
/// assert_eq!(document_type("Rejet de prélèvement"), DocumentType::Returned);
/// ```
#[must_use]
pub fn document_type(text: &str) -> DocumentType {
    let words = normalize(text);
    let is_deposit_invoice = has_words(&words, "facture d acompte") || has_words(&words, "deposit invoice");
    let says_nothing = is_blank(text.as_bytes()) && !CREDIT.are_in(&words);
    if words.is_empty() || says_nothing || is_deposit_invoice {
        DocumentType::Invoice
    } else if BILL.are_in(&words) && !OF_CUSTOMERS.are_in(&words) {
        DocumentType::Bill
    } else if ORDER.are_in(&words)
        && (!says_invoice(&words) || words.contains("pro forma") || words.contains("proforma"))
    {
        DocumentType::Order
    } else if RETURNED.are_in(&words) {
        DocumentType::Returned
    } else if CREDIT.are_in(&words)
        && !has_words(&words, "credit sale")
        && !has_words(&words, "credit invoice")
        && !has_words(&words, "vente a credit")
    {
        DocumentType::CreditNote
    } else if PAYMENT.are_in(&words) {
        DocumentType::Payment
    } else if ENTRY.are_in(&words) {
        DocumentType::Entry
    } else if INVOICE.are_in(&words) {
        DocumentType::Invoice
    } else {
        DocumentType::Unknown
    }
}

/// Do the different values of a column speak of documents, so that it says what each of them is? Payments alone say how
/// invoices are paid, and services and goods what is sold.
#[must_use]
pub fn are_documents(texts: &[String]) -> bool {
    const SOLD: Stems = Stems("service*, goods, product*, produit*, prestation*, marchandise*, abonnement*, travaux");
    let is_named = |text: &String| {
        let words = normalize(text);
        let is_named = match document_type(text) {
            DocumentType::Unknown | DocumentType::Payment => false,
            DocumentType::Invoice => NAMED.are_in(&words) || words.len() <= 3,
            DocumentType::CreditNote
            | DocumentType::Order
            | DocumentType::Bill
            | DocumentType::Entry
            | DocumentType::Returned => true,
        };
        is_named && !words.is_empty() && !SOLD.are_in(&words)
    };
    texts.iter().any(is_named)
}

/// What an invoice is called, rather than what it is for.
const NAMED: Stems = Stems(
    "fac*, inv*, rechn*, fatt*, doc*, debit*, acompte*, solde*, situation*, deposit*, interim, final*, verkoop*, ausgangsrechnung*, emitida*, out invoice, accrec, tax invoice, 380, 386, 389, vente*, sale*, standard*, normal*, \
     ordinari*, ordinaire, statement charge*, finance charge*, retainer*, vfac",
);

/// Invoices made from orders say both.
fn says_invoice(words: &str) -> bool {
    ["facture", "factures", "invoice", "invoices", "rechnung", "factura", "fattura"]
        .iter()
        .any(|word| has_words(words, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_read_in_all_their_forms() {
        let cases = [
            ("INV", DocumentType::Invoice),
            ("DM", DocumentType::Invoice),
            ("CM", DocumentType::CreditNote),
            ("PMT", DocumentType::Payment),
            ("RV", DocumentType::Invoice),
            ("out_invoice", DocumentType::Invoice),
            ("in_invoice", DocumentType::Bill),
            ("entry", DocumentType::Entry),
            ("Avoir", DocumentType::CreditNote),
            ("Bon de commande", DocumentType::Order),
            ("Pro-forma", DocumentType::Order),
            ("Facture de solde", DocumentType::Invoice),
            ("Verkoop", DocumentType::Invoice),
            ("Inkoop", DocumentType::Bill),
            ("Sales Invoice", DocumentType::Invoice),
            ("Xyz", DocumentType::Unknown),
        ];
        for (text, expected) in cases {
            assert_eq!(document_type(text), expected, "{text}");
        }
    }
}
