import type { Texts } from '../texts';

/** Electronic invoices, and the list that was made of them. */
export const documents: Texts['documents'] = {
  title: 'Electronic invoices',
  listName: 'e-invoices.csv',
  purchasesName: 'e-purchases.csv',
  messagesName: 'e-statuses.csv',
  read: '{{invoices}} and {{statuses}} in {{files}}.',
  invoices_one: '{{number}} invoice or credit note',
  invoices_other: '{{number}} invoices or credit notes',
  statuses_one: '{{number}} life-cycle message',
  statuses_other: '{{number}} life-cycle messages',
  files_one: '{{number}} file',
  files_other: '{{number}} files',
  whose: 'Whose sales are these?',
  whoseHint:
    'A sale is an invoice whose seller is the company; those it is the buyer of are its purchases. Tick several for a group.',
  company: '{{name}}: seller of {{asSeller}}, buyer of {{asBuyer}}',
  companyWithKey: '{{name}} ({{key}}): seller of {{asSeller}}, buyer of {{asBuyer}}',
  others_one: '{{number}} other company is not shown.',
  others_other: '{{number}} other companies are not shown.',
  giveAgain: 'To choose another company, give the files again: only the list is kept.',
  purchases_one:
    '{{number}} purchase row gives the purchases of its month and, if its payment is known, payables: DPO then needs nothing typed, working capital still needs inventory.',
  purchases_other:
    '{{number}} purchase rows give the purchases of each month and, if their payments are known, payables: DPO then needs nothing typed, working capital still needs inventory.',
  vatOnReceipt: 'VAT on most sales falls due when they are paid: scenarios take that into account.',
  vatOnIssue:
    'VAT on most sales falls due when they are invoiced: scenarios take that into account.',
  rates:
    'Rates of exchange ({{currencies}}) are those of the VAT on the invoices, which is stated in {{into}} too; they can be changed under “Entities and currencies”.',
  negativeCredits: 'Negative credit notes raise what is owed rather than reduce it',
  csv: 'Download the list (CSV)',
  xlsx: 'Download the list (Excel)',
  listCurrencies:
    'The list keeps the currency of each invoice, not the rates: read again alone, it sets other currencies aside until you give their rates.',
  sheet: 'Invoices',
  due: 'Due dates',
  dueHint:
    'What falls due after {{date}}, by month, as the invoices say: nothing is assumed of who will pay late.',
  dueUnpaidUnknown:
    'What falls due after {{date}}, by month, whether it has been paid already or not: nothing says so.',
  dueMonth: 'Month',
  dueUndated: 'No due date',
  dueAmount: 'Amount incl. tax',
  dueCount: 'Invoices',
};
