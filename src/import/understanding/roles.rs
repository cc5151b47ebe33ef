//! What a heading must say, and must not say, for its column to be one of a field: weights of concepts, not lists of
//! headings.

use super::concepts::{Concept as C, Concepts};
use crate::import::field::Field;

/// What most cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    /// No cell holds anything.
    Empty,
    /// Days.
    Date,
    /// Months.
    Month,
    /// Whole numbers.
    Integer,
    /// Numbers.
    Number,
    /// Anything else.
    Text,
}

impl ColumnType {
    /// Are its cells numbers?
    #[must_use]
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Integer | Self::Number)
    }
}

/// What makes a heading one of a field.
pub struct Role {
    /// What the cells of its column may be.
    pub types: &'static [ColumnType],
    /// Of these the heading must speak of one; the rest only adds.
    core: &'static [C],
    /// What speaks for it and against it, in tenths.
    weights: &'static [(C, i32)],
}

/// Points below which a column is none of a field.
pub const ENOUGH: i32 = 20;

const TEXT: &[ColumnType] = &[ColumnType::Text, ColumnType::Empty];
const LABEL: &[ColumnType] = &[
    ColumnType::Text,
    ColumnType::Integer,
    ColumnType::Number,
    ColumnType::Empty,
    ColumnType::Date,
    ColumnType::Month,
];
const NAME: &[ColumnType] = &[ColumnType::Text, ColumnType::Integer, ColumnType::Empty];
const MONEY: &[ColumnType] = &[ColumnType::Number, ColumnType::Integer];
const MAYBE_MONEY: &[ColumnType] = &[ColumnType::Number, ColumnType::Integer, ColumnType::Empty];
const DAY: &[ColumnType] = &[ColumnType::Date];

/// Points of a heading for a field, in tenths; `None` where its words do not speak of it.
#[must_use]
pub fn points(field: Field, concepts: Concepts) -> Option<i32> {
    let role = role(field)?;
    if !role.core.is_empty() && !concepts.has_any(role.core) {
        return None;
    }
    let said = || role.weights.iter().filter(|(concept, _)| concepts.has(*concept)).map(|(_, weight)| *weight);
    said().any(|weight| weight > 0).then(|| said().sum())
}

/// The role of a field; `None` for one that no heading names.
#[must_use]
#[expect(clippy::too_many_lines, reason = "a table of weights, one entry for each field")]
pub const fn role(field: Field) -> Option<Role> {
    Some(match field {
        Field::Number | Field::EntryNumber | Field::PieceReference => return Some(reference(field)),
        Field::IssueDate
        | Field::DueDate
        | Field::SettledDate
        | Field::SnapshotDate
        | Field::EntryDate
        | Field::PieceDate => {
            return Some(day(field));
        }
        Field::Amount
        | Field::OpenAmount
        | Field::PaidAmount
        | Field::AmountExclTax
        | Field::TaxAmount
        | Field::CreditNoteAmount
        | Field::Discount => return Some(invoice_amount(field)),
        Field::SalesInclTax
        | Field::SalesExclTax
        | Field::Receivables
        | Field::Overdue
        | Field::Disputed
        | Field::Factored
        | Field::Inventory
        | Field::Payables
        | Field::Purchases
        | Field::CostOfSales => return Some(monthly_amount(field)),
        Field::Customer => Role {
            types: NAME,
            core: &[C::Client],
            weights: &[
                (C::Client, 30),
                (C::Entity, -2),
                (C::Status, -20),
                (C::Number, -10),
                (C::Tax, -40),
                (C::Amount, -40),
                (C::Date, -50),
                (C::Open, -40),
                (C::Kind, -20),
                (C::Account, -10),
                (C::Currency, -40),
                (C::CreditLimit, -30),
                (C::Price, -30),
                (C::Label, -10),
                (C::Unused, -20),
                (C::Supplier, -20),
                (C::Sales, -30),
            ],
        },
        Field::Status => Role {
            types: TEXT,
            core: &[],
            weights: &[
                (C::Status, 30),
                (C::Pay, 5),
                (C::Sending, -40),
                (C::Permission, -40),
                (C::Date, -40),
                (C::Amount, -30),
                (C::Mode, -30),
                (C::Disputed, -20),
                (C::Number, -30),
                (C::Client, -30),
                (C::Letter, -20),
                (C::Account, -30),
                (C::Label, -10),
            ],
        },
        Field::DisputedMark => Role {
            types: TEXT,
            core: &[C::Disputed],
            weights: &[(C::Disputed, 50), (C::Date, -30), (C::Amount, -30), (C::Label, -30)],
        },
        Field::FactoredMark => Role {
            types: TEXT,
            core: &[C::Factored],
            weights: &[(C::Factored, 50), (C::Date, -30), (C::Label, -30), (C::Number, -30), (C::Rate, -60)],
        },
        Field::DocumentType => Role {
            types: &[ColumnType::Text],
            core: &[],
            weights: &[
                (C::Kind, 30),
                (C::Sending, -40),
                (C::Pay, -30),
                (C::Date, -40),
                (C::Amount, -30),
                (C::Number, -20),
                (C::Tax, -40),
                (C::Side, -30),
                (C::Account, -20),
                (C::Label, -10),
                (C::Invoice, 5),
            ],
        },
        Field::Currency => Role {
            types: &[ColumnType::Text],
            core: &[C::Currency],
            weights: &[(C::Currency, 40), (C::Amount, -40), (C::Rate, -40), (C::Open, -30)],
        },
        Field::Direction => Role { types: LABEL, core: &[C::Side], weights: &[(C::Side, 50), (C::Amount, -30)] },
        Field::Debit => Role {
            types: MAYBE_MONEY,
            core: &[C::Debit],
            weights: &[
                (C::Debit, 40),
                (C::Credit, -20),
                (C::Count, -50),
                (C::Account, -30),
                (C::Date, -40),
                (C::Foreign, -20),
                (C::Open, -15),
                (C::Running, -20),
            ],
        },
        Field::Credit => Role {
            types: MAYBE_MONEY,
            core: &[C::Credit],
            weights: &[
                (C::Credit, 40),
                (C::Debit, -20),
                (C::Count, -50),
                (C::CreditLimit, -60),
                (C::CreditNote, -30),
                (C::Date, -40),
                (C::Account, -20),
                (C::Open, -25),
                (C::Foreign, -20),
                (C::Running, -20),
            ],
        },
        Field::SignedAmount => Role {
            types: MONEY,
            core: &[C::Amount],
            weights: &[
                (C::Amount, 30),
                (C::Tax, -40),
                (C::Foreign, -30),
                (C::Count, -50),
                (C::Rate, -50),
                (C::BaseCurrency, 20),
            ],
        },
        Field::RunningBalance => Role {
            types: MONEY,
            core: &[C::Open, C::Running],
            weights: &[(C::Open, 20), (C::Running, 30), (C::Date, -40)],
        },
        Field::Account => Role {
            types: NAME,
            core: &[C::Account],
            weights: &[
                (C::Account, 40),
                (C::Label, -40),
                (C::Client, -30),
                (C::Auxiliary, -50),
                (C::Counterpart, -80),
                (C::Amount, -30),
                (C::Number, 10),
                (C::Date, -40),
                (C::Open, -40),
            ],
        },
        Field::AccountLabel => Role {
            types: TEXT,
            core: &[C::Account],
            weights: &[(C::Account, 20), (C::Label, 30), (C::Auxiliary, -50), (C::Client, -20), (C::Counterpart, -80)],
        },
        Field::AuxiliaryAccount => Role {
            types: NAME,
            core: &[C::Auxiliary, C::Client],
            weights: &[
                (C::Auxiliary, 30),
                (C::Client, 20),
                (C::Number, 10),
                (C::Label, -40),
                (C::Account, 5),
                (C::Amount, -40),
            ],
        },
        Field::AuxiliaryLabel => Role {
            types: TEXT,
            core: &[C::Auxiliary, C::Client],
            weights: &[
                (C::Auxiliary, 20),
                (C::Client, 15),
                (C::Label, 30),
                (C::Number, -30),
                (C::Account, -10),
                (C::Amount, -40),
            ],
        },
        Field::JournalCode => Role {
            types: LABEL,
            core: &[C::Journal],
            weights: &[(C::Journal, 40), (C::Label, -30), (C::Date, -40), (C::Number, 5)],
        },
        Field::JournalLabel => Role {
            types: TEXT,
            core: &[C::Journal],
            weights: &[(C::Journal, 20), (C::Label, 30), (C::Client, 10), (C::Number, -30)],
        },
        Field::EntryLabel => Role {
            types: LABEL,
            core: &[C::Label],
            weights: &[
                (C::Label, 30),
                (C::Entry, 10),
                (C::Journal, -40),
                (C::Account, -40),
                (C::Auxiliary, -40),
                (C::Client, -15),
                (C::Amount, -30),
            ],
        },
        Field::Lettering => {
            Role { types: LABEL, core: &[C::Letter], weights: &[(C::Letter, 40), (C::Date, -60), (C::Amount, -40)] }
        }
        Field::Month => Role {
            types: &[ColumnType::Month, ColumnType::Date],
            core: &[C::Month],
            // A quarter beside its months says less.
            weights: &[(C::Month, 30), (C::Quarter, -10), (C::Pay, -40), (C::Due, -40), (C::Week, -60)],
        },
        Field::Year => {
            Role { types: NAME, core: &[C::Year], weights: &[(C::Year, 40), (C::Month, -20), (C::Amount, -50)] }
        }
        _ => return None,
    })
}

/// Numbers that name a document.
const fn reference(field: Field) -> Role {
    match field {
        Field::EntryNumber => Role {
            types: LABEL,
            core: &[C::Entry],
            weights: &[(C::Entry, 30), (C::Number, 20), (C::Label, -40), (C::Date, -60), (C::Letter, -60)],
        },
        Field::PieceReference => Role {
            types: LABEL,
            core: &[C::Number, C::Invoice],
            weights: &[
                (C::Number, 20),
                (C::Invoice, 20),
                (C::Entry, -30),
                (C::Account, -40),
                (C::Date, -40),
                (C::Auxiliary, -40),
                (C::Label, -30),
                (C::Journal, -30),
                (C::Amount, -30),
                (C::Kind, -30),
            ],
        },
        _ => Role {
            types: LABEL,
            core: &[C::Number, C::Invoice],
            weights: &[
                (C::Number, 20),
                (C::Invoice, 20),
                (C::OtherReference, -30),
                (C::Client, -30),
                (C::Date, -40),
                (C::Amount, -30),
                (C::Kind, -30),
                (C::Tax, -30),
                (C::Open, -30),
                (C::Count, -50),
                (C::Currency, -40),
                (C::CreditLimit, -40),
                (C::Status, -10),
                (C::Rate, -40),
                (C::Label, -20),
                (C::Price, -30),
                (C::Days, -30),
                (C::Due, -30),
                (C::Account, -30),
                (C::Journal, -30),
                (C::Letter, -30),
                (C::Pay, -20),
                (C::Unused, -20),
                (C::Sales, -5),
            ],
        },
    }
}

/// Days.
const fn day(field: Field) -> Role {
    match field {
        Field::DueDate => Role {
            types: &[ColumnType::Date, ColumnType::Integer],
            core: &[C::Due],
            weights: &[
                (C::Due, 30),
                (C::Date, 10),
                (C::TimeLimit, 30),
                (C::OtherDeadline, -70),
                (C::Pay, -10),
                (C::Amount, -40),
                (C::Open, -5),
                (C::PutOff, -10),
                (C::Planned, -10),
                (C::Mode, -30),
                (C::Overdue, -40),
                (C::Count, -40),
                (C::Snapshot, -10),
                (C::Client, -10),
                (C::CreditLimit, -20),
            ],
        },
        Field::SettledDate => Role {
            types: &[ColumnType::Date, ColumnType::Empty],
            core: &[C::Pay, C::Letter, C::Settling],
            weights: &[
                (C::Pay, 30),
                (C::Date, 10),
                (C::Settling, 15),
                (C::Issue, -10),
                (C::Planned, -80),
                (C::Due, -50),
                (C::Mode, -50),
                (C::StatusDate, -40),
                (C::Letter, 10),
                (C::Amount, -30),
                (C::TimeLimit, -90),
                (C::Payer, -60),
                (C::Validity, -60),
            ],
        },
        Field::SnapshotDate => Role {
            types: DAY,
            core: &[C::Snapshot],
            weights: &[(C::Snapshot, 40), (C::Pay, -40), (C::Due, -30), (C::Issue, -20), (C::Date, 5)],
        },
        Field::EntryDate => Role {
            types: DAY,
            core: &[C::Date],
            weights: &[
                (C::Date, 20),
                (C::Entry, 20),
                (C::Journal, 5),
                (C::Invoice, -20),
                (C::Validity, -40),
                (C::StatusDate, -40),
                (C::Letter, -60),
                (C::Due, -50),
                (C::Pay, -30),
            ],
        },
        Field::PieceDate => Role {
            types: DAY,
            core: &[C::Invoice],
            weights: &[
                (C::Date, 20),
                (C::Invoice, 20),
                (C::Entry, -30),
                (C::Validity, -50),
                (C::Letter, -60),
                (C::Due, -50),
            ],
        },
        _ => Role {
            types: DAY,
            core: &[C::Date, C::Issue],
            weights: &[
                (C::Recorded, -4),
                (C::Date, 20),
                (C::Issue, 20),
                (C::Due, -60),
                (C::Pay, -60),
                (C::Planned, -60),
                (C::StatusDate, -40),
                (C::Snapshot, -40),
                (C::Open, -5),
                (C::Letter, -60),
                (C::Mode, -20),
                (C::CreditLimit, -40),
            ],
        },
    }
}

/// Amounts of an invoice.
#[expect(clippy::too_many_lines, reason = "a table of weights, one entry for each field")]
const fn invoice_amount(field: Field) -> Role {
    match field {
        Field::OpenAmount => Role {
            types: MONEY,
            core: &[C::Open, C::ToPay, C::Due],
            weights: &[
                (C::Open, 40),
                (C::ToPay, 30),
                (C::Original, -50),
                (C::Overdue, -20),
                (C::Instalment, -40),
                (C::Due, 10),
                (C::Amount, 10),
                (C::Incl, 10),
                (C::Excl, -30),
                (C::Tax, -40),
                (C::Running, -60),
                (C::Count, -90),
                (C::CreditLimit, -80),
                (C::Deduct, -30),
                (C::Foreign, -20),
                (C::BaseCurrency, 20),
                (C::Days, -50),
                (C::Rate, -80),
                (C::Pay, -10),
                (C::Price, -30),
                (C::Client, -40),
                (C::Planned, -30),
                (C::Date, -10),
                (C::Account, -20),
                (C::Prior, -60),
            ],
        },
        Field::PaidAmount => Role {
            types: MONEY,
            core: &[C::Pay],
            weights: &[
                (C::Pay, 30),
                (C::Amount, 10),
                (C::Open, -40),
                (C::Planned, -40),
                (C::Count, -80),
                (C::Date, -20),
                (C::Mode, -40),
                (C::Deduct, -30),
                (C::Days, -50),
                (C::Due, -30),
                (C::Number, -50),
                (C::Payer, -60),
                (C::Client, -40),
                (C::Rate, -70),
                (C::CreditLimit, -50),
                (C::Foreign, -20),
                (C::BaseCurrency, 20),
                (C::ToPay, -60),
            ],
        },
        Field::AmountExclTax => Role {
            types: MONEY,
            core: &[C::Excl],
            weights: &[
                (C::Excl, 40),
                (C::Amount, 10),
                (C::Tax, -20),
                (C::Count, -80),
                (C::Rate, -80),
                (C::Open, -40),
                (C::Incl, -60),
                (C::Price, -30),
            ],
        },
        Field::TaxAmount => Role {
            types: MONEY,
            core: &[C::Tax],
            weights: &[
                (C::Tax, 40),
                (C::Incl, -60),
                (C::Excl, -60),
                (C::Rate, -80),
                (C::Count, -80),
                (C::Number, -30),
                (C::Client, -40),
                (C::Kind, -30),
            ],
        },
        Field::CreditNoteAmount => Role {
            types: MONEY,
            core: &[C::CreditNote],
            weights: &[(C::CreditNote, 40), (C::Amount, 10), (C::Number, -50), (C::Count, -60), (C::Date, -50)],
        },
        Field::Discount => Role {
            types: MONEY,
            core: &[C::Deduct],
            weights: &[(C::Deduct, 30), (C::Rate, -50), (C::Count, -60), (C::Number, -50), (C::Excl, -20)],
        },
        _ => Role {
            types: MONEY,
            core: &[C::Amount, C::Incl, C::Invoice, C::Sales, C::ToPay, C::Net, C::BaseCurrency],
            weights: &[
                (C::Amount, 20),
                (C::Incl, 40),
                (C::Excl, -40),
                (C::Tax, -30),
                (C::Pay, -50),
                (C::Open, -20),
                (C::Deduct, -50),
                (C::Count, -90),
                (C::CreditLimit, -70),
                (C::Rate, -80),
                (C::Price, -40),
                (C::Days, -40),
                (C::Foreign, -30),
                (C::BaseCurrency, 30),
                (C::Number, -20),
                (C::Planned, -30),
                (C::Invoice, 10),
                (C::Sales, 10),
                (C::Credit, -30),
                (C::Net, 10),
                (C::ToPay, 30),
                (C::Original, 30),
                (C::Brut, -10),
                (C::Running, -50),
                (C::Budget, -50),
                (C::Prior, -50),
                (C::Receivable, -10),
                (C::Average, -40),
                (C::Purchase, -30),
                (C::Supplier, -30),
            ],
        },
    }
}

/// Amounts of a month.
#[expect(clippy::too_many_lines, reason = "a table of weights, one entry for each field")]
const fn monthly_amount(field: Field) -> Role {
    match field {
        Field::SalesExclTax => Role {
            types: MONEY,
            core: &[C::Excl],
            weights: &[
                (C::Sales, 20),
                (C::Excl, 40),
                (C::Count, -90),
                (C::Running, -50),
                (C::Rolling, -90),
                (C::Budget, -70),
                (C::Prior, -70),
                (C::Rate, -90),
                (C::Receivable, -30),
                (C::Incl, -60),
                (C::Purchase, -60),
                (C::Supplier, -60),
                (C::Inventory, -60),
            ],
        },
        Field::Receivables => Role {
            types: MONEY,
            core: &[C::Receivable, C::Open],
            weights: &[
                (C::Receivable, 40),
                (C::Open, 20),
                (C::Count, -90),
                (C::CreditLimit, -90),
                (C::Budget, -70),
                (C::Prior, -70),
                (C::Rate, -90),
                (C::Overdue, -50),
                (C::Disputed, -60),
                (C::Factored, -60),
                (C::Supplier, -60),
                (C::Average, -60),
                (C::Sales, -30),
                (C::Days, -40),
                (C::Running, -20),
                (C::Excl, -10),
                (C::Amount, 10),
                (C::Opening, -30),
                (C::Closing, 10),
                (C::Inventory, -60),
                (C::Purchase, -50),
            ],
        },
        Field::Overdue => Role {
            types: MONEY,
            core: &[C::Overdue],
            weights: &[
                (C::Overdue, 50),
                // What is both has a column of its own.
                (C::Disputed, -60),
                (C::Count, -90),
                (C::Budget, -70),
                (C::Prior, -70),
                (C::Days, -30),
                (C::Rate, -30),
            ],
        },
        Field::Disputed => Role {
            types: MONEY,
            core: &[C::Disputed],
            weights: &[(C::Disputed, 60), (C::Overdue, -70), (C::Count, -80), (C::Rate, -60)],
        },
        Field::Factored => Role {
            types: MONEY,
            core: &[C::Factored],
            weights: &[(C::Factored, 60), (C::Count, -80), (C::Rate, -60), (C::Sales, -30)],
        },
        Field::Inventory => Role {
            types: MONEY,
            core: &[C::Inventory],
            weights: &[
                (C::Inventory, 50),
                (C::Budget, -60),
                (C::Prior, -60),
                (C::Rate, -80),
                (C::Days, -60),
                (C::Opening, -30),
            ],
        },
        Field::Payables => Role {
            types: MONEY,
            core: &[C::Supplier],
            weights: &[
                (C::Supplier, 50),
                (C::Budget, -60),
                (C::Prior, -60),
                (C::Rate, -80),
                (C::Days, -60),
                (C::Opening, -30),
                (C::Count, -80),
            ],
        },
        Field::Purchases => Role {
            types: MONEY,
            core: &[C::Purchase],
            weights: &[
                (C::Purchase, 50),
                (C::Budget, -60),
                (C::Prior, -60),
                (C::Rate, -80),
                (C::CostOfSales, -40),
                (C::Count, -80),
            ],
        },
        Field::CostOfSales => Role {
            types: MONEY,
            core: &[C::CostOfSales],
            weights: &[(C::CostOfSales, 60), (C::Budget, -70), (C::Prior, -70)],
        },
        _ => Role {
            types: MONEY,
            // With tax alone, `TTC` beside `HT`, it is sales too.
            core: &[C::Sales, C::Incl],
            weights: &[
                (C::Sales, 40),
                (C::Incl, 10),
                (C::Excl, -10),
                (C::Count, -90),
                (C::Running, -15),
                (C::Rolling, -90),
                (C::Budget, -70),
                (C::Prior, -70),
                (C::Rate, -90),
                (C::Receivable, -30),
                (C::Open, -30),
                (C::Supplier, -40),
                (C::Purchase, -50),
                (C::Tax, -30),
                (C::Average, -50),
                (C::CreditLimit, -60),
                (C::Days, -60),
                (C::Overdue, -40),
                (C::CostOfSales, -60),
                (C::Deduct, -30),
            ],
        },
    }
}
