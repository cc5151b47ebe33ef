//! What a column can mean.

use super::source::Kind;
use macro_rules_attribute::apply;

/// The meaning of a column.
#[apply(choice!)]
#[derive(Copy, Hash)]
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
    /// Year of the row, where the month does not say it (series).
    Year,
    /// Amount of the invoice, tax excluded.
    AmountExclTax,
    /// Tax on the invoice.
    TaxAmount,
    /// Amount of a credit note, where credit notes have a column of their own.
    CreditNoteAmount,
    /// What was deducted from a payment: a discount granted, fees.
    Discount,
    /// Is the invoice in dispute?
    DisputedMark,
    /// Is the invoice paid?
    PaidMark,
    /// Is the invoice open?
    OpenMark,
    /// Date of a second payment.
    SecondSettledDate,
    /// What was paid by a second payment.
    SecondPaidAmount,
    /// Date of the picture the row belongs to.
    SnapshotDate,
    /// What tells the parts of a table apart: an entity, a side of the ledger, actual or planned.
    Part,
    /// Balance after the row (customer ledger).
    RunningBalance,
    /// Age of what is owed, where ages are rows (aged balance).
    Age,
    /// Name of the account (FEC).
    AccountLabel,
    /// Another status, beside the one that says whether the invoice is paid.
    OtherStatus,
    /// A day that takes the place of the due date.
    PutOffDueDate,
    /// The overdue part of what is in dispute at the end of the month (series).
    DisputedOverdue,
    /// What was handed over to a factor at the end of the month (series).
    Factored,
    /// Was the invoice handed over to a factor?
    FactoredMark,
    /// How many invoices a row stands for, where those of the same days are one row.
    InvoiceCount,
    /// What the figures can be split by, such as salesperson or region: any number of columns.
    Segment,
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
    #[expect(clippy::too_many_lines, reason = "a list for each kind")]
    pub const fn of(kind: Kind) -> &'static [Self] {
        match kind {
            Kind::Series => &[
                Self::Month,
                Self::SalesInclTax,
                Self::SalesExclTax,
                Self::Receivables,
                Self::Overdue,
                Self::Disputed,
                Self::DisputedOverdue,
                Self::Factored,
                Self::Purchases,
                Self::CostOfSales,
                Self::Inventory,
                Self::Payables,
                Self::Year,
                Self::Part,
                Self::Currency,
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
                Self::AmountExclTax,
                Self::TaxAmount,
                Self::CreditNoteAmount,
                Self::Discount,
                Self::DisputedMark,
                Self::FactoredMark,
                Self::PaidMark,
                Self::OpenMark,
                Self::SecondSettledDate,
                Self::SecondPaidAmount,
                Self::Direction,
                Self::EntryLabel,
                Self::SnapshotDate,
                Self::Part,
                Self::OtherStatus,
                Self::PutOffDueDate,
                Self::Lettering,
                Self::InvoiceCount,
                Self::Segment,
            ],
            Kind::CustomerLedger => &[
                Self::IssueDate,
                Self::Debit,
                Self::Credit,
                Self::SignedAmount,
                Self::Direction,
                Self::Number,
                Self::Customer,
                Self::DueDate,
                Self::JournalCode,
                Self::EntryLabel,
                Self::DocumentType,
                Self::Lettering,
                Self::RunningBalance,
                Self::Currency,
                Self::Segment,
            ],
            Kind::AgedBalance => &[
                Self::Customer,
                Self::NotDue,
                Self::DaysTo30,
                Self::DaysTo60,
                Self::DaysTo90,
                Self::DaysTo120,
                Self::DaysBeyond,
                Self::Overdue,
                Self::Balance,
                Self::Debit,
                Self::Credit,
                Self::Age,
                Self::Currency,
                Self::DocumentType,
                Self::SnapshotDate,
                Self::Part,
                Self::Segment,
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
                Self::AccountLabel,
            ],
            Kind::Payments => &[
                Self::SettledDate,
                Self::PaidAmount,
                Self::Number,
                Self::Customer,
                Self::Discount,
                Self::Status,
                Self::DocumentType,
                Self::Currency,
            ],
        }
    }

    /// How many fields there are.
    pub const COUNT: usize = Self::Segment.index() + 1;

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
            Self::IssueDate
            | Self::DueDate
            | Self::SettledDate
            | Self::SecondSettledDate
            | Self::SnapshotDate
            | Self::PutOffDueDate
            | Self::EntryDate
            | Self::PieceDate => Nature::Date,
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
            | Self::Lettering
            | Self::Year
            | Self::DisputedMark
            | Self::FactoredMark
            | Self::PaidMark
            | Self::OpenMark
            | Self::Part
            | Self::Age
            | Self::AccountLabel
            | Self::OtherStatus
            | Self::Segment => Nature::Text,
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
            Self::Year => "year",
            Self::AmountExclTax => "amountExclTax",
            Self::TaxAmount => "taxAmount",
            Self::CreditNoteAmount => "creditNoteAmount",
            Self::Discount => "discount",
            Self::DisputedMark => "disputedMark",
            Self::PaidMark => "paidMark",
            Self::OpenMark => "openMark",
            Self::SecondSettledDate => "secondSettledDate",
            Self::SecondPaidAmount => "secondPaidAmount",
            Self::SnapshotDate => "snapshotDate",
            Self::Part => "part",
            Self::RunningBalance => "runningBalance",
            Self::Age => "age",
            Self::AccountLabel => "accountLabel",
            Self::OtherStatus => "otherStatus",
            Self::PutOffDueDate => "putOffDueDate",
            Self::DisputedOverdue => "disputedOverdue",
            Self::Factored => "factored",
            Self::FactoredMark => "factoredMark",
            Self::InvoiceCount => "invoiceCount",
            Self::Segment => "segment",
        }
    }
}
