import type { Texts } from '../texts';

export const calculators: Texts['calculators'] = {
  lead: 'Textbook calculations on numbers you type in; your data does not enter them. Each opens on an example.',
  reset: 'Back to the example',
  rowName: 'Item',
  side: 'Side',
  add: 'Add an item',
  remove: 'Remove',
  removeRow: 'Remove {{name}}',
  unnamed: 'Line {{number}}',
  addPart: 'Add a date',
  noWhole: 'The parts of sales make {{percent}}, not 100%.',
  aside: 'Other ways to enter an item',
  undefined: 'Not defined with these numbers.',
};

export const calculatorNames: Texts['calculatorNames'] = {
  structuralWorkingCapital: 'Structural working capital',
  operatingCycle: 'Operating cycle',
  creditPolicy: 'Credit policy',
  factoring: 'Factoring',
  creditInsurance: 'Credit insurance',
};

export const calculatorLeads: Texts['calculatorLeads'] = {
  structuralWorkingCapital:
    'Days that each item lasts × its structure coefficient, in days of sales excluding tax.',
  operatingCycle: 'Each balance against the yearly flow that renews it, stage by stage.',
  creditPolicy:
    'What a change of terms brings: contribution of the sales gained, less the cost of receivables, bad debts and discounts.',
  factoring: 'What factoring costs in a year, against collecting oneself.',
  creditInsurance: 'What an unpaid invoice costs, and what insurance takes over.',
};

export const calculatorGroups: Texts['calculatorGroups'] = {
  year: 'Year',
  items: 'Items',
  flows: 'By the yearly flow',
  knownDays: 'In days of sales',
  seasonal: 'Seasonal business',
  before: 'Policy today',
  after: 'Policy considered',
  general: 'Costs and return',
  today: 'Collecting oneself',
  factor: 'With the factor',
  insurance: 'Insurance',
};

export const calculatorHints: Texts['calculatorHints'] = {
  flows: 'The yearly flow excl. tax that renews the item; its coefficient follows.',
  knownDays:
    'An item whose days of sales are known; the days it lasts follow. With a coefficient of 1, the requirement as a whole.',
  seasonal:
    'The item is made of the flows of its last months, not of the mean of the year: give them newest first, with “;” between them. A month counts 30 days.',
};

export const calculatorFields: Texts['calculatorFields'] = {
  sales: 'Yearly sales',
  salesExclTax: 'Yearly sales excl. tax',
  creditSales: 'Credit sales',
  yearDays: 'Days of the year',
  days: 'Lasts (d)',
  coefficient: 'Coefficient',
  vatPercent: 'VAT (%)',
  opening: 'Opening',
  closing: 'Close',
  flow: 'Yearly flow',
  flowPercent: 'Part of the flow (%)',
  flowExclTax: 'Yearly flow excl. tax',
  knownDays: 'Days of sales',
  months: 'Flows of the months',
  divideBy: 'Divided by',
  partPercent: 'Part of sales (%)',
  collectedAfter: 'Paid after (d)',
  collectionDays: 'Collection period',
  badDebtPercent: 'Bad debts',
  discountPercent: 'Discount',
  takeUpPercent: 'Sales that take it',
  yearlyCost: 'Yearly running cost',
  variableCostPercent: 'Variable costs',
  returnPercent: 'Required return',
  financePercent: 'Cost of finance',
  ledgerCost: 'Sales ledger cost',
  feePercent: 'Factoring fee',
  advancePercent: 'Part advanced',
  advanceRatePercent: 'Interest on the advance',
  restFinancePercent: 'Finance of the rest',
  marginPercent: 'Margin',
  loss: 'Unpaid invoice',
  defaultPercent: 'Expected losses',
  coverPercent: 'Cover',
  premiumPerMille: 'Premium',
};

export const calculatorChoiceNames: Texts['calculatorChoiceNames'] = {
  investment: 'Receivables valued',
  feeKeptBack: 'Fee kept back from the advance',
};

export const calculatorChoices: Texts['calculatorChoices'] = {
  investment: {
    variableCost: 'at variable cost',
    price: 'at selling price',
    gainedAtVariableCost: 'at price, sales gained at variable cost',
  },
  feeKeptBack: { no: 'no', yes: 'yes' },
};

export const calculatorRows: Texts['calculatorRows'] = {
  goods: 'Goods',
  materials: 'Raw materials',
  finishedGoods: 'Finished goods',
  customers: 'Customers',
  deductibleVat: 'Deductible VAT',
  suppliers: 'Suppliers',
  collectedVat: 'Collected VAT',
  wages: 'Wages',
};

export const calculatorSides: Texts['calculatorSides'] = { need: 'need', resource: 'resource' };

export const calculatorResults: Texts['calculatorResults'] = {
  requirement: 'Structural working capital',
  requirementDays: 'In days of sales excl. tax',
  needDays: 'Needs',
  resourceDays: 'Resources',
  coefficientWithTax: 'Coef. with VAT',
  lasts: 'Lasts',
  daysOfSales: 'Days of sales',
  amount: 'Amount',
  cycleDays: 'Length of the cycle',
  stageDays: 'Days',
  turnover: 'Times a year',
  netBenefit: 'Net benefit a year',
  contribution: 'Contribution of the sales gained',
  investment: 'More receivables to finance',
  investmentCost: 'Cost of financing them',
  moreBadDebts: 'More bad debts',
  moreDiscounts: 'More discounts',
  receivables: 'Average receivables',
  invested: 'Invested in them',
  meanDays: 'Mean days',
  saving: 'Saved with the factor',
  ownTotal: 'Cost of collecting oneself',
  ownFinance: 'of which financing receivables',
  factorTotal: 'Cost with the factor',
  fee: 'of which the fee',
  advance: 'Advance of the factor',
  advanceInterest: 'Interest on it',
  restFinance: 'Financing the rest of receivables',
  effectivePercent: 'Effective cost of the advance',
  profit: 'Margin of the year',
  salesToRecover: 'Sales needed to make good the loss',
  salesToRecoverInsured: 'Sales needed, insured',
  resultUninsured: 'Result without insurance',
  resultInsured: 'Result with insurance',
  premium: 'Yearly premium',
  cover: 'Indemnity',
  expectedLoss: 'Expected loss',
  expectedBenefit: 'Expected benefit of insurance',
};
