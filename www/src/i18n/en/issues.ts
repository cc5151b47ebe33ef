import type { Texts } from '../texts';

export const issues: Texts['issues'] = {
  'empty-input': 'There is nothing to read: the text is empty.',
  'binary-input':
    'This is not text but a binary file (picture, PDF, archive…). Give a workbook or a CSV file, or paste the table.',
  'nul-byte': 'The text contains a NUL byte: the file is damaged or is not text.',
  'not-a-table':
    'This text is not a table: columns separated by a semicolon, a comma, a tab or a vertical bar are expected.',
  'one-column':
    'Only one column was found. A column of months or dates and a column of amounts are the least that is needed.',
  'too-many-columns': 'There are too many columns. Keep only those that the figures need.',
  'line-too-long': 'A line is too long: perhaps a quote is opened and never closed.',
  'no-data-rows': 'There is a header row and no data row below it.',
  'unrecognised-columns':
    'The columns are those of no known kind: monthly series, invoice list, aged balance, FEC, payments. Say what they mean under “Meaning of the columns”.',
  'missing-column':
    'A column that is needed is missing. Say which one holds it under “Meaning of the columns”.',
  'datev-postings':
    'This is a DATEV posting batch: it holds no balances, and its accounts depend on the German chart. Export the list of open items (OPOS) as CSV.',
  'payments-alone': 'These are payments without the invoices they pay: give the invoice list too.',
  unbalanced: 'Debits and credits differ: the FEC is not complete.',
  'no-receivable-accounts':
    'No customer account (411): probably cash-basis accounting. Sales, purchases and inventory are read; for a DSO, type in the receivables.',
  'opening-differs':
    'The customer accounts at the opening of this year differ from the closing of the year before.',
  'years-overlap': 'This accounting year starts before the one before ends: its file is set aside.',
  'file-set-aside': 'This file is of another kind than the first: it is set aside.',
  'invalid-direction': 'The side is neither debit nor credit: the row is rejected.',
  'duplicate-rows':
    'Some rows are identical: they count as so many invoices. You can leave them out.',
  'repeated-totals': 'Some rows repeat the total of their invoice: it is counted once.',
  'minor-units-assumed':
    'Amounts seem to be in cents, as payment services write them: they are divided by a hundred.',
  'payment-without-invoice': 'Some payments match no invoice that was given: they do not count.',
  'paid-beyond-amount':
    'Some payments exceed the amount of their invoice: the excess does not count.',
  'ages-do-not-add-up': 'Some ages do not add up to the balance of the customer: the ages count.',
  'not-due-unknown': 'The balance does not tell what is not due: the overdue part is not known.',
  'partial-lettering': 'Some lettering does not balance: its lines count as open.',
  'duplicates-set-aside': 'Identical rows are set aside.',
  'invoice-lines': 'Lines of one invoice are added up.',
  'dated-payments':
    'Some payments cover a part of an invoice: each counts on its date, what is left stays open.',
  'opening-entries': 'Opening entries enter the balances, never the sales.',
  'opening-items-undated':
    'Some opening lines of customers do not say when they were invoiced: they count from the opening.',
  'no-accepted-rows': 'No row could be read; the findings below say why.',
  'no-header': 'There is no header row: the meaning of the columns was told from their content.',
  'invalid-bytes': 'Characters that are not valid in this encoding were replaced.',
  'unknown-encoding':
    'The text comes from an encoding that is not read (DOS, most likely): accents are wrong, figures are not.',
  'ambiguous-date-order':
    'Every date can be read day first or month first: one reading was assumed.',
  'mixed-date-order': 'Some dates only read day first, others only month first.',
  'ambiguous-decimal-mark':
    'Every amount can be read with decimals or with thousands: one reading was assumed.',
  'mixed-decimal-marks':
    'Some amounts have a decimal comma, others a decimal point: the column mixes two notations.',
  'invalid-date': 'This date does not exist or cannot be read: the row is rejected.',
  'invalid-month': 'This month cannot be read: the row is rejected.',
  'invalid-amount': 'This amount cannot be read: the row is rejected.',
  'amount-too-large': 'This amount has more than 15 integer digits: the row is rejected.',
  'missing-value': 'A cell that the row needs is empty: the row is rejected.',
  'ragged-row': 'The row has more cells than the header: it is rejected.',
  'duplicate-month':
    'This month stands above already: the first row is kept, this one is rejected.',
  'missing-month': 'Months are missing in the history.',
  'unclosed-quote': 'A quote is never closed: the rest of the text is in a single cell.',
  'negative-receivables':
    'Receivables are negative: there is nothing to use up, the roll-back DSO is undefined.',
  'tax-basis-mixed':
    'Sales exclude tax while receivables include it: every DSO is too long by the VAT rate. Give that rate in the conventions.',
  'only-open-invoices':
    'The file only holds open invoices: sales are incomplete, so every DSO is too long.',
  'other-currency': 'Invoices are in another currency: they are set aside, never added.',
  'paid-date-unknown':
    'Paid invoices have no payment date: they count in the sales, but in no month’s receivables.',
  'partly-paid':
    'Invoices are paid in part on an unknown date: only what is still due is in the receivables.',
  'amount-rounded': 'Amounts with more than three decimals are rounded to three.',
  'tax-basis-assumed':
    'The header does not say whether sales include tax: they are taken to include it.',
  'title-line': 'Title lines above the header are not read.',
  'totals-row': 'Totals rows are not read.',
  'blank-row': 'Rows of empty cells are set aside.',
  'void-set-aside': 'Void or draft invoices are set aside.',
  'bill-set-aside': 'Supplier bills are set aside.',
  'credit-notes': 'Credit notes count as negative sales and negative receivables.',
  'paid-before-issue': 'Invoices are paid before they are issued.',
  'due-before-issue': 'Invoices are due before they are issued.',
  'no-due-date': 'Invoices have no due date: they are never counted as overdue.',
  'issued-after-as-of': 'Invoices are issued after the as-of date: they are not in the figures.',
};
