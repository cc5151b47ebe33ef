//! What the checks of a warehouse found: the answer of the query `checks`, given beside an extract, which cannot tell any more
//! what was wrong with the tables it was drawn from.

use macro_rules_attribute::apply;
use rust_decimal::Decimal;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $written:literal,)*) => {
        /// What is looked at, as `warehouse/` has it.
        #[apply(choice!)]
        #[derive(Copy)]
        pub enum WarehouseCheckCode {
            $($(#[$doc])* $name,)*
        }

        impl WarehouseCheckCode {
            fn of(written: &str) -> Option<Self> {
                match written {
                    $($written => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

codes! {
    /// Several invoices of one number.
    DuplicateInvoice = "duplicate_invoice",
    /// Invoices without a number.
    MissingInvoiceId = "missing_invoice_id",
    /// Invoices without a date of issue, which are in no figure.
    MissingIssueDate = "missing_issue_date",
    /// Invoices without a due date.
    MissingDueDate = "missing_due_date",
    /// Invoices without an amount, which are in no figure.
    MissingAmount = "missing_amount",
    /// Invoices due before they were issued.
    DueBeforeIssue = "due_before_issue",
    /// Documents that their status leaves out.
    LeftOutByStatus = "left_out_by_status",
    /// Statuses that are not known: such invoices count as open.
    UnknownStatus = "unknown_status",
    /// Invoices issued after the date.
    IssuedAfterDate = "issued_after_date",
    /// Invoices said to be paid, without a payment.
    PaidWithoutPayment = "paid_without_payment",
    /// Payments without a date, which count for nothing.
    MissingPaymentDate = "missing_payment_date",
    /// Payments of invoices that are not there.
    PaymentWithoutInvoice = "payment_without_invoice",
    /// More was paid than invoiced.
    PaidBeyondAmount = "paid_beyond_amount",
    /// Payments that came back.
    PaymentCameBack = "payment_came_back",
    /// Invoices of several currencies.
    SeveralCurrencies = "several_currencies",
}

/// Something that the checks of a warehouse found.
#[apply(answer!)]
pub struct WarehouseCheck {
    /// What.
    pub code: WarehouseCheckCode,
    /// How many rows.
    pub lines: u32,
    /// Their amount; `null` where nothing says it.
    pub amount: Option<Decimal>,
}

/// What the checks found, if that is what the text is: no row is nothing found.
///
/// # Examples
///
/// ```
/// use encours::import::checks::read;
///
/// let found = read("code,lines,amount\npaid_beyond_amount,2,35.50\n").expect("the answer of the query");
/// assert_eq!((found.len(), found[0].lines), (1, 2));
/// assert_eq!(read("code,lines,amount\n"), Some(Vec::new()));
/// assert_eq!(read("code,lines,amount\nF1,2,35.50\n"), None);
/// ```
#[must_use]
pub fn read(text: &str) -> Option<Vec<WarehouseCheck>> {
    let mut lines = text.lines();
    let heading = lines.next()?.trim_end();
    let delimiter = [',', ';', '\t'].into_iter().find(|delimiter| heading.contains(*delimiter))?;
    let cells = |line: &str| -> Vec<String> {
        line.split(delimiter).map(|cell| cell.trim().trim_matches('"').to_lowercase()).collect()
    };
    if cells(heading) != ["code", "lines", "amount"] {
        return None;
    }
    let check = |line: &str| {
        let cells = cells(line);
        let [code, lines, amount] = cells.as_slice() else { return None };
        // Programs write what is not there as nothing or by that name, and a sheet of another language with a comma.
        let written = if delimiter == ',' { amount.clone() } else { amount.replace(',', ".") };
        let amount = if matches!(amount.as_str(), "" | "null") { None } else { Some(written.parse().ok()?) };
        Some(WarehouseCheck { code: WarehouseCheckCode::of(code)?, lines: lines.parse().ok()?, amount })
    };
    lines.filter(|line| !line.trim().is_empty()).map(check).collect()
}
