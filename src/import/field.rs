//! What a column can mean, and the headers by which it is recognised.

use serde::{Deserialize, Serialize};

use super::source::Kind;
use super::vocabulary::fit;

/// The meaning of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// Month of the row (series).
    Month,
    /// Sales including tax (series).
    SalesInclTax,
    /// Sales excluding tax (series).
    SalesExclTax,
    /// Receivables at the end of the month (series).
    Receivables,
    /// Receivables overdue at the end of the month (series).
    Overdue,
    /// Receivables in dispute at the end of the month (series).
    Disputed,
    /// Purchases including tax (series).
    Purchases,
    /// Cost of sales (series).
    CostOfSales,
    /// Inventory at the end of the month (series).
    Inventory,
    /// Payables at the end of the month (series).
    Payables,
    /// Invoice number.
    Number,
    /// Customer of the invoice.
    Customer,
    /// Issue date of the invoice.
    IssueDate,
    /// Due date of the invoice.
    DueDate,
    /// Date the invoice was settled on.
    SettledDate,
    /// Amount of the invoice, tax included.
    Amount,
    /// What was paid of it.
    PaidAmount,
    /// What is still open of it.
    OpenAmount,
    /// Status of the invoice.
    Status,
    /// Currency of the invoice.
    Currency,
    /// Type of the document: invoice, credit note, bill.
    DocumentType,
    /// Owed and not yet due (aged balance).
    NotDue,
    /// Owed and due for at most 30 days (aged balance).
    DaysTo30,
    /// Owed and due for 31 to 60 days (aged balance).
    DaysTo60,
    /// Owed and due for 61 to 90 days (aged balance).
    DaysTo90,
    /// Owed and due for 91 to 120 days (aged balance).
    DaysTo120,
    /// Owed and due for longer than the other columns say (aged balance).
    DaysBeyond,
    /// All a customer owes (aged balance).
    Balance,
    /// Code of the journal (FEC).
    JournalCode,
    /// Name of the journal (FEC).
    JournalLabel,
    /// Number of the entry (FEC).
    EntryNumber,
    /// Date of the entry (FEC).
    EntryDate,
    /// Account of the line (FEC).
    Account,
    /// Customer or supplier of the line, as a code (FEC).
    AuxiliaryAccount,
    /// Customer or supplier of the line, as a name (FEC).
    AuxiliaryLabel,
    /// Reference of the document (FEC).
    PieceReference,
    /// Date of the document (FEC).
    PieceDate,
    /// Text of the line (FEC).
    EntryLabel,
    /// Debit of the line (FEC).
    Debit,
    /// Credit of the line (FEC).
    Credit,
    /// Amount of the line, where one column holds debits and credits (FEC).
    SignedAmount,
    /// Debit or credit, where one column holds the amounts (FEC).
    Direction,
    /// Mark shared by the lines of an account that settle each other (FEC).
    Lettering,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// Text, kept as it is.
    Text,
    /// An amount.
    Amount,
    /// A day.
    Date,
    /// A month.
    Month,
}

impl Field {
    /// The fields of one kind of data, the ones it cannot do without first.
    #[must_use]
    pub const fn of(kind: Kind) -> &'static [Self] {
        match kind {
            Kind::Series => &[
                Self::Month,
                Self::SalesInclTax,
                Self::SalesExclTax,
                Self::Receivables,
                Self::Overdue,
                Self::Disputed,
                Self::Purchases,
                Self::CostOfSales,
                Self::Inventory,
                Self::Payables,
            ],
            Kind::Invoices => &[
                Self::IssueDate,
                Self::Amount,
                Self::Number,
                Self::Customer,
                Self::DueDate,
                Self::SettledDate,
                Self::PaidAmount,
                Self::OpenAmount,
                Self::Status,
                Self::Currency,
                Self::DocumentType,
            ],
            Kind::AgedBalance => &[
                Self::Customer,
                Self::NotDue,
                Self::DaysTo30,
                Self::DaysTo60,
                Self::DaysTo90,
                Self::DaysTo120,
                Self::DaysBeyond,
                Self::Balance,
            ],
            Kind::Fec => &[
                Self::EntryDate,
                Self::Account,
                Self::Debit,
                Self::Credit,
                Self::SignedAmount,
                Self::Direction,
                Self::JournalCode,
                Self::JournalLabel,
                Self::EntryNumber,
                Self::AuxiliaryAccount,
                Self::AuxiliaryLabel,
                Self::PieceReference,
                Self::PieceDate,
                Self::EntryLabel,
                Self::Lettering,
            ],
            Kind::Payments => &[Self::Number, Self::SettledDate, Self::PaidAmount],
        }
    }

    /// How many fields there are.
    pub const COUNT: usize = Self::Lettering.index() + 1;

    /// Its position among all fields.
    #[must_use]
    #[expect(clippy::as_conversions, reason = "an enum without fields has no other conversion, and rows need it fast")]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// What its cells hold.
    #[must_use]
    pub const fn nature(self) -> Nature {
        match self {
            Self::Month => Nature::Month,
            Self::IssueDate | Self::DueDate | Self::SettledDate | Self::EntryDate | Self::PieceDate => Nature::Date,
            Self::Number
            | Self::Customer
            | Self::Status
            | Self::Currency
            | Self::DocumentType
            | Self::JournalCode
            | Self::JournalLabel
            | Self::EntryNumber
            | Self::Account
            | Self::AuxiliaryAccount
            | Self::AuxiliaryLabel
            | Self::PieceReference
            | Self::EntryLabel
            | Self::Direction
            | Self::Lettering => Nature::Text,
            _ => Nature::Amount,
        }
    }

    /// Its name in requests and answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::SalesInclTax => "salesInclTax",
            Self::SalesExclTax => "salesExclTax",
            Self::Receivables => "receivables",
            Self::Overdue => "overdue",
            Self::Disputed => "disputed",
            Self::Purchases => "purchases",
            Self::CostOfSales => "costOfSales",
            Self::Inventory => "inventory",
            Self::Payables => "payables",
            Self::Number => "number",
            Self::Customer => "customer",
            Self::IssueDate => "issueDate",
            Self::DueDate => "dueDate",
            Self::SettledDate => "settledDate",
            Self::Amount => "amount",
            Self::PaidAmount => "paidAmount",
            Self::OpenAmount => "openAmount",
            Self::Status => "status",
            Self::Currency => "currency",
            Self::DocumentType => "documentType",
            Self::NotDue => "notDue",
            Self::DaysTo30 => "daysTo30",
            Self::DaysTo60 => "daysTo60",
            Self::DaysTo90 => "daysTo90",
            Self::DaysTo120 => "daysTo120",
            Self::DaysBeyond => "daysBeyond",
            Self::Balance => "balance",
            Self::JournalCode => "journalCode",
            Self::JournalLabel => "journalLabel",
            Self::EntryNumber => "entryNumber",
            Self::EntryDate => "entryDate",
            Self::Account => "account",
            Self::AuxiliaryAccount => "auxiliaryAccount",
            Self::AuxiliaryLabel => "auxiliaryLabel",
            Self::PieceReference => "pieceReference",
            Self::PieceDate => "pieceDate",
            Self::EntryLabel => "entryLabel",
            Self::Debit => "debit",
            Self::Credit => "credit",
            Self::SignedAmount => "signedAmount",
            Self::Direction => "direction",
            Self::Lettering => "lettering",
        }
    }
}

/// The columns of a header that have a meaning for one kind of data: each field goes to the column that fits it best,
/// the leftmost of equals.
#[must_use]
pub fn map_headers(kind: Kind, headers: &[&str]) -> Vec<Option<Field>> {
    let headers: Vec<String> = headers.iter().map(|header| normalize(header)).collect();
    let mut fits: Vec<(usize, usize, Field)> = Field::of(kind)
        .iter()
        .flat_map(|field| {
            let fits = |(index, header): (usize, &String)| Some((fit(kind, *field, header)?, index, *field));
            headers.iter().enumerate().filter_map(fits)
        })
        .collect();
    let mut mapping = vec![None; headers.len()];
    while let Some((_, column, field)) = fits.iter().min_by_key(|(rank, column, _)| (*rank, *column)).copied() {
        if let Some(slot) = mapping.get_mut(column) {
            *slot = Some(field);
        }
        fits.retain(|(_, other_column, other_field)| *other_column != column && *other_field != field);
    }
    mapping
}

/// Does the header say whether sales include tax?
#[must_use]
pub fn names_tax(header: &str) -> bool {
    let header = format!(" {} ", normalize(header));
    [" ttc ", " ht ", " tax ", " vat ", " gross "].iter().any(|word| header.contains(word))
}

/// A header reduced to plain lower-case words: no accents, no punctuation, camel case and `snake_case` split.
///
/// # Examples
///
/// ```
/// use encours::import::field::normalize;
///
/// assert_eq!(normalize("  Date d’Échéance "), "date d echeance");
/// assert_eq!(normalize("dueDate"), "due date");
/// assert_eq!(normalize("N° facture"), "n facture");
/// assert_eq!(normalize("> 90 jours"), "plus de 90 jours");
/// ```
#[must_use]
pub fn normalize(header: &str) -> String {
    let mut words = String::with_capacity(header.len());
    let mut previous_is_lower = false;
    for char in header.chars() {
        let plain = unaccented(char);
        if plain.is_alphanumeric() {
            if plain.is_uppercase() && previous_is_lower {
                words.push(' ');
            }
            previous_is_lower = plain.is_lowercase();
            words.extend(plain.to_lowercase());
        } else {
            previous_is_lower = false;
            if !words.is_empty() && !words.ends_with(' ') {
                words.push(' ');
            }
        }
    }
    words.truncate(words.trim_end().len());
    // `> 90 jours` and `120+` are the ages beyond, not those up to.
    if header.contains(['>', '+']) { format!("plus de {words}") } else { words }
}

fn unaccented(char: char) -> char {
    match char {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'û' | 'ù' | 'ü' => 'u',
        'ç' => 'c',
        'À' | 'Â' | 'Ä' => 'A',
        'É' | 'È' | 'Ê' | 'Ë' => 'E',
        'Î' | 'Ï' => 'I',
        'Ô' | 'Ö' => 'O',
        'Û' | 'Ù' | 'Ü' => 'U',
        'Ç' => 'C',
        other => other,
    }
}
