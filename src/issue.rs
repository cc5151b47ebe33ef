//! Findings on the data.

use std::cmp::Reverse;

use macro_rules_attribute::apply;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// How much a finding matters.
#[apply(answer!)]
#[derive(Copy, PartialOrd, Ord)]
pub enum Severity {
    /// Good to know; the figures stand.
    Info,
    /// The figures stand on an assumption, or leave a row out.
    Warning,
    /// Nothing could be read, or a figure is missing because of it.
    Error,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $severity:ident,)*) => {
        /// What a finding is about. The code is stable and written in kebab case.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
        #[serde(rename_all = "kebab-case")]
        pub enum IssueCode {
            $($(#[$doc])* $name,)*
        }

        impl IssueCode {
            /// How much a finding of this code matters.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self {
                    $(Self::$name => Severity::$severity,)*
                }
            }
        }
    };
}

codes! {
    /// Nothing was given, or only white space.
    EmptyInput = Error,
    /// The bytes are a picture, an archive or another binary format; `text` names it where known.
    BinaryInput = Error,
    /// A NUL byte in what should be text; `line` is where the first one stands.
    NulByte = Error,
    /// Sentences rather than a table.
    NotATable = Error,
    /// One column only: a month or a date and an amount are the least that is needed.
    OneColumn = Error,
    /// More columns than are read; `count` is how many there are.
    TooManyColumns = Error,
    /// A line longer than is read, often a quote that is never closed; `count` is its length in bytes.
    LineTooLong = Error,
    /// A header and nothing below it.
    NoDataRows = Error,
    /// The columns are not those of any kind that is read; `text` lists the headers.
    UnrecognisedColumns = Error,
    /// A column this kind of data cannot do without; `text` is the field.
    MissingColumn = Error,
    /// Every row was rejected.
    NoAcceptedRows = Error,
    /// A batch of postings for the DATEV software: it holds no balances, and its accounts mean what its plan says.
    DatevPostings = Error,
    /// Payments without the invoices they pay.
    PaymentsAlone = Error,
    /// The checks of a warehouse without the extract that they speak of.
    ChecksAlone = Error,
    /// Electronic invoices were given, and none of them is a sale that can be read.
    NoSalesDocuments = Error,
    /// A journal of sales alone: nothing in it is ever paid, so that it does not say what customers owe; `text` is the
    /// journal.
    SalesJournalAlone = Error,
    /// Lines of customers that are all charges, without any other account: open items, not a general ledger.
    OpenItemsAlone = Error,
    /// No header row was found: columns were told by their content.
    NoHeader = Warning,
    /// Bytes that are not valid in the encoding were replaced.
    InvalidBytes = Warning,
    /// The bytes come from an encoding that is not read, such as a DOS code page: accents are wrong, figures are not.
    UnknownEncoding = Warning,
    /// Every date can be read day first or month first; the first such date is in `text`.
    AmbiguousDateOrder = Warning,
    /// Some dates only read day first, others only month first.
    MixedDateOrder = Warning,
    /// Every amount such as `1,234` can be read with the mark as decimal or as thousands.
    AmbiguousDecimalMark = Warning,
    /// Some amounts only read with a decimal comma, others only with a decimal point.
    MixedDecimalMarks = Warning,
    /// A date that does not exist or cannot be read: the row is rejected.
    InvalidDate = Warning,
    /// A month that cannot be read: the row is rejected.
    InvalidMonth = Warning,
    /// An amount that cannot be read: the row is rejected.
    InvalidAmount = Warning,
    /// A number of invoices that is no whole number above zero: the row is rejected.
    InvalidCount = Warning,
    /// An amount beyond 15 integer digits: the row is rejected.
    AmountTooLarge = Warning,
    /// A cell the row cannot do without is empty: the row is rejected.
    MissingValue = Warning,
    /// A table that is not read, beside one that is; `count` is how many lines it has, `text` its title or its
    /// headings.
    TableNotRead = Warning,
    /// Two columns fit one field alike; `column` is the one that is read, `text` names both with what they sum up to.
    TwoColumnsFit = Warning,
    /// An amount that nothing ties to what is read; `text` names it, `amount` is its sum.
    AmountNotUsed = Warning,
    /// The rows could be data of another kind; `text` names it.
    TwoKindsFit = Warning,
    /// No column says what is paid: every invoice counts as open.
    NoPaymentColumn = Warning,
    /// Amounts are known without tax only, so that every balance is too small by the rate of tax.
    AmountsExclTax = Warning,
    /// Receivables are given without tax, sales with it: no DSO follows from them, so sales are not read.
    TaxBasesDiffer = Warning,
    /// Most rows have more cells than there are headings, as where decimal commas are not told from delimiters.
    MoreCellsThanHeadings = Error,
    /// A row written with another delimiter than the others: it is rejected.
    OtherDelimiter = Warning,
    /// A row that ends before an amount that every row has: it is rejected.
    ShortRow = Warning,
    /// A row at the end that is called a total and does not add up; `amount` is by how much it differs.
    TotalsDiffer = Warning,
    /// Rows of a sheet that users do not see, hidden by a filter or by hand, are in the figures; `amount` is what they
    /// make.
    HiddenRows = Warning,
    /// Rows of a sheet that users do not see, and that its total leaves out, are in no figure.
    HiddenRowsSetAside = Info,
    /// Formulas of a sheet whose results were not saved: their cells are empty.
    FormulasWithoutValues = Warning,
    /// Amounts that a sheet holds as text, whose point can only be one between thousands; `amount` is what they make.
    ThousandsAsText = Warning,
    /// Days and months of some dates were exchanged when a spreadsheet opened the file, those of others were not.
    SwappedDates = Error,
    /// Another picture of the same customers, on another sheet or in another file: the latest is read, else the one
    /// that stands last.
    OtherPicturesSetAside = Warning,
    /// An account without any digit, as a broken formula leaves it: the line is rejected.
    InvalidAccount = Warning,
    /// Cells joined in rows that have one too many: a delimiter stood inside a text.
    CellsJoined = Warning,
    /// Quotes that hold nothing together, read as characters like others.
    StrayQuote = Warning,
    /// A status that is not known: the invoices that have it are set aside.
    UnknownStatus = Warning,
    /// A type of document that is not known: the documents that have it are set aside.
    UnknownType = Warning,
    /// Every amount of the list is negative, as in a view of credits: their signs are turned.
    CreditView = Warning,
    /// What is open of an invoice exceeds its amount.
    OpenExceedsAmount = Warning,
    /// An aged balance whose ages count from the invoice date: what is overdue is not known.
    AgesFromInvoiceDate = Warning,
    /// Overdue amounts that no age is given for.
    LateWithoutAge = Info,
    /// A day in words that can be read in two orders, taken as the table itself speaks for.
    AmbiguousTitleDate = Warning,
    /// A year that no invoice has.
    ImplausibleYear = Warning,
    /// Receivables so small beside sales that they are rather a count.
    ImplausibleReceivables = Warning,
    /// A column of customers that counts them, rather than what they owe.
    CountOfCustomers = Error,
    /// Entities that are not there in every month: their sum would lack those that are missing.
    EntitiesWithGaps = Error,
    /// A list of postings for `QuickBooks`: it holds no balances.
    IifPostings = Error,
    /// Postings whose documents cancel out: a list of invoices has none.
    LedgerPostings = Error,
    /// A table of suppliers: no DSO follows from it.
    OfSuppliers = Error,
    /// Movements of accounts without invoices, as those of a bank.
    NoInvoicesInLedger = Error,
    /// The same rows again in another file: they count once.
    OverlapSetAside = Info,
    /// The same invoices one by one and in groups: one of the two counts.
    GroupsBesideList = Info,
    /// Rows of an aged balance that name the same customer.
    CustomerOnSeveralRows = Info,
    /// Payments that came back: as much is owed again from their day, beside the sales.
    ReturnedPayments = Info,
    /// Rows that stand for several invoices each: how many in all.
    GroupedInvoices = Info,
    /// A document that is cut off, or not what it seems; `text` is its file.
    DocumentDamaged = Warning,
    /// A document that declares a type of its own, whose entities could be anything; `text` is its file.
    DocumentTypeDeclared = Warning,
    /// A document that asks for a password; `text` is its file.
    DocumentEncrypted = Warning,
    /// A document larger than any, or that swells to be; `text` is its file.
    DocumentTooLarge = Warning,
    /// A PDF or an XML without an invoice in it; `text` is its file.
    DocumentWithoutInvoice = Warning,
    /// An archive in an archive in an archive; `text` is its file.
    ArchiveTooDeep = Warning,
    /// An invoice without number, date or amount; `text` is the file of the first.
    DocumentIncomplete = Warning,
    /// Documents of which the company is neither seller nor buyer; `text` is the file of the first.
    DocumentsOfOthers = Warning,
    /// Whose sales the documents are cannot be told: `text` names who they may be of.
    CompanyUnclear = Warning,
    /// The same invoice again, with other amounts: the one that says more counts; `text` is its number.
    CopiesDiffer = Warning,
    /// Invoices that buyers wrote, beside some of the seller for the same customer, day and amount: both count.
    SelfBilledTwice = Warning,
    /// Credit notes of negative sums: they may reduce what is owed, or raise it.
    NegativeCreditNotes = Warning,
    /// Instalments that do not make what is due: all of it is taken as due on the last day.
    InstalmentsDiffer = Warning,
    /// No message and no list says what was paid: sales and terms are known, receivables are not.
    PaymentsUnknown = Warning,
    /// The same of purchases: they are known, payables are not.
    PayablesUnknown = Info,
    /// Messages about invoices that are not there; `text` is the number of the first.
    StatusWithoutInvoice = Warning,
    /// Numbers that are missing in a run of them; `text` is the first.
    NumbersMissing = Warning,
    /// Dates of documents that are none; `text` is the first.
    DatesUnread = Warning,
    /// Files that are no documents; `text` is the first.
    OtherFiles = Info,
    /// The company whose sales the documents are, found by the part it takes in them; `text` is its name.
    CompanyFound = Info,
    /// Documents that the company is the buyer of.
    PurchasesApart = Info,
    /// The same invoice again, as another file or another form of it: it counts once.
    InvoiceTwice = Info,
    /// Invoices that a corrected one replaces: they do not count.
    InvoicesReplaced = Info,
    /// Deposits that a final invoice takes off: they count once.
    DepositsCountedOnce = Info,
    /// Deposits whose due date lies before their issue, which is the day they were paid on.
    DepositsPaid = Info,
    /// Due dates that follow from terms in words; `text` is the first of these.
    DueFromTerms = Info,
    /// Invoices with several due dates without amounts: the latest counts.
    LatestDueDate = Info,
    /// Messages that an invoice was cashed without saying how much: all that was due.
    CashedWithoutAmount = Info,
    /// Messages that say again what another said: they count once.
    StatusesTwice = Info,
    /// Invoices of which no message says that they were cashed, among others that have one: they count as open.
    NotCashedTakenOpen = Info,
    /// Values of a segment that differ by capitals and spaces alone are one; `count` is how many, `text` the first.
    SegmentSpellings = Info,
    /// A row with more cells than the header, the surplus not empty: the row is rejected.
    RaggedRow = Warning,
    /// A month given twice: the first row is kept, this one rejected.
    DuplicateMonth = Warning,
    /// Months without a row inside the history; `count` is how many, `text` the first.
    MissingMonth = Warning,
    /// A quote that is never closed: the rest of the file is in one cell.
    UnclosedQuote = Warning,
    /// Receivables below zero: the roll-back method has nothing to use up.
    NegativeReceivables = Warning,
    /// Sales are given excluding tax, receivables include it: every DSO is too long by the VAT rate.
    TaxBasisMixed = Warning,
    /// Receivables of more than a thousand days of sales, or of less than a tenth of one, where they need not be in one unit.
    UnitsMayDiffer = Warning,
    /// The first of sales of the year so far goes back to months before the table: those of its month are not known.
    CumulatedFromBefore = Warning,
    /// Months of sales beside balances of one day do not give those of its month up to that day.
    SalesOfMonthUnknown = Warning,
    /// A list of open invoices only: it has no sales, since what was paid already is not in it, and no DSO until they are
    /// typed in.
    OnlyOpenInvoices = Warning,
    /// Invoices in another currency, set aside, never added; `text` lists them.
    OtherCurrency = Warning,
    /// Paid invoices whose payment date is unknown: in the sales, in no month's receivables.
    PaidDateUnknown = Warning,
    /// Invoices called paid in part, of which nothing says how much: they count in full; `amount` is what they are
    /// worth.
    PartPaidUnknown = Warning,
    /// Invoices called paid, of which a column says that something is open: that counts; `amount` is how much.
    PaidButOpen = Warning,
    /// No column says when invoices were issued: by their due dates the months of sales are not known.
    IssueDateAssumed = Warning,
    /// Invoices paid in part on unknown dates: only the open part is in the receivables.
    PartlyPaid = Info,
    /// A FEC whose debits and credits differ: it is not whole; `amount` is the difference.
    Unbalanced = Warning,
    /// A FEC without accounts of customers, as those of cash-basis accounting: no receivables, and no DSO.
    NoReceivableAccounts = Warning,
    /// A chart of accounts that is not read: no receivables, payables, inventory, sales; `text` is its country and the
    /// account that says so.
    OtherChartOfAccounts = Warning,
    /// Entries of the first day taken for the opening ones by the accounts they touch, since none says so; `text` names
    /// their journals, `amount` is what they bring on accounts of customers.
    OpeningAssumed = Warning,
    /// A FEC without opening entries, and payments in it lettered without any invoice: those of customers whose balance
    /// they would bring below nothing are set aside.
    NoOpenings = Warning,
    /// The conventions on what the sales of a FEC are differ by 2 % or more over the window; `amount` is how much.
    SalesConventionsDiffer = Warning,
    /// An accounting year that opens with other receivables than the one before closed with; `amount` is the
    /// difference.
    OpeningDiffers = Warning,
    /// An accounting year that starts before the one before ends: it is set aside; `text` is its first month.
    YearsOverlap = Warning,
    /// A file of another kind than the first: it is set aside.
    FileSetAside = Warning,
    /// Lettering that matches lines which do not add up to nothing: they count as open.
    PartialLettering = Info,
    /// A direction that is neither debit nor credit: the row is rejected.
    InvalidDirection = Warning,
    /// Equal rows of an invoice list, which count as so many invoices.
    DuplicateRows = Warning,
    /// Rows that repeat the total of their invoice: it counts once, they are set aside.
    RepeatedTotals = Warning,
    /// Amounts taken to be in hundredths, as payment services write them.
    MinorUnitsAssumed = Warning,
    /// Payments of no invoice that was given.
    PaymentWithoutInvoice = Warning,
    /// Payments beyond the amount of their invoice: the excess counts nowhere.
    PaidBeyondAmount = Warning,
    /// Ages of customers that do not add up to their balance; `amount` is the difference.
    AgesDoNotAddUp = Warning,
    /// An aged balance that does not tell what is not due.
    NotDueUnknown = Warning,
    /// Equal rows of an invoice list, set aside.
    DuplicatesSetAside = Info,
    /// Lines of one invoice, added up.
    InvoiceLines = Info,
    /// Payments of a part of an invoice, each on its date; what is left stays open.
    DatedPayments = Info,
    /// Lines of a FEC whose debit and credit are both nothing, set aside.
    ZeroLines = Info,
    /// Opening entries of a FEC: they enter balances, never sales; `text` names their journals.
    OpeningEntries = Info,
    /// Opening lines on accounts of customers that do not say when they were invoiced.
    OpeningItemsUndated = Info,
    /// Amounts with more than three decimals, rounded to three.
    AmountRounded = Info,
    /// The header does not say whether sales include tax: they are taken to include it.
    TaxBasisAssumed = Info,
    /// Lines before the header, not read.
    TitleLine = Info,
    /// Totals rows, not read.
    TotalsRow = Info,
    /// Rows of empty cells.
    BlankRow = Info,
    /// Rows that head a section: customers, sides, currencies.
    SectionRow = Info,
    /// Headings repeated inside the table, as on every page of a print.
    RepeatedHeading = Info,
    /// Cells that hold a mark for nothing, read as empty.
    BlankMarks = Info,
    /// Rows of other days than the latest picture.
    OtherSnapshots = Info,
    /// Rows of a plan, set aside beside what came true.
    PlannedSetAside = Info,
    /// Rows of entities whose sum is there too.
    EntitiesOfGroup = Info,
    /// Entities added month by month.
    EntitiesAdded = Info,
    /// Sales of the year so far, turned into those of each month.
    CumulatedSales = Info,
    /// Quarters, each read as its last month with the sales of three.
    Quarters = Info,
    /// Quotes, orders and the like, set aside.
    OrdersSetAside = Info,
    /// Entries of the books that are no documents, set aside.
    EntriesSetAside = Info,
    /// Payments among invoices: they move what is owed, never sales.
    PaymentRows = Info,
    /// Payments that failed or were called back: they pay nothing.
    FailedPayments = Info,
    /// Payments on account, of no invoice.
    PaymentsOnAccount = Info,
    /// Invoices that will never be paid: in the sales, no longer in the receivables.
    LostInvoices = Info,
    /// Tax added to amounts that are given without it.
    TaxAdded = Info,
    /// The balance of a customer, repeated on each of its rows, not read.
    CustomerBalance = Info,
    /// An age without an end that starts earlier than the oldest age there is, and stands in it all the same; `text` is
    /// that age.
    OldestAgeIsWide = Info,
    /// What stands under no age, taken for not due.
    NotDueByDifference = Info,
    /// Void, deleted or draft invoices, set aside.
    VoidSetAside = Info,
    /// Supplier bills in the same file, set aside.
    BillSetAside = Info,
    /// Credit notes: negative sales and negative receivables.
    CreditNotes = Info,
    /// Invoices paid before they were issued.
    PaidBeforeIssue = Info,
    /// Invoices due before they were issued.
    DueBeforeIssue = Info,
    /// Invoices without a due date: never counted as overdue.
    NoDueDate = Info,
    /// Invoices issued after the as-of date: not in the figures.
    IssuedAfterAsOf = Info,
    /// A currency stays apart, in no figure, since rates are missing; `text` names it and the months.
    RateMissing = Warning,
    /// Invoices that a factor holds are in no receivables, as long as they are not added back.
    FactoredApart = Info,
}

/// A finding on the data: where it stands, what was read, and how often.
#[apply(answer!)]
pub struct Issue {
    /// What it is about.
    pub code: IssueCode,
    /// How much it matters.
    pub severity: Severity,
    /// Line of the input, from 1; `None` when it concerns the whole.
    pub line: Option<u32>,
    /// Column of the table, from 1.
    pub column: Option<u32>,
    /// What was read there, cut at 80 characters.
    pub text: Option<String>,
    /// How many rows or cells it concerns, where it sums up several.
    pub count: Option<u32>,
    /// The amount it concerns, where it sums up several.
    pub amount: Option<Decimal>,
    /// The file it stands in, from 1, where several were given.
    pub file: Option<u32>,
}

impl Issue {
    /// A finding about the whole input.
    #[must_use]
    pub const fn new(code: IssueCode) -> Self {
        Self {
            code,
            severity: code.severity(),
            line: None,
            column: None,
            text: None,
            count: None,
            amount: None,
            file: None,
        }
    }

    /// The finding, on `line` (from 1).
    #[must_use]
    pub const fn on_line(mut self, line: u32) -> Self {
        self.line = Some(line);
        self
    }

    /// The finding, in the file of this number (from 1).
    #[must_use]
    pub const fn in_file(mut self, number: u32) -> Self {
        self.file = Some(number);
        self
    }

    /// The finding, in the column with this index (from 0).
    #[must_use]
    pub fn in_column(mut self, index: usize) -> Self {
        self.column = u32::try_from(index).ok().map(|index| index + 1);
        self
    }

    /// The finding, of a cell that says `text`.
    #[must_use]
    pub fn reading(mut self, text: &str) -> Self {
        const LONGEST: usize = 80;
        self.text = Some(if text.chars().nth(LONGEST).is_some() {
            text.chars().take(LONGEST).chain(['…']).collect()
        } else {
            text.to_owned()
        });
        self
    }

    /// The finding, of `count` rows or cells.
    #[must_use]
    pub fn counting(mut self, count: usize) -> Self {
        self.count = Some(u32::try_from(count).unwrap_or(u32::MAX));
        self
    }

    /// The finding, of this amount.
    #[must_use]
    pub fn amounting(mut self, amount: Decimal) -> Self {
        self.amount = Some(amount.normalize());
        self
    }
}

/// How many findings of one code there are, kept or not.
#[apply(answer!)]
#[derive(Copy)]
pub struct IssueCount {
    /// What the findings are about.
    pub code: IssueCode,
    /// How much they matter.
    pub severity: Severity,
    /// How many there are.
    pub count: u32,
}

/// Findings as they are collected: all are counted, the first of each code are kept, so that a file of a million bad
/// rows does not fill the memory.
#[derive(Clone, Debug, Default)]
pub struct Issues {
    /// Most severe first, then by line.
    kept: Vec<Issue>,
    /// Most severe first.
    counts: Vec<IssueCount>,
}

impl Issues {
    /// Findings kept of each code.
    pub const KEPT_PER_CODE: u32 = 200;

    /// Adds findings.
    pub fn extend(&mut self, issues: impl IntoIterator<Item = Issue>) {
        issues.into_iter().for_each(|issue| self.push(issue));
    }

    /// Adds a finding.
    pub fn push(&mut self, issue: Issue) {
        let count = self.count(IssueCount { code: issue.code, severity: issue.severity, count: 1 });
        if count <= Self::KEPT_PER_CODE {
            let rank = |issue: &Issue| (Reverse(issue.severity), issue.file, issue.line, issue.column, issue.code);
            let position = self.kept.partition_point(|other| rank(other) <= rank(&issue));
            self.kept.insert(position, issue);
        }
    }

    /// Counts findings of a code, and answers how many there are now.
    fn count(&mut self, more: IssueCount) -> u32 {
        let rank = |code: IssueCode| (Reverse(code.severity()), code);
        let position = self.counts.partition_point(|count| rank(count.code) < rank(more.code));
        match self.counts.get_mut(position) {
            Some(known) if known.code == more.code => known.count = known.count.saturating_add(more.count),
            _ => self.counts.insert(position, more),
        }
        self.counts.get(position).map_or(0, |count| count.count)
    }

    /// Adds the findings on one of several files.
    pub fn absorb(&mut self, other: Self, file: Option<u32>) {
        let Self { kept, counts } = other;
        let unkept = counts.into_iter().map(|mut count| {
            let kept = kept.iter().filter(|issue| issue.code == count.code).count();
            count.count -= u32::try_from(kept).unwrap_or(count.count).min(count.count);
            count
        });
        let unkept: Vec<IssueCount> = unkept.collect();
        for issue in kept {
            self.push(Issue { file, ..issue });
        }
        // Those that were not kept are counted all the same, once those that were have their place.
        for count in unkept {
            self.count(count);
        }
    }

    /// Takes back every finding of a code, once it is known not to hold.
    pub fn forget(&mut self, code: IssueCode) {
        self.kept.retain(|issue| issue.code != code);
        self.counts.retain(|count| count.code != code);
    }

    /// Takes back a part of what findings of a code sum up, once something else tells it.
    pub fn lessen(&mut self, code: IssueCode, count: u32, amount: Decimal) {
        let found: Vec<Issue> = self.kept.iter().filter(|issue| issue.code == code).cloned().collect();
        let left = found.iter().filter_map(|issue| issue.count).fold(0, u32::saturating_add).saturating_sub(count);
        let whole: Decimal = found.iter().filter_map(|issue| issue.amount).sum();
        self.forget(code);
        if left > 0
            && let Some(first) = found.into_iter().next()
        {
            self.push(Issue { count: Some(left), amount: Some(whole - amount), ..first });
        }
    }

    /// Takes back every finding on a line, before the lines are read again.
    pub fn forget_lines(&mut self) {
        self.kept.retain(|issue| issue.line.is_none());
        self.counts.clear();
        for issue in std::mem::take(&mut self.kept) {
            self.push(issue);
        }
    }

    /// The findings kept, most severe first, then by line.
    #[must_use]
    pub fn list(&self) -> &[Issue] {
        &self.kept
    }

    /// How many there are of each code, most severe first.
    #[must_use]
    pub fn counts(&self) -> &[IssueCount] {
        &self.counts
    }
}
