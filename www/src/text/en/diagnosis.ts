import type { Texts } from '../texts';

export const diagnosis: Texts['diagnosis'] = {
  asOf: 'As-of date',
  asOfMissing: 'Of what day are these balances?',
  asOfMissingHint:
    'An aged balance is the picture of one day, and this file does not say which. Give its date.',
  asOfToday: 'Today, {{date}}',
  agedSales: 'Type your sales on the dashboard.',
  openRollBack:
    'It needs sales by month: a list of invoices that are still owed does not say them. Give them in a second file.',
  agedRollBack:
    'It takes sales month by month: an aged balance does not say them. Give them in a second file.',
  agedNote:
    'An aged balance is the picture of one day: without sales month by month there is no roll-back DSO. Give them in a second file.',

  accountingDso: 'Accounting DSO',
  rollBackDso: 'Count-back (roll-back) DSO',
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
  gapQuestion: 'Why a gap of {{days}}?',
  gapLeadBelow:
    'Your recent sales are {{percent}} below the average of the window. The accounting DSO divides by that average: it looks shorter than what your customers owe you.',
  gapLeadAbove:
    'Your recent sales are {{percent}} above the average of the window. The accounting DSO divides by that average: it looks longer than what your customers owe you.',
  gapSales: 'sales, {{months}} months',
  gapByRollBack: 'by count-back',
  gapPaces: 'recent pace ÷ average pace',
  gapByAccounting: 'accounting',
  gapWhich: 'Which one to quote?',
  gapWhichText:
    'Count-back follows your season: take it to steer. The accounting DSO is that of published accounts: take it to compare yourself.',
  gapOpen: 'Open the analysis “Two methods”',
  gapConventions: 'Change conventions',
  gapUndefined: 'The gap can be read once both methods give a figure.',

  trailTitle: 'Roll-back trail',
  trailFinding: 'Receivables reach back to {{month}}, using up {{percent}} of its sales',
  trailFindingOne: 'Receivables fit in a single month: {{percent}} of the sales of {{month}}',
  trailFindingExhausted: 'Receivables exceed all sales of the history',
  trailChart: 'Sales of each month, newest first, and the part used up by receivables. {{steps}}',
  trailStep: '{{month}}: {{days}}.',
  trailUnit: 'Sales of each month incl. tax, and what receivables use up of them',
  trailPart: '{{percent}} used up',
  trailOf: '{{taken}} used up of {{sales}}',
  month: 'Month',
  sales: 'Sales incl. tax',
  taken: 'Used up',
  rest: 'Rest',
  days: 'Days',

  byRollBackShort: 'Count-back',
  byAccountingShort: 'Accounting',
  historyTitle: 'Both DSO over time',
  historyDown: 'The count-back DSO fell by {{days}} {{since}}',
  historyUp: 'The count-back DSO grew by {{days}} {{since}}',
  historySame: 'The count-back DSO is stable {{since}}',
  inAYear: 'in a year',
  sinceMonth: 'since the end of {{month}}',
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
  termTyped: 'Agreed term',
  termUnit: 'days',
  fecSales: 'Sales of a FEC',
  scope: 'Counted in receivables',
  scopeAlways: 'The accounts of customers (411, 413 …) always are.',
  termHint: 'A FEC has no due dates and nothing is invented: without a term, no overdue part.',
  termShort: 'agreed term {{days}}',
  accountsTitle: 'Balances by account',
  account: 'Account',
  accountBalance: 'Balance',
  accountCounted: 'In the figures',
  accountIsCounted: 'counted',
  accountIsNot: 'not counted',
  accountsReceivable: 'Customers',
  accountsPayable: 'Suppliers',
  balancesTitle: 'Type the missing balances',
  balancesHint: 'At the as-of date for balances, over the window for purchases and cost of sales.',
  inventory: 'Inventory',
  payables: 'Payables incl. tax',
  purchases: 'Purchases of the window incl. tax',
  costOfSales: 'Cost of sales of the window',
  daysToPay: 'Average days to pay',
  daysLate: 'Average days late',
  weighted: 'weighted by amount; plain mean: {{mean}}',
  settledCount: 'Invoices settled in the window: {{number}}',
};

export const fecSales: Texts['fecSales'] = {
  usual: 'whichever fits best',
  customerDebits: 'debits of customer accounts',
  salesEntries: 'what sales entries (70x) put on 411',
  salesAndVat: 'sales and VAT (70x + 4457)',
};

export const scope: Texts['scope'] = {
  disputed: 'disputes',
  factored: 'receivables with a factor',
  creditBalances: 'credit balances',
  doubtful: 'doubtful customers (416)',
  notInvoiced: 'not yet invoiced (418)',
  advances: 'advances and credits (419)',
  impairment: 'impairment (491)',
};

export const accounts: Texts['accounts'] = {
  '410': 'customers and related accounts',
  '411': 'customers',
  '412': 'customers',
  '413': 'bills receivable',
  '414': 'customers',
  '415': 'customers',
  '416': 'doubtful or disputed customers',
  '417': 'receivables on work',
  '418': 'not yet invoiced',
  '419': 'advances and credits',
  '491': 'impairment',
  '400': 'suppliers and related accounts',
  '401': 'suppliers',
  '402': 'suppliers',
  '403': 'bills payable',
  '404': 'suppliers of fixed assets',
  '405': 'bills payable, fixed assets',
  '406': 'suppliers',
  '407': 'suppliers',
  '408': 'invoices not received',
  '409': 'advances and credits due',
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
