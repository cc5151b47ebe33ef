import type { Texts } from '../texts';

export const leverNames: Texts['leverNames'] = {
  terms: 'Shorter terms',
  earlyPaymentDiscount: 'Early-payment discount',
  dynamicDiscounting: 'Payment on demand',
  retentionBond: 'Retention bond',
  creditLimits: 'Credit limits',
  deposit: 'Deposit',
  fasterInvoicing: 'Faster invoicing',
  directDebit: 'Direct debit or card',
  reminders: 'Reminders',
  disputes: 'Disputes',
  instalmentPlan: 'Instalment plan',
  creditInsurance: 'Credit insurance',
  factoring: 'Factoring',
  payables: 'Supplier credit',
  inventory: 'Inventory',
};

export const leverLeads: Texts['leverLeads'] = {
  terms: 'Every customer keeps the usual delay beyond the new due date.',
  earlyPaymentDiscount: 'A reduction for customers who pay by an early date.',
  dynamicDiscounting:
    'Dynamic discounting or reverse factoring: paid when you ask for it, at a yearly rate on the days gained.',
  retentionBond: 'A bank stands in for what customers hold back: they pay it with the rest.',
  creditLimits: 'Beyond the limit of a customer nothing more is sold, and its margin is lost.',
  deposit: 'A part is paid with the order: it never enters the receivables.',
  fasterInvoicing:
    'Invoices go out sooner after delivery; due date and payment move forward with them.',
  directDebit: 'What was paid late is paid when it is due, for a fee on all of it.',
  reminders: 'What is paid late is paid less late; nothing is paid before it is due.',
  disputes: 'Part of the disputes is settled, after some time, and paid like the rest.',
  instalmentPlan: 'What is long overdue is paid in equal parts, thirty days apart.',
  creditInsurance:
    'A premium on insurable sales, against part of the losses on what is not disputed. Protection, not cash.',
  factoring:
    'Part of the undisputed receivables is sold against an advance: the published DSO falls, the economic DSO stays.',
  payables: 'Suppliers are paid later, by agreement.',
  inventory: 'Fewer days of inventory, never more than there are.',
};

export const leverShares: Texts['leverShares'] = {
  terms: 'Share of sales concerned',
  earlyPaymentDiscount: 'Share of sales that takes it',
  dynamicDiscounting: 'Share of sales concerned',
  retentionBond: 'Share of retention bonded',
  creditLimits: 'Share of sales concerned',
  deposit: 'Share of sales concerned',
  fasterInvoicing: 'Share of sales concerned',
  directDebit: 'Share of sales concerned',
  reminders: 'Share of sales reminded',
  disputes: 'Share of disputes settled',
  instalmentPlan: 'Share of overdue concerned',
  creditInsurance: 'Share of sales insured',
  factoring: 'Share of receivables sold',
  payables: 'Share of purchases concerned',
  inventory: 'Share of inventory concerned',
};

export const leverDays: Texts['leverDays'] = {
  terms: 'Days less',
  fasterInvoicing: 'Days gained',
  reminders: 'Days late that go',
  payables: 'Days more',
  inventory: 'Days of inventory less',
};

export const leverAfter: Texts['leverAfter'] = {
  disputes: 'Time to settle',
  instalmentPlan: 'Start, after the due date',
};

export const leverNumbers: Texts['leverNumbers'] = {
  days: 'Days',
  afterDays: 'After',
  yearlyCost: 'Cost a year',
  discountPercent: 'Discount rate',
  withinDays: 'Payment within',
  earlyPayersPercent: 'Early payers who take it too',
  depositPercent: 'Deposit',
  shrinkPercent: 'Part of the delay that goes',
  instalments: 'Number of instalments',
  premiumPerMille: 'Premium on sales',
  coveredPercent: 'Part of the loss covered',
  lossPercent: 'Loss, as a share of sales',
  advancePercent: 'Advance',
  feePercent: 'Fee',
  interestPercent: 'Interest on the advance, a year',
  ratePercent: 'Yearly rate',
  customerLimit: 'Limit of each customer',
  marginPercent: 'Margin on these sales',
  leadDays: 'From order to invoice',
  deductible: 'Deductible a year',
  maximum: 'Most indemnity a year',
  minimumFee: 'Least fee a year',
};

export const numberUnits: Texts['numberUnits'] = {
  percent: '%',
  perMille: '‰',
  days: 'days',
  count: '',
  amount: '',
};

export const termsRules: Texts['termsRules'] = {
  minus: 'days less than today',
  cap: 'cap in days from invoice',
  legal: 'legal cap',
};

export const presets: Texts['presets'] = {
  own: 'Scenario {{number}}',
  legalCap: 'Legal cap',
  discount: 'Discount within 10 days',
  reminders: 'Firmer reminders',
  noDispute: 'Disputes settled sooner',
  deposit: '30% deposit',
  factoring: 'Factoring',
};

export const goals: Texts['goals'] = {
  accountingDso: 'Accounting DSO at most',
  rollBackDso: 'Roll-back DSO at most',
  cashReleased: 'Cash released at least',
  netYearlyGain: 'Net yearly gain at least',
};

export const suggestionReasons: Texts['suggestionReasons'] = {
  terms:
    '{{percent}} of sales ({{amount}} a year) have terms longer than the cap: bringing them to it takes {{dso}} off the accounting DSO.',
  earlyPaymentDiscount:
    'Your customers pay in {{observed}}. Payment within {{withinDays}} is worth a discount of {{breakEven}} at most; {{percent}} of sales are paid later, and could take one of {{discountPercent}}.',
  dynamicDiscounting:
    '{{percent}} of sales ({{amount}} a year) are paid later than within {{withinDays}}: paid on demand, at {{ratePercent}} a year.',
  retentionBond:
    '{{percent}} of sales ({{amount}} a year) are held back for a year: a bond at {{ratePercent}} a year has them paid within {{withinDays}}.',
  creditLimits: 'Stopping sales beyond {{customerLimit}} a customer releases {{cash}}.',
  deposit:
    'A deposit of {{depositPercent}} on {{sharePercent}} of sales never enters the receivables: {{dso}} off the accounting DSO.',
  fasterInvoicing:
    'Invoicing {{days}} earlier takes {{dso}} off the accounting DSO; a day of sales is {{day}}.',
  directDebit:
    '{{percent}} of sales ({{amount}} a year) are paid late: debited when due, for {{sharePercent}} of them, {{dso}} off the accounting DSO.',
  reminders:
    '{{percent}} of sales ({{amount}} a year) are paid late: shrinking the delay by {{shrinkPercent}} takes {{dso}} off the accounting DSO.',
  disputes:
    '{{percent}} of receivables are disputed, {{amount}}: settling half of it takes {{dso}} off the accounting DSO.',
  instalmentPlan:
    '{{percent}} of sales ({{amount}} a year) are overdue by more than {{afterDays}}: spread them over {{instalments}} instalments.',
  creditInsurance:
    'The observed loss is {{loss}} of sales: insurance covers {{coveredPercent}} of it for a premium of {{premiumPerMille}}.',
  factoring:
    'Selling {{sharePercent}} of receivables brings {{cash}} at once, for {{cost}} a year.',
  payables: '{{days}} more with suppliers release {{cash}}.',
  inventory: '{{days}} of inventory less release {{cash}}.',
};

export const actionTitles: Texts['actionTitles'] = {
  legal: 'Bring terms down to the legal limit',
  cap: 'Cap terms at {{days}}',
  terms: 'Shorten terms by {{days}}',
  earlyPaymentDiscount: 'Offer a discount of {{discountPercent}} within {{withinDays}}',
  dynamicDiscounting: 'Pay on demand, at {{ratePercent}} a year',
  retentionBond: 'Replace retentions by a bond',
  creditLimits: 'Limit what a customer owes to {{customerLimit}}',
  deposit: 'Ask for a deposit of {{depositPercent}} with the order',
  fasterInvoicing: 'Invoice {{days}} earlier',
  directDebit: 'Collect {{sharePercent}} of sales by direct debit',
  reminders: 'Remind earlier: {{shrinkPercent}} less delay',
  disputes: 'Settle {{sharePercent}} of disputes within {{afterDays}}',
  instalmentPlan: 'Spread what is late over {{instalments}} instalments',
  creditInsurance: 'Insure {{coveredPercent}} of receivables',
  factoring: 'Sell {{sharePercent}} of invoices to a factor',
  payables: 'Pay suppliers {{days}} later',
  inventory: 'Cut inventory by {{days}}',
};

export const idle: Texts['idle'] = {
  noLongerTerms: 'No invoice has a longer term.',
  nothingLate: 'No invoice is paid late.',
  unknownDisputes: 'Your data says nothing of disputes.',
  noDisputes: 'No invoice is in dispute.',
  nothingToMove: 'There is nothing to move in this data.',
};

export const idleFrom: Texts['idleFrom'] = {
  noLongerTerms: 'No invoice has a longer term; the cap acts below {{days}}.',
  oneTerm: 'The term taken for all sales is {{days}}; the cap acts below it.',
  nothingLate: 'No invoice is paid that late; the lever acts below {{days}} late.',
  noDisputes: 'No dispute lasts that long; the lever acts below {{days}}.',
  nothingToMove: 'All is paid sooner already; the lever acts below {{days}}.',
};
