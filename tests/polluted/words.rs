//! What columns are called in six languages, in two ways each.

use super::Role;

/// A language of headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    French,
    English,
    German,
    Spanish,
    Italian,
    Dutch,
}

impl Language {
    pub const ALL: [Self; 6] = [Self::French, Self::English, Self::German, Self::Spanish, Self::Italian, Self::Dutch];

    const fn place(self) -> usize {
        match self {
            Self::French => 0,
            Self::English => 1,
            Self::German => 2,
            Self::Spanish => 3,
            Self::Italian => 4,
            Self::Dutch => 5,
        }
    }
}

/// The heading of a role in a language, the first or the second way to say it; `None` where there is none to choose.
pub fn heading(role: Role, language: Language, second: bool) -> Option<&'static str> {
    let (first, other) = all(role)?;
    (if second { other } else { first }).split('|').nth(language.place())
}

/// Both ways, French first, then English, German, Spanish, Italian, Dutch.
const fn all(role: Role) -> Option<(&'static str, &'static str)> {
    Some(match role {
        Role::Number => (
            "N° facture|Invoice number|Rechnungsnummer|Número de factura|Numero fattura|Factuurnummer",
            "N° pièce|Document no.|Belegnr.|Nº factura|N. documento|Factuurnr.",
        ),
        Role::Customer => (
            "Client|Customer|Kunde|Cliente|Cliente|Klant",
            "Tiers|Customer name|Debitor|Razón social|Ragione sociale|Debiteur",
        ),
        Role::Issue => (
            "Date de facture|Invoice date|Rechnungsdatum|Fecha factura|Data fattura|Factuurdatum",
            "Date d'émission|Issue date|Belegdatum|Fecha de emisión|Data documento|Datum",
        ),
        Role::Due => (
            "Échéance|Due date|Fälligkeit|Vencimiento|Scadenza|Vervaldatum",
            "Date limite de règlement|Payment due by|Zahlbar bis|Fecha límite de pago|Data scadenza|Uiterste betaaldatum",
        ),
        Role::Amount => (
            "Montant TTC|Total amount|Bruttobetrag|Importe total|Totale documento|Bedrag incl. btw",
            "Total TTC|Invoice total|Betrag brutto|Total factura|Importo totale|Factuurbedrag",
        ),
        Role::Settled => (
            "Date de règlement|Paid on|Bezahlt am|Fecha de cobro|Data incasso|Betaald op",
            "Réglée le|Payment date|Zahlungsdatum|Fecha de pago|Data pagamento|Betaaldatum",
        ),
        Role::Month => ("Mois|Month|Monat|Mes|Mese|Maand", "Période|Period|Periode|Periodo|Periodo|Periode"),
        Role::Sales => (
            "CA TTC|Sales incl. tax|Umsatz brutto|Ventas con IVA|Fatturato IVA inclusa|Omzet incl. btw",
            "Chiffre d'affaires TTC|Revenue|Umsatz|Ventas|Fatturato|Omzet",
        ),
        Role::Receivables => (
            "Encours clients|Receivables|Forderungen|Clientes pendientes|Crediti clienti|Debiteuren",
            "Créances clients|Trade receivables|Kundenforderungen|Cuentas por cobrar|Crediti verso clienti|Openstaande debiteuren",
        ),
        Role::Overdue => (
            "dont échu|of which overdue|davon überfällig|del cual vencido|di cui scaduto|waarvan vervallen",
            "Échu|Overdue|Überfällig|Vencido|Scaduto|Vervallen",
        ),
        Role::NotDue => (
            "Non échu|Not due|Nicht fällig|No vencido|A scadere|Niet vervallen",
            "À échoir|Current|Noch nicht fällig|Por vencer|Non scaduto|Nog niet vervallen",
        ),
        Role::To30 => (
            "1-30 jours|1-30 days|1-30 Tage|1-30 días|1-30 giorni|1-30 dagen",
            "De 1 à 30 j|1 to 30|1 bis 30|De 1 a 30|da 1 a 30|1 tot 30",
        ),
        Role::To60 => (
            "31-60 jours|31-60 days|31-60 Tage|31-60 días|31-60 giorni|31-60 dagen",
            "De 31 à 60 j|31 to 60|31 bis 60|De 31 a 60|da 31 a 60|31 tot 60",
        ),
        Role::To90 => (
            "61-90 jours|61-90 days|61-90 Tage|61-90 días|61-90 giorni|61-90 dagen",
            "De 61 à 90 j|61 to 90|61 bis 90|De 61 a 90|da 61 a 90|61 tot 90",
        ),
        Role::Beyond => (
            "> 90 jours|> 90 days|über 90 Tage|> 90 días|oltre 90 giorni|> 90 dagen",
            "Plus de 90 j|Over 90|mehr als 90|Más de 90|oltre 90|meer dan 90",
        ),
        Role::Balance => ("Solde|Balance|Saldo|Saldo|Saldo|Saldo", "Total dû|Total due|Gesamt|Total|Totale|Totaal"),
        Role::Day | Role::Side | Role::Account | Role::Other => return None,
    })
}
