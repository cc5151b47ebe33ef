import type { Texts } from '../texts';

export const terms: Texts['terms'] = {
  missingInvoices:
    'The check of terms and the penalties need invoices with their due dates and payment dates: a list of invoices or a FEC. What follows needs no data.',
  missingTerm: 'A FEC does not say when items fall due: give the term agreed with customers.',

  checkTitle: 'Agreed terms and the longest allowed',
  regime: 'Limit applied',
  typedRule: 'a rule I type in',
  typedNote: 'Your own rule, apart from any law: nothing that follows is legal advice.',
  monthEnd: 'Reading of “end of month”',
  fromDelivery:
    'The law counts this term from delivery, which a list of invoices does not know: it is counted from issue here.',
  finding: '{{percent}} of amounts invoiced are due beyond the legal limit, by {{days}} on average',
  findingTyped: '{{percent}} of amounts invoiced are due beyond the rule, by {{days}} on average',
  findingNone: 'No due date lies beyond the legal limit',
  findingNoneTyped: 'No due date lies beyond the rule',
  nothingChecked: 'No invoice to check: no due date known, or none issued under these rules.',
  beyondCount: 'Invoices beyond the limit',
  beyondAmount: 'Amount beyond',
  ofCount_one: 'out of {{number}} checked',
  ofCount_other: 'out of {{number}} checked',
  ofAmount: 'out of {{amount}} checked, tax included',
  daysMean: 'Mean excess',
  daysWeighted: 'Excess weighted by amount',
  daysLongest: 'Longest excess',
  howShare: '{{beyond}} beyond ÷ {{amount}} checked = {{percent}}',
  howCap: 'Latest due date allowed: {{rules}}. Excess: due date − that date, in days.',
  howMost: 'the latest of: {{rules}}',
  howScope: 'Invoices issued up to {{date}}, credit notes left out, paid or not.',
  howMean_one: 'Plain mean over {{number}} invoice; weighted: Σ days × amount ÷ {{amount}}.',
  howMean_other: 'Plain mean over {{number}} invoices; weighted: Σ days × amount ÷ {{amount}}.',
  noNumber: 'without a number',
  howWorst: 'Invoice {{number}}: issued on {{issued}}, allowed until {{latest}}, due on {{due}}.',
  withoutDueDate: 'Invoices without a due date, not checked: {{number}}.',
  beforeRegime: 'Invoices issued before these rules, not judged: {{number}}.',
  worstCustomers: 'Customers most concerned ({{number}})',
  worstInvoices: 'Invoices furthest beyond ({{number}})',
  information:
    'Information from the texts quoted, to be checked for your trade and your contracts; not legal advice.',
  setAside: 'To set it aside, choose a rule you type in.',
  updated: 'Texts as of {{date}}',
  sources: 'Sources',
  announced: 'Announced for {{date}}: {{change}}',
  announcedNow: 'Announced for {{date}}, perhaps in force already at the as-of date: {{change}}',

  customer: 'Customer',
  invoice: 'Invoice',
  count: 'Invoices',
  amount: 'Amount incl. tax',
  longest: 'At most (d)',
  issued: 'Issued on',
  due: 'Due date',
  latest: 'Allowed until',
  daysBeyond: 'Days beyond',

  penaltiesTitle: 'Late-payment penalties',
  penaltiesFinding_one: '{{total}} payable on {{number}} late payment',
  penaltiesFinding_other: '{{total}} payable on {{number}} late payments',
  penaltiesUnknown: 'Without due dates nothing can be called late',
  penaltiesNone: 'No late payment: no penalty',
  rate: 'Rate',
  margin: 'Margin',
  marginUnit: 'points',
  contractPercent: 'Contract rate',
  moment: 'Rate that applies',
  dayCount: 'Day count',
  indemnity: 'Recovery indemnity',
  indemnityHint: 'per late invoice',
  floor: 'at least three times the legal interest rate',
  points_one: '{{number}} point',
  points_other: '{{number}} points',
  dueDateCounted: 'due date included',
  agreed: 'Agreed term',
  countDueDate: 'count the due date itself too',
  state: 'Late payments',
  all: 'All',
  settled: 'Settled late',
  open: 'Still open',
  interest: 'Interest',
  indemnities: 'Indemnities',
  sum: 'Total',
  howInterest:
    'Interest = amount incl. tax × rate × days late ÷ {{year}}, from the day after the due date to payment, or to {{date}} for what is still open.',
  howInterestFromDue:
    'Interest = amount incl. tax × rate × days late ÷ {{year}}, from the due date to payment, or to {{date}} for what is still open.',
  howPart:
    'Invoice {{number}}, {{from}} to {{to}}: {{amount}} × {{percent}} × {{days}} ÷ {{year}} = {{interest}}',
  howIndemnities_one: 'Indemnities: {{number}} invoice × {{indemnity}} = {{amount}}',
  howIndemnities_other: 'Indemnities: {{number}} invoices × {{indemnity}} = {{amount}}',
  howTotal: '{{interest}} of interest + {{indemnities}} of indemnities = {{total}}',
  penaltiesScope:
    'Credit notes are left out; of an invoice paid in part, what is still owed counts. Penalties are due without a reminder.',
  penaltiesWithoutDue: 'Invoices without a due date, left out: {{number}}.',
  penaltiesWithoutDate: 'Invoices paid on an unknown date, left out: {{number}}.',
  penaltyCustomers: 'Customers who owe most ({{number}})',
  penaltyInvoices: 'Invoices with most interest ({{number}})',
  delay: 'Delay (d)',
  longestDelay: 'Longest delay (d)',
  settledOn: 'Paid on',
  stillOpen: 'open',
  ratesTitle: 'Rates applied',
  halfYear: 'Half-year',
  firstHalf: 'first half of {{year}}',
  secondHalf: 'second half of {{year}}',
  appliedRate: 'Rate applied',
  agreedRate: 'Before the floor',
  floorRate: 'Floor',
  isAssumed: '{{halfYear}}, carried on',
  assumed:
    'Some days of delay have no rate published here yet: those of the {{halfYear}} are carried on.',
  floorAssumed:
    'Floor of the {{halfYear}}: worked out on the legal interest of the half-year before, as no source was found for its own. A rate typed in replaces it.',

  dueTitle: 'Work out a due date',
  dueLead: 'Without your data: a date and a rule are enough.',
  dueIssued: 'Issue date',
  rule: 'Rule',
  ruleDays: 'Days',
  ruleDay: 'Day',
  ruleDayUnit: 'of the month',
  dueAnswer: 'Due date',
  dueAfter: '{{days}} after issue',
  dueSteps: 'Steps',
  stepIssued: 'issue: {{date}}',
  stepDays: '+ {{days}}: {{date}}',
  stepMonthEnd: 'end of the month: {{date}}',
  stepDay: 'next day {{day}} of a month: {{date}}',
  stepTenDayEnd: 'end of the ten-day period: {{date}}',

  typedRates: 'Type other reference rates',
  typedRatesHint: 'For a half-year the file does not know yet, or another reading of a rate.',
  refinancing: 'ECB refinancing rate',
  legalInterest: 'Legal interest rate',
  forgetRates: 'Back to the rates of the file',
  penaltyTitle: 'Work out a penalty',
  penaltyLeadAlone: 'Without your data: an amount and two dates are enough.',
  penaltyAmount: 'Amount incl. tax',
  penaltyDue: 'Due date',
  penaltySettled: 'Paid on',
  penaltyAnswer: 'Penalty and indemnity',
  penaltyInTime: 'Paid in time: nothing is due.',
  penaltyDays: '{{days}} late',
  partLine:
    '{{from}} to {{to}}: {{amount}} ×\u00a0{{percent}} ×\u00a0{{days}} ÷\u00a0{{year}} =\u00a0{{interest}}',
  penaltyAssumed:
    'No rate is published here for all of these days: the last ones known are carried on.',
  interestLine: 'interest: {{amount}}',
  indemnityLine: 'flat indemnity: {{amount}}',
};

export const regimes: Texts['regimes'] = {
  longestAgreed: 'general rule: legal maximum',
  sixtyDays: 'general rule: 60 days',
  fortyFiveDaysMonthEnd: 'general rule: 45 days end of month',
  periodic: 'summary invoice: 45 days',
  transport: 'transport: 30 days',
  perishables: 'perishable food: 30 days',
  perishablesPeriodic: 'perishable food, periodic invoice: 30 days from the ten-day period',
  livestockAndFreshMeat: 'livestock and fresh meat: 20 days',
  spirits: 'alcoholic drinks: 30 days end of month',
};

export const regimeNotes: Texts['regimeNotes'] = {
  longestAgreed:
    'What no ordinary French contract may exceed: 60 days, or 45 days end of month where that is later. Anything beyond takes an exemption of the trade.',
  sixtyDays: 'The general rule, where the contract does not say “45 days end of month”.',
  fortyFiveDaysMonthEnd: 'If the contract says so, and if it is not a plain abuse of the creditor.',
  periodic: 'Invoices that sum up several deliveries of one month.',
  transport: 'Road transport, vehicle hire, forwarding, freight and customs agents.',
  perishables: 'Perishable food, frozen meat and fish, and preserves made from them.',
  perishablesPeriodic:
    'The same goods, invoiced periodically: the term starts at the end of the ten-day period of delivery.',
  livestockAndFreshMeat: 'Livestock for consumption and the fresh meat made of it.',
  spirits: 'Alcoholic drinks subject to excise duty.',
};

export const announcements: Texts['announcements'] = {
  articleVersion:
    'a new version of article L441-10 is announced. It has not been read: terms and rates given here are those of the text in force before, to be checked on that day.',
  fineCeiling:
    'a bill passed by the French Senate on 19 February 2026 and not yet law would raise the ceiling of fines to 1% of sales and forbid waiving penalties. No term and no rate would change.',
};

export const monthEndReading: Texts['monthEndReading'] = {
  latest: 'the later of both',
  daysThenMonthEnd: '+ 45 days, then end of month',
  monthEndThenDays: 'end of month, then + 45 days',
};

export const dueRule: Texts['dueRule'] = {
  net: 'days net',
  daysThenMonthEnd: 'days, then end of month',
  monthEndThenDays: 'end of month, then days',
  daysThenMonthEndThenDay: 'days end of month, then the …',
  tenDayEndThenDays: 'end of ten-day period, then days',
};

export const ruleText: Texts['ruleText'] = {
  net: 'issue + {{days}}',
  daysThenMonthEnd: 'issue + {{days}}, then end of month',
  monthEndThenDays: 'end of the month of issue + {{days}}',
  daysThenMonthEndThenDay: 'issue + {{days}}, end of month, then day {{day}}',
  tenDayEndThenDays: 'end of the ten-day period of issue + {{days}}',
};

export const penaltyRate: Texts['penaltyRate'] = {
  legal: 'legal: ECB + margin',
  contract: 'of the contract',
};

export const rateMoment: Texts['rateMoment'] = {
  byHalfYear: 'that of each half-year',
  firstLateDay: 'that of the first late day',
};

export const dayCount: Texts['dayCount'] = {
  actual365: 'actual days ÷ 365',
  actual360: 'actual days ÷ 360',
  thirty360: '30-day months ÷ 360',
};
