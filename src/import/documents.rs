//! What types and statuses of documents mean.

use super::words::{has_words, normalize};

/// What a status says of an invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing.
    Silent,
    /// It is not, or no longer, an invoice: void, draft, refused.
    Void,
    /// It will never be paid.
    Lost,
    /// It is contested.
    Disputed,
    /// It is paid.
    Paid,
    /// It is paid in part.
    PartlyPaid,
    /// It is an invoice like others, paid or not.
    Open,
    /// Not known here.
    Unknown,
}

/// What a type says of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentType {
    /// An invoice, or nothing else.
    Invoice,
    /// A credit note.
    CreditNote,
    /// A payment.
    Payment,
    /// A quote, an order, a delivery note.
    Order,
    /// A supplier's invoice.
    Bill,
    /// An entry of the books that is no document.
    Entry,
    /// Not known here.
    Unknown,
}

/// Stems of a meaning: words that follow each other, where `*` ends a stem.
struct Stems(&'static str);

impl Stems {
    fn are_in(&self, words: &str) -> bool {
        self.0.split(',').map(str::trim).any(|stem| match stem.strip_suffix('*') {
            Some(start) => words.starts_with(start) || words.contains(&format!(" {start}")),
            None => has_words(words, stem),
        })
    }
}

const LOST: Stems = Stems(
    "irrecouvr*, uncollect*, written off, write off, bad debt, perte, passee en pertes, passe en pertes, passee en perte, incobrable*, inesigib*, ausgebucht*, abgeschrieben*, admise en non valeur, \
     admis en non valeur, oninbaar*, charged off, creance irrecouvrable",
);
const VOID: Stems = Stems(
    "void*, annul*, cancel*, abandon*, rejet*, refus*, draft*, brouillon*, delet*, supprim*, storn*, anulad*, borrador*, bozza*, entwurf*, concept, geannuleerd*, rechaz*, rifiut*, reject*, abgelehnt*, \
     proforma, pro forma, non emise, invalid*, irrecevable*, revers*, extourn*, replaced, remplacee, superseded",
);
const DISPUTED: Stems =
    Stems("litig*, disput*, contest*, strittig*, reklam*, reclam*, controvers*, betwist*, in query, on hold");
const PARTLY: Stems = Stems(
    "partial*, partiel*, teilweise*, teilbezahlt*, parcial*, parzial*, gedeeltelijk*, part paid, partly, partiallypaid, part payee, partially",
);
const UNPAID: Stems = Stems(
    "non pay*, non regl*, non sold*, non lettr*, unpaid*, impay*, not paid, unbezahlt*, no pagad*, non pagat*, niet betaald*, offen*, en attente, pending, topay, a payer, a regler, awaiting*, payment due, \
     onbetaald*, nicht bezahlt, in attesa, non acquitt*, non encaiss*, a encaisser, non saldat*, pendiente*, due, waiting, da pagare, to pay, payable, openstaand*, unsettled",
);
const PAID: Stems = Stems(
    "pay*, paid*, regl*, sold*, acquitt*, encaiss*, closed*, clotur*, bezahlt*, beglichen*, pagad*, pagat*, saldat*, betaald*, settled*, deposited*, lettr*, mise en paiement, complete, completed, ausgeglichen*, cobrad*, \
     incass*, erledigt*, comptabilise paye, fully paid, totalement*, honore*, cleared*, collected*, voldaan*, liquidad*, vereffend*, recouvre*, apure*, receipted*, paiement recu, virement recu",
);
const OPEN: Stems = Stems(
    "open*, ouvert*, abiert*, apert*, sent*, envoy*, valid*, overdue*, en retard, retard*, echu*, late*, posted*, viewed*, approv*, emis*, issued*, active*, actif*, standard*, transmis*, service fait, mandat*, suspend*, suspens*, \
     mise a disposition, depos*, recu*, submitted*, final*, accept*, aging, current*, vencid*, scadut*, fallig*, uberfallig*, relanc*, returned*, to send, prise en charge, complet*, unknown, normal*, factur*, invoiced*, booked*, \
     comptabilis*, enregistr*, imprim*, printed*, edite*, exporte*, authoris*, authoriz*, reminder*, dunning*, gemahnt*, mahn*, contentieux, recouvrement, escalat*, promis*, planned, scheduled, non echu*, a echoir, in corso, emitid*, \
     enviad*, gebucht*, versendet*, verzonden*, verstuurd*, gesendet*, confirme*, confirmed*, cree*, created*, created, new, nouveau, nouvelle, signee, definitiv*, locked, verrouille*, en cours, in progress, mise en demeure, collect*, \
     litigation, vervallen*, te laat, verstreken, herinnerd*, aanmaning*, sollecit*, atrasad*, ueberfallig*, in verzug, expired, processed*, traite*, certifi*, approuv*, mis a disposition, receptionn*",
);

/// What a status means.
///
/// # Examples
///
/// ```
/// use encours::import::documents::{Status, status};
///
/// assert_eq!(status("Réglée"), Status::Paid);
/// assert_eq!(status("Partially paid, $3,400.00 due"), Status::PartlyPaid);
/// assert_eq!(status("Impayée"), Status::Open);
/// assert_eq!(status("Rejetée"), Status::Void);
/// assert_eq!(status("Zurückgestellt"), Status::Unknown);
/// ```
#[must_use]
pub fn status(text: &str) -> Status {
    let words = normalize(text);
    let rules = [
        (&LOST, Status::Lost),
        (&VOID, Status::Void),
        (&DISPUTED, Status::Disputed),
        (&PARTLY, Status::PartlyPaid),
        (&UNPAID, Status::Open),
        (&PAID, Status::Paid),
        (&OPEN, Status::Open),
    ];
    if words.is_empty() {
        return match text.trim() {
            "✓" | "✔" | "☑" | "✅" => Status::Paid,
            _ => Status::Silent,
        };
    }
    // "Overdue by 3 days" speaks of days, not of payment; "paid on 12/09" of payment.
    let found = rules.into_iter().find(|(stems, _)| stems.are_in(&words)).map(|(_, status)| status);
    found.unwrap_or(Status::Unknown)
}

const ORDER: Stems = Stems(
    "devis, quot*, estimat*, commande*, order*, pro forma, proforma, bon de, livraison*, angebot*, auftrag*, presupuesto*, preventivo*, offerte*, offert*, delivery*, bestell*, albaran*, pedido*, sales order, ddt",
);
const BILL: Stems = Stems(
    "in invoice, in refund, fournisseur*, achat*, purchase*, vendor*, supplier*, bill*, accpay*, einkauf*, proveedor*, fornitor*, leverancier*, inkoop*, compra*, kreditor*, lieferant*, eingangsrechnung*, recibida*, ricevut*, acquist*, payable*",
);
const OF_CUSTOMERS: Stems = Stems("client*, customer*, vente*, sales*, debitor*, kunden*");
const CREDIT: Stems = Stems(
    "avoir*, credit*, gutschrift*, refund*, abono*, rectific*, nota di c*, cn, cm, creditnota*, remboursement*, stornorechnung*, av, dg, accreccredit, note de credit, credit memo, nc, ac, rk, crm, storno*, 381, 396, 261, 262",
);
const PAYMENT: Stems = Stems(
    "payment*, pmt, reglement*, paiement*, zahlung*, receipt*, encaissement*, virement*, cobro*, pago*, incasso*, betaling*, dz, cheque*, prelevement*, cash, remise*, deposit*, versement*, pay, rcpt, lcr, effet*, carte*, unapplied*, \
     unallocated*, on account, acompte recu, overpayment*, prepayment*",
);
const ENTRY: Stems = Stems(
    "entry, od, journal*, ecriture*, general journal, misc, opening balance, a nouveau*, adjustment*, ajustement*, operation diverse, ab, sa, write off",
);
const INVOICE: Stems = Stems(
    "fac*, inv*, rechn*, fatt*, ri, rv, dr, dm, doc*, vente*, sale*, client*, standard*, acompte*, solde*, debit*, f, r, d, fa, fv, fc, verkoop*, ausgangsrechnung*, emitida*, out invoice, accrec, debit note, tax invoice, fattura, factuur*, \
     380, 386, 389, facture*, situation*, service*, goods, product*, prestation*, abonnement*, subscription*, recurring*, one off, simple*, normal*, manual, auto*, retainer*, milestone*, progress*, deposit invoice, interim, final*, travaux, \
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
/// ```
#[must_use]
pub fn document_type(text: &str) -> DocumentType {
    let words = normalize(text);
    let is_deposit_invoice = has_words(&words, "facture d acompte") || has_words(&words, "deposit invoice");
    if words.is_empty() || is_deposit_invoice {
        DocumentType::Invoice
    } else if BILL.are_in(&words) && !OF_CUSTOMERS.are_in(&words) {
        DocumentType::Bill
    } else if ORDER.are_in(&words)
        && (!says_invoice(&words) || words.contains("pro forma") || words.contains("proforma"))
    {
        DocumentType::Order
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
    fn statuses_are_read_in_all_their_forms() {
        let cases = [
            ("", Status::Silent),
            ("Payée", Status::Paid),
            ("Paid on 12/09/2025", Status::Paid),
            ("Deposited", Status::Paid),
            ("Mise en paiement", Status::Paid),
            ("Acquittée", Status::Paid),
            ("Cobrada", Status::Paid),
            ("Payment Due", Status::Open),
            ("Overdue 27 days", Status::Open),
            ("Mandatée", Status::Open),
            ("Suspendue", Status::Open),
            ("posted", Status::Open),
            ("Pendiente", Status::Open),
            ("Non payée", Status::Open),
            ("Impayée", Status::Open),
            ("PartiallyPaid", Status::PartlyPaid),
            ("Abandonnée", Status::Void),
            ("Brouillon", Status::Void),
            ("En litige", Status::Disputed),
            ("Irrécouvrable", Status::Lost),
            ("✓", Status::Paid),
        ];
        for (text, expected) in cases {
            assert_eq!(status(text), expected, "{text}");
        }
    }

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
