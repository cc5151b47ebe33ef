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
        }
    }

    /// How many fields there are.
    pub const COUNT: usize = Self::DocumentType.index() + 1;

    /// Its position among all fields.
    #[must_use]
    #[expect(clippy::as_conversions, reason = "an enum without fields has no other conversion, and rows need it fast")]
    pub const fn index(self) -> usize {
        self as usize
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
            let fits = |(index, header): (usize, &String)| Some((fit(*field, header)?, index, *field));
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
    words
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
