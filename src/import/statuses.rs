//! What the status of an invoice means: a small grammar rather than a list of phrases.

use super::words::{Stems, is_one_of, normalize};

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
    /// It was handed over to a factor: not paid by its customer yet.
    Factored,
    /// It is paid.
    Paid,
    /// It is paid in part.
    PartlyPaid,
    /// It is an invoice like others, paid or not.
    Open,
    /// It is an invoice like others, and it is said not to be known whether it is paid.
    PaymentUnknown,
    /// Not known here.
    Unknown,
}

const LOST: Stems = Stems(
    "irrecouvr*, uncollect*, written off, write off, bad debt, perte, passee en pertes, passe en pertes, passee en perte, incobrable*, inesigib*, ausgebucht*, abgeschrieben*, admise en non valeur, \
     admis en non valeur, oninbaar*, charged off, creance irrecouvrable",
);
const VOID: Stems = Stems(
    "void*, annul*, cancel*, abandon*, rejet*, refus*, draft*, brouillon*, delet*, supprim*, storn*, anulad*, borrador*, bozza*, entwurf*, concept, geannuleerd*, rechaz*, rifiut*, reject*, abgelehnt*, \
     proforma, pro forma, non emise, invalid*, irrecevable*, revers*, extourn*, replaced, remplacee, superseded, awaiting approval, pending approval, waiting for approval",
);
const DISPUTED: Stems =
    Stems("litig*, disput*, contest*, strittig*, reklam*, reclam*, controvers*, betwist*, in query, on hold");
const FACTORED: Stems = Stems(
    "cede, cedee, cedees, cedes, cession, cession dailly, dailly, affactur*, factor, factored, factoring, factoris*, mobilise*, subroge*, escompte*, sold to factor, assigned, abgetreten, zediert, factorizad*, cedid*, ceduta, cedute, gefactord*,      verkauft an factor",
);
const PARTLY: Stems = Stems(
    "partial*, partiel*, teilweise*, teilbezahlt*, parcial*, parzial*, gedeeltelijk*, deels, teils, part paid, partly, partiallypaid, part payee, partially, en partie, in part, acompte recu, acompte verse*, acompte paye*, \
     deposit received, deposit paid, anzahlung erhalten",
);
const UNPAID: Stems = Stems(
    "outstanding*, ausstehend*, non pay*, non regl*, non sold*, non lettr*, unpaid*, impay*, not paid, unbezahlt*, no pagad*, non pagat*, niet betaald*, offen*, en attente, pending, topay, a payer, a regler, awaiting*, payment due, \
     onbetaald*, nicht bezahlt, in attesa, non acquitt*, non encaiss*, a encaisser, non saldat*, pendiente*, due, waiting, da pagare, to pay, payable, openstaand*, unsettled, pay now, pay online, chargeback*, charged back",
);
const PAID: Stems = Stems(
    "pay*, paid*, regl*, sold*, acquitt*, encaiss*, closed*, clotur*, bezahlt*, beglichen*, pagad*, pagat*, saldat*, betaald*, settled*, deposited*, lettr*, mise en paiement, complete, completed, ausgeglichen*, cobrad*, \
     incass*, erledigt*, comptabilise paye, fully paid, totalement*, honore*, cleared*, collected*, voldaan*, liquidad*, vereffend*, recouvre*, apure*, receipted*, virement recu",
);
const OPEN: Stems = Stems(
    "open*, ouvert*, billed*, abiert*, apert*, sent*, envoy*, valid*, overdue*, en retard, retard*, echu*, late*, posted*, viewed*, approv*, emis*, issued*, active*, actif*, standard*, transmis*, service fait, mandat*, suspend*, suspens*, \
     mise a disposition, depos*, recu*, submitted*, final*, accept*, aging, current*, vencid*, scadut*, fallig*, uberfallig*, relanc*, returned*, to send, prise en charge, complet*, unknown, normal*, factur*, invoiced*, booked*, \
     comptabilis*, enregistr*, imprim*, printed*, edite*, exporte*, authoris*, authoriz*, reminder*, dunning*, gemahnt*, mahn*, doubtful*, douteu*, zweifelhaft*, dudos*, contentieux, recouvrement, escalat*, promis*, planned, scheduled, non echu*, a echoir, in corso, emitid*, \
     enviad*, gebucht*, versendet*, verzonden*, verstuurd*, gesendet*, confirme*, confirmed*, cree*, created*, created, new, nouveau, nouvelle, signee, definitiv*, locked, verrouille*, en cours, in progress, mise en demeure, collect*, \
     litigation, vervallen*, te laat, verstreken, herinnerd*, aanmaning*, sollecit*, atrasad*, ueberfallig*, in verzug, expired, processed*, traite*, certifi*, approuv*, mis a disposition, receptionn*",
);

/// The money itself, or who carries it: what fails, or is expected, of these is the payment and not the invoice.
const PAYMENT: Stems = Stems(
    "payment*, paiement*, reglement*, prelevement*, cheque*, virement*, lcr, zahlung*, lastschrift*, uberweisung*, pago, pagos, pagamento*, betaling*, incasso*, sepa, direct debit, bank*, banque*",
);

/// What becomes of a payment that pays nothing.
const FAILED: Stems = Stems(
    "rejet*, reject*, refus*, declin*, fail*, echec*, echou*, annul*, cancel*, revers*, bounce*, retourn*, returned*, rechaz*, rifiut*, respint*, insolut*, fehlgeschlagen*, abgelehnt*, zuruck*, storn*, geweigerd*, mislukt*, \
     devuel*, fallit*, void*",
);

/// What is said of a payment that nobody knows of.
const NOT_KNOWN: Stems =
    Stems("unknown, not known, inconnu*, non connu*, unbekannt, desconocid*, sconosciut*, onbekend");

/// What makes a payment one that was received.
const RECEIVED: Stems = Stems(
    "recu*, receiv*, complet*, done, ok, effectu*, clear*, settled, made, success*, succeed*, eingegangen*, erhalten*, recib*, ricevut*, ontvangen*, total*, mise en paiement, confirm*, applied, posted, paid, paye*",
);

/// What makes a payment one that is yet to come.
const EXPECTED: Stems = Stems(
    "overdue, due, late, expected, attendu*, reminder*, relanc*, plan*, promis*, prevu*, schedul*, retard*, en cours, in process, processing, pending, attente, initi*, demand*, request*, erwartet*, uberfallig*, vencid*, scadut*",
);

/// Words that deny what stands beside them.
const DENIALS: &str = "pas, non, no, not, nicht, niet, nie, never, jamais, kein, keine, sans, senza, sin, without";

/// Words before what is yet to happen.
const YET_TO_COME: &str =
    "a, to, be, da, por, zu, te, will, sera, seront, doit, must, should, wird, noch, nog, avant, before, bis";

/// What a status means.
///
/// A payment that failed leaves its invoice open, an invoice that was refused is none; what is denied or yet to come
/// ("pas encore payée", "da incassare") is not paid; a payment of which nothing says that it was received is not known
/// to be one.
///
/// # Examples
///
/// ```
/// use encours::import::statuses::{Status, status};
///
/// assert_eq!(status("Réglée"), Status::Paid);
/// assert_eq!(status("Pas encore payée"), Status::Open);
/// assert_eq!(status("Partially paid, $3,400.00 due"), Status::PartlyPaid);
/// assert_eq!(status("Impayée"), Status::Open);
/// assert_eq!(status("Rejetée"), Status::Void);
/// assert_eq!(status("Prélèvement rejeté"), Status::Open);
/// assert_eq!(status("Zurückgestellt"), Status::Unknown);
/// ```
#[must_use]
pub fn status(text: &str) -> Status {
    let words = normalize(text);
    if words.is_empty() {
        return match text.trim() {
            "✓" | "✔" | "☑" | "✅" => Status::Paid,
            _ => Status::Silent,
        };
    }
    let is = |stems: Stems| stems.are_in(&words);
    if is(LOST) {
        Status::Lost
    } else if is(PAYMENT) && is(FAILED) {
        Status::Open
    } else if is(PAYMENT) && is(NOT_KNOWN) {
        Status::PaymentUnknown
    } else if is(VOID) {
        Status::Void
    } else if is(DISPUTED) {
        Status::Disputed
    } else if is(FACTORED) && !(is(PAID) && !is(UNPAID) && !is_yet_to_be_paid(&words)) {
        // "Not handed over" says of it that it is like others.
        if words.split(' ').any(|word| is_one_of(word, DENIALS)) { Status::Open } else { Status::Factored }
    } else if is(PARTLY) {
        Status::PartlyPaid
    // "Overdue by 3 days" speaks of days, not of payment; "paid on 12/09" of payment.
    } else if is(UNPAID) || is_yet_to_be_paid(&words) {
        Status::Open
    } else if is(PAID) && !names_a_payment_alone(&words) {
        Status::Paid
    } else if is(PAYMENT) && is(EXPECTED) {
        Status::Open
    } else if is(PAYMENT) && (is(RECEIVED) || words.bytes().any(|byte| byte.is_ascii_digit())) {
        Status::Paid
    } else if is(OPEN) {
        Status::Open
    } else {
        Status::Unknown
    }
}

/// Is it denied that the invoice is paid, or is that yet to come?
fn is_yet_to_be_paid(words: &str) -> bool {
    let mut before = words.split(' ').take_while(|word| !PAID.are_in(word));
    let is_denied = words.split(' ').any(|word| is_one_of(word, DENIALS));
    PAID.are_in(words) && (is_denied || before.any(|word| is_one_of(word, YET_TO_COME)))
}

/// Is nothing said to be paid, but a payment named?
fn names_a_payment_alone(words: &str) -> bool {
    PAYMENT.are_in(words) && words.split(' ').filter(|word| PAID.are_in(word)).all(|word| PAYMENT.are_in(word))
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
            ("Cédée au factor", Status::Factored),
            ("Affacturée", Status::Factored),
            ("Factored", Status::Factored),
            ("Non cédée", Status::Open),
            ("Cédée, réglée par le client", Status::Paid),
            ("Irrécouvrable", Status::Lost),
            ("✓", Status::Paid),
            ("Pas payée", Status::Open),
            ("Not yet paid", Status::Open),
            ("To be paid", Status::Open),
            ("Non ancora pagata", Status::Open),
            ("Da incassare", Status::Open),
            ("No cobrada", Status::Open),
            ("Nicht ausgeglichen", Status::Open),
            ("Niet voldaan", Status::Open),
            ("Non recouvrée", Status::Open),
            ("Sera payée", Status::Open),
            ("Will pay", Status::Open),
            ("Pay now", Status::Open),
            ("Paid? no", Status::Open),
            ("Règlement attendu", Status::Open),
            ("Payment overdue", Status::Open),
            ("Payment reminder sent", Status::Open),
            ("Payment plan", Status::Open),
            ("Payment received", Status::Paid),
            ("Paiement effectué", Status::Paid),
            ("Règlement", Status::Unknown),
            ("Pagata parzialmente", Status::PartlyPaid),
            ("Deels betaald", Status::PartlyPaid),
            ("Rejet de prélèvement", Status::Open),
            ("Paiement refusé", Status::Open),
            ("Payment reversed", Status::Open),
            ("Refused by bank", Status::Open),
            ("Refusée", Status::Void),
            ("Awaiting approval", Status::Void),
            ("Payment unknown", Status::PaymentUnknown),
            ("Règlement inconnu", Status::PaymentUnknown),
            ("Unknown", Status::Open),
            ("Prélèvement rejeté : motif inconnu", Status::Open),
            ("Payée le 12/09/2025 par virement", Status::Paid),
        ];
        for (text, expected) in cases {
            assert_eq!(status(text), expected, "{text}");
        }
    }
}
