import type { Texts } from '../texts';

export const glossaryNames: Texts['glossaryNames'] = {
  dso: 'DSO',
  accountingDso: 'Accounting DSO',
  rollBackDso: 'DSO by count-back (roll-back)',
  bestPossibleDso: 'Best possible DSO',
  add: 'Average days delinquent (ADD)',
  receivables: 'Receivables',
  overdue: 'Overdue',
  term: 'Agreed term',
  late: 'Lateness',
  disputed: 'Dispute',
  cash: 'Cash within reach',
  average: 'Freed on average',
  rate: 'Financing',
  net: 'Net gain',
  day: 'Value of a day',
  aging: 'Aged balance',
  cei: 'Collection effectiveness (CEI)',
  dio: 'Days inventory outstanding (DIO)',
  dpo: 'Days payables outstanding (DPO)',
  bfr: 'Working capital requirement',
  ccc: 'Cash conversion cycle',
  p10: 'P10, P50, P90',
};

export const glossary: Texts['glossary'] = {
  dso: 'Days sales outstanding: what your customers owe you, told in days of sales including tax.',
  accountingDso:
    'Receivables ÷ sales of the window × its days. It takes sales for steady: a season distorts it.',
  rollBackDso:
    'Receivables use up the sales of the newest months: all days of each month used up, then a share of the last. 10,000 owed after sales of 6,400, 2,600 and 4,000: 30 + 31 + 7.5 = 68.5 days.',
  bestPossibleDso: 'The DSO of what is not due: the one you would have if everyone paid when due.',
  add: 'DSO − best possible DSO: the days that lateness makes.',
  receivables: 'Invoices issued and not settled, tax included, at the as-of date.',
  overdue: 'The part of receivables whose due date has passed.',
  term: 'Days from issue to the due date.',
  late: 'Days from the due date to payment, or to the as-of date for what is still owed.',
  disputed:
    'An invoice that the customer contests. It weighs in the DSO, and reminders do nothing about it.',
  cash: 'What the proposed actions would free at the as-of date, had they always been in force.',
  average:
    'The average of the cash freed over the year. The gain is reckoned on it, not on the amount at the as-of date, which a season raises or lowers.',
  rate: 'The yearly rate that money costs: an overdraft, a loan, or an investment missed.',
  net: 'Freed on average × financing + losses avoided − cost of levers, a year.',
  day: 'The sales of a day: what a day less of DSO frees.',
  aging: 'Receivables by how long they are overdue.',
  cei: 'The part of what could be collected over the period that was.',
  dio: 'Inventory ÷ cost of sales × days.',
  dpo: 'Payables ÷ purchases × days.',
  bfr: 'Inventory + receivables − payables: the money that business ties up.',
  ccc: 'DSO + DIO − DPO: days between paying suppliers and being paid by customers.',
  p10: 'Nine, five and one times in ten the draws give at least this amount.',
};
