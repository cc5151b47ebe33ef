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
    'The columns are those of no known kind: monthly series, invoice list, aged balance, customer ledger, FEC, payments. Say what they mean under “Meaning of the columns”.',
  'missing-column':
    'A column that is needed is missing. Say which one holds it under “Meaning of the columns”.',
  'datev-postings':
    'This is a DATEV posting batch: it holds no balances, and its accounts depend on the German chart. Export the list of open items (OPOS) as CSV.',
  'payments-alone': 'These are payments without the invoices they pay. Give the invoice list too.',
  'checks-alone':
    'These are the checks of a data warehouse without the extract they speak of. Give it with them.',
  'no-sales-documents':
    'No sales invoice could be read in what was given: the findings say why, file by file.',
  'sales-journal-alone':
    'This is a sales journal alone: nothing in it is ever paid, so it does not say what customers owe. Give the whole FEC or general ledger.',
  'open-items-alone':
    'These are debits of customer accounts and no other account: open items, not a general ledger. Give the whole FEC, or the list of open invoices.',
  unbalanced: 'Debits and credits differ: the FEC is not complete.',
  'no-receivable-accounts':
    'No customer account (411): probably cash-basis accounting. Sales, purchases and inventory are read. For a DSO, type in the receivables.',
  'other-chart-of-accounts':
    'The accounts do not follow the French chart: receivables, sales, inventory and payables are not read. Give an invoice list, or type in the balances.',
  'opening-assumed':
    'Nothing names the opening entries: those of the first day that only touch balance-sheet accounts, equity or loans among them, are taken for it.',
  'no-openings':
    'The FEC has no opening entries, and some payments in it are lettered without their invoice: those of the customers that they would put in credit are set aside.',
  'sales-conventions-differ':
    'Sales of the window vary by 2% or more with what counts as such. Choose under “Sales of a FEC”, among the conventions.',
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
  'ages-do-not-add-up':
    'Some ages do not add up to the balance of the customer: the balance counts, and what stands under no age is neither due nor late.',
  'not-due-unknown': 'The balance does not tell what is not due: the overdue part is not known.',
  'partial-lettering': 'Some lettering does not balance: its lines count as open.',
  'duplicates-set-aside': 'Identical rows are set aside.',
  'invoice-lines': 'Lines of one invoice are added up.',
  'dated-payments':
    'Some payments cover a part of an invoice: each counts on its date, what is left stays open.',
  'zero-lines': 'Lines with neither debit nor credit are set aside.',
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
  'invalid-count': 'This number of invoices is no whole number above zero: the row is rejected.',
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
  'units-may-differ':
    'Receivables and sales do not seem to be in the same unit: one may be in thousands. Check both amounts.',
  'sales-of-month-unknown':
    'The sales of the month up to this date are not in the file of sales. Choose a month-end that it knows, or type them in.',
  'only-open-invoices':
    'The file only holds open invoices: without sales there is no DSO. Type them in, or give those of each month in a second file.',
  'other-currency': 'Invoices are in another currency: they are set aside, never added.',
  'paid-date-unknown':
    'Paid invoices have no payment date: they count in the sales, but in no month’s receivables.',
  'part-paid-unknown':
    'Invoices are said to be paid in part, not how much: they count in full. Add a column with what is still due.',
  'paid-but-open': 'Invoices are said to be paid while an amount is still due: that amount counts.',
  'issue-date-assumed':
    'No column says when invoices were issued: sales by month, and so the DSO, are only as good as due dates. Add the invoice dates.',
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
  'rate-missing':
    'A currency stays apart, in no figure: rates are missing. Give them under “Entities and currencies”.',
  'factored-apart':
    'A factor carries part of the receivables: it is not in the figures (published DSO). Analyses, “Two methods” shows the economic DSO and lets you count it everywhere.',
  'table-not-read':
    'Another table of the same file is not read: its rows are in no figure. If it matters, give it in a file of its own.',
  'two-columns-fit':
    'Two columns fit the same meaning, with different amounts. Check that the right one is read.',
  'amount-not-used':
    'A column of amounts is not read, and nothing ties it to those that are. If it is the right one, choose it.',
  'two-kinds-fit':
    'These rows could also be read as data of another kind. If the kind that was taken is not the right one, change it.',
  'no-payment-column':
    'No column says what was paid: every invoice counts as open. If there were payments, name the column that holds them, or give the list of payments too.',
  'amounts-excl-tax':
    'What is owed or paid is known excluding tax only: receivables are off by the VAT. If a column includes tax, choose it.',
  'tax-bases-differ':
    'Receivables exclude tax while sales include it: no DSO follows from them, so these sales are not read. Give both including tax.',
  'more-cells-than-headings':
    'Too many rows have more cells than there are headings, as where a comma separates both cells and decimals: no figure is drawn from them. Export with semicolons, or as a workbook.',
  'totals-differ':
    'A totals row at the end of the table is not the sum of the rows read. It does not count, but rows may be missing, or there may be too many.',
  'cells-joined':
    'A delimiter stood inside a text: neighbouring cells were joined, so that amounts stay in their columns. Check these rows.',
  'stray-quote':
    'Some quotes enclose nothing: they are read as ordinary characters. Check the line of the first one.',
  'unknown-status':
    'Some statuses are not known. These invoices are set aside, unless another column says what is paid or due. If they count, correct the status or do not use this column.',
  'unknown-type':
    'Some document types are not known: these documents are set aside. If they count, correct the type or do not use this column.',
  'credit-view':
    'Most amounts are negative, as in a view of credits: their signs are turned, so that what is owed is positive.',
  'open-exceeds-amount':
    'Some amounts due exceed the amount of their invoice, or have the opposite sign. They count as they are. Check what these columns mean.',
  'ages-from-invoice-date':
    'The ages of this balance count from the invoice date, not from the due date: the overdue part is not known. To have it, export the balance by due date.',
  'late-without-age':
    'Some overdue amounts stand under no age: they count as overdue, without one.',
  'ambiguous-title-date':
    'The date in the title can be read day first or month first: one reading was assumed. Check the as-of date.',
  'implausible-year':
    'A date is years away from the others, most likely a slip of the pen. The invoice counts on that date. Correct it in the file.',
  'implausible-receivables':
    'Receivables are very small beside sales: this column may be a count rather than an amount. Check that it is the right one.',
  'count-of-customers':
    'This column counts customers, it does not say what they owe. Name the one with the receivables.',
  'entities-with-gaps':
    'Entities are not all there in every month: their sum would lack those that are missing. Complete the months, or give a single entity.',
  'iif-postings':
    'This is a file of postings for QuickBooks (IIF): it holds no balances. Export the invoice list or the aged balance, as a workbook or a CSV file.',
  'ledger-postings':
    'These are postings whose documents cancel out, not invoices. Give the invoice list, the customer ledger or the FEC.',
  'no-invoices-in-ledger':
    'These are movements of an account in which no invoice to a customer is recognised, as in a bank statement. Give the customer ledger or the invoice list.',
  'overlap-set-aside': 'Some rows stand in a file given before too: they count once.',
  'groups-beside-list':
    'Two files hold the same invoices, one of them at least in groups: they count once, as the other file says them.',
  'returned-payments':
    'Some payments came back: as much is owed again from their day, and does not count as sales.',
  'grouped-invoices':
    'Some rows stand for several invoices of the same dates: each counts, but its own amount is not known.',
  'document-damaged': 'A document is cut off or damaged: it is not read. Export it again.',
  'document-type-declared':
    'An XML document declares a type of its own, whose entities could be anything: it is not read.',
  'document-encrypted':
    'A document asks for a password: it is not read. Take the protection off and give it again.',
  'document-too-large':
    'A document is larger than any invoice, or swells once unpacked: it is not read.',
  'document-without-invoice': 'A PDF or an XML holds no electronic invoice.',
  'archive-too-deep':
    'An archive lies in an archive of an archive: it is not opened. Give it by itself.',
  'document-incomplete': 'Some invoices have no number, no date or no amount: they do not count.',
  'documents-of-others':
    'Of some documents the company is neither seller nor buyer: they do not count.',
  'company-unclear': 'Nothing says whose sales these are. Choose the company.',
  'copies-differ':
    'Some invoices come again with other amounts: the one that says most counts alone.',
  'self-billed-twice':
    'Some invoices written by the buyer have the customer, day and amount of others by the seller: both count. Check that they are not the same.',
  'negative-credit-notes':
    'Some credit notes have negative amounts: they are taken to reduce what is owed. Check that they do not raise it.',
  'instalments-differ':
    'Some instalments do not make the amount due: all of it is taken as due on the last day.',
  'payments-unknown':
    'Nothing says what is paid: sales and terms are known, receivables are not. Type them in, or give the list of payments too.',
  'payables-unknown':
    'Nothing says what is paid of the purchases: these are known, payables are not.',
  'status-without-invoice': 'Some statuses are about invoices that are not there.',
  'numbers-missing': 'Numbers are missing in a run of invoices. Check that the export is complete.',
  'dates-unread': 'Some dates of documents are none: they are left out.',
  'other-files': 'Some files are no invoicing documents: they are left out.',
  'company-found': 'The company whose sales these are was recognised by its part in the documents.',
  'purchases-apart': 'Some documents are purchases of the company: they do not count as sales.',
  'invoice-twice': 'Some invoices are there twice, in another form or as a copy: they count once.',
  'invoices-replaced': 'Some invoices are replaced by a corrected one: they no longer count.',
  'deposits-counted-once': 'Some invoiced deposits are taken off a final invoice: they count once.',
  'deposits-paid':
    'Some deposits have a payment date before their invoice: they are taken as paid on that day.',
  'due-from-terms': 'Some due dates follow from terms written in words.',
  'latest-due-date': 'Some invoices have several due dates without amounts: the last one counts.',
  'cashed-without-amount':
    'Some invoices are said to be cashed without an amount: all that was due is taken as paid.',
  'statuses-twice': 'Some statuses are repeated: they count once.',
  'not-cashed-taken-open':
    'Nothing says whether these invoices are cashed while others are: they are taken as open. The status “Cashed” is compulsory only where VAT falls due on payment.',
  'segment-spellings':
    'Some values of a segment differ by capitals or spaces alone: they count together, as first written.',
  'customer-on-several-rows': 'Some customers stand on several rows: their amounts are added up.',
  'section-row':
    'Some rows open a section (customer, side, currency): they hold for those below and carry no amount.',
  'repeated-heading': 'The header is repeated inside the table: these rows are not read.',
  'blank-marks':
    'Some cells hold a mark for nothing (dash, NULL, 00/00/0000…): they are read as empty.',
  'other-snapshots':
    'The table holds the pictures of several days: only the latest counts, the others are set aside.',
  'planned-set-aside':
    'Some rows are a forecast or a budget beside the actual figures: they are set aside.',
  'entities-of-group':
    'The group stands beside its entities: only the group counts, the rows of the entities are set aside.',
  'entities-added': 'Several entities stand in each month: they are added up.',
  'cumulated-sales':
    'Sales are given for the year so far: those of each month are worked out by difference.',
  'cumulated-from-before':
    'The sales so far begin before the first month of the table: those of that month are not known.',
  quarters:
    'Rows are quarters: their sales are spread over three months by days, their balances are those of the last one.',
  'orders-set-aside': 'Quotes, orders or other documents that are no invoices are set aside.',
  'entries-set-aside': 'Accounting entries that are no commercial documents are set aside.',
  'payment-rows': 'Payments stand among the invoices: they never count in the sales.',
  'failed-payments':
    'Some payments did not go through (failed, returned, pending, refunded): they pay nothing.',
  'payments-on-account':
    'Some payments belong to no invoice (deposits, overpayments): they lower receivables, never sales.',
  'lost-invoices':
    'Some invoices will never be paid (written off, uncollectible): they stay in the sales, no longer in the receivables.',
  'tax-added': 'Some amounts exclude tax, with their tax beside them: it is added to them.',
  'customer-balance':
    'The balance of the customer is repeated on each of its rows: it is not read.',
  'oldest-age-is-wide':
    'The oldest age of the balance starts before 120 days: all of it stands in the last age shown.',
  'not-due-by-difference':
    'What stands under no age, by difference with the balance of the customer, counts as not due.',
  'other-delimiter':
    'The row is written with another delimiter than the others: it is rejected. Correct it in the file.',
  'short-row':
    'The row ends before an amount that all others have, as if it had been cut off: it is rejected. Complete it in the file.',
  'hidden-rows':
    'Rows hidden in the workbook, by a filter or by hand, count in the figures. If they should not, delete them.',
  'hidden-rows-set-aside':
    'Rows hidden in the workbook, which its total leaves out, are in no figure.',
  'formulas-without-values':
    'Some formulas have no saved result: their cells are read as empty. Open the workbook in a spreadsheet, save it, and give it again.',
  'swapped-dates':
    'Day and month of some dates were exchanged when a spreadsheet opened the file, those of others were not: no figure is drawn from them. Give the original export, without opening it in a spreadsheet.',
  'other-pictures-set-aside':
    'The same balance stands at another date, on another sheet or in another file: the latest is read, or else the last one. The others are set aside.',
  'of-suppliers':
    'This is a table of suppliers: no DSO follows from it. Give that of the customers.',
  'thousands-as-text':
    'Some amounts are written as text in the workbook, with a point that can only stand between thousands: they are read so. Check them.',
  'invalid-account':
    'The account number has no digit, as where a formula failed: the line is rejected. Correct it in the file.',
};
