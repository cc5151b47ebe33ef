/* tslint:disable */
/* eslint-disable */

/** An exact decimal as text: digits, at most one point, a sign. */
export type Decimal = string;
/** A date as yyyy-mm-dd. */
export type NaiveDate = string;
/** A month as yyyy-mm. */
export type Month = string;


/**
 * A balance and the yearly flow that renews it.
 */
export interface CycleStage {
    /**
     * Does it lengthen the cycle, or shorten it as payables do?
     */
    side?: Side;
    /**
     * Balance at the close.
     */
    closing: Decimal;
    /**
     * Balance at the opening: the mean of both then counts.
     */
    opening?: Decimal | null;
    /**
     * The yearly flow: purchases, cost of sales, sales.
     */
    flow: Decimal;
    /**
     * The part of that flow which renews the balance, in percent: 100 if left out.
     */
    flowPercent?: Decimal | null;
}

/**
 * A calculation that is asked for.
 */
export type CalculatorRequest = ({ calculator: "structuralWorkingCapital" } & StructuralRequest) | ({ calculator: "creditPolicy" } & CreditPolicyRequest) | ({ calculator: "factoring" } & FactoringRequest) | ({ calculator: "creditInsurance" } & CreditInsuranceRequest) | ({ calculator: "operatingCycle" } & OperatingCycleRequest);

/**
 * A change from one policy to another.
 */
export interface CreditPolicyRequest {
    /**
     * The policy as it is.
     */
    before: CreditPolicy;
    /**
     * The policy as it would be.
     */
    after: CreditPolicy;
    /**
     * Variable costs, in percent of sales.
     */
    variableCostPercent: Decimal;
    /**
     * Required return on what is invested in receivables, percent a year.
     */
    returnPercent: Decimal;
    /**
     * Days of a year.
     */
    yearDays: Decimal;
    /**
     * What receivables are valued at.
     */
    investment?: InvestmentValue;
}

/**
 * A change of the DSO by the accounting method, receivables ÷ sales of the window × its days, in two effects.
 *
 * The DSO is the mean of those of the segments, weighted by their sales. Behaviour is what the segments' own DSO changed, at
 * the mean of their weights at both dates: Σ (w₀ + w₁) ÷ 2 × (d₁ − d₀). Mix is what their weights changed, at how far the mean of
 * their DSO lies from that of all: Σ (w₁ − w₀) × ((d₀ + d₁) ÷ 2 − (D₀ + D₁) ÷ 2). Both add up to the change, and those of
 * single segments to those of all.
 *
 * A segment that sells at one of the dates only, and owes nothing at the other, makes mix alone; what is still owed where
 * nothing is sold any more is behaviour.
 */
export interface SegmentChange {
    /**
     * The earlier date.
     */
    from: NaiveDate;
    /**
     * The later one.
     */
    to: NaiveDate;
    /**
     * The DSO at the earlier date, on receivables at its close.
     */
    fromDays: Decimal;
    /**
     * The DSO at the later date.
     */
    toDays: Decimal;
    /**
     * What the weights of the segments changed.
     */
    mix: Decimal;
    /**
     * What their own DSO changed.
     */
    behaviour: Decimal;
    /**
     * The segments, from the one that changed the DSO most: at most 500.
     */
    rows: SegmentEffect[];
    /**
     * What all others changed; zero where there are none.
     */
    others: Decimal;
}

/**
 * A change that is announced.
 */
export interface Announcement {
    /**
     * Its name, for texts in every language.
     */
    id: string;
    /**
     * The day it is announced for.
     */
    from: NaiveDate;
    /**
     * What is known of it, for who keeps this file.
     */
    note: string;
    /**
     * Where that is written.
     */
    sources: LegalSource[];
}

/**
 * A chart of accounts. Only the French one, and those that number customers, suppliers, tax and sales as it does, is
 * read.
 */
export type Chart = "french" | "belgian" | "luxembourgish" | "moroccan" | "swiss" | "german" | "spanish" | "unknown";

/**
 * A check that is asked for.
 */
export interface LegalRequest {
    /**
     * What the ledger is held against.
     */
    regime?: RegimeChoice;
    /**
     * Which computation of "fin de mois" counts.
     */
    monthEnd?: MonthEndReading;
}

/**
 * A column of amounts that is not read.
 */
export interface UnusedColumn {
    /**
     * Its heading.
     */
    header: string;
    /**
     * What it sums up to; `null` in a table of more than 50,000 rows.
     */
    sum: Decimal | null;
}

/**
 * A column that is marked as a segment.
 */
export interface SegmentColumn {
    /**
     * Its heading.
     */
    name: string;
    /**
     * How many different values it has.
     */
    values: number;
}

/**
 * A column that is read.
 */
export interface RoleRead {
    /**
     * Its heading.
     */
    column: string;
    /**
     * Its place, from 1.
     */
    place: number;
    /**
     * What it is taken for.
     */
    role: Field;
    /**
     * Why: what speaks for it.
     */
    because: SpokenForBy[];
}

/**
 * A company that the sales may be those of.
 */
export interface CompanyFound {
    /**
     * What it is chosen by: its SIREN, another identifier, or its name.
     */
    key: string;
    /**
     * Its name.
     */
    name: string;
    /**
     * Documents that it is the seller of.
     */
    asSeller: number;
    /**
     * Documents that it is the buyer of.
     */
    asBuyer: number;
    /**
     * Are these its sales?
     */
    isOwn: boolean;
}

/**
 * A comparison with an activity.
 */
export interface BenchmarkRequest {
    /**
     * Where it is asked.
     */
    baseline?: At;
    /**
     * Days of customers in the activity; without them only the own days are answered.
     */
    customers?: Quartiles | null;
    /**
     * Days of suppliers in the activity.
     */
    suppliers?: Quartiles | null;
    /**
     * The rate of VAT that amounts are brought to excluding tax with, where the data does not say: 20 in France for most
     * sales.
     */
    vatPercent: Decimal;
}

/**
 * A credit policy and the sales it goes with.
 */
export interface CreditPolicy {
    /**
     * Sales of a year.
     */
    sales?: Decimal;
    /**
     * Days customers take to pay.
     */
    collectionDays?: Decimal;
    /**
     * Bad debts, in percent of sales.
     */
    badDebtPercent?: Decimal;
    /**
     * Early-payment discount, in percent.
     */
    discountPercent?: Decimal;
    /**
     * The part of sales that takes it, in percent.
     */
    takeUpPercent?: Decimal;
    /**
     * What running the policy costs in a year.
     */
    yearlyCost?: Decimal;
}

/**
 * A day whose rate is asked for.
 */
export interface PenaltyRateRequest {
    /**
     * The day.
     */
    on: NaiveDate;
    /**
     * How penalties are computed.
     */
    settings?: PenaltySettings;
}

/**
 * A detected value with what speaks for it.
 */
export interface Evidence {
    /**
     * How sure it is.
     */
    certainty: Certainty;
    /**
     * Line of the cell that settles it, where one does.
     */
    line: number | null;
    /**
     * That cell.
     */
    text: string | null;
}

/**
 * A discount, and when customers pay with and without it.
 */
export interface DiscountRequest {
    /**
     * The discount, in percent of the amount including tax.
     */
    discountPercent: Decimal;
    /**
     * Days from issue to payment with the discount.
     */
    withinDays: Decimal;
    /**
     * Days from issue to payment without it.
     */
    observedDays: Decimal;
    /**
     * Days of a year.
     */
    yearDays: Decimal;
    /**
     * Yearly cost of money, in percent.
     */
    ratePercent: Decimal;
    /**
     * An invoice including tax to reckon it on; none if left out.
     */
    amount?: Decimal | null;
}

/**
 * A doubtful rate.
 */
export interface RateDoubt {
    /**
     * The currency.
     */
    currency: string;
    /**
     * Its month; `null` for the one of all months.
     */
    month: Month | null;
    /**
     * What is doubtful.
     */
    doubt: Doubt;
}

/**
 * A due date and the way to it.
 */
export interface DueDateAnswer {
    /**
     * The due date.
     */
    due: NaiveDate;
    /**
     * Calendar days from issue to it.
     */
    days: number;
    /**
     * The dates on the way, the due date last.
     */
    steps: NaiveDate[];
}

/**
 * A figure by both methods.
 */
export interface TwoMethods {
    /**
     * By the accounting method, on the closing balance; `null` where undefined.
     */
    days: Decimal | null;
    /**
     * By the roll-back method; `null` where undefined.
     */
    rollBackDays: Decimal | null;
    /**
     * Is `rollBackDays` only a bound, the history being too short?
     */
    exhausted: boolean;
    /**
     * Receivables not overdue.
     */
    current: Decimal;
    /**
     * Receivables overdue.
     */
    overdue: Decimal;
}

/**
 * A figure that is undefined, and the code of the error that says why.
 */
export interface Undefined {
    /**
     * The field of [`Figures`].
     */
    figure: string;
    /**
     * Why, as [`Error::code`](crate::error::Error::code).
     */
    code: ErrorCode;
}

/**
 * A finding on documents.
 */
export interface DocumentFinding {
    /**
     * What it is about.
     */
    code: IssueCode;
    /**
     * The file, the number or the words that it is about, where there is one.
     */
    text: string | null;
    /**
     * How many documents.
     */
    count: number | null;
    /**
     * What they are worth.
     */
    amount: Decimal | null;
}

/**
 * A finding on the data: where it stands, what was read, and how often.
 */
export interface Issue {
    /**
     * What it is about.
     */
    code: IssueCode;
    /**
     * How much it matters.
     */
    severity: Severity;
    /**
     * Line of the input, from 1; `None` when it concerns the whole.
     */
    line: number | null;
    /**
     * Column of the table, from 1.
     */
    column: number | null;
    /**
     * What was read there, cut at 80 characters.
     */
    text: string | null;
    /**
     * How many rows or cells it concerns, where it sums up several.
     */
    count: number | null;
    /**
     * The amount it concerns, where it sums up several.
     */
    amount: Decimal | null;
    /**
     * The file it stands in, from 1, where several were given.
     */
    file: number | null;
}

/**
 * A firm among those of its activity.
 */
export interface BenchmarkAnswer {
    /**
     * Months of sales that were looked at: fewer than twelve where the history is shorter.
     */
    months: number;
    /**
     * Turnover of a year excluding tax, which says the class of turnover.
     */
    turnoverOfYear: Decimal;
    /**
     * Days of customers.
     */
    customers: PublishedDays;
    /**
     * Days of suppliers, where payables and what suppliers invoiced are known.
     */
    suppliers: PublishedDays | null;
    /**
     * What purchases those are set against.
     */
    supplierBase: CostBase | null;
    /**
     * What the median would free; `None` where it is reached.
     */
    toMedian: Reach | null;
    /**
     * What the best quarter would free; `None` where it is reached.
     */
    toFirst: Reach | null;
    /**
     * Why these days are not the DSO of the report; `None` where that is undefined.
     */
    bridge: Bridge | null;
}

/**
 * A ledger held against a regime.
 */
export interface LegalCheck {
    /**
     * Invoices issued up to this day are checked.
     */
    asOf: NaiveDate;
    /**
     * What they were held against.
     */
    request: LegalRequest;
    /**
     * Where the term starts in the law; the check always starts at issue, a ledger knowing no delivery.
     */
    start: Start;
    /**
     * Where the rules of that day are written; none for a typed rule.
     */
    sources: LegalSource[];
    /**
     * Changes of the law announced for that day or before: what is said here may no longer be the law.
     */
    announced: string[];
    /**
     * Invoices with a due date under the regime.
     */
    invoices: number;
    /**
     * Their amount, tax included.
     */
    amount: Decimal;
    /**
     * Invoices due later than allowed.
     */
    beyondCount: number;
    /**
     * Their amount, tax included.
     */
    beyondAmount: Decimal;
    /**
     * `beyondAmount` ÷ `amount`, in percent; `null` where amounts add up to nothing.
     */
    beyondPercent: Decimal | null;
    /**
     * How many days beyond; `null` where nothing is.
     */
    daysBeyond: BeyondDays | null;
    /**
     * Customers with the largest amounts beyond, the largest first, 20 at most.
     */
    customers: CustomerBeyond[];
    /**
     * Invoices due longest beyond, the longest first, of equal days the largest, 100 at most.
     */
    worst: InvoiceBeyond[];
    /**
     * Invoices that cannot be checked, as they have no due date.
     */
    withoutDueDate: number;
    /**
     * Invoices issued before the regime was in force.
     */
    beforeRegime: number;
}

/**
 * A lever that moves nothing.
 */
export interface Idle {
    /**
     * Why.
     */
    reason: IdleReason;
    /**
     * Days from which on it would act, by the reason: the longest agreed term, the most days late, or the most days from
     * issue to payment, each of what is in its scope. `null` where no number of days would do.
     */
    days: Decimal | null;
}

/**
 * A lever worth a look.
 */
export interface Suggestion {
    /**
     * The lever with its cost, to be taken into a scenario as it is.
     */
    lever: Lever;
    /**
     * What it is about.
     */
    group: SuggestionGroup;
    /**
     * What it is worth alone.
     */
    worth: Worth;
    /**
     * Why.
     */
    reason: Reason;
}

/**
 * A lever.
 */
export interface LeverEntry {
    /**
     * As one would start from it; its action names it.
     */
    usual: Lever;
    /**
     * What it is about.
     */
    group: LeverGroup;
    /**
     * Its numbers, the one that matters most first.
     */
    numbers: NumberEntry[];
    /**
     * Does it ask for due dates in its usual form?
     */
    needsDueDate: boolean;
    /**
     * The rules it can follow, if it has several.
     */
    rules: RuleEntry[];
}

/**
 * A line that says no rate.
 */
export interface RejectedRate {
    /**
     * Its number, from 1.
     */
    line: number;
    /**
     * What is written there.
     */
    text: string;
}

/**
 * A month in which invoices fall due.
 */
export interface DueMonth {
    /**
     * The month; `null` for what says no day, credit notes most of all.
     */
    month: Month | null;
    /**
     * What falls due in it of what was issued by the date and is not due yet, tax included, credit notes taken off.
     */
    amount: Decimal;
    /**
     * How many invoices.
     */
    count: number;
}

/**
 * A number of a lever.
 */
export interface NumberEntry {
    /**
     * Which.
     */
    parameter: Parameter;
    /**
     * What it counts.
     */
    unit: NumberUnit;
    /**
     * Its least value.
     */
    least: Decimal;
    /**
     * Its greatest value.
     */
    most: Decimal;
    /**
     * The greatest value worth trying.
     */
    mostTried: Decimal;
    /**
     * A step worth taking.
     */
    step: Decimal;
    /**
     * Is it one that few will change?
     */
    isFine: boolean;
    /**
     * May it be left out, for the data to say?
     */
    isOptional: boolean;
}

/**
 * A number of a lever.
 */
export type Parameter = "sharePercent" | "yearlyCost" | "days" | "discountPercent" | "withinDays" | "earlyPayersPercent" | "depositPercent" | "shrinkPercent" | "afterDays" | "instalments" | "premiumPerMille" | "coveredPercent" | "lossPercent" | "advancePercent" | "feePercent" | "interestPercent" | "ratePercent" | "customerLimit" | "marginPercent" | "leadDays" | "deductible" | "maximum" | "minimumFee";

/**
 * A part of sales and the days it takes to come in.
 */
export interface Collected {
    /**
     * The part, in percent of credit sales.
     */
    percent: Decimal;
    /**
     * Its days.
     */
    days: Decimal;
}

/**
 * A part of the data, with its customers taken together as the user says. Typed balances are those of the whole: a part
 * has none.
 */
export interface Cut {
    /**
     * Only what has this value of a segment; everything if left out.
     */
    segment?: SegmentValue | null;
    /**
     * The segment whose values are taken as customers; where it is blank, customers stay what they are.
     */
    customersBy?: string | null;
    /**
     * Customers that are taken as one.
     */
    groups?: CustomerGroup[];
    /**
     * What other currencies are worth; without rates they stay apart.
     */
    rates?: Rates | null;
}

/**
 * A part of the list.
 */
export interface CustomersPage {
    /**
     * The date of the figures.
     */
    asOf: NaiveDate;
    /**
     * How many customers there are.
     */
    total: number;
    /**
     * How many the search leaves.
     */
    matched: number;
    /**
     * How many of all pay later than they did.
     */
    worsening: number;
    /**
     * The DSO that `dsoDays` are parts of; `null` where it is undefined, or nothing is owed.
     */
    dso: WholeDso | null;
    /**
     * Who half of what is overdue of all is owed by; `null` where nothing is overdue, or known to be.
     */
    halfOfOverdue: HalfOfOverdue | null;
    /**
     * Sums of all that the search leaves, whether they are given or not.
     */
    totals: CustomerTotals;
    /**
     * Ends of the bands of `ages`, in days overdue.
     */
    agingBounds: number[];
    /**
     * Those asked for.
     */
    rows: CustomerRow[];
}

/**
 * A quarter of the firms, by their days, the shortest first.
 */
export type Quarter = "first" | "second" | "third" | "fourth";

/**
 * A row that could not be read.
 */
export interface RejectedRow {
    /**
     * The file it stands in, from 1, where several were given.
     */
    file: number | null;
    /**
     * Its line, from 1.
     */
    line: number;
    /**
     * Why.
     */
    code: IssueCode;
    /**
     * The column at fault, from 1.
     */
    column: number | null;
    /**
     * Its cells.
     */
    cells: string[];
}

/**
 * A rule of a lever.
 */
export interface RuleEntry {
    /**
     * The rule.
     */
    rule: TermsRule;
    /**
     * Does it ask for due dates?
     */
    needsDueDate: boolean;
}

/**
 * A scenario to be measured against the baseline.
 */
export interface ScenarioRequest {
    /**
     * The report of the baseline.
     */
    baseline?: At;
    /**
     * The levers. They apply in the order of [`Action`], whatever their order here; several of one kind one after
     * another.
     */
    levers?: Lever[];
    /**
     * Yearly cost of money, in percent.
     */
    ratePercent?: Decimal;
    /**
     * Term agreed today, in days, of every invoice whose due date the data does not say.
     */
    currentTermDays?: number | null;
    /**
     * Terms agreed with single customers that differ from that, of their invoices without a due date.
     */
    customerTerms?: CustomerTerm[];
    /**
     * Rate of VAT in the amounts, in percent: premiums, indemnities, lost margins and the cost of a discount are then taken
     * excluding tax, and of a deposit the tax is passed on. Nothing of all that at zero.
     */
    vatPercent?: Decimal;
    /**
     * Is VAT due when customers pay, as on services? Then the tax in whatever is paid earlier is passed on earlier, too.
     */
    vatOnReceipts?: boolean;
}

/**
 * A segment: its values, from the one that weighs most down.
 */
export interface SegmentsPage {
    /**
     * The date of the figures.
     */
    asOf: NaiveDate;
    /**
     * The columns that are marked.
     */
    columns: SegmentColumn[];
    /**
     * The heading of the one that is given.
     */
    column: string;
    /**
     * How many of its values have invoices by the date.
     */
    total: number;
    /**
     * The DSO that `dsoDays` are parts of; `null` where it is undefined, or nothing is owed.
     */
    dso: WholeDso | null;
    /**
     * Sums of all values.
     */
    totals: CustomerTotals;
    /**
     * Ends of the bands of `ages`, in days overdue.
     */
    agingBounds: number[];
    /**
     * The values asked for.
     */
    rows: SegmentRow[];
    /**
     * All others, which with `rows` make `totals`; `null` where all are given.
     */
    others: OtherSegments | null;
    /**
     * Why the DSO changed since the date to compare with, and which segments made it; `null` where none was given, or nothing was sold in
     * one of the windows.
     */
    change: SegmentChange | null;
}

/**
 * A stretch of delay at one rate.
 */
export interface PenaltyPart {
    /**
     * First day of delay.
     */
    from: NaiveDate;
    /**
     * Last one.
     */
    to: NaiveDate;
    /**
     * Its days.
     */
    days: number;
    /**
     * Percent a year.
     */
    percent: Decimal;
    /**
     * Its interest.
     */
    interest: Decimal;
    /**
     * Are the rates those of another half-year, as the right ones are not known?
     */
    assumed: boolean;
}

/**
 * A table of rates as text.
 */
export interface RateTableRequest {
    /**
     * A line for each rate; the first one may be a heading.
     */
    text: string;
}

/**
 * A table of rates. Balances are converted at the closing rate of their month, sales at the average rate of the month they
 * were invoiced in; each invoice by itself, to the thousandth, so that parts add up.
 *
 * A currency of which a month lacks a rate that is needed stays apart as a whole.
 */
export interface Rates {
    /**
     * The currency that figures are in, as the data writes it.
     */
    into: string;
    /**
     * The rates. A month that is there twice has the last one.
     */
    rates?: Rate[];
}

/**
 * A table of the input.
 */
export interface BlockRead {
    /**
     * The sheet it stands on.
     */
    sheet: string | null;
    /**
     * Its first and its last line.
     */
    lines: [number, number];
    /**
     * Is it read?
     */
    used: boolean;
}

/**
 * A target at the date of the figures.
 */
export interface TargetAnswer {
    /**
     * What it is about.
     */
    kind: TargetKind;
    /**
     * The figure at the date; of cash, what was freed since.
     */
    now: Decimal;
    /**
     * What it would be on a straight line from the start to the target.
     */
    expected: Decimal;
    /**
     * The figure on the day it was to be reached, where that has passed and is known: the verdict is that of the day,
     * whatever came later.
     */
    onTheDay: Decimal | null;
    /**
     * The part of the way that was gone, in percent: below 0 where the figure went the other way, above 100 beyond the
     * target. `null` where the start was the target already.
     */
    progressPercent: Decimal | null;
    /**
     * How it stands.
     */
    state: TargetState;
    /**
     * What is left to the target, in its unit; 0 where it is reached.
     */
    left: Decimal;
    /**
     * The cash that the rest frees: of the accounting DSO, the days that are left × sales of a day; of the DSO by roll-back,
     * what is owed beyond the sales of the days of the target. `null` where sales do not say it.
     */
    cash: Decimal | null;
}

/**
 * A target, and the parameter that is to reach it.
 */
export interface GoalRequest {
    /**
     * The scenario.
     */
    scenario: ScenarioRequest;
    /**
     * The lever, by its place in it.
     */
    index: number;
    /**
     * Its parameter.
     */
    parameter: Parameter;
    /**
     * What is to be reached.
     */
    goal: Goal;
    /**
     * How much of it.
     */
    target: Decimal;
}

/**
 * A target, and what must not be touched to reach it.
 */
export interface PlanRequest {
    /**
     * The report of the baseline.
     */
    baseline?: At;
    /**
     * What is to be reached.
     */
    goal?: Goal;
    /**
     * How much of it.
     */
    target?: Decimal;
    /**
     * The day by which it is to be reached; whenever the levers are in full force if left out.
     */
    by?: NaiveDate | null;
    /**
     * Levers that are not to be used, by their names.
     */
    without?: string[];
    /**
     * Customers that are not to be touched.
     */
    exceptCustomers?: string[];
    /**
     * Yearly cost of money, in percent.
     */
    ratePercent?: Decimal;
    /**
     * Term agreed today, in days, of every invoice whose due date the data does not say.
     */
    currentTermDays?: number | null;
    /**
     * Terms agreed with single customers that differ from that.
     */
    customerTerms?: CustomerTerm[];
    /**
     * The regime that terms are brought to.
     */
    legal?: LegalRequest;
    /**
     * What levers cost.
     */
    costs?: UsualCosts;
}

/**
 * A target.
 */
export interface Target {
    /**
     * What it is about.
     */
    kind: TargetKind;
    /**
     * What is to be reached.
     */
    value: Decimal;
    /**
     * The day by which.
     */
    by: NaiveDate;
    /**
     * The date of the figures that it was set on.
     */
    from: NaiveDate;
    /**
     * What the figure was then; of cash, the days of the accounting DSO.
     */
    start: Decimal;
}

/**
 * A total that was proved.
 */
export interface TotalRead {
    /**
     * Its line.
     */
    line: number;
    /**
     * The first and the last line it sums up.
     */
    of: [number, number];
}

/**
 * A value of a column that is marked as a segment.
 */
export interface SegmentValue {
    /**
     * The heading of the column.
     */
    column: string;
    /**
     * The value; empty for the rows that say nothing there.
     */
    value: string;
}

/**
 * A year's sales and the loss they run into.
 */
export interface CreditInsuranceRequest {
    /**
     * Sales of a year.
     */
    sales?: Decimal;
    /**
     * Margin on sales, in percent: net or contribution, as the reader means it.
     */
    marginPercent?: Decimal;
    /**
     * What is lost on an unpaid invoice.
     */
    loss?: Decimal;
    /**
     * The part of a loss that insurance pays, in percent.
     */
    coverPercent?: Decimal;
    /**
     * Premium, in thousandths of sales.
     */
    premiumPerMille?: Decimal;
    /**
     * The part of sales that is expected to be lost, in percent.
     */
    defaultPercent?: Decimal;
}

/**
 * All of them.
 */
export interface TwinsAnswer {
    /**
     * How many there are.
     */
    total: number;
    /**
     * Those that owe most, at most 100.
     */
    twins: Twins[];
}

/**
 * An error as it crosses the boundary: its code, and where there is one the field at fault.
 */
export interface Failure {
    /**
     * [`Error::code`].
     */
    code: ErrorCode;
    /**
     * The place of the lever at fault, from 0.
     */
    lever?: string;
    /**
     * The field at fault, in the names of the request.
     */
    field?: string;
    /**
     * What was given.
     */
    value?: string;
    /**
     * Least value allowed.
     */
    least?: string;
    /**
     * Greatest value allowed.
     */
    most?: string;
}

/**
 * An invoice or a credit note that is open.
 */
export interface OpenInvoice {
    /**
     * Its number as it is written; empty where the data has none.
     */
    number: string;
    /**
     * The day it was issued on.
     */
    issued: NaiveDate;
    /**
     * The day it is due on.
     */
    due: NaiveDate | null;
    /**
     * What is open of it; below zero for a credit note.
     */
    amount: Decimal;
    /**
     * Days from due date to the date of the figures; `null` where it is not due yet, or its due date not known.
     */
    daysLate: number | null;
    /**
     * Is it in dispute?
     */
    disputed: boolean;
}

/**
 * An invoice paid early with a discount, in money. `saving` = `discount` − `financing`, and `discount` + `paid` is the invoice.
 */
export interface DiscountedInvoice {
    /**
     * What is taken off: invoice × d.
     */
    discount: Decimal;
    /**
     * What is left to pay: invoice − `discount`.
     */
    paid: Decimal;
    /**
     * The days it is paid earlier; zero where it would have been paid by then anyway.
     */
    days: Decimal;
    /**
     * What financing `paid` over `days` costs who pays: `paid` × rate × `days` ÷ days of a year. Who is paid saves as
     * much, if its money has the same price.
     */
    financing: Decimal;
    /**
     * What who pays wins: `discount` − `financing`; below zero if paying early loses. Who is paid loses as much, if its
     * money has the same price.
     */
    saving: Decimal;
}

/**
 * An invoice that is due later than allowed.
 */
export interface InvoiceBeyond {
    /**
     * Its number.
     */
    number: string;
    /**
     * Its customer.
     */
    customer: string;
    /**
     * Issue date.
     */
    issued: NaiveDate;
    /**
     * Due date.
     */
    due: NaiveDate;
    /**
     * The latest due date allowed.
     */
    latest: NaiveDate;
    /**
     * `due` − `latest`.
     */
    daysBeyond: number;
    /**
     * Amount, tax included.
     */
    amount: Decimal;
}

/**
 * An invoice that was paid.
 */
export interface SettledInvoice {
    /**
     * Its number as it is written; empty where the data has none.
     */
    number: string;
    /**
     * The day it was issued on.
     */
    issued: NaiveDate;
    /**
     * The day it was due on.
     */
    due: NaiveDate | null;
    /**
     * The day it was settled on.
     */
    settled: NaiveDate;
    /**
     * Days from due date to payment; negative is early, `null` without a due date.
     */
    daysLate: number | null;
    /**
     * Its amount.
     */
    amount: Decimal;
}

/**
 * Balances typed in by the user; they stand in for what the data lacks, and never replace what it has.
 */
export interface TypedBalances {
    /**
     * Receivables at the as-of date, tax included.
     */
    receivables?: Decimal | null;
    /**
     * Sales of the window, tax included.
     */
    sales?: Decimal | null;
    /**
     * Receivables handed over to a factor at the as-of date, tax included, which are not among those of the data.
     */
    factored?: Decimal | null;
    /**
     * Inventory at the as-of date.
     */
    inventory?: Decimal | null;
    /**
     * Payables at the as-of date, tax included.
     */
    payables?: Decimal | null;
    /**
     * Purchases of the window, tax included.
     */
    purchases?: Decimal | null;
    /**
     * Cost of sales of the window.
     */
    costOfSales?: Decimal | null;
}

/**
 * Both DSO at one date, the one by roll-back in its parts: what it takes to tell later why they changed.
 */
export interface DsoState {
    /**
     * DSO by the accounting method.
     */
    accounting: Decimal;
    /**
     * Days of the roll-back DSO that are neither late nor disputed.
     */
    term: Decimal;
    /**
     * Days of it that are late.
     */
    late: Decimal;
    /**
     * Days of it that are disputed.
     */
    disputed: Decimal;
    /**
     * Does the data tell what is overdue? Otherwise all days stand under `term`.
     */
    isSplit: boolean;
}

/**
 * Both DSO of some receivables.
 */
export interface DsoPair {
    /**
     * The receivables.
     */
    receivables: Decimal;
    /**
     * By the accounting method.
     */
    accountingDso: Decimal | null;
    /**
     * By roll-back; at least so many days where `exhausted`.
     */
    rollBackDso: Decimal | null;
    /**
     * Is the roll-back DSO only a bound?
     */
    exhausted: boolean;
}

/**
 * Both ways.
 */
export interface FactoringRequest {
    /**
     * Credit sales of a year.
     */
    creditSales: Decimal;
    /**
     * Days of a year.
     */
    yearDays: Decimal;
    /**
     * Collecting oneself.
     */
    today: Today;
    /**
     * With the factor.
     */
    factor: Factor;
}

/**
 * Bounds a parameter is believed to lie in; its likely value is that of the lever.
 */
export interface Range {
    /**
     * The parameter.
     */
    parameter: Parameter;
    /**
     * Lowest value.
     */
    low: Decimal;
    /**
     * Highest value.
     */
    high: Decimal;
}

/**
 * Cash conversion cycle: `dso` + `dio` − `dpo`.
 */
export interface CashConversionCycle {
    /**
     * The days.
     */
    days: Decimal;
    /**
     * DSO by the accounting method.
     */
    dso: Decimal;
    /**
     * Days inventory outstanding.
     */
    dio: Decimal;
    /**
     * Days payables outstanding.
     */
    dpo: Decimal;
}

/**
 * Collecting oneself.
 */
export interface Today {
    /**
     * When sales come in; the parts make 100.
     */
    collected: Collected[];
    /**
     * What financing receivables costs, percent a year.
     */
    financePercent: Decimal;
    /**
     * Bad debts, in percent of credit sales.
     */
    badDebtPercent: Decimal;
    /**
     * What keeping the accounts of customers costs in a year.
     */
    yearlyCost: Decimal;
}

/**
 * Collection effectiveness: (`opening` + `sales` − `closingTotal`) ÷ (`opening` + `sales` − `closingCurrent`) × 100.
 */
export interface CollectionEffectiveness {
    /**
     * The index in percent.
     */
    percent: Decimal;
    /**
     * Receivables at the opening of the period.
     */
    opening: Decimal;
    /**
     * Sales of the period, or their monthly average.
     */
    sales: Decimal;
    /**
     * Which of the two.
     */
    salesChoice: CeiSales;
    /**
     * Receivables at the close.
     */
    closingTotal: Decimal;
    /**
     * Receivables at the close that are not overdue.
     */
    closingCurrent: Decimal;
    /**
     * Months of the period: those of the window, or fewer where its opening is not known.
     */
    months: number;
    /**
     * First month of the period.
     */
    firstMonth: Month;
    /**
     * Last month of the period.
     */
    lastMonth: Month;
}

/**
 * Concentration of the receivables on few customers.
 */
export interface ConcentrationFigure {
    /**
     * How many customers owe something.
     */
    customers: number;
    /**
     * What they owe together.
     */
    total: Decimal;
    /**
     * Share of the largest in percent.
     */
    top1Percent: Decimal;
    /**
     * Share of the five largest in percent.
     */
    top5Percent: Decimal;
    /**
     * Share of the ten largest in percent.
     */
    top10Percent: Decimal;
    /**
     * Sum of the squares of the shares, near 0 to 1.
     */
    herfindahl: Decimal;
}

/**
 * Customers that are likely one.
 */
export interface Twins {
    /**
     * Their names, the one that owes most first.
     */
    names: string[];
    /**
     * Why.
     */
    likeness: Likeness;
    /**
     * What they owe together.
     */
    receivables: Decimal;
}

/**
 * Customers that are one under one name. A customer of that name is one of them.
 */
export interface CustomerGroup {
    /**
     * The name they go by.
     */
    name: string;
    /**
     * Their names in the data.
     */
    customers: string[];
}

/**
 * DIO or DPO: `balance` ÷ `cost` × `windowDays`.
 */
export interface DaysOf {
    /**
     * The days.
     */
    days: Decimal;
    /**
     * Inventory or payables.
     */
    balance: Decimal;
    /**
     * Cost over the window.
     */
    cost: Decimal;
    /**
     * Which cost that is.
     */
    base: CostBase;
    /**
     * Days of the window.
     */
    windowDays: Decimal;
}

/**
 * DSO by the accounting method: `balanceAmount` ÷ `sales` × `windowDays`.
 */
export interface AccountingDso {
    /**
     * The days.
     */
    days: Decimal;
    /**
     * Always `accounting`.
     */
    method: string;
    /**
     * Receivables set against sales.
     */
    balanceAmount: Decimal;
    /**
     * Which receivables those are.
     */
    balance: Balance;
    /**
     * Sales of the window.
     */
    sales: Decimal;
    /**
     * Days of the window.
     */
    windowDays: Decimal;
    /**
     * How they are counted.
     */
    dayBasis: DayBasis;
    /**
     * Months of the window: fewer than asked for where the history is shorter.
     */
    windowMonths: number;
    /**
     * First month of the window.
     */
    firstMonth: Month;
    /**
     * Last month of the window.
     */
    lastMonth: Month;
}

/**
 * DSO by the roll-back method.
 */
export interface RollBackDso {
    /**
     * The days; at least so many where `isLowerBound`.
     */
    days: Decimal;
    /**
     * Are the days only a lower bound, for want of history or because a month without sales ended it?
     */
    isLowerBound: boolean;
    /**
     * Always `rollBack`.
     */
    method: string;
    /**
     * Was the history exhausted before the receivables were? The days are then a lower bound.
     */
    exhausted: boolean;
    /**
     * The month without sales that ended it, under the `stop` rule; the days are then a lower bound too.
     */
    stoppedAt: Month | null;
    /**
     * Receivables that are used up.
     */
    receivables: Decimal;
    /**
     * How long a month is.
     */
    monthLength: MonthLength;
    /**
     * What is done with a month without sales.
     */
    emptyMonth: EmptyMonth;
    /**
     * The months, newest first.
     */
    trail: TrailStep[];
}

/**
 * Days by which due dates lie beyond the latest allowed.
 */
export interface BeyondDays {
    /**
     * Plain mean.
     */
    mean: Decimal;
    /**
     * Weighted by amount; `null` where amounts add up to nothing.
     */
    weighted: Decimal | null;
    /**
     * The most.
     */
    longest: number;
}

/**
 * Days on the basis of published accounts.
 */
export interface PublishedDays {
    /**
     * Balance including tax ÷ flow excluding tax × 360, over the year.
     */
    days: Decimal;
    /**
     * The balance at the as-of date, including tax.
     */
    balance: Decimal;
    /**
     * The flow of the window, excluding tax.
     */
    flow: Decimal;
    /**
     * The rate of VAT taken off the flow; `None` where the data has it without.
     */
    vatPercent: Decimal | null;
    /**
     * Where it stands.
     */
    quarter: Quarter | null;
}

/**
 * Draws from one limit to another.
 */
export interface HistogramBin {
    /**
     * The least value in it.
     */
    from: Decimal;
    /**
     * The value from which on draws are in the next one.
     */
    to: Decimal;
    /**
     * How many draws there are.
     */
    count: number;
}

/**
 * Every figure of one dataset at one date.
 */
export interface Report {
    /**
     * The date of the figures.
     */
    asOf: NaiveDate;
    /**
     * Other dates the figures can be given at, newest first.
     */
    asOfChoices: NaiveDate[];
    /**
     * Where the data came from and how it was read; of several files the one that decides, with the rows of all.
     */
    source: Source;
    /**
     * How far the figures can be trusted.
     */
    trust: Trust;
    /**
     * How each file was read.
     */
    files: Source[];
    /**
     * Findings on the data and on the request, most severe first, the first of each code.
     */
    issues: Issue[];
    /**
     * How many findings of each code there are.
     */
    issueCounts: IssueCount[];
    /**
     * The conventions of the figures.
     */
    conventions: Conventions;
    /**
     * The part of the data that they are of.
     */
    cut: Cut;
    /**
     * The columns that are segments.
     */
    segments: SegmentColumn[];
    /**
     * What became of the invoices of each currency, where there are several.
     */
    currencies: CurrencyFigure[];
    /**
     * What is doubtful of the rates.
     */
    rateDoubts: RateDoubt[];
    /**
     * The receivables and their parts.
     */
    receivables: Receivables;
    /**
     * Balances of the accounts of suppliers in a FEC, by their first three digits, whether they count as payables or
     * not.
     */
    payablesByAccount: Record<string, Decimal> | null;
    /**
     * The figures; `null` where one is undefined.
     */
    figures: Figures;
    /**
     * Why each `null` figure is undefined.
     */
    undefined: Undefined[];
    /**
     * Why the two DSO differ; `null` where one of them is undefined.
     */
    gap: GapFigure | null;
    /**
     * Receivables by age: those not due, then by days overdue; `null` where due dates are not known.
     */
    aging: AgeBand[] | null;
    /**
     * What changed since an earlier date, and why; `null` where there is none to compare with.
     */
    comparison: Comparison | null;
    /**
     * Both DSO, to be kept and compared with later ones; `null` where one is undefined or only a bound.
     */
    state: DsoState | null;
    /**
     * The same figures at every month-end of the history, oldest first.
     */
    months: MonthFigures[];
}

/**
 * Everything that was detected about the input.
 */
export interface Source {
    /**
     * What the rows are; `null` if that could not be told.
     */
    kind: Kind | null;
    /**
     * The sheet of a workbook that it is of.
     */
    sheet: string | null;
    /**
     * The encoding of the bytes.
     */
    encoding: Encoding;
    /**
     * What stands between two cells.
     */
    delimiter: Delimiter;
    /**
     * The decimal mark of amounts.
     */
    decimalMark: DecimalMark;
    /**
     * What speaks for it; `null` where no amount has one.
     */
    decimalMarkEvidence: Evidence | null;
    /**
     * The order of day and month in dates.
     */
    dateOrder: DateOrder;
    /**
     * What speaks for it; `null` where no numeric date was read.
     */
    dateOrderEvidence: Evidence | null;
    /**
     * Line of the header row; `null` if there is none.
     */
    headerLine: number | null;
    /**
     * The columns, from the left.
     */
    columns: Column[];
    /**
     * The first rows below the header, as cells, at most ten.
     */
    preview: string[][];
    /**
     * The same rows as they are read: decimals, `yyyy-mm-dd`, `yyyy-mm`; `null` where a cell is kept as it is.
     */
    previewRead: (string | null)[][];
    /**
     * Rows read, accepted, rejected and ignored.
     */
    rows: RowCounts;
    /**
     * The currency kept, where a column names one.
     */
    currency: string | null;
    /**
     * Every currency of that column, the commonest first.
     */
    currencies: string[];
    /**
     * The unit of the amounts.
     */
    amountUnit: AmountUnit;
    /**
     * What electronic invoices said beside the list that was made of them; `null` of any other.
     */
    documents: DocumentFacts | null;
    /**
     * What a FEC says of itself.
     */
    fec: FecSummary | null;
    /**
     * What its blocks, rows and columns were understood to be, and why; `null` if nothing was read.
     */
    reading: SourceReading | null;
    /**
     * How far its figures can be trusted.
     */
    trust: Trust;
}

/**
 * Expected cash-in of the open items. `receivables` = `inMonths` + `later` + `insolvent` + `withoutDueDate` +
 * `credits`.
 */
export interface CashIn {
    /**
     * The receivables at the as-of date.
     */
    receivables: Decimal;
    /**
     * The next thirteen weeks.
     */
    weeks: CashInPeriod[];
    /**
     * What they bring together.
     */
    inWeeks: Decimal;
    /**
     * The next twelve calendar months, the first one from the day after the as-of date.
     */
    months: CashInPeriod[];
    /**
     * What they bring together.
     */
    inMonths: Decimal;
    /**
     * Expected after these months, or never.
     */
    later: Decimal;
    /**
     * Open with customers in insolvency proceedings: nothing is expected of it.
     */
    insolvent: Decimal;
    /**
     * Open without a due date to count from.
     */
    withoutDueDate: Decimal;
    /**
     * Balances of customers in credit, below zero. Other credits are taken off the oldest items of their customer.
     */
    credits: Decimal;
    /**
     * Expected loss: what is expected to be unpaid `lossAfterDays` after its due date, and the part lost on insolvent
     * customers.
     */
    expectedLoss: Decimal;
    /**
     * Days after the due date from which an amount counts as lost.
     */
    lossAfterDays: number;
    /**
     * Part lost on insolvent customers, in percent.
     */
    insolventLossPercent: Decimal;
}

/**
 * French law on payment terms between firms.
 */
export interface Law {
    /**
     * The day of its newest source.
     */
    updated: NaiveDate;
    /**
     * Changes that are announced and not in force.
     */
    announced: Announcement[];
    /**
     * The longest terms allowed, by kind of sale and period; of one kind oldest first.
     */
    regimes: Regime[];
    /**
     * The flat indemnity for the cost of collection, oldest first.
     */
    indemnities: Indemnity[];
    /**
     * Reference rates, a half-year each, oldest first.
     */
    rates: HalfYearRates[];
}

/**
 * From the accounting DSO of the report to the days of published accounts: each step changes one thing.
 */
export interface Bridge {
    /**
     * The accounting DSO of the report.
     */
    dso: Decimal;
    /**
     * Days added by the sales of twelve months, and the closing balance, instead of the window of the report.
     */
    window: Decimal;
    /**
     * Days added by a year of 360 days.
     */
    year: Decimal;
    /**
     * Days added by sales without tax.
     */
    tax: Decimal;
    /**
     * Their sum: the days of published accounts.
     */
    days: Decimal;
}

/**
 * How customers pay, and what is expected of them.
 */
export interface Behaviour {
    /**
     * The date of the figures.
     */
    asOf: NaiveDate;
    /**
     * Where delays are counted from.
     */
    measuredFrom: MeasuredFrom;
    /**
     * How many invoices were paid by then.
     */
    paidCount: number;
    /**
     * How many were open.
     */
    openCount: number;
    /**
     * Share in percent of the amount that was open.
     */
    openPercent: Decimal;
    /**
     * The distribution in a few numbers.
     */
    delays: DelayStatistics;
    /**
     * The distribution, where it changes, from the earliest day to the latest.
     */
    curve: CurvePoint[];
    /**
     * A customer with so many settled invoices is believed by half: the weight of its own history is n ÷ (n + this).
     */
    credibilityInvoices: number;
    /**
     * Settled invoices from which on a customer is believed alone.
     */
    enoughInvoices: number;
    /**
     * What the open items are expected to bring.
     */
    cashIn: CashIn;
}

/**
 * How days of delay are counted, and how many make a year.
 */
export type DayCount = "actual365" | "actual360" | "thirty360";

/**
 * How far a target is.
 */
export type TargetState = "reached" | "onTrack" | "behind" | "missed" | "notSet";

/**
 * How far the figures of a file can be trusted: what of it was read, and what it proves of itself.
 */
export interface Trust {
    /**
     * Share of the rows that were read or set aside on purpose, in percent; `null` if there are none.
     */
    rowsReadPercent: Decimal | null;
    /**
     * Share of the amounts of all records that are in the figures, in percent.
     */
    amountReadPercent: Decimal | null;
    /**
     * What adds up, or does not, on all rows.
     */
    proofs: ProofRead[];
    /**
     * Columns of amounts that are not read.
     */
    unusedColumns: UnusedColumn[];
    /**
     * What the checks of a warehouse found in the tables that the data was drawn from; `null` where they were not given.
     */
    checks: WarehouseCheck[] | null;
}

/**
 * How long a cycle takes: `days`, the stages added up.
 */
export interface OperatingCycleAnswer {
    /**
     * The stages, in the order of the request.
     */
    stages: StageDays[];
    /**
     * Stages that lengthen less stages that shorten, from unrounded days.
     */
    days: Decimal;
}

/**
 * How long a month of the roll-back is.
 */
export type MonthLength = "calendar" | "thirty";

/**
 * How long a stage takes.
 */
export interface StageDays {
    /**
     * The balance set against the flow.
     */
    balance: Decimal;
    /**
     * The flow.
     */
    flow: Decimal;
    /**
     * `balance` ÷ `flow` × the days of a year.
     */
    days: Decimal;
    /**
     * `flow` ÷ `balance`, times a year; `null` for an empty balance.
     */
    turnover: Decimal | null;
}

/**
 * How many findings of one code there are, kept or not.
 */
export interface IssueCount {
    /**
     * What the findings are about.
     */
    code: IssueCode;
    /**
     * How much they matter.
     */
    severity: Severity;
    /**
     * How many there are.
     */
    count: number;
}

/**
 * How much a finding matters.
 */
export type Severity = "info" | "warning" | "error";

/**
 * How penalties are computed.
 */
export interface PenaltySettings {
    /**
     * The rate.
     */
    rate?: PenaltyRate;
    /**
     * Which day's rate applies.
     */
    moment?: RateMoment;
    /**
     * Reference rates that stand in for those of the law file.
     */
    typedRates?: TypedRates[];
    /**
     * Is the rate at least three times the legal interest rate?
     */
    floor?: boolean;
    /**
     * How days are counted.
     */
    dayCount?: DayCount;
    /**
     * Does the due date itself count as a day of delay, where there is one?
     */
    countDueDate?: boolean;
    /**
     * Flat indemnity for each late invoice.
     */
    indemnity?: Decimal;
}

/**
 * How sure a detection is.
 */
export type Certainty = "certain" | "assumed" | "chosen";

/**
 * How terms become shorter.
 */
export type TermsRule = "minus" | "cap" | "legal";

/**
 * How the days of a window of the accounting DSO are counted.
 */
export type DayBasis = "actual" | "thirtyDayMonths" | "year360" | "year365" | "typed";

/**
 * How the draws are spread.
 */
export interface Percentiles {
    /**
     * One draw in ten is below.
     */
    p10: Decimal;
    /**
     * Half of the draws are below.
     */
    p50: Decimal;
    /**
     * Nine draws in ten are below.
     */
    p90: Decimal;
}

/**
 * How the due date follows from the day an invoice was issued on.
 */
export type DueRule = { rule: "net"; days: number } | { rule: "daysThenMonthEnd"; days: number } | { rule: "monthEndThenDays"; days: number } | { rule: "daysThenMonthEndThenDay"; days: number; day: number } | { rule: "tenDayEndThenDays"; days: number };

/**
 * Invoices of a customer that are due later than allowed.
 */
export interface CustomerBeyond {
    /**
     * The customer.
     */
    name: string;
    /**
     * How many.
     */
    count: number;
    /**
     * Their amount, tax included.
     */
    amount: Decimal;
    /**
     * The most days beyond.
     */
    longestDays: number;
}

/**
 * Its answer.
 */
export type CalculatorAnswer = ({ calculator: "structuralWorkingCapital" } & StructuralAnswer) | ({ calculator: "creditPolicy" } & CreditPolicyAnswer) | ({ calculator: "factoring" } & FactoringAnswer) | ({ calculator: "creditInsurance" } & CreditInsuranceAnswer) | ({ calculator: "operatingCycle" } & OperatingCycleAnswer);

/**
 * Late invoices of a ledger and what they cost who pays late.
 */
export interface Penalties {
    /**
     * The day of the reckoning.
     */
    asOf: NaiveDate;
    /**
     * How they were computed.
     */
    settings: PenaltySettings;
    /**
     * All late invoices.
     */
    all: PenaltySum;
    /**
     * Those paid late, on or before the day of the reckoning.
     */
    settled: PenaltySum;
    /**
     * Those late and open on that day: interest runs on.
     */
    open: PenaltySum;
    /**
     * Customers who owe most, the most first, 20 at most.
     */
    customers: CustomerPenalty[];
    /**
     * Invoices with most interest, the most first, 100 at most.
     */
    invoices: InvoicePenalty[];
    /**
     * Invoices left out, as they have no due date.
     */
    withoutDueDate: number;
    /**
     * Invoices left out, as they are paid and nothing says when.
     */
    withoutSettlementDate: number;
    /**
     * The rates that were used, oldest first.
     */
    rates: RateInForce[];
}

/**
 * Late payment lately against before, in days weighted by amount. Of each period count the invoices paid in it, and
 * those overdue at its end with the days passed by then.
 */
export interface LateTrend {
    /**
     * Mean days late of the last three months.
     */
    recent: Decimal;
    /**
     * Mean days late of the twelve months before.
     */
    before: Decimal;
    /**
     * `recent` − `before`.
     */
    change: Decimal;
    /**
     * Does the customer pay later than it did: by five days or more, over at least three invoices in each period?
     */
    isWorsening: boolean;
}

/**
 * Late payment of what was settled lately against before, in days weighted by amount: each invoice on the day it was paid.
 * What is still open is not in it: see [`LateTrend`].
 */
export interface SettledTrend {
    /**
     * Mean days late of what was settled in the last three months.
     */
    recent: Decimal;
    /**
     * Mean days late of what was settled in the twelve months before.
     */
    before: Decimal;
    /**
     * `recent` − `before`.
     */
    change: Decimal;
    /**
     * How many invoices the first is of.
     */
    recentCount: number;
    /**
     * How many invoices the second is of.
     */
    beforeCount: number;
}

/**
 * Levers that reach a target together.
 */
export interface Plan {
    /**
     * The levers with their costs, to be taken into a scenario as they are.
     */
    levers: Lever[];
    /**
     * The figures under them.
     */
    headline: ScenarioHeadline;
    /**
     * What they reach.
     */
    reached: Decimal;
    /**
     * The end of the first week in which they reach it; `null` where that is more than a year away.
     */
    reachedOn: NaiveDate | null;
}

/**
 * Mean days of settled invoices.
 */
export interface MeanDaysFigure {
    /**
     * Plain mean.
     */
    mean: Decimal;
    /**
     * Weighted by amount; `null` where amounts add up to nothing.
     */
    weighted: Decimal | null;
    /**
     * How many invoices.
     */
    count: number;
    /**
     * Share of those paid late, in percent of their number; `null` for days to pay.
     */
    latePercent: Decimal | null;
    /**
     * Share of those paid late, in percent of their amount; `null` for days to pay or where amounts add up to nothing.
     */
    lateAmountPercent: Decimal | null;
}

/**
 * On which side of a requirement something stands.
 */
export type Side = "need" | "resource";

/**
 * One column as it was understood.
 */
export interface Column {
    /**
     * Its header; empty where there is none.
     */
    header: string;
    /**
     * What it is taken for; `null` where it is not used.
     */
    field: Field | null;
    /**
     * Its first cells that are not empty, at most three.
     */
    samples: string[];
}

/**
 * One customer.
 */
export interface CustomerAnswer {
    /**
     * The date of the figures.
     */
    asOf: NaiveDate;
    /**
     * What the list of customers says of it.
     */
    row: CustomerRow;
    /**
     * The DSO that the `dsoDays` of the row are a part of.
     */
    dso: WholeDso | null;
    /**
     * Ends of the bands of the ages of the row, in days overdue.
     */
    agingBounds: number[];
    /**
     * Its invoices; `null` for an aged balance, which has none.
     */
    invoices: CustomerInvoices | null;
}

/**
 * One customer.
 */
export interface CustomerRow {
    /**
     * Its name.
     */
    name: string;
    /**
     * What it owes; below zero if it is in credit.
     */
    receivables: Decimal;
    /**
     * The overdue part; `null` where nothing says it.
     */
    overdue: Decimal | null;
    /**
     * `overdue` in percent of `receivables`; `null` too where these are not above zero.
     */
    overduePercent: Decimal | null;
    /**
     * Days from due date to the date of the figures of what is overdue, weighted by amount, credit notes left out;
     * `null` where nothing is overdue, or nothing says since when.
     */
    overdueDays: Decimal | null;
    /**
     * The disputed part; `null` where nothing says it.
     */
    disputed: Decimal | null;
    /**
     * What it owes, split as the DSO is: not due, overdue and disputed add up to `receivables`. Credit notes stand in
     * the part they are in, which may so be below zero. `null` where nothing says what is overdue.
     */
    parts: SplitOf | null;
    /**
     * Its days of the DSO of all: `dso` × `receivables` ÷ receivables of all customers. They add up to it. `null` where
     * there is no DSO.
     */
    dsoDays: Decimal | null;
    /**
     * Its share of the receivables in percent; `null` where they are not above zero.
     */
    sharePercent: Decimal | null;
    /**
     * What it owes by age, in the bands of the report; `null` where due dates are not known.
     */
    ages: Decimal[] | null;
    /**
     * Its sales of the window; `null` where nothing says them.
     */
    sales: Decimal | null;
    /**
     * Its DSO by the accounting method; `null` without sales.
     */
    accountingDso: Decimal | null;
    /**
     * Its DSO by roll-back over its own sales; `null` without sales.
     */
    rollBackDso: Decimal | null;
    /**
     * Is that only a bound? Its sales are looked at 36 months back.
     */
    exhausted: boolean;
    /**
     * Days from issue to payment of what it settled in the window, weighted by amount.
     */
    daysToPay: Decimal | null;
    /**
     * Days from due date to payment of the same.
     */
    daysLate: Decimal | null;
    /**
     * How many invoices it settled in the window.
     */
    settledCount: number;
    /**
     * Whether it pays later than it did; `null` without payments in both periods.
     */
    trend: LateTrend | null;
    /**
     * The same of what was settled alone; `null` without payments in both periods.
     */
    settledTrend: SettledTrend | null;
    /**
     * How it is expected to pay, blended with all customers by how much is known of it; `null` where nobody paid yet.
     * Counted from the due date, or from the issue date where due dates are not known, and `overdue` is `null`.
     */
    delays: DelayStatistics | null;
    /**
     * The weight of its own history in that, in percent.
     */
    credibilityPercent: Decimal | null;
    /**
     * What its days cost in a year; `null` without a rate.
     */
    yearlyCost: YearlyCost | null;
}

/**
 * One due date to be computed.
 */
export interface DueDateRequest {
    /**
     * The day the invoice is issued on; of delivery where the rule starts there.
     */
    issued: NaiveDate;
    /**
     * The rule.
     */
    rule: DueRule;
}

/**
 * One late invoice to be computed.
 */
export interface PenaltyRequest {
    /**
     * Amount including tax.
     */
    amount: Decimal;
    /**
     * Due date.
     */
    due: NaiveDate;
    /**
     * The day it is paid on, or the day of the reckoning.
     */
    settled: NaiveDate;
    /**
     * How penalties are computed.
     */
    settings?: PenaltySettings;
}

/**
 * One lever.
 */
export interface LeverAnswer {
    /**
     * Its place in the request.
     */
    index: number;
    /**
     * Its name.
     */
    lever: string;
    /**
     * What it is worth alone.
     */
    alone: Worth;
    /**
     * What it adds to the levers before it: over all levers these make the worth of the scenario exactly.
     */
    inOrder: Worth;
    /**
     * Days it takes off the accounting DSO in that order; negative if it adds some.
     */
    accountingDays: Decimal | null;
    /**
     * Days it takes off the roll-back DSO in that order.
     */
    rollBackDays: Decimal | null;
    /**
     * Yearly sales in its scope.
     */
    yearlySales: Decimal;
    /**
     * Loss in percent of sales that an insurance was reckoned with.
     */
    lossPercent: Decimal | null;
    /**
     * Why it moves nothing, alone; `null` if it moves something.
     */
    idle: Idle | null;
}

/**
 * One line of the requirement.
 */
export type StructuralLine = { line: "coefficient"; side?: Side; days: Decimal; coefficient: Decimal; vatPercent?: Decimal } | { line: "flow"; side?: Side; days: Decimal; flow: Decimal; vatPercent?: Decimal } | { line: "daysOfSales"; side?: Side; daysOfSales: Decimal; coefficient: Decimal } | { line: "seasonal"; side?: Side; days: Decimal; months: Decimal[]; divideBy?: Decimal | null };

/**
 * One line, worked out.
 */
export interface StructuralItem {
    /**
     * Need or resource.
     */
    side: Side;
    /**
     * Days it lasts.
     */
    days: Decimal;
    /**
     * What it weighs in sales, tax included; `null` for a seasonal flow.
     */
    coefficient: Decimal | null;
    /**
     * `days` × `coefficient`.
     */
    daysOfSales: Decimal;
    /**
     * `daysOfSales` × `sales` ÷ the days of a year.
     */
    amount: Decimal;
}

/**
 * One month of the history.
 */
export interface MonthFigures {
    /**
     * The month.
     */
    month: Month;
    /**
     * Sales including tax.
     */
    salesInclTax: Decimal | null;
    /**
     * Sales excluding tax.
     */
    salesExclTax: Decimal | null;
    /**
     * Receivables at its end.
     */
    receivables: Decimal | null;
    /**
     * Overdue receivables at its end.
     */
    overdue: Decimal | null;
    /**
     * Disputed receivables at its end.
     */
    disputed: Decimal | null;
    /**
     * What of the disputed receivables is overdue; `null` where nothing says it.
     */
    disputedOverdue: Decimal | null;
    /**
     * Owed at its end to a factor, in the receivables where the conventions count it, beside them otherwise; `null` where
     * nothing is.
     */
    factored: Decimal | null;
    /**
     * Payables at its end.
     */
    payables: Decimal | null;
    /**
     * Purchases.
     */
    purchases: Decimal | null;
    /**
     * Inventory at its end.
     */
    inventory: Decimal | null;
    /**
     * DSO by the accounting method at its end.
     */
    accountingDso: Decimal | null;
    /**
     * DSO by the roll-back method at its end; `null` too where the history before it is too short.
     */
    rollBackDso: Decimal | null;
    /**
     * Best possible DSO by the accounting method at its end.
     */
    bestPossibleDso: Decimal | null;
    /**
     * The part of the accounting DSO that agreed terms make: neither overdue nor disputed.
     */
    termDays: Decimal | null;
    /**
     * The late part of the accounting DSO: overdue, not disputed.
     */
    lateDays: Decimal | null;
    /**
     * The disputed part of the accounting DSO.
     */
    disputedDays: Decimal | null;
    /**
     * The same three parts of the roll-back DSO, which they add up to: 10,000 owed, of which 1,000 late, after sales
     * of 6,400 and 2,600 and 4,000 in months of 30, 31 and 30 days are 61 + 7.5 days. `null` where the history is too
     * short for it.
     */
    rollBackSplit: SplitOf | null;
}

/**
 * One month of the roll-back trail.
 */
export interface TrailStep {
    /**
     * The month.
     */
    month: Month;
    /**
     * Days it contributes.
     */
    days: Decimal;
    /**
     * Days it has.
     */
    monthDays: number;
    /**
     * Its sales; `null` where the history lacks it.
     */
    sales: Decimal | null;
    /**
     * Receivables it uses up.
     */
    taken: Decimal;
    /**
     * Receivables left after it.
     */
    rest: Decimal;
}

/**
 * One thing a scenario changes, for whom, and at what cost.
 */
export interface Lever {
    /**
     * What it does.
     */
    action: Action;
    /**
     * Which invoices it concerns.
     */
    scope?: Scope;
    /**
     * Share in percent of every amount in scope that adopts it. At zero there is no lever, nor its cost.
     */
    sharePercent?: Decimal;
    /**
     * What it costs in a year, beside discounts, premiums, fees and interest; negative if it saves.
     */
    yearlyCost?: Decimal;
    /**
     * What it costs once, when it is set up. Only the payback looks at it.
     */
    oneOffCost?: Decimal;
    /**
     * Sales lost by it, in percent of those of the share in its scope. They cost their margin; that they are no longer owed is
     * not counted as cash.
     */
    lostSalesPercent?: Decimal;
    /**
     * Margin in percent of the sales lost, both excluding tax.
     */
    marginPercent?: Decimal;
    /**
     * First day it is live; the day after the as-of date if left out. Reminders, settled disputes, plans and factors act on
     * everything that is open from that day, other levers on what is invoiced from it on. Only the timeline looks at it: the
     * other figures are those of a lever in full force.
     */
    goLive?: NaiveDate | null;
    /**
     * Parameters that are not certain.
     */
    ranges?: Range[];
}

/**
 * One value of a segment.
 */
export interface SegmentRow {
    /**
     * The figures of its invoices, as of a customer of this name: the value, empty for the rows that say nothing there.
     */
    figures: CustomerRow;
    /**
     * How many customers owe something of it.
     */
    customers: number;
    /**
     * How many invoices and credit notes of it were issued by the date; of an aged balance, how many rows it has.
     */
    invoices: number;
}

/**
 * One week or month of a timeline.
 */
export interface TimelinePeriod {
    /**
     * First day.
     */
    from: NaiveDate;
    /**
     * Last day.
     */
    to: NaiveDate;
    /**
     * Receivables at its end without the levers.
     */
    receivablesWithout: Decimal;
    /**
     * Receivables at its end with them.
     */
    receivablesWith: Decimal;
    /**
     * What comes in during it without the levers.
     */
    cashInWithout: Decimal;
    /**
     * What comes in with them, before their cost.
     */
    cashInWith: Decimal;
    /**
     * Cash released by its end: what came in more since going live, and what payables and inventory release.
     */
    released: Decimal;
    /**
     * `released` with every uncertain parameter at its least favourable value; `null` where none is uncertain.
     */
    low: Decimal | null;
    /**
     * `released` with every uncertain parameter at its most favourable value.
     */
    high: Decimal | null;
    /**
     * What the levers cost from going live to its end.
     */
    cost: Decimal;
}

/**
 * Open invoices of a replay. Nobody knows when they will be paid: each is paid in parts, as the history of its
 * customer says of invoices still open at that age.
 */
export interface OpenItems {
    /**
     * Amount of open invoices that is expected to be paid.
     */
    movable: Decimal;
    /**
     * Amount that is not, or that credits of its customer cover: levers do not move its payment.
     */
    leftAlone: Decimal;
    /**
     * Was nothing ever paid? Open invoices not yet due are then taken to be paid on their due date.
     */
    assumesPunctual: boolean;
}

/**
 * Penalties added up.
 */
export interface PenaltySum {
    /**
     * Late invoices.
     */
    count: number;
    /**
     * Their amount, tax included; of an invoice paid in part, what is open.
     */
    amount: Decimal;
    /**
     * Interest, from unrounded amounts.
     */
    interest: Decimal;
    /**
     * Indemnities.
     */
    indemnities: Decimal;
    /**
     * `interest` + `indemnities`.
     */
    total: Decimal;
}

/**
 * Receivables and DSO on another basis than that of the answer.
 */
export interface OtherDso {
    /**
     * Receivables at the as-of date.
     */
    receivables: Decimal | null;
    /**
     * DSO by the accounting method.
     */
    accountingDso: Decimal | null;
    /**
     * DSO by the roll-back method.
     */
    rollBackDso: Decimal | null;
    /**
     * Is `rollBackDso` a lower bound?
     */
    rollBackExhausted: boolean;
}

/**
 * Receivables at one month-end.
 */
export interface ScenarioMonth {
    /**
     * The month.
     */
    month: Month;
    /**
     * As they were.
     */
    before: Decimal | null;
    /**
     * Under the levers; `null` where the history before it is too short to say.
     */
    after: Decimal | null;
    /**
     * The roll-back DSO as it was at its end: 10,000 owed after sales of 6,400, 2,600 and 4,000 are 68.5 days. `null`
     * where the history before it is too short.
     */
    beforeDso: Decimal | null;
    /**
     * The same under the levers.
     */
    afterDso: Decimal | null;
}

/**
 * Receivables handed over to a factor: they leave the balance sheet, and so the published DSO; customers still owe them, as
 * the economic DSO says.
 *
 * 100 owed and 50 with a factor, of sales of 310 in 31 days, are 10 days published and 15 economic ones.
 */
export interface FactoredFigure {
    /**
     * What was handed over and not paid by the date.
     */
    amount: Decimal;
    /**
     * What of it is overdue; `null` where nothing says it.
     */
    overdue: Decimal | null;
    /**
     * Was the amount typed in?
     */
    isTyped: boolean;
    /**
     * Does it count among the receivables of the report? Its DSO is the economic one then.
     */
    counts: boolean;
    /**
     * Without it.
     */
    published: DsoPair;
    /**
     * With it.
     */
    economic: DsoPair;
}

/**
 * Receivables of one age.
 */
export interface AgeBand {
    /**
     * Least days overdue; `null` for what is not due.
     */
    fromDays: number | null;
    /**
     * Most days overdue; `null` beyond the last bound, 0 for what is not due.
     */
    toDays: number | null;
    /**
     * The amount.
     */
    amount: Decimal;
    /**
     * Its share of the total in percent; `null` where the total is not above zero.
     */
    sharePercent: Decimal | null;
    /**
     * How many invoices; `null` where the data has none.
     */
    count: number | null;
}

/**
 * Receivables turnover: `sales` ÷ `balanceAmount`.
 */
export interface Turnover {
    /**
     * Times over the window.
     */
    times: Decimal;
    /**
     * Times a year: `times` × days of a year ÷ `windowDays`.
     */
    perYear: Decimal | null;
    /**
     * Sales of the window.
     */
    sales: Decimal;
    /**
     * Receivables they are set against.
     */
    balanceAmount: Decimal;
    /**
     * Which receivables those are.
     */
    balance: Balance;
    /**
     * Days of the window.
     */
    windowDays: Decimal;
}

/**
 * Reference rates typed in: they stand in for those the law file has from the same day, or are added to them.
 */
export interface TypedRates {
    /**
     * First day they hold for.
     */
    from: NaiveDate;
    /**
     * The refinancing rate of the European Central Bank, in percent.
     */
    refinancingPercent: Decimal;
    /**
     * The legal interest rate of firms, in percent.
     */
    legalInterestPercent: Decimal;
}

/**
 * Rows of the input; `read = accepted + rejected + ignored`, always.
 */
export interface RowCounts {
    /**
     * Lines that are not empty, the header left out.
     */
    read: number;
    /**
     * Rows that are in the figures.
     */
    accepted: number;
    /**
     * Rows that could not be read; each has a finding.
     */
    rejected: number;
    /**
     * Rows set aside on purpose: titles, totals, voids, other currencies.
     */
    ignored: number;
}

/**
 * Some of the rows that could not be read.
 */
export interface RejectedPage {
    /**
     * How many are kept in all; more may have been counted.
     */
    kept: number;
    /**
     * The rows asked for.
     */
    rows: RejectedRow[];
}

/**
 * Something split into its term, late and disputed parts.
 */
export interface SplitOf {
    /**
     * Neither overdue nor disputed.
     */
    term: Decimal;
    /**
     * Overdue, not disputed.
     */
    late: Decimal;
    /**
     * Disputed, overdue or not.
     */
    disputed: Decimal;
    /**
     * The three together.
     */
    total: Decimal;
}

/**
 * Something that a file says twice.
 */
export interface ProofRead {
    /**
     * What, in the words of its headings, as in `Payé + Reste dû = Montant TTC`.
     */
    what: string;
    /**
     * What one side makes.
     */
    expected: Decimal;
    /**
     * What the other side says.
     */
    found: Decimal;
    /**
     * Do both agree, to the cent, on every row?
     */
    holds: boolean;
}

/**
 * Something that documents say twice.
 */
export interface DocumentProof {
    /**
     * What, in the names of the European standard, as in `BT-109 + BT-110 = BT-112`.
     */
    what: string;
    /**
     * What one side makes, over all documents.
     */
    expected: Decimal;
    /**
     * What the other side says.
     */
    found: Decimal;
    /**
     * Do both agree, to the cent, in every document?
     */
    holds: boolean;
}

/**
 * Something that holds between columns.
 */
export interface RelationRead {
    /**
     * What holds: `sum`, `tax`, `total`, `partsOf`, `balanceOf`, `running`.
     */
    what: RelationKind;
    /**
     * The headings of its columns; the last is what the others make.
     */
    columns: string[];
    /**
     * Rows it was looked at on.
     */
    rows: number;
    /**
     * Rows it holds on.
     */
    holds: number;
}

/**
 * Something that the checks of a warehouse found.
 */
export interface WarehouseCheck {
    /**
     * What.
     */
    code: WarehouseCheckCode;
    /**
     * How many rows.
     */
    lines: number;
    /**
     * Their amount; `null` where nothing says it.
     */
    amount: Decimal | null;
}

/**
 * Sums of customers: amounts, and days of the DSO, are the sums of those of their rows; rates and means are of all of them
 * together.
 */
export interface CustomerTotals {
    /**
     * How many of them owe something: more than what they have in credit.
     */
    owing: number;
    /**
     * What they owe.
     */
    receivables: Decimal;
    /**
     * The overdue part; `null` where nothing says it.
     */
    overdue: Decimal | null;
    /**
     * `overdue` in percent of `receivables`; `null` too where these are not above zero.
     */
    overduePercent: Decimal | null;
    /**
     * Days from due date to the date of the figures of what is overdue, weighted by amount, credit notes left out;
     * `null` where nothing is overdue, or nothing says since when.
     */
    overdueDays: Decimal | null;
    /**
     * The disputed part; `null` where nothing says it.
     */
    disputed: Decimal | null;
    /**
     * What they owe, split as in their rows.
     */
    parts: SplitOf | null;
    /**
     * Their days of the DSO of all; all of it where nobody is left out.
     */
    dsoDays: Decimal | null;
    /**
     * Their sales of the window; `null` where nothing says them.
     */
    sales: Decimal | null;
    /**
     * Days from due date to payment of what they settled in the window, weighted by amount.
     */
    daysLate: Decimal | null;
    /**
     * What their days cost in a year; `null` without a rate.
     */
    yearlyCost: YearlyCost | null;
}

/**
 * Targets at a date, in their order.
 */
export interface TargetsAnswer {
    /**
     * The date of the figures.
     */
    asOf: NaiveDate;
    /**
     * What a target of today would start from: the days of the accounting DSO.
     */
    accountingDso: Decimal | null;
    /**
     * The days of the DSO by roll-back.
     */
    rollBackDso: Decimal | null;
    /**
     * Overdue receivables in percent.
     */
    overduePercent: Decimal | null;
    /**
     * The targets.
     */
    targets: TargetOutcome[];
}

/**
 * Targets to look at.
 */
export interface TargetsRequest {
    /**
     * Where they are looked at.
     */
    baseline?: At;
    /**
     * The targets, 20 at most.
     */
    targets: Target[];
}

/**
 * Terms against the law, and the price of late payment.
 */
export interface TermsAnswer {
    /**
     * Agreed terms against the law.
     */
    check: LegalCheck;
    /**
     * Late-payment penalties; `null` where nobody knows what is paid, and when.
     */
    penalties: Penalties | null;
    /**
     * What falls due in the months after the date.
     */
    due: DueMonth[];
}

/**
 * The DSO of all customers, which each has a part in.
 */
export interface WholeDso {
    /**
     * The days.
     */
    days: Decimal;
    /**
     * By roll-back; by the accounting method where the data has no sales by month.
     */
    method: string;
    /**
     * Are the days a lower bound, the history being too short?
     */
    isLowerBound: boolean;
}

/**
 * The DSO split into what terms, lateness and disputes make of it. The parts add up to the DSO of the closing
 * receivables.
 */
export interface DsoSplit {
    /**
     * Days by the accounting method.
     */
    accounting: SplitOf;
    /**
     * Days by roll-back, each part on top of the one before; `null` where that is undefined.
     */
    rollBack: SplitOf | null;
    /**
     * Is the last of these only a bound, the history being too short?
     */
    exhausted: boolean;
    /**
     * The receivables behind them.
     */
    amounts: SplitOf;
    /**
     * Does the data say what is disputed? The part is zero otherwise.
     */
    knowsDisputed: boolean;
    /**
     * Are disputes taken to be overdue, since the data does not say which are?
     */
    assumesDisputedOverdue: boolean;
}

/**
 * The conventions of a report.
 *
 * # Examples
 *
 * ```
 * use encours::conventions::Conventions;
 *
 * assert_eq!(Conventions::default().window_months, 12);
 * ```
 */
export interface Conventions {
    /**
     * Months of sales in the accounting DSO, 1 to 36; the whole history if it is shorter.
     */
    windowMonths?: number;
    /**
     * How the days of that window are counted.
     */
    dayBasis?: DayBasis;
    /**
     * The days of the window, for [`DayBasis::Typed`].
     */
    typedDays?: Decimal | null;
    /**
     * Which receivables the accounting DSO sets against sales.
     */
    balance?: Balance;
    /**
     * How long a month of the roll-back is.
     */
    monthLength?: MonthLength;
    /**
     * What the roll-back does with a month without sales.
     */
    emptyMonth?: EmptyMonth;
    /**
     * VAT rate in percent, where only sales excluding tax are known.
     */
    vatPercent?: Decimal | null;
    /**
     * Days of a year, 360 or 365: for the working capital in days and for yearly rates.
     */
    yearDays?: number;
    /**
     * What counts as sales in a FEC.
     */
    fecSales?: FecSales;
    /**
     * What counts among the receivables.
     */
    scope?: ReceivablesScope;
    /**
     * Which sales the collection effectiveness index takes.
     */
    ceiSales?: CeiSales;
    /**
     * Days overdue at which the bands of the aging end, increasing.
     */
    agingBounds?: number[];
    /**
     * Which inventory and payables stand above costs in DIO and DPO.
     */
    capitalBalance?: Balance;
    /**
     * Which cost the DIO takes.
     */
    dioCost?: CostChoice;
    /**
     * Which cost the DPO takes.
     */
    dpoCost?: CostChoice;
    /**
     * Days from invoice to due date, for a FEC, which has no due dates: without it nothing is known to be overdue.
     */
    termDays?: number | null;
}

/**
 * The date, the conventions and the typed balances that a dataset is asked with.
 */
export interface At {
    /**
     * The date of the figures; the default one of the data if left out.
     */
    asOf?: NaiveDate | null;
    /**
     * The conventions.
     */
    conventions?: Conventions;
    /**
     * Balances typed in beside the data.
     */
    balances?: TypedBalances;
    /**
     * The part of the data.
     */
    cut?: Cut;
}

/**
 * The day a legal term starts on.
 */
export type Start = "issue" | "delivery";

/**
 * The encodings that are read, by their usual names.
 */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "iso-8859-15" | "macintosh" | "ibm850" | "utf-8-twice";

/**
 * The fewest customers that at least half of what is overdue is owed by.
 */
export interface HalfOfOverdue {
    /**
     * How many they are.
     */
    customers: number;
    /**
     * What of theirs is overdue.
     */
    amount: Decimal;
}

/**
 * The fields of one kind of data.
 */
export interface FieldsOfKind {
    /**
     * The kind.
     */
    kind: Kind;
    /**
     * Its fields, those that it cannot do without first.
     */
    fields: Field[];
}

/**
 * The figures of a report.
 */
export interface Figures {
    /**
     * DSO by the accounting method.
     */
    accountingDso: AccountingDso | null;
    /**
     * DSO by the roll-back method.
     */
    rollBackDso: RollBackDso | null;
    /**
     * Best possible DSO, both methods.
     */
    bestPossibleDso: TwoMethods | null;
    /**
     * Average days delinquent, both methods.
     */
    averageDaysDelinquent: TwoMethods | null;
    /**
     * Both DSO split into what terms, lateness and disputes make.
     */
    dsoSplit: DsoSplit | null;
    /**
     * What was collected of what could have been.
     */
    collectionEffectiveness: CollectionEffectiveness | null;
    /**
     * Sales ÷ receivables.
     */
    turnover: Turnover | null;
    /**
     * How much of the receivables few customers owe.
     */
    concentration: ConcentrationFigure | null;
    /**
     * Days inventory outstanding.
     */
    dio: DaysOf | null;
    /**
     * Days payables outstanding.
     */
    dpo: DaysOf | null;
    /**
     * DSO + DIO − DPO.
     */
    cashConversionCycle: CashConversionCycle | null;
    /**
     * Inventory + receivables − payables.
     */
    workingCapital: WorkingCapital | null;
    /**
     * From issue to payment, invoices settled in the window.
     */
    daysToPay: MeanDaysFigure | null;
    /**
     * From due date to payment, invoices settled in the window; negative is early.
     */
    daysLate: MeanDaysFigure | null;
    /**
     * What one day less of DSO frees.
     */
    cashValueOfADay: Decimal | null;
    /**
     * What was handed over to a factor, and the DSO without and with it; `null` where nothing was.
     */
    factored: FactoredFigure | null;
    /**
     * The sales of a FEC and both DSO by every convention on what sales are; empty for other data.
     */
    salesConventions: SalesConvention[];
}

/**
 * The figures of one policy.
 */
export interface PolicyFigures {
    /**
     * Receivables at price: sales × days ÷ the days of a year.
     */
    receivables: Decimal;
    /**
     * What is invested in them.
     */
    investment: Decimal;
    /**
     * Bad debts of a year.
     */
    badDebts: Decimal;
    /**
     * Discounts of a year.
     */
    discounts: Decimal;
}

/**
 * The figures that follow a slider.
 */
export interface ScenarioHeadline {
    /**
     * DSO by the accounting method.
     */
    accountingDso: Decimal | null;
    /**
     * DSO by the roll-back method; at least so many days where `rollBackExhausted`.
     */
    rollBackDso: Decimal | null;
    /**
     * Is the roll-back DSO only a lower bound?
     */
    rollBackExhausted: boolean;
    /**
     * Receivables at the as-of date.
     */
    receivables: Decimal | null;
    /**
     * What the levers are worth.
     */
    worth: Worth;
}

/**
 * The flat indemnity of a late invoice, from a day on.
 */
export interface Indemnity {
    /**
     * First day it holds for.
     */
    from: NaiveDate;
    /**
     * The amount, in euros.
     */
    amount: Decimal;
    /**
     * Where it is written.
     */
    sources: LegalSource[];
}

/**
 * The invoices of one currency, among several.
 */
export interface CurrencyFigure {
    /**
     * The currency.
     */
    currency: string;
    /**
     * How many invoices there are, by the date.
     */
    invoices: number;
    /**
     * What they owe, in their own currency.
     */
    owed: Decimal;
    /**
     * The rate at which that is converted; `null` where none is given.
     */
    closing: Decimal | null;
    /**
     * Is it the one that figures are in?
     */
    isBase: boolean;
    /**
     * Is it in no figure, since rates are missing?
     */
    isApart: boolean;
    /**
     * The months of which a rate is missing, at most 24; all of them where there is no rate at all.
     */
    missing: Month[];
}

/**
 * The invoices of one customer, issued by the date of the figures.
 */
export interface CustomerInvoices {
    /**
     * How many there are; credit notes, and payments on account, are left out.
     */
    count: number;
    /**
     * The month of the first of them; `null` without any.
     */
    firstMonth: Month | null;
    /**
     * Months that the data covers up to the date, from that of the first invoice of any customer, both counted.
     */
    months: number;
    /**
     * The term they usually have; `null` where the data has no due dates, as a FEC, whose term is given.
     */
    term: UsualTerm | null;
    /**
     * Days from issue to payment of those settled in the window.
     */
    daysToPay: MeanDaysFigure | null;
    /**
     * Days from due date to payment of the same.
     */
    daysLate: MeanDaysFigure | null;
    /**
     * Those settled by the date, credit notes left out: the 200 settled last, oldest first.
     */
    settled: SettledInvoice[];
    /**
     * How many were settled in all.
     */
    settledCount: number;
    /**
     * Invoices and credit notes that are open: the 500 most overdue, those first. Together they make `receivables` of the
     * row where they are all there and the customer is not in credit with credits left out.
     */
    open: OpenInvoice[];
    /**
     * How many are open in all.
     */
    openCount: number;
    /**
     * How many of these are overdue.
     */
    lateCount: number;
}

/**
 * The kinds of data that are read.
 */
export type Kind = "series" | "invoices" | "agedBalance" | "fec" | "payments" | "customerLedger";

/**
 * The least and the greatest value of a number.
 */
export interface Bounds {
    /**
     * The least.
     */
    least: Decimal;
    /**
     * The greatest.
     */
    most: Decimal;
}

/**
 * The least and the most that an aged balance allows. An age says how much of the sales is unpaid within it on average, not on
 * which day of it they are paid.
 */
export interface AgedBounds {
    /**
     * Least cash released.
     */
    leastCashReleased: Decimal;
    /**
     * Most cash released.
     */
    mostCashReleased: Decimal;
    /**
     * Least net yearly gain.
     */
    leastNetYearlyGain: Decimal;
    /**
     * Most net yearly gain.
     */
    mostNetYearlyGain: Decimal;
}

/**
 * The lines of a requirement.
 */
export interface StructuralRequest {
    /**
     * Sales of a year, excluding tax.
     */
    sales: Decimal;
    /**
     * Days of a year.
     */
    yearDays: Decimal;
    /**
     * The lines.
     */
    lines: StructuralLine[];
}

/**
 * The longest term allowed for a kind of sale, for invoices issued in a period.
 */
export interface Regime {
    /**
     * Its name, for texts in every language; the same over all periods.
     */
    id: string;
    /**
     * First issue date it holds for.
     */
    from: NaiveDate;
    /**
     * Last one; `null` while it is in force.
     */
    until: NaiveDate | null;
    /**
     * Where the term starts.
     */
    start: Start;
    /**
     * What may be agreed: any of these.
     */
    rules: DueRule[];
    /**
     * Where it is written.
     */
    sources: LegalSource[];
}

/**
 * The meaning of a column.
 */
export type Field = "month" | "salesInclTax" | "salesExclTax" | "receivables" | "overdue" | "disputed" | "purchases" | "costOfSales" | "inventory" | "payables" | "number" | "customer" | "issueDate" | "dueDate" | "settledDate" | "amount" | "paidAmount" | "openAmount" | "status" | "currency" | "documentType" | "notDue" | "daysTo30" | "daysTo60" | "daysTo90" | "daysTo120" | "daysBeyond" | "balance" | "journalCode" | "journalLabel" | "entryNumber" | "entryDate" | "account" | "auxiliaryAccount" | "auxiliaryLabel" | "pieceReference" | "pieceDate" | "entryLabel" | "debit" | "credit" | "signedAmount" | "direction" | "lettering" | "year" | "amountExclTax" | "taxAmount" | "creditNoteAmount" | "discount" | "disputedMark" | "paidMark" | "openMark" | "secondSettledDate" | "secondPaidAmount" | "snapshotDate" | "part" | "runningBalance" | "age" | "accountLabel" | "otherStatus" | "putOffDueDate" | "disputedOverdue" | "factored" | "factoredMark" | "invoiceCount" | "segment";

/**
 * The measures of a baseline or of a scenario.
 */
export interface Measures {
    /**
     * Receivables at the as-of date.
     */
    receivables: Decimal | null;
    /**
     * DSO by the accounting method.
     */
    accountingDso: Decimal | null;
    /**
     * DSO by the roll-back method.
     */
    rollBackDso: Decimal | null;
    /**
     * Is `rollBackDso` a lower bound?
     */
    rollBackExhausted: boolean;
    /**
     * Best possible DSO by the accounting method.
     */
    bestPossibleDso: Decimal | null;
    /**
     * Days inventory outstanding.
     */
    dio: Decimal | null;
    /**
     * Days payables outstanding.
     */
    dpo: Decimal | null;
    /**
     * Working capital requirement.
     */
    workingCapital: Decimal | null;
    /**
     * Cash conversion cycle.
     */
    cashConversionCycle: Decimal | null;
}

/**
 * The numbers that speak for a suggestion.
 */
export interface Reason {
    /**
     * Sales that it moves, in percent of all: terms above the cap, what is paid late, what is paid later than with the
     * discount. Of disputes the part of the receivables. At most 100, where credit notes bring the whole below the part.
     */
    concernedPercent: Decimal;
    /**
     * The same amount in a year; of disputes what is in dispute.
     */
    concernedAmount: Decimal;
    /**
     * Days it takes off the accounting DSO.
     */
    accountingDays: Decimal | null;
    /**
     * Days after which customers are observed to pay.
     */
    observedDays: Decimal | null;
    /**
     * Discount in percent that would cost as much as it gains.
     */
    breakEvenPercent: Decimal | null;
    /**
     * Loss in percent of sales.
     */
    lossPercent: Decimal | null;
    /**
     * What one day of sales is worth.
     */
    cashValueOfADay: Decimal | null;
}

/**
 * The order of day, month and year in numeric dates.
 */
export type DateOrder = "ymd" | "dmy" | "mdy";

/**
 * The plans for a target.
 */
export interface PlanAnswer {
    /**
     * Is it reached?
     */
    outcome: GoalOutcome;
    /**
     * What the figure is today.
     */
    today: Decimal;
    /**
     * The cheapest that reaches it; out of reach, the one that comes nearest. `null` where nothing is needed.
     */
    cheapest: Plan | null;
    /**
     * The one of fewest levers, where it is another.
     */
    fewest: Plan | null;
    /**
     * The fastest, where it is another.
     */
    fastest: Plan | null;
    /**
     * What is missing to the target, out of reach; zero where it is only reached after the day.
     */
    missing: Decimal | null;
}

/**
 * The quartiles of an activity, in days.
 */
export interface Quartiles {
    /**
     * A quarter of its firms have fewer days.
     */
    first: Decimal;
    /**
     * Half of them have.
     */
    median: Decimal;
    /**
     * Three quarters of them have.
     */
    third: Decimal;
}

/**
 * The rate in force on a day, and where it comes from.
 */
export interface RateInForce {
    /**
     * The rate, percent a year.
     */
    percent: Decimal;
    /**
     * The rate before the floor: reference and margin, or the contract's.
     */
    agreedPercent: Decimal;
    /**
     * The floor: three times the legal interest rate.
     */
    floorPercent: Decimal;
    /**
     * Is the rate the floor?
     */
    floored: boolean;
    /**
     * First day of the half-year whose reference rates these are.
     */
    ratesOf: NaiveDate;
    /**
     * Is that another half-year than the day's, whose rates are not known?
     */
    assumed: boolean;
    /**
     * Does the floor stand on the legal interest of the half-year before, that of this one not being known?
     */
    floorAssumed: boolean;
}

/**
 * The receivables at the as-of date.
 */
export interface Receivables {
    /**
     * All of them.
     */
    total: Decimal | null;
    /**
     * Not overdue.
     */
    current: Decimal | null;
    /**
     * Due before the as-of date.
     */
    overdue: Decimal | null;
    /**
     * `overdue` in percent of `total`; `null` where nothing is owed.
     */
    overduePercent: Decimal | null;
    /**
     * In dispute, overdue or not.
     */
    disputed: Decimal | null;
    /**
     * Both overdue and in dispute; `null` where the data does not say which disputes are.
     */
    disputedOverdue: Decimal | null;
    /**
     * How many invoices and credit notes are open; `null` where the data has none, as in a FEC without
     * a term.
     */
    openCount: number | null;
    /**
     * How many of them are overdue; `null` too where due dates are not known.
     */
    overdueCount: number | null;
    /**
     * Balances of the accounts of customers in a FEC, by their first three digits, whether they are in the scope or
     * not.
     */
    byAccount: Record<string, Decimal> | null;
}

/**
 * The reference rates of a half-year.
 */
export interface HalfYearRates {
    /**
     * Its first day, 1 January or 1 July.
     */
    from: NaiveDate;
    /**
     * The rate of the European Central Bank's main refinancing operations in force on that day, in percent.
     */
    refinancingPercent: Decimal;
    /**
     * The legal interest rate where the creditor is a firm, in percent.
     */
    legalInterestPercent: Decimal;
    /**
     * Is that the rate of the half-year before, no source being known for this one?
     */
    isLegalInterestAssumed?: boolean;
    /**
     * Where both are written.
     */
    sources: LegalSource[];
}

/**
 * The requirement, in days of sales and in currency.
 */
export interface StructuralAnswer {
    /**
     * The lines, in the order of the request.
     */
    lines: StructuralItem[];
    /**
     * Days of sales of the needs.
     */
    needDays: Decimal;
    /**
     * Days of sales of the resources.
     */
    resourceDays: Decimal;
    /**
     * `needDays` − `resourceDays`.
     */
    days: Decimal;
    /**
     * What the item comes to, in currency.
     */
    amount: Decimal;
}

/**
 * The sales of a FEC by one convention on what they are, and what it makes of the DSO.
 */
export interface SalesConvention {
    /**
     * The convention.
     */
    convention: FecSales;
    /**
     * Sales of the window, tax included; `null` where the FEC has no accounts or entries to tell them by.
     */
    sales: Decimal | null;
    /**
     * DSO by the accounting method.
     */
    accountingDso: Decimal | null;
    /**
     * DSO by the roll-back method; at least so many days where `exhausted`.
     */
    rollBackDso: Decimal | null;
    /**
     * Is the roll-back DSO only a bound?
     */
    exhausted: boolean;
    /**
     * Is it the one that fits this FEC best, taken unless another is chosen?
     */
    isUsual: boolean;
}

/**
 * The share of the amount still unpaid from a day on.
 */
export interface CurvePoint {
    /**
     * Days after the due date.
     */
    days: number;
    /**
     * Share in percent still unpaid at its end.
     */
    unpaidPercent: Decimal;
}

/**
 * The stages of a cycle.
 */
export interface OperatingCycleRequest {
    /**
     * Days of a year.
     */
    yearDays: Decimal;
    /**
     * The stages.
     */
    stages: CycleStage[];
}

/**
 * The term agreed with one customer.
 */
export interface CustomerTerm {
    /**
     * Its name.
     */
    customer: string;
    /**
     * Days from issue to the due date.
     */
    days: number;
}

/**
 * The term that invoices usually have.
 */
export interface UsualTerm {
    /**
     * The rule that gives at least 90 % of the due dates: net, or to a month-end. `null` where none does, where two of a
     * kind do as well, or of fewer than three invoices.
     */
    rule: DueRule | null;
    /**
     * How many due dates it gives.
     */
    explained: number;
    /**
     * How many invoices have a due date.
     */
    count: number;
    /**
     * Median days from issue to due date; the mean of the two in the middle of an even number.
     */
    medianDays: Decimal;
}

/**
 * The twelve months from going live.
 */
export interface Timeline {
    /**
     * The first day on which any lever is live.
     */
    from: NaiveDate;
    /**
     * Twelve months.
     */
    months: TimelinePeriod[];
    /**
     * Fifty-two weeks.
     */
    weeks: TimelinePeriod[];
    /**
     * Cash released in full force: where the timeline goes to as long as sales are those of the year before.
     */
    inFullForce: Decimal;
    /**
     * Most cash released at the end of a week or of a month.
     */
    peak: Decimal;
    /**
     * The day of it.
     */
    peakOn: NaiveDate;
    /**
     * Half of the effect: of the cash that is released on average in full force, whatever the season of the as-of date.
     */
    half: Decimal;
    /**
     * The first month-end from which on `released` is never below half of the effect again; `null` where the last is, or
     * where there is no effect.
     */
    durablyHalfFrom: NaiveDate | null;
    /**
     * The month-end on which least is released after half was reached for the first time, if that is less than half again;
     * `null` where there is none.
     */
    dipOn: NaiveDate | null;
    /**
     * What each lever adds to those before it, in the order they apply.
     */
    byLever: LeverCourse[];
}

/**
 * The unit that amounts are written in.
 */
export type AmountUnit = "major" | "minor";

/**
 * The value that reaches a target with the smallest change, or else the one that comes nearest.
 */
export interface GoalAnswer {
    /**
     * What was found.
     */
    outcome: GoalOutcome;
    /**
     * The value of the parameter.
     */
    value: Decimal;
    /**
     * What it reaches.
     */
    reached: Decimal;
    /**
     * The figures at that value.
     */
    headline: ScenarioHeadline;
}

/**
 * The values that are not given one by one, taken together.
 */
export interface OtherSegments {
    /**
     * How many they are.
     */
    values: number;
    /**
     * Their sums.
     */
    totals: CustomerTotals;
}

/**
 * Three numbers as they were typed, in French or English notation.
 */
export interface QuickRequest {
    /**
     * Receivables, tax included.
     */
    receivables: string;
    /**
     * Sales of the period, tax included.
     */
    sales: string;
    /**
     * Days of the period.
     */
    days: string;
    /**
     * Days that customers would pay earlier; none where it is left out.
     */
    daysEarlier?: string | null;
    /**
     * Yearly cost of money, in percent; 5 where it is left out.
     */
    ratePercent?: string | null;
}

/**
 * Two states, of any two dates.
 */
export interface DsoChangeRequest {
    /**
     * The first, or what was planned.
     */
    before: DsoState;
    /**
     * The second, or what came true.
     */
    after: DsoState;
    /**
     * What a day of sales is worth at the second, to tell the cash by.
     */
    cashValueOfADay?: Decimal | null;
}

/**
 * What a FEC says of itself, by which one can see whether it is whole.
 */
export interface FecSummary {
    /**
     * Sum of the debits.
     */
    debit: Decimal;
    /**
     * Sum of the credits.
     */
    credit: Decimal;
    /**
     * `debit` − `credit`: zero in a whole file.
     */
    unbalanced: Decimal;
    /**
     * Date of its first entry, the opening ones left out.
     */
    firstDate: NaiveDate | null;
    /**
     * Date of its last entry.
     */
    lastDate: NaiveDate | null;
    /**
     * The chart its accounts are numbered by; of another one than the French nothing is read.
     */
    chart: Chart;
    /**
     * Journals taken for those of the opening entries.
     */
    openingJournals: string[];
    /**
     * Receivables on accounts 41x that the opening entries bring.
     */
    openingReceivables: Decimal;
    /**
     * Receivables on accounts 41x at its last date.
     */
    closingReceivables: Decimal;
    /**
     * VAT charged to customers: credits of accounts 4457x, the opening entries left out.
     */
    vatCollected: Decimal;
    /**
     * VAT that suppliers charged: debits of accounts 4456x, the opening entries left out.
     */
    vatDeductible: Decimal;
    /**
     * Share of the amounts charged to customers that lettering matches with payments, in percent.
     */
    letteredPercent: Decimal | null;
}

/**
 * What a balance is set against.
 */
export type CostBase = "costOfSales" | "purchases" | "supplierInvoices";

/**
 * What a change of policy brings: `netBenefit` = `contribution` − the increases of all costs.
 */
export interface CreditPolicyAnswer {
    /**
     * The policy as it is.
     */
    before: PolicyFigures;
    /**
     * The policy as it would be.
     */
    after: PolicyFigures;
    /**
     * Contribution of the sales gained: their part that is not variable cost.
     */
    contribution: Decimal;
    /**
     * Increase of the investment in receivables; below zero where money comes free.
     */
    investment: Decimal;
    /**
     * `investment` × the required return.
     */
    investmentCost: Decimal;
    /**
     * Increase of bad debts.
     */
    badDebts: Decimal;
    /**
     * Increase of discounts.
     */
    discounts: Decimal;
    /**
     * Increase of the cost of running the policy.
     */
    yearlyCost: Decimal;
    /**
     * What is left in a year.
     */
    netBenefit: Decimal;
}

/**
 * What a customer owes for paying late.
 */
export interface CustomerPenalty {
    /**
     * The customer.
     */
    name: string;
    /**
     * The sums.
     */
    sum: PenaltySum;
    /**
     * Longest delay, in days.
     */
    longestDays: number;
}

/**
 * What a dataset amounts to.
 */
export interface Totals {
    /**
     * Receivables at its default date; `null` where they are not known.
     */
    receivables: Decimal | null;
    /**
     * Sales of its whole history, tax included where a month knows that; `null` where none are known.
     */
    sales: Decimal | null;
}

/**
 * What a discount costs over the days it gains and in a year, and where it breaks even.
 */
export interface DiscountCost {
    /**
     * As [`period_percent`].
     */
    periodPercent: Decimal | null;
    /**
     * As [`simple_percent`].
     */
    simplePercent: Decimal | null;
    /**
     * As [`compound_percent`].
     */
    compoundPercent: Decimal | null;
    /**
     * As [`break_even_percent`].
     */
    breakEvenPercent: Decimal;
    /**
     * As [`discounted_invoice`]; `null` where no amount is given.
     */
    invoice: DiscountedInvoice | null;
}

/**
 * What a distribution of delays says in a few numbers, in days; negative is early.
 */
export interface DelayStatistics {
    /**
     * Half of the amount is paid by then; `null` if less than that was ever seen paid.
     */
    median: number | null;
    /**
     * Four fifths of the amount are paid by then; `null` if less than that was ever seen paid.
     */
    percentile80: number | null;
    /**
     * Mean delay, what is unpaid after `horizonDays` counted as paid then.
     */
    mean: Decimal;
    /**
     * Share still unpaid after `horizonDays`, in percent.
     */
    unpaidPercent: Decimal;
    /**
     * The horizon.
     */
    horizonDays: number;
}

/**
 * What a factor costs in a year.
 */
export interface FactorCost {
    /**
     * Mean days sales take to come in.
     */
    days: Decimal;
    /**
     * Receivables.
     */
    receivables: Decimal;
    /**
     * What is advanced on them.
     */
    advance: Decimal;
    /**
     * Interest on the advance.
     */
    interest: Decimal;
    /**
     * Financing of the rest.
     */
    restFinance: Decimal;
    /**
     * Fee.
     */
    fee: Decimal;
    /**
     * Bad debts that stay.
     */
    badDebts: Decimal;
    /**
     * Accounts of customers.
     */
    yearlyCost: Decimal;
    /**
     * All of it.
     */
    total: Decimal;
    /**
     * (`fee` + `interest`) ÷ `advance`, percent a year, savings not taken off; `null` without an advance.
     */
    effectivePercent: Decimal | null;
}

/**
 * What a factor offers.
 */
export interface Factor {
    /**
     * When sales come in; the parts make 100.
     */
    collected: Collected[];
    /**
     * Fee or commission, in percent of credit sales.
     */
    feePercent: Decimal;
    /**
     * What is advanced, in percent of receivables: 100 less the reserve.
     */
    advancePercent: Decimal;
    /**
     * Is the fee kept back from the advance?
     */
    feeKeptBack?: boolean;
    /**
     * Interest on the advance, percent a year.
     */
    advanceRatePercent: Decimal;
    /**
     * What financing the rest costs, percent a year: zero where nobody counts it.
     */
    restFinancePercent?: Decimal;
    /**
     * Bad debts that stay, in percent of credit sales: zero without recourse.
     */
    badDebtPercent?: Decimal;
    /**
     * What is still to be spent on the accounts of customers in a year.
     */
    yearlyCost?: Decimal;
}

/**
 * What a finding is about. The code is stable and written in kebab case.
 */
export type IssueCode = "empty-input" | "binary-input" | "nul-byte" | "not-a-table" | "one-column" | "too-many-columns" | "line-too-long" | "no-data-rows" | "unrecognised-columns" | "missing-column" | "no-accepted-rows" | "datev-postings" | "payments-alone" | "checks-alone" | "no-sales-documents" | "sales-journal-alone" | "open-items-alone" | "no-header" | "invalid-bytes" | "unknown-encoding" | "ambiguous-date-order" | "mixed-date-order" | "ambiguous-decimal-mark" | "mixed-decimal-marks" | "invalid-date" | "invalid-month" | "invalid-amount" | "invalid-count" | "amount-too-large" | "missing-value" | "table-not-read" | "two-columns-fit" | "amount-not-used" | "two-kinds-fit" | "no-payment-column" | "amounts-excl-tax" | "tax-bases-differ" | "more-cells-than-headings" | "other-delimiter" | "short-row" | "totals-differ" | "hidden-rows" | "hidden-rows-set-aside" | "formulas-without-values" | "thousands-as-text" | "swapped-dates" | "other-pictures-set-aside" | "invalid-account" | "cells-joined" | "stray-quote" | "unknown-status" | "unknown-type" | "credit-view" | "open-exceeds-amount" | "ages-from-invoice-date" | "late-without-age" | "ambiguous-title-date" | "implausible-year" | "implausible-receivables" | "count-of-customers" | "entities-with-gaps" | "iif-postings" | "ledger-postings" | "of-suppliers" | "no-invoices-in-ledger" | "overlap-set-aside" | "groups-beside-list" | "customer-on-several-rows" | "returned-payments" | "grouped-invoices" | "document-damaged" | "document-type-declared" | "document-encrypted" | "document-too-large" | "document-without-invoice" | "archive-too-deep" | "document-incomplete" | "documents-of-others" | "company-unclear" | "copies-differ" | "self-billed-twice" | "negative-credit-notes" | "instalments-differ" | "payments-unknown" | "payables-unknown" | "status-without-invoice" | "numbers-missing" | "dates-unread" | "other-files" | "company-found" | "purchases-apart" | "invoice-twice" | "invoices-replaced" | "deposits-counted-once" | "deposits-paid" | "due-from-terms" | "latest-due-date" | "cashed-without-amount" | "statuses-twice" | "not-cashed-taken-open" | "segment-spellings" | "ragged-row" | "duplicate-month" | "missing-month" | "unclosed-quote" | "negative-receivables" | "tax-basis-mixed" | "units-may-differ" | "cumulated-from-before" | "sales-of-month-unknown" | "only-open-invoices" | "other-currency" | "paid-date-unknown" | "part-paid-unknown" | "paid-but-open" | "issue-date-assumed" | "partly-paid" | "unbalanced" | "no-receivable-accounts" | "other-chart-of-accounts" | "opening-assumed" | "no-openings" | "sales-conventions-differ" | "opening-differs" | "years-overlap" | "file-set-aside" | "partial-lettering" | "invalid-direction" | "duplicate-rows" | "repeated-totals" | "minor-units-assumed" | "payment-without-invoice" | "paid-beyond-amount" | "ages-do-not-add-up" | "not-due-unknown" | "duplicates-set-aside" | "invoice-lines" | "dated-payments" | "zero-lines" | "opening-entries" | "opening-items-undated" | "amount-rounded" | "tax-basis-assumed" | "title-line" | "totals-row" | "blank-row" | "section-row" | "repeated-heading" | "blank-marks" | "other-snapshots" | "planned-set-aside" | "entities-of-group" | "entities-added" | "cumulated-sales" | "quarters" | "orders-set-aside" | "entries-set-aside" | "payment-rows" | "failed-payments" | "payments-on-account" | "lost-invoices" | "tax-added" | "customer-balance" | "oldest-age-is-wide" | "not-due-by-difference" | "void-set-aside" | "bill-set-aside" | "credit-notes" | "paid-before-issue" | "due-before-issue" | "no-due-date" | "issued-after-as-of" | "rate-missing" | "factored-apart";

/**
 * What a late invoice costs.
 */
export interface InvoicePenalty {
    /**
     * Its number.
     */
    number: string;
    /**
     * Its customer.
     */
    customer: string;
    /**
     * Issue date.
     */
    issued: NaiveDate;
    /**
     * Due date.
     */
    due: NaiveDate;
    /**
     * The day it was paid on; `null` while it is open.
     */
    settled: NaiveDate | null;
    /**
     * The penalty.
     */
    penalty: Penalty;
}

/**
 * What a late payment costs who pays: `interest` + `indemnity`.
 */
export interface Penalty {
    /**
     * Amount including tax.
     */
    amount: Decimal;
    /**
     * Days of delay, as the settings count them.
     */
    days: number;
    /**
     * Interest: amount × Σ (rate × days) ÷ the days of a year.
     */
    interest: Decimal;
    /**
     * Flat indemnity; zero where nothing is late.
     */
    indemnity: Decimal;
    /**
     * `interest` + `indemnity`.
     */
    total: Decimal;
    /**
     * The stretches of one rate, in order. Their days and interest add up.
     */
    parts: PenaltyPart[];
}

/**
 * What a ledger is held against.
 */
export type RegimeChoice = { regime: "law"; id: string } | { regime: "typed"; rule: DueRule };

/**
 * What a lever adds to those before it, month by month.
 */
export interface LeverCourse {
    /**
     * The lever, by its place in the request.
     */
    index: number;
    /**
     * Cash released by the end of each month; over all levers these make `released` exactly.
     */
    released: Decimal[];
}

/**
 * What a lever does to the share that adopts it.
 */
export type Action = { lever: "terms"; rule: TermsRule; days?: number; legal?: LegalRequest; currentTermDays?: number | null; earlyPayersFollow?: boolean } | { lever: "earlyPaymentDiscount"; discountPercent: Decimal; withinDays: number; earlyPayersPercent?: Decimal } | { lever: "dynamicDiscounting"; withinDays: number; ratePercent: Decimal } | { lever: "retentionBond"; withinDays: number; ratePercent: Decimal } | { lever: "creditLimits"; customerLimit: Decimal; marginPercent: Decimal } | { lever: "deposit"; depositPercent: Decimal; leadDays?: number } | { lever: "fasterInvoicing"; days: number } | { lever: "directDebit"; feePercent: Decimal } | { lever: "reminders"; shrinkPercent?: Decimal; days?: number } | { lever: "disputes"; afterDays: number } | { lever: "instalmentPlan"; instalments: number; afterDays: number } | { lever: "creditInsurance"; premiumPerMille: Decimal; coveredPercent: Decimal; lossPercent?: Decimal | null; deductible?: Decimal; maximum?: Decimal | null; customerLimit?: Decimal | null } | { lever: "factoring"; advancePercent: Decimal; feePercent: Decimal; interestPercent: Decimal; withRecourse?: boolean; minimumFee?: Decimal; customerLimit?: Decimal | null } | { lever: "payables"; days: number } | { lever: "inventory"; days: number };

/**
 * What a lever is about.
 */
export type LeverGroup = "payment" | "collection" | "financing" | "capital";

/**
 * What a loss costs.
 */
export interface CreditInsuranceAnswer {
    /**
     * `sales` × margin.
     */
    profit: Decimal;
    /**
     * `profit` − `loss`.
     */
    resultUninsured: Decimal;
    /**
     * `loss` × cover.
     */
    indemnity: Decimal;
    /**
     * `sales` × premium.
     */
    premium: Decimal;
    /**
     * `profit` − `premium` − `loss` + `indemnity`.
     */
    resultInsured: Decimal;
    /**
     * Sales whose margin makes good the loss: `loss` ÷ margin; `null` without a margin.
     */
    salesToRecover: Decimal | null;
    /**
     * Sales that make up for the part of the loss that insurance leaves.
     */
    salesToRecoverInsured: Decimal | null;
    /**
     * `sales` × the part expected to be lost.
     */
    expectedLoss: Decimal;
    /**
     * `expectedLoss` × cover − `premium`: what insurance is expected to bring in a year.
     */
    expectedBenefit: Decimal;
}

/**
 * What a number counts.
 */
export type NumberUnit = "percent" | "perMille" | "days" | "count" | "amount";

/**
 * What a report is asked for: a place in time and its conventions, and a date to compare with.
 */
export interface ReportRequest {
    /**
     * The date of the figures; the default one of the data if left out.
     */
    asOf?: NaiveDate | null;
    /**
     * The month-end to compare with; a year before the date of the figures, or the first one with figures, if left
     * out.
     */
    compareTo?: NaiveDate | null;
    /**
     * The conventions.
     */
    conventions?: Conventions;
    /**
     * Balances typed in beside the data.
     */
    balances?: TypedBalances;
    /**
     * The part of the data.
     */
    cut?: Cut;
}

/**
 * What a scenario changes, measured with the figures of the baseline.
 */
export interface ScenarioAnswer {
    /**
     * The as-of date.
     */
    asOf: NaiveDate;
    /**
     * Is it a replay of the invoices? Otherwise the roll-back reading of monthly sales.
     */
    replayed: boolean;
    /**
     * Can it be told by customer, since the invoices are somebody's?
     */
    byCustomer: boolean;
    /**
     * Of a general ledger that is replayed, the part of its sales in percent that lettering says the payment of; the roll-back
     * reading stands for the rest.
     */
    letteredPercent: Decimal | null;
    /**
     * What an aged balance and its typed sales were read as.
     */
    aged: AgedReading | null;
    /**
     * How far apart the ages of such a balance leave the cash and the gain.
     */
    agedBounds: AgedBounds | null;
    /**
     * The figures as they are.
     */
    before: Measures;
    /**
     * The figures under the levers.
     */
    after: Measures;
    /**
     * Both DSO under the levers, to be compared with what comes true; `null` where one is undefined or only a bound.
     */
    stateAfter: DsoState | null;
    /**
     * `after` − `before`; `rollBackExhausted` where either is a lower bound.
     */
    change: Measures;
    /**
     * What all levers together are worth.
     */
    worth: Worth;
    /**
     * Days that averages are taken over.
     */
    averagedDays: number;
    /**
     * The levers in the order they apply; those that nobody adopts are left out.
     */
    levers: LeverAnswer[];
    /**
     * What the levers would be worth alone, added up: levers that act on the same euros promise them twice.
     */
    sumOfAlone: Worth;
    /**
     * The DSO that a controller will measure: with invoices that go out earlier it does not fall, since they are counted
     * from the earlier day; work that is not invoiced yet falls instead. `null` without faster invoicing.
     */
    measured: OtherDso | null;
    /**
     * What of the cash is work that was not invoiced yet, by faster invoicing.
     */
    unbilledReleased: Decimal;
    /**
     * The economic DSO: with what factors bought without recourse counted as owed by customers still. `null` without.
     */
    economic: OtherDso | null;
    /**
     * What of the receivables released is overdue already.
     */
    releasedOverdue: Decimal | null;
    /**
     * What one more day of DSO costs in a year: sales of a day × the rate.
     */
    costOfADay: Decimal | null;
    /**
     * What the levers cost once, to be set up.
     */
    oneOffCost: Decimal;
    /**
     * Months until the net gain has paid for that; `null` where it never does.
     */
    paybackMonths: Decimal | null;
    /**
     * What the first discount is worth, where there is one.
     */
    discount: DiscountAnswer | null;
    /**
     * Open invoices and what was assumed of them, with a replay.
     */
    openItems: OpenItems | null;
    /**
     * Receivables before and after at every month-end of the history.
     */
    months: ScenarioMonth[];
}

/**
 * What a scenario is worth by customer. `customers`, `others` and `shared` make `whole` exactly.
 */
export interface ByCustomer {
    /**
     * The customers with the most sales of the window and open amounts, 200 at most, the most cash on average first.
     */
    customers: CustomerWorth[];
    /**
     * All other customers together, and what of a ledger unit rounding leaves.
     */
    others: Worth;
    /**
     * How many they are.
     */
    otherCount: number;
    /**
     * What comes from no customer: suppliers and stocks, insurance, costs typed in, the least commission of a factor, and what a
     * general ledger does not say the payment of.
     */
    shared: Worth;
    /**
     * The whole scenario.
     */
    whole: Worth;
}

/**
 * What a scenario is worth with one customer.
 */
export interface CustomerWorth {
    /**
     * Its name.
     */
    name: string;
    /**
     * Cash, gain and what its sales cost: discounts, fees, interest, lost margins.
     */
    worth: Worth;
}

/**
 * What a suggestion is about: they are ranked apart.
 */
export type SuggestionGroup = "customers" | "otherBalances" | "protection";

/**
 * What a table of rates says.
 */
export interface RateTable {
    /**
     * The rates, in their order.
     */
    rates: Rate[];
    /**
     * Lines that say none, by their number from 1, at most 50.
     */
    rejected: RejectedRate[];
}

/**
 * What a table was understood to be, and why.
 */
export interface SourceReading {
    /**
     * What its rows are.
     */
    kind: Kind | null;
    /**
     * The columns that are read.
     */
    roles: RoleRead[];
    /**
     * What holds between columns.
     */
    relations: RelationRead[];
    /**
     * The totals that were proved.
     */
    totals: TotalRead[];
    /**
     * The tables of the input, from the top.
     */
    blocks: BlockRead[];
    /**
     * What is doubtful.
     */
    doubts: DoubtRead[];
}

/**
 * What a target is a value of.
 */
export type TargetKind = "accountingDso" | "rollBackDso" | "overduePercent" | "cash";

/**
 * What a workbook says of a sheet beside its cells.
 */
export interface SheetFacts {
    /**
     * Its name.
     */
    name?: string;
    /**
     * The lines of its text that users do not see, in order.
     */
    hiddenLines?: number[];
    /**
     * How many formulas had no saved result, then line and column of the first; empty if there are none.
     */
    unsavedFormulas?: number[];
}

/**
 * What an aged balance was read as.
 */
export interface AgedReading {
    /**
     * Typed sales, a day.
     */
    salesADay: Decimal;
    /**
     * Days of agreed term that what is not due stands for.
     */
    termDays: Decimal;
    /**
     * Part of sales in percent that is paid late.
     */
    latePercent: Decimal;
    /**
     * Part of sales in percent that is paid more than 90 days late.
     */
    veryLatePercent: Decimal;
    /**
     * Old items that these sales do not explain, and what has no age: nobody is expected to pay them.
     */
    unexplained: Decimal;
}

/**
 * What an early-payment discount is worth.
 */
export interface DiscountAnswer {
    /**
     * Day on which those who take the discount are observed to pay, from issue: mean of the sales in its scope that take
     * it, those that are paid by its day anyway counted on that day.
     */
    observedDays: Decimal;
    /**
     * Day they pay on with the discount.
     */
    withinDays: Decimal;
    /**
     * Simple yearly cost in percent: d ÷ (1 − d) × year ÷ (observed − within). `null` if nothing is gained in days.
     */
    simplePercent: Decimal | null;
    /**
     * Compound yearly cost in percent: (1 ÷ (1 − d)) ^ (year ÷ (observed − within)) − 1.
     */
    compoundPercent: Decimal | null;
    /**
     * Discount in percent at which cost and financing gain are equal for those who take it: of amounts including tax, the tax on
     * it not being owed; zero if nothing is gained in days. It looks at one invoice: where the receivables of the window are still growing into their full length, the
     * net gain may say otherwise, and counts.
     */
    breakEvenPercent: Decimal;
    /**
     * Share in percent that has to take it for its gain to pay for the discounts of those who pay by that day anyway;
     * `null` where no share is enough.
     */
    breakEvenSharePercent: Decimal | null;
    /**
     * Part of the yearly cost that goes to customers who pay by that day anyway.
     */
    costWithoutGain: Decimal;
    /**
     * Does it gain more than it costs, alone: is its net yearly gain above zero?
     */
    pays: boolean;
}

/**
 * What became of a target: its figures, or why they are undefined.
 */
export interface TargetOutcome {
    /**
     * The figures.
     */
    answer: TargetAnswer | null;
    /**
     * Why there are none.
     */
    code: string | null;
}

/**
 * What became of working capital, item by item: its change is `inventory` + `receivables` − `payables`.
 */
export interface CapitalBridge {
    /**
     * Working capital at the first date.
     */
    before: Decimal;
    /**
     * Working capital at the second date.
     */
    after: Decimal;
    /**
     * Change of the inventory.
     */
    inventory: Decimal;
    /**
     * Change of the receivables.
     */
    receivables: Decimal;
    /**
     * Change of the payables.
     */
    payables: Decimal;
}

/**
 * What becomes of rows that say again what another row of the invoice list says.
 */
export type Repeats = "keep" | "drop";

/**
 * What both ways cost in a year.
 */
export interface FactoringAnswer {
    /**
     * Collecting oneself.
     */
    today: OwnCost;
    /**
     * With the factor.
     */
    factor: FactorCost;
    /**
     * What the factor saves; below zero where it costs more.
     */
    saving: Decimal;
}

/**
 * What can be asked, chosen and set, with where it starts.
 */
export interface Catalogue {
    /**
     * The usual conventions.
     */
    conventions: Conventions;
    /**
     * What a column can mean, by the kind of data.
     */
    fields: FieldsOfKind[];
    /**
     * The levers, in the order in which they apply.
     */
    levers: LeverEntry[];
    /**
     * Usual yearly cost of money, in percent.
     */
    ratePercent: Decimal;
    /**
     * Does a scope by agreed terms ask for due dates?
     */
    termsScopeNeedsDueDate: boolean;
    /**
     * What numbers may be, by name.
     */
    bounds: Record<string, Bounds>;
    /**
     * The regimes of the law, by name.
     */
    regimes: string[];
    /**
     * Those of them that "end of month" may be computed in two ways for.
     */
    monthEndRegimes: string[];
    /**
     * The questions about what is typed into them, whatever data there is.
     */
    typedQuestions: (keyof Questions)[];
}

/**
 * What changed between two dates, and why.
 */
export interface Comparison {
    /**
     * The first date.
     */
    from: NaiveDate;
    /**
     * The second date, that of the figures.
     */
    to: NaiveDate;
    /**
     * Of the accounting DSO.
     */
    accounting: DsoChange;
    /**
     * Of the roll-back DSO.
     */
    rollBack: DsoChange;
    /**
     * Does the data tell what is overdue at both dates? Otherwise all that payment makes stands under `terms`.
     */
    isSplit: boolean;
    /**
     * Of working capital; `null` where it is not known at both dates.
     */
    workingCapital: CapitalBridge | null;
}

/**
 * What collecting oneself costs in a year.
 */
export interface OwnCost {
    /**
     * Mean days sales take to come in.
     */
    days: Decimal;
    /**
     * Receivables: credit sales × days ÷ the days of a year.
     */
    receivables: Decimal;
    /**
     * Their financing.
     */
    finance: Decimal;
    /**
     * Bad debts.
     */
    badDebts: Decimal;
    /**
     * Accounts of customers.
     */
    yearlyCost: Decimal;
    /**
     * All of it.
     */
    total: Decimal;
}

/**
 * What counts among the receivables. Invoices and monthly series know disputes and credit balances; of a FEC the
 * accounts beside those of customers (410 to 415, 417) can be chosen.
 */
export interface ReceivablesScope {
    /**
     * What is in dispute.
     */
    disputed?: boolean;
    /**
     * What was handed over to a factor: out of the receivables that are published, in those of the economic DSO.
     */
    factored?: boolean;
    /**
     * What is owed to customers whose balance is in their favour, taken off what the others owe.
     */
    creditBalances?: boolean;
    /**
     * Doubtful customers (416).
     */
    doubtful?: boolean;
    /**
     * What is not invoiced yet (418).
     */
    notInvoiced?: boolean;
    /**
     * Advances and credit balances (419).
     */
    advances?: boolean;
    /**
     * Impairment (491).
     */
    impairment?: boolean;
}

/**
 * What counts as sales including tax in a FEC.
 */
export type FecSales = "usual" | "customerDebits" | "salesEntries" | "salesAndVat";

/**
 * What days cost in a year: the mean of what was owed at the end of each day of the window × the yearly rate. Parts add up
 * to the whole.
 *
 * 36,500 owed for 30 of 365 days are 3,000 on average; at 5 % they cost 150 a year.
 */
export interface YearlyCost {
    /**
     * Mean of what was owed.
     */
    owed: Decimal;
    /**
     * What it costs.
     */
    cost: Decimal;
    /**
     * Mean of what was overdue, credit notes left out; `null` where nothing says since when.
     */
    late: Decimal | null;
    /**
     * What that costs.
     */
    lateCost: Decimal | null;
    /**
     * Is it what is owed at the date of the figures, as the data says nothing of what was owed before?
     */
    isOfDate: boolean;
}

/**
 * What electronic invoices said beside the list that was made of them.
 */
export interface DocumentFacts {
    /**
     * The side of the list.
     */
    side: DocumentSide;
    /**
     * Files that were looked at.
     */
    files: number;
    /**
     * Invoices and credit notes among them, copies too.
     */
    invoices: number;
    /**
     * Messages about them.
     */
    statuses: number;
    /**
     * Findings on the documents.
     */
    findings: DocumentFinding[];
    /**
     * What documents say twice.
     */
    proofs: DocumentProof[];
    /**
     * The companies that these may be the sales of, the likeliest first.
     */
    companies: CompanyFound[];
    /**
     * Does the tax of most sales fall due when they are paid? `null` where none says.
     */
    vatOnReceipt: boolean | null;
    /**
     * Do credit notes of negative sums raise what is owed, as was chosen?
     */
    negativeCreditsRaise: boolean;
    /**
     * The rates that the tax of sales says, where it is stated in another currency too: `null` where it is not.
     */
    rates: Rates | null;
}

/**
 * What holds between columns.
 */
export type RelationKind = "sum" | "tax" | "total" | "partsOf" | "balanceOf" | "running";

/**
 * What is asked of the behaviour of customers.
 */
export interface BehaviourRequest {
    /**
     * The date and the conventions of the report it goes with.
     */
    baseline?: At;
    /**
     * Names of customers in insolvency proceedings: nothing is expected of them.
     */
    insolvent?: string[];
    /**
     * What is expected to be lost on them, in percent; all of it if left out.
     */
    insolventLossPercent?: Decimal | null;
    /**
     * Days after the due date from which an amount counts as lost, 30 to 720; a year if left out.
     */
    lossAfterDays?: number | null;
}

/**
 * What is asked of the ranges of a scenario.
 */
export interface SimulateRequest {
    /**
     * The scenario.
     */
    scenario: ScenarioRequest;
    /**
     * How many draws the answer is to be of, 10,000 at most. Those made before are among them.
     */
    draws: number;
}

/**
 * What is asked of the terms of a dataset.
 */
export interface TermsRequest {
    /**
     * The date and the conventions of the report it goes with.
     */
    baseline?: At;
    /**
     * What agreed terms are held against.
     */
    legal?: LegalRequest;
    /**
     * How late payment is priced.
     */
    penalties?: PenaltySettings;
}

/**
 * What is doubtful about a reading.
 */
export interface DoubtRead {
    /**
     * What.
     */
    what: IssueCode;
    /**
     * The heading of the column that is read.
     */
    column: string | null;
    /**
     * What it is read as.
     */
    role: Field | null;
    /**
     * The heading, or the kind, that could be read instead.
     */
    instead: string | null;
    /**
     * Place of the column that could be read instead, from 1.
     */
    insteadPlace: number | null;
    /**
     * Sums of the two columns over the rows looked at.
     */
    figures: Decimal[];
}

/**
 * What is doubtful of a rate.
 */
export type Doubt = "notAboveZero" | "twice" | "upsideDown" | "jump" | "farOff" | "ownCurrency";

/**
 * What is expected to come in from the open items between two days.
 */
export interface CashInPeriod {
    /**
     * First day.
     */
    from: NaiveDate;
    /**
     * Last day.
     */
    to: NaiveDate;
    /**
     * Expected amount.
     */
    amount: Decimal;
    /**
     * Low end of the range: nine times in ten more comes in, if a customer pays all of what it is expected to pay, or
     * none.
     */
    low: Decimal;
    /**
     * High end of the range: nine times in ten less comes in.
     */
    high: Decimal;
    /**
     * What is expected to have come in by its last day.
     */
    cumulative: CumulativeCashIn;
}

/**
 * What is expected to have come in from the open items by a day, from the as-of date on.
 */
export interface CumulativeCashIn {
    /**
     * Expected amount: the sum of the periods up to it.
     */
    amount: Decimal;
    /**
     * Low end of the range: nine times in ten more has come in. It is that of the sum, not the sum of those of the periods.
     */
    low: Decimal;
    /**
     * High end of the range: nine times in ten less has come in.
     */
    high: Decimal;
}

/**
 * What is looked at, as `warehouse/` has it.
 */
export type WarehouseCheckCode = "duplicateInvoice" | "missingInvoiceId" | "missingIssueDate" | "missingDueDate" | "missingAmount" | "dueBeforeIssue" | "leftOutByStatus" | "unknownStatus" | "issuedAfterDate" | "paidWithoutPayment" | "missingPaymentDate" | "paymentWithoutInvoice" | "paidBeyondAmount" | "paymentCameBack" | "severalCurrencies";

/**
 * What is to be reached.
 */
export type Goal = "accountingDso" | "rollBackDso" | "cashReleased" | "netYearlyGain";

/**
 * What levers are assumed to cost.
 */
export interface UsualCosts {
    /**
     * An hour of work.
     */
    hour?: Decimal;
    /**
     * Minutes of reminding for an invoice that is paid late, most reminders being sent by a tool.
     */
    reminderMinutes?: Decimal;
    /**
     * Minutes for an invoice to go out earlier, or to be brought to other terms.
     */
    invoiceMinutes?: Decimal;
    /**
     * Minutes for a dispute to be settled, or a plan to be agreed.
     */
    disputeMinutes?: Decimal;
    /**
     * Sales lost where a deposit is asked for, in percent.
     */
    lostSalesPercent?: Decimal;
    /**
     * Margin on them, in percent.
     */
    marginPercent?: Decimal;
    /**
     * What customers want for paying earlier, in percent a year.
     */
    customerRatePercent?: Decimal;
    /**
     * What suppliers and stocks give back of what they save, in percent.
     */
    givenBackPercent?: Decimal;
    /**
     * Longest payables, in days: the law's 60 from invoice.
     */
    longestPayablesDays?: Decimal;
}

/**
 * What levers are worth.
 */
export interface Worth {
    /**
     * Cash released at the as-of date: receivables and inventory that are no longer there, payables that are there
     * longer, what factors have lent.
     */
    cashReleased: Decimal;
    /**
     * Of it, receivables that are no longer there.
     */
    receivablesReleased: Decimal;
    /**
     * Of it, payables that are there longer, inventory that is no longer there, and deposits for what is not invoiced yet.
     */
    otherReleased: Decimal;
    /**
     * Of it, what factors have lent with recourse: the receivables stay on the balance sheet.
     */
    financed: Decimal;
    /**
     * Of it, VAT that is passed on as early: in deposits, and where it is due on receipts in everything.
     */
    vatPassedOn: Decimal;
    /**
     * Cash released on average: mean of the days of the window, amounts × days gained ÷ its days.
     */
    averageCashReleased: Decimal;
    /**
     * Of it, VAT that is passed on.
     */
    averageVatPassedOn: Decimal;
    /**
     * What they cost in a year: discounts, premiums, fees, interest, lost margins and the costs typed in.
     */
    yearlyCost: Decimal;
    /**
     * (`averageCashReleased` − `averageVatPassedOn`) × the rate: what the cash saves in a year.
     */
    financingGain: Decimal;
    /**
     * Losses that insurance makes good in a year.
     */
    avoidedLoss: Decimal;
    /**
     * `financingGain` + `avoidedLoss` − `yearlyCost`.
     */
    netYearlyGain: Decimal;
    /**
     * What the cash costs, in percent a year: (`yearlyCost` − `avoidedLoss`) ÷ (`averageCashReleased` −
     * `averageVatPassedOn`). `null` without cash.
     */
    impliedRatePercent: Decimal | null;
}

/**
 * What likely twins are asked for.
 */
export interface TwinsRequest {
    /**
     * The date and the conventions of the report it goes with.
     */
    baseline?: At;
}

/**
 * What one segment changed of the DSO.
 */
export interface SegmentEffect {
    /**
     * The value.
     */
    value: string;
    /**
     * Its own DSO at the earlier date; `null` where it sold nothing.
     */
    fromDays: Decimal | null;
    /**
     * Its own DSO at the later date.
     */
    toDays: Decimal | null;
    /**
     * Its share of the sales at the earlier date, in percent.
     */
    fromShare: Decimal;
    /**
     * Its share of the sales at the later date.
     */
    toShare: Decimal;
    /**
     * What its weight changed.
     */
    mix: Decimal;
    /**
     * What its own DSO changed.
     */
    behaviour: Decimal;
}

/**
 * What one uncertain parameter does, all others at their likely value.
 */
export interface Swing {
    /**
     * The lever, by its place in the request.
     */
    index: number;
    /**
     * The parameter.
     */
    parameter: Parameter;
    /**
     * Its lowest value.
     */
    low: Decimal;
    /**
     * Its highest value.
     */
    high: Decimal;
    /**
     * Cash released at its lowest value.
     */
    cashAtLow: Decimal;
    /**
     * Cash released at its highest value.
     */
    cashAtHigh: Decimal;
    /**
     * Net yearly gain at its lowest value.
     */
    netAtLow: Decimal;
    /**
     * Net yearly gain at its highest value.
     */
    netAtHigh: Decimal;
}

/**
 * What one unit of a currency is worth.
 */
export interface Rate {
    /**
     * The currency, as the data writes it.
     */
    currency: string;
    /**
     * Its month; every month that has none of its own if left out.
     */
    month?: Month | null;
    /**
     * At the end of the month; the average if left out.
     */
    closing?: Decimal | null;
    /**
     * On average over the month; the closing rate if left out.
     */
    average?: Decimal | null;
}

/**
 * What reaching a quartile would free.
 */
export interface Reach {
    /**
     * Days to lose.
     */
    days: Decimal;
    /**
     * Receivables less, including tax, at the same sales.
     */
    amount: Decimal;
}

/**
 * What reading an input found.
 */
export interface Loaded {
    /**
     * Is there data to draw figures from? Otherwise a finding of severity `error` says why not.
     */
    usable: boolean;
    /**
     * How the input was read: of several files the one that decides what they are, with the rows of all.
     */
    source: Source;
    /**
     * How each file was read, in the order given.
     */
    files: Source[];
    /**
     * Findings, most severe first, the first of each code.
     */
    issues: Issue[];
    /**
     * How many findings of each code there are.
     */
    issueCounts: IssueCount[];
}

/**
 * What receivables are valued at when their financing is counted.
 */
export type InvestmentValue = "variableCost" | "price" | "gainedAtVariableCost";

/**
 * What speaks for a reading of a column.
 */
export type SpokenForBy = "heading" | "values" | "sum" | "chosen";

/**
 * What stands between two cells.
 */
export type Delimiter = ";" | "," | "	" | "|";

/**
 * What stands between units and decimals; the other one may then group thousands.
 */
export type DecimalMark = "," | ".";

/**
 * What suggestions are asked for.
 */
export interface SuggestionsRequest {
    /**
     * The report of the baseline.
     */
    baseline?: At;
    /**
     * Yearly cost of money, in percent.
     */
    ratePercent?: Decimal;
    /**
     * The regime that terms are brought to.
     */
    legal?: LegalRequest;
    /**
     * Term agreed today in days, where the data has no due dates; without it nothing that counts from one is suggested.
     */
    currentTermDays?: number | null;
    /**
     * Terms agreed with single customers that differ from that.
     */
    customerTerms?: CustomerTerm[];
    /**
     * What levers cost.
     */
    costs?: UsualCosts;
}

/**
 * What the list can be sorted by.
 */
export type CustomerColumn = "name" | "receivables" | "overdue" | "overdueWeight" | "disputed" | "sales" | "accountingDso" | "rollBackDso" | "daysToPay" | "daysLate" | "trend" | "yearlyCost" | "lateCost" | "expected";

/**
 * What the ranges of a scenario make of its cash and its net gain.
 */
export interface Uncertainty {
    /**
     * Draws so far.
     */
    draws: number;
    /**
     * Cash released at the as-of date.
     */
    cashReleased: Percentiles;
    /**
     * Mean of it over the draws. Ranges that reach further down than up make it, and the median, less than `headline`.
     */
    meanCashReleased: Decimal;
    /**
     * Cash released with every parameter at its likely value: the headline of the scenario.
     */
    headline: Decimal;
    /**
     * Draws that release at least so much, in percent.
     */
    atLeastHeadlinePercent: Decimal;
    /**
     * The draws by the cash they release.
     */
    histogram: HistogramBin[];
    /**
     * Net yearly gain.
     */
    netYearlyGain: Percentiles;
    /**
     * Uncertain parameters, the one that moves the net gain most first.
     */
    swings: Swing[];
}

/**
 * What the roll-back does with a month without sales: no row, nothing sold, or more credited than sold.
 */
export type EmptyMonth = "count" | "skip" | "stop";

/**
 * What the user chose instead of what was detected; everything left out is detected.
 */
export interface ImportOptions {
    /**
     * What the rows are.
     */
    kind?: Kind | null;
    /**
     * The encoding of the bytes.
     */
    encoding?: Encoding | null;
    /**
     * What stands between two cells.
     */
    delimiter?: Delimiter | null;
    /**
     * The decimal mark of amounts.
     */
    decimalMark?: DecimalMark | null;
    /**
     * The order of day and month.
     */
    dateOrder?: DateOrder | null;
    /**
     * Is the first row a header?
     */
    hasHeader?: boolean | null;
    /**
     * The meaning of every column, `null` for one that is not used. Replaces the detected mapping as a whole.
     */
    columns?: (Field | null)[] | null;
    /**
     * The currency kept of an invoice list with several.
     */
    currency?: string | null;
    /**
     * What becomes of repeated rows of an invoice list. If left out, totals repeated on the lines of an invoice count
     * once and equal rows are kept, with a finding on both.
     */
    repeats?: Repeats | null;
    /**
     * The unit of the amounts of an invoice list.
     */
    amountUnit?: AmountUnit | null;
    /**
     * The sheet of a workbook that the text is of.
     */
    sheet?: SheetFacts | null;
    /**
     * The entity that the rows are of, to be told from those of other files: a segment of its own.
     */
    entity?: string | null;
    /**
     * Of a list that was made of electronic invoices, what they said beside it.
     */
    documents?: DocumentFacts | null;
    /**
     * Are invoices of every currency kept, to be converted? If left out those of other currencies are set aside.
     */
    everyCurrency?: boolean;
}

/**
 * What three numbers say.
 */
export interface QuickAnswer {
    /**
     * DSO by the accounting method.
     */
    accountingDso: Decimal;
    /**
     * What one day less of DSO frees.
     */
    cashValueOfADay: Decimal;
    /**
     * DSO once customers pay so many days earlier: no day, at the least.
     */
    dsoThen: Decimal;
    /**
     * Cash that it frees: days of DSO that are gone × `cashValueOfADay`.
     */
    cashReleased: Decimal;
    /**
     * What that cash saves in a year, at the cost of money.
     */
    yearlyGain: Decimal;
    /**
     * Receivables as read.
     */
    receivables: Decimal;
    /**
     * Sales as read.
     */
    sales: Decimal;
    /**
     * Days as read.
     */
    days: Decimal;
}

/**
 * What to do first, the lever that gains most first in each group.
 */
export type Suggestions = Suggestion[];

/**
 * What was found.
 */
export type GoalOutcome = "alreadyMet" | "reached" | "outOfReach";

/**
 * Where a rule is written.
 */
export interface LegalSource {
    /**
     * The article, decree or page.
     */
    article: string;
    /**
     * Where it can be read.
     */
    address: string;
}

/**
 * Where delays are counted from.
 */
export type MeasuredFrom = "dueDate" | "issueDate";

/**
 * Which balance stands above sales in the accounting DSO.
 */
export type Balance = "closing" | "average";

/**
 * Which computation of "fin de mois" counts, where a regime allows both.
 */
export type MonthEndReading = "latest" | "daysThenMonthEnd" | "monthEndThenDays";

/**
 * Which cost the days of inventory and of payables set a balance against.
 */
export type CostChoice = "usual" | "costOfSales" | "purchases";

/**
 * Which customer is asked for.
 */
export interface CustomerRequest {
    /**
     * The date and the conventions of the report it goes with.
     */
    baseline?: At;
    /**
     * Its name, as in the list of customers.
     */
    name: string;
    /**
     * The yearly cost of money, in percent, that its days are priced at; without it they are not.
     */
    ratePercent?: Decimal | null;
}

/**
 * Which day's rate applies.
 */
export type RateMoment = "byHalfYear" | "firstLateDay";

/**
 * Which invoices a lever concerns: those that meet everything that is given.
 */
export interface Scope {
    /**
     * Names of customers; all of them if empty.
     */
    customers?: string[];
    /**
     * Names of customers that it does not concern.
     */
    exceptCustomers?: string[];
    /**
     * Only invoices with one of these values of segments; all of them if empty.
     */
    segments?: SegmentValue[];
    /**
     * Only where the term agreed today is longer than so many days.
     */
    termsAboveDays?: number | null;
    /**
     * Only where the term agreed today is no longer than so many days: leaves out retention, and terms with another basis in
     * law.
     */
    termsUpToDays?: number | null;
    /**
     * Only invoices of more than this amount.
     */
    amountAbove?: Decimal | null;
    /**
     * Not what is in dispute: who disputes an invoice is not moved by a reminder.
     */
    withoutDisputes?: boolean;
}

/**
 * Which of the rows that could not be read.
 */
export interface RejectedRequest {
    /**
     * The first one, from 0.
     */
    start: number;
    /**
     * How many.
     */
    count: number;
}

/**
 * Which part of the list is asked for.
 */
export interface CustomersRequest {
    /**
     * The date and the conventions of the report it goes with.
     */
    baseline?: At;
    /**
     * What it is sorted by.
     */
    sort?: CustomerColumn;
    /**
     * From the least up? From the most down if left out.
     */
    ascending?: boolean;
    /**
     * Only customers whose name contains this, whatever the case.
     */
    search?: string;
    /**
     * The yearly cost of money, in percent, that the days of customers are priced at; without it they are not.
     */
    ratePercent?: Decimal | null;
    /**
     * Only customers that pay later than they did.
     */
    onlyWorsening?: boolean;
    /**
     * Only customers with something overdue: none where due dates are not known.
     */
    onlyOverdue?: boolean;
    /**
     * How many are skipped.
     */
    start?: number;
    /**
     * How many are given, at most 500.
     */
    count?: number;
}

/**
 * Which rate penalties are computed at.
 */
export type PenaltyRate = { rate: "legal"; marginPoints: Decimal } | { rate: "contract"; percent: Decimal };

/**
 * Which sales the collection effectiveness index sets balances against.
 */
export type CeiSales = "period" | "monthlyAverage";

/**
 * Which segment is asked for, and which part of its values.
 */
export interface SegmentsRequest {
    /**
     * The date and the conventions of the report it goes with.
     */
    baseline?: At;
    /**
     * The heading of the column; the first one if left out.
     */
    column?: string | null;
    /**
     * What the values are sorted by; [`CustomerColumn::Expected`] says nothing of a segment.
     */
    sort?: CustomerColumn;
    /**
     * From the least up? From the most down if left out.
     */
    ascending?: boolean;
    /**
     * How many are skipped.
     */
    start?: number;
    /**
     * How many are given, at most 500; the rest is summed up.
     */
    count?: number;
    /**
     * The date that the DSO is compared with, if it is.
     */
    compareTo?: NaiveDate | null;
}

/**
 * Which side of the invoices of a list the user's company is on.
 */
export type DocumentSide = "sales" | "purchases";

/**
 * Why a DSO changed. Of the accounting DSO: `pace` + `terms` + `late` + `disputed` = `days`; of the roll-back DSO,
 * which the pace of sales leaves alone, the same without `pace`.
 */
export interface DsoChange {
    /**
     * DSO at the first date.
     */
    before: Decimal;
    /**
     * DSO at the second date.
     */
    after: Decimal;
    /**
     * The change.
     */
    days: Decimal;
    /**
     * What the pace of sales makes of it.
     */
    pace: Decimal;
    /**
     * What terms make of it; where the data does not tell what is overdue, all that payment makes.
     */
    terms: Decimal;
    /**
     * What lateness makes of it.
     */
    late: Decimal;
    /**
     * What disputes make of it.
     */
    disputed: Decimal;
}

/**
 * Why a lever moves nothing.
 */
export type IdleReason = "noLongerTerms" | "nothingLate" | "noDisputes" | "nothingToMove";

/**
 * Why both DSO changed, and the cash that payment freed meanwhile.
 */
export interface DsoChangeAnswer {
    /**
     * Of the accounting DSO.
     */
    accounting: DsoChange;
    /**
     * Of the roll-back DSO.
     */
    rollBack: DsoChange;
    /**
     * Is it known at both what is overdue? Otherwise all that payment makes stands under `terms`.
     */
    isSplit: boolean;
    /**
     * (`pace` − `days`) of the accounting DSO × `cashValueOfADay`: what other payment freed, at the sales of the second
     * date; below zero for what it ties up. `null` without that value.
     */
    cashReleased: Decimal | null;
}

/**
 * Why customers are likely one.
 */
export type Likeness = "sameWords" | "oneLetter";

/**
 * Why the two DSO differ: accounting DSO = roll-back DSO × `paceFactor` × `balanceFactor`.
 */
export interface GapFigure {
    /**
     * Accounting DSO − roll-back DSO.
     */
    days: Decimal;
    /**
     * Sales a day over the roll-back days.
     */
    rollBackPace: Decimal;
    /**
     * Sales a day over the window.
     */
    windowPace: Decimal;
    /**
     * The first ÷ the second.
     */
    paceFactor: Decimal;
    /**
     * Balance of the accounting DSO ÷ closing receivables.
     */
    balanceFactor: Decimal;
}

/**
 * Working capital requirement: `inventory` + `receivables` − `payables`.
 */
export interface WorkingCapital {
    /**
     * In currency.
     */
    amount: Decimal;
    /**
     * In days of sales: `amount` ÷ sales of the window × its part of a year × the days of a year.
     */
    daysOfSales: Decimal | null;
    /**
     * Do those sales exclude tax? They include it where nothing else is known.
     */
    salesExcludeTax: boolean;
    /**
     * Inventory at the as-of date.
     */
    inventory: Decimal;
    /**
     * Receivables at the as-of date.
     */
    receivables: Decimal;
    /**
     * Payables at the as-of date.
     */
    payables: Decimal;
}

/** What is asked with `{}`. */
export type Nothing = Record<string, never>;
/** The request and the answer of each question, by its name. */
export interface Questions {
    quick: { request: QuickRequest; answer: QuickAnswer };
    report: { request: ReportRequest; answer: Report };
    totals: { request: Nothing; answer: Totals };
    rejected: { request: RejectedRequest; answer: RejectedPage };
    customers: { request: CustomersRequest; answer: CustomersPage };
    twins: { request: TwinsRequest; answer: TwinsAnswer };
    customer: { request: CustomerRequest; answer: CustomerAnswer };
    segments: { request: SegmentsRequest; answer: SegmentsPage };
    behaviour: { request: BehaviourRequest; answer: Behaviour };
    benchmark: { request: BenchmarkRequest; answer: BenchmarkAnswer };
    targets: { request: TargetsRequest; answer: TargetsAnswer };
    terms: { request: TermsRequest; answer: TermsAnswer };
    scenario: { request: ScenarioRequest; answer: ScenarioAnswer };
    headline: { request: ScenarioRequest; answer: ScenarioHeadline };
    byCustomer: { request: ScenarioRequest; answer: ByCustomer };
    timeline: { request: ScenarioRequest; answer: Timeline };
    simulate: { request: SimulateRequest; answer: Uncertainty };
    goalSeek: { request: GoalRequest; answer: GoalAnswer };
    plan: { request: PlanRequest; answer: PlanAnswer };
    suggestions: { request: SuggestionsRequest; answer: Suggestions };
    dsoChange: { request: DsoChangeRequest; answer: DsoChangeAnswer };
    calculator: { request: CalculatorRequest; answer: CalculatorAnswer };
    discount: { request: DiscountRequest; answer: DiscountCost };
    dueDate: { request: DueDateRequest; answer: DueDateAnswer };
    penalty: { request: PenaltyRequest; answer: Penalty };
    penaltyRate: { request: PenaltyRateRequest; answer: RateInForce };
    catalogue: { request: Nothing; answer: Catalogue };
    rateTable: { request: RateTableRequest; answer: RateTable };
    law: { request: Nothing; answer: Law };
}
/** A question: one key, which names it, and its request. */
export type Question = { [Name in keyof Questions]: Record<Name, Questions[Name]["request"]> }[keyof Questions];
/** The answer to any question. */
export type Answer = Questions[keyof Questions]["answer"];


/** Why a figure is undefined or a request was refused; `code` of an `EngineError`. */
export type ErrorCode =
| "no-data"
| "no-sales"
| "missing-receivables"
| "negative-receivables"
| "missing-opening-receivables"
| "missing-opening-balance"
| "missing-overdue"
| "missing-inventory"
| "missing-payables"
| "missing-cost"
| "no-receivables"
| "nothing-to-collect"
| "no-customers"
| "payments-unknown"
| "unknown-customer"
| "unknown-segment"
| "mixed-currencies"
| "no-settled-invoices"
| "missing-term"
| "amount-too-large"
| "nothing-in-scope"
| "too-many-parts"
| "missing-loss"
| "needs-invoices"
| "needs-single-invoices"
| "missing-as-of"
| "history-too-short"
| "as-of-outside-history"
| "as-of-inside-month"
| "out-of-range"
| "not-a-number"
| "not-a-workbook"
| "workbook-too-large"
| "zip-without-workbook"
| "encrypted-workbook"
| "bad-request";



/**
 * A session: files come in, questions are answered.
 */
export class Engine {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * As [`Session::add_sheet`].
     *
     * # Errors
     *
     * Throws an `EngineError` if `options` is not what its type says.
     */
    addSheet(options: ImportOptions): void;
    /**
     * As [`Session::add`].
     *
     * # Errors
     *
     * Throws an `EngineError` if `options` is not what its type says.
     */
    add(options: ImportOptions): void;
    /**
     * As [`Session::ask`].
     *
     * # Errors
     *
     * Throws an `EngineError` if the question is not one, needs data and there is none, or cannot be answered.
     */
    ask(question: Question): Answer;
    /**
     * As [`Session::combine`].
     *
     * # Errors
     *
     * Throws an `EngineError` if no file was read. Bad data is not an error: it is in the answer.
     */
    combine(): Loaded;
    /**
     * As [`Session::finish`].
     *
     * # Errors
     *
     * Throws an `EngineError` if no file was added.
     */
    finish(): boolean;
    /**
     * As [`Session::join`].
     *
     * # Errors
     *
     * Throws an `EngineError` if no file was added.
     */
    join(part: Uint8Array | number[]): boolean;
    /**
     * As [`Session::may_be_parted`].
     */
    mayBeParted(): boolean;
    /**
     * An engine without data.
     */
    constructor();
    /**
     * As [`Session::push`].
     *
     * # Errors
     *
     * Throws an `EngineError` if no file was added.
     */
    push(bytes: Uint8Array | number[]): number;
}

/**
 * Reads pieces of a list that another engine reads the beginning of.
 */
export class PieceReader {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * As [`crate::import::PieceReader::finish`], as bytes.
     */
    finish(is_last: boolean): Uint8Array | undefined;
    /**
     * Of the text that has these first bytes; nothing if it cannot be read in pieces.
     *
     * # Errors
     *
     * Throws an `EngineError` if `options` is not what its type says.
     */
    static of(head: Uint8Array | number[], options: ImportOptions): PieceReader | undefined;
    /**
     * As [`crate::import::PieceReader::push`].
     */
    push(bytes: Uint8Array | number[]): number;
}

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_engine_free: (a: number, b: number) => void;
    readonly __wbg_piecereader_free: (a: number, b: number) => void;
    readonly engine_add: (a: number, b: any) => [number, number];
    readonly engine_addSheet: (a: number, b: any) => [number, number];
    readonly engine_ask: (a: number, b: any) => [number, number, number];
    readonly engine_combine: (a: number) => [number, number, number];
    readonly engine_finish: (a: number) => [number, number, number];
    readonly engine_join: (a: number, b: number, c: number) => [number, number, number];
    readonly engine_mayBeParted: (a: number) => number;
    readonly engine_new: () => number;
    readonly engine_push: (a: number, b: number, c: number) => [number, number, number];
    readonly piecereader_finish: (a: number, b: number) => [number, number];
    readonly piecereader_of: (a: number, b: number, c: any) => [number, number, number];
    readonly piecereader_push: (a: number, b: number, c: number) => number;
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __wbindgen_start: () => void;
}

export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
 * Instantiates the given `module`, which can either be bytes or
 * a precompiled `WebAssembly.Module`.
 *
 * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
 *
 * @returns {InitOutput}
 */
export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

/**
 * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
 * for everything else, calls `WebAssembly.instantiate` directly.
 *
 * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
 *
 * @returns {Promise<InitOutput>}
 */
export default function __wbg_init (module_or_path: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;
