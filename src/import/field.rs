//! What a column can mean, and the headers by which it is recognised.

use serde::{Deserialize, Serialize};

use super::source::Kind;

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

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// A month.
    Month,
    /// A date.
    Date,
    /// An amount.
    Amount,
    /// Text, kept as it is.
    Text,
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

    /// What its cells hold.
    #[must_use]
    pub const fn content(self) -> Content {
        match self {
            Self::Month => Content::Month,
            Self::IssueDate | Self::DueDate | Self::SettledDate => Content::Date,
            Self::Number | Self::Customer | Self::Status | Self::Currency | Self::DocumentType => Content::Text,
            _ => Content::Amount,
        }
    }

    /// The headers it goes by, in French, English and those of common exports; the best known first. Words in the form
    /// [`normalize`] gives.
    const fn headers(self) -> &'static [&'static str] {
        match self {
            Self::Month => &[
                "mois",
                "month",
                "periode",
                "period",
                "date",
                "fin de mois",
                "month end",
                "date de cloture",
                "annee mois",
            ],
            Self::SalesInclTax => &[
                "ca ttc",
                "chiffre d affaires ttc",
                "ventes ttc",
                "facturation ttc",
                "facture ttc",
                "sales incl tax",
                "sales incl vat",
                "sales including tax",
                "gross sales",
                "ca",
                "chiffre d affaires",
                "ventes",
                "sales",
                "revenue",
                "revenues",
                "credit sales",
                "turnover",
                "facturation",
                "net sales",
            ],
            Self::SalesExclTax => &[
                "ca ht",
                "chiffre d affaires ht",
                "ventes ht",
                "facturation ht",
                "sales excl tax",
                "sales excl vat",
                "sales excluding tax",
                "sales ex vat",
                "sales ex tax",
                "revenue excl tax",
            ],
            Self::Receivables => &[
                "encours",
                "encours clients",
                "encours client",
                "encours ttc",
                "encours clients ttc",
                "creances",
                "creances clients",
                "solde clients",
                "poste clients",
                "clients",
                "receivables",
                "accounts receivable",
                "trade receivables",
                "ar",
                "ar balance",
                "receivable",
                "debtors",
                "closing debtors",
                "ending ar",
            ],
            Self::Overdue => &[
                "echu",
                "encours echu",
                "creances echues",
                "dont echu",
                "retard",
                "en retard",
                "overdue",
                "past due",
                "overdue receivables",
                "overdue ar",
            ],
            Self::Disputed => &[
                "litiges",
                "litige",
                "en litige",
                "dont litiges",
                "dont litige",
                "encours en litige",
                "disputed",
                "disputes",
                "in dispute",
                "disputed receivables",
            ],
            Self::Purchases => &[
                "achats",
                "achats ttc",
                "purchases",
                "purchases incl tax",
                "purchases incl vat",
                "purchases including tax",
            ],
            Self::CostOfSales => &[
                "cout des ventes",
                "cout d achat",
                "cout des marchandises vendues",
                "cost of sales",
                "cogs",
                "cost of goods sold",
            ],
            Self::Inventory => &["stock", "stocks", "inventory", "inventories", "stock final"],
            Self::Payables => &[
                "fournisseurs",
                "dettes fournisseurs",
                "encours fournisseurs",
                "solde fournisseurs",
                "payables",
                "accounts payable",
                "trade payables",
                "ap",
                "creditors",
            ],
            Self::Number => &[
                "numero",
                "numero de facture",
                "n facture",
                "no facture",
                "num facture",
                "n de facture",
                "facture",
                "piece",
                "numero de piece",
                "n piece",
                "reference",
                "ref",
                "invoice number",
                "invoice no",
                "invoice",
                "invoice id",
                "number",
                "doc number",
                "doc id",
                "document number",
                "document",
                "id",
            ],
            Self::Customer => &[
                "client",
                "nom client",
                "nom du client",
                "raison sociale",
                "tiers",
                "customer",
                "customer name",
                "name customer",
                "client name",
                "contact name",
                "contact",
                "partner",
                "debiteur",
                "compte client",
                "code client",
                "customer id",
                "cust number",
                "customer number",
                "contact id",
                "account name",
            ],
            Self::IssueDate => &[
                "date de facture",
                "date facture",
                "date de facturation",
                "date d emission",
                "date emission",
                "emission",
                "date piece",
                "date de piece",
                "invoice date",
                "issue date",
                "issued",
                "issued on",
                "date issued",
                "billing date",
                "document date",
                "transaction date",
                "posting date",
                "baseline create date",
                "date",
                "invoice created",
                "created at",
                "created",
            ],
            Self::DueDate => &[
                "echeance",
                "date d echeance",
                "date echeance",
                "due date",
                "due",
                "due on",
                "due in date",
                "date due",
                "payment due",
                "payment due date",
            ],
            Self::SettledDate => &[
                "date de reglement",
                "date reglement",
                "date de paiement",
                "date paiement",
                "date d encaissement",
                "date encaissement",
                "regle le",
                "paye le",
                "payee le",
                "encaisse le",
                "reglement",
                "paid date",
                "payment date",
                "date paid",
                "paid on",
                "paid at",
                "settled",
                "settled on",
                "settled date",
                "clear date",
                "clearing date",
                "fully paid on date",
                "fully paid on",
                "settlement date",
                "closed date",
            ],
            Self::Amount => &[
                "montant ttc",
                "total ttc",
                "ttc",
                "montant",
                "montant facture",
                "montant total",
                "total facture",
                "amount incl tax",
                "amount incl vat",
                "total amount",
                "invoice amount",
                "gross amount",
                "amount",
                "total",
                "invoice total",
                "converted usd",
                "total open amount",
                "total due",
            ],
            Self::PaidAmount => &[
                "montant regle",
                "montant paye",
                "regle",
                "paye",
                "deja regle",
                "amount paid",
                "paid amount",
                "paid",
                "payments",
            ],
            Self::OpenAmount => &[
                "reste du",
                "reste a payer",
                "montant du",
                "montant ouvert",
                "solde",
                "solde du",
                "restant du",
                "open amount",
                "amount due",
                "balance",
                "balance due",
                "amount open",
                "outstanding",
                "amount remaining",
                "open balance",
            ],
            Self::Status => &["statut", "etat", "status", "state", "invoice status"],
            Self::Currency => &["devise", "monnaie", "currency", "currency code", "currency id", "invoice currency"],
            Self::DocumentType => {
                &["type", "type de piece", "type de document", "document type", "invoice type", "doc type"]
            }
        }
    }

    /// How well a header fits: 0 is the best known word for it, `None` is no fit. A whole header counts more than
    /// one that contains the words among others.
    fn fit(self, header: &str) -> Option<usize> {
        const CONTAINED: usize = 100;
        let words = self.headers();
        if let Some(rank) = words.iter().position(|word| *word == header) {
            return Some(rank);
        }
        let padded = format!(" {header} ");
        words
            .iter()
            .enumerate()
            // One short word inside a longer header says too little: "date" or "total" fit almost anything.
            .filter(|(_, word)| word.contains(' ') || word.len() >= 7)
            .find(|(_, word)| padded.contains(&format!(" {word} ")))
            .map(|(rank, _)| CONTAINED + rank)
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
            headers.iter().enumerate().filter_map(|(index, header)| Some((field.fit(header)?, index, *field)))
        })
        .collect();
    fits.sort_by_key(|(rank, index, _)| (*rank, *index));
    let mut mapping = vec![None; headers.len()];
    let mut taken = Vec::new();
    for (_, index, field) in fits {
        if let Some(slot @ None) = mapping.get_mut(index)
            && !taken.contains(&field)
        {
            *slot = Some(field);
            taken.push(field);
        }
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
