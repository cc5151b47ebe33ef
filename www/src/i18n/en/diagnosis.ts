import type { Texts } from '../texts';

export const diagnosis: Texts['diagnosis'] = {
  asOf: 'As-of date',
  warnings: 'Findings to be checked: {{number}}. They may change these figures.',
  seeFindings: 'See the findings',

  accountingDso: 'Accounting DSO',
  rollBackDso: 'Roll-back DSO',
  bestPossibleDso: 'Best possible DSO',
  add: 'Average days delinquent',
  receivables: 'Receivables',
  bfr: 'Working capital',
  byRollBack: 'by roll-back: {{days}}',
  atLeast: '≥ {{days}}',
  exhausted: 'History exhausted: receivables exceed all known sales, the real delay is longer.',
  stopped: 'Ended at {{month}}, a month without sales: the real delay is at least this one.',
  boundOnly: 'history too short: a bound only',
  overduePart: 'overdue: {{amount}} ({{percent}})',
  disputedPart: 'disputed: {{amount}}',
  oneDay: 'one day of DSO = {{amount}}',
  daysOfSalesExcl: '{{days}} of sales excl. tax',
  daysOfSalesIncl: '{{days}} of sales incl. tax',

  methodsTitle: 'Two methods, one question',
  accountingHow: 'Receivables set against the sales of the window.',
  windowFromTo: 'Sales: {{first}} – {{last}}, {{days}}.',
  windowShorter: 'The history is shorter than the window asked for.',
  averageBalance: 'Receivables are the mean of the opening and the closing balance.',
  rollBackHow: 'Receivables use up the most recent sales, month after month.',
  rollBackWords: 'Days of the months used up, plus the share of the last one.',

  gapTitle: 'Why they differ by {{days}}',
  gapNoneTitle: 'Both methods agree',
  gapUndefinedTitle: 'No gap defined',
  gapAbove:
    'Your recent sales run at {{recent}} a day, against {{window}} on average over the window: × {{factor}}. The accounting DSO divides by this lower average: it makes the delay look longer.',
  gapBelow:
    'Your recent sales run at {{recent}} a day, against {{window}} on average over the window: × {{factor}}. The accounting DSO divides by this higher average: it makes the delay look shorter.',
  gapSame: 'Your recent sales run at the same pace as the window: {{recent}} a day.',
  gapBalance: 'The average balance is × {{factor}} the closing receivables.',
  gapIdentity: '{{accounting}} = {{rollBack}} × {{factors}}',
  gapUndefined: 'The gap can be read once both methods give a figure.',

  trailTitle: 'Roll-back trail',
  trailFinding: 'Receivables reach back to {{month}}, using up {{percent}} of its sales',
  trailFindingOne: 'Receivables fit in a single month: {{percent}} of the sales of {{month}}',
  trailFindingExhausted: 'Receivables exceed all sales of the history',
  trailChart: 'Sales of each month, newest first, and the part used up by receivables. {{steps}}',
  trailStep: '{{month}}: {{days}}.',
  trailTaken: 'used up by receivables',
  trailSales: 'sales of the month',
  month: 'Month',
  sales: 'Sales incl. tax',
  taken: 'Used up',
  rest: 'Rest',
  days: 'Days',

  historyTitle: 'Both DSO over time',
  historyDown: 'The roll-back DSO fell by {{days}} in {{months}} months',
  historyUp: 'The roll-back DSO grew by {{days}} in {{months}} months',
  historySame: 'The roll-back DSO is stable over {{months}} months',
  historyPlain: 'Both DSO at every month-end',
  historyChart:
    'Accounting DSO and roll-back DSO at every month-end, in days, from {{first}} to {{last}}.',
  historyShort: 'The history is too short to draw a trend.',

  conventionsTitle: 'Conventions',
  windowMonths: 'Window of the accounting DSO',
  windowValue: '{{number}} months',
  windowShort: '{{number}}-month window',
  dayBasis: 'Days of the window',
  typedDays: 'Number of days',
  balance: 'Receivables of the accounting DSO',
  monthLength: 'Months of the roll-back',
  emptyMonth: 'Month without sales',
  vatPercent: 'VAT rate (%)',
  vatHint: 'Used where only sales excluding tax are known.',
  vatShort: 'VAT {{percent}}',
  yearDays: 'Days of a year',
  yearShort: '{{number}}-day year',

  capitalTitle: 'From DSO to working capital',
  dio: 'Days inventory (DIO)',
  dpo: 'Days payables (DPO)',
  ccc: 'Cash conversion cycle',
  baseCostOfSales: '{{balance}} ÷ cost of sales {{cost}} × {{days}}',
  basePurchases: '{{balance}} ÷ purchases {{cost}} × {{days}}',
  baseSupplierInvoices: '{{balance}} ÷ supplier invoices {{cost}} × {{days}}',
  cccSum: '{{dso}} + {{dio}} − {{dpo}}',
  bfrSum: 'inventory {{inventory}} + receivables {{receivables}} − payables {{payables}}',
  balancesTitle: 'Type the missing balances',
  balancesHint: 'At the as-of date for balances, over the window for purchases and cost of sales.',
  receivablesTyped: 'Receivables incl. tax',
  salesTyped: 'Sales of the window, incl. tax',
  inventory: 'Inventory',
  payables: 'Payables incl. tax',
  purchases: 'Purchases of the window incl. tax',
  costOfSales: 'Cost of sales of the window',
  daysToPay: 'Average days to pay',
  daysLate: 'Average days late',
  weighted: 'weighted by amount; plain mean: {{mean}}',
  settledCount: 'Invoices settled in the window: {{number}}',
};

export const dayBasis: Texts['dayBasis'] = {
  actual: 'calendar days',
  thirtyDayMonths: '30-day months',
  year360: 'twelfths of 360',
  year365: 'twelfths of 365',
  typed: 'typed number',
};

export const balance: Texts['balance'] = {
  closing: 'closing balance',
  average: 'average of opening and closing',
};

export const monthLength: Texts['monthLength'] = {
  calendar: 'calendar months',
  thirty: 'roll-back by 30-day months',
};

export const emptyMonth: Texts['emptyMonth'] = {
  count: 'empty months counted',
  skip: 'empty months skipped',
  stop: 'ends at an empty month',
};
