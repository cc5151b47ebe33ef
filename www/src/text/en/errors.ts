import type { Texts } from '../texts';

export const errors: Texts['errors'] = {
  'no-data': 'No data was read yet.',
  'no-sales': 'No sales above zero in the period: the DSO is undefined.',
  'missing-receivables': 'Receivables at this date are not known.',
  'payments-unknown':
    'Nothing says which invoices are paid, and this needs it. Give the list of payments too, or the life-cycle statuses.',
  'negative-receivables': 'Receivables are below zero.',
  'missing-opening-receivables': 'Receivables at the opening of the window are not known.',
  'missing-overdue': 'Neither due dates nor overdue receivables: the late part is not known.',
  'missing-inventory': 'Inventory at this date is not known.',
  'missing-payables': 'Payables at this date are not known.',
  'missing-cost': 'Neither cost of sales nor purchases are known for the whole window.',
  'missing-opening-balance': 'Inventory or payables at the opening of the window are not known.',
  'no-receivables': 'There are no receivables at this date.',
  'nothing-to-collect': 'Nothing was to be collected in the period.',
  'no-customers': 'The data does not tell customers apart.',
  'unknown-customer': 'No customer has this name in the data.',
  'unknown-segment': 'The data has no such segment, or no such value of it.',
  'mixed-currencies': 'The data holds several currencies, which are not added up without rates.',
  'no-settled-invoices': 'No invoice was settled in the window.',
  'missing-term': 'Without due dates, the term agreed has to be given.',
  'missing-as-of': 'The date of these balances is not known: give it.',
  'amount-too-large': 'These amounts are too large to be added up exactly.',
  'too-many-parts':
    'These levers split each invoice into more parts than the simulator tells apart ({{most}}): take out a plan, or give them the same share.',
  'nothing-in-scope': 'Nothing in your data is in the scope of this lever.',
  'needs-invoices': 'A scope by customer or amount takes an invoice list.',
  'needs-single-invoices':
    'Some rows stand for several invoices: the amount of each is not known, so a scope by amount cannot be followed.',
  'missing-loss': 'This data does not say what is lost: give the loss, as a share of sales.',
  'history-too-short': 'The history is too short for this calculation.',
  'as-of-outside-history': 'This date is outside the history.',
  'as-of-inside-month': 'A monthly series knows month-ends only.',
  'out-of-range': '{{value}}: the value must be from {{least}} to {{most}}.',
  'not-a-number': '“{{value}}” cannot be read as a number.',
  'not-a-workbook':
    'This file is not a readable workbook (XLSX, XLSB, XLS or ODS), or it is damaged.',
  'encrypted-workbook':
    'This workbook is protected by a password. Save it without the password, or paste the table.',
  'bad-request': 'This request was not understood.',
  'parquet-unreadable':
    'This Parquet file cannot be read: it is cut off, encrypted or in an unknown encoding. Give it as CSV.',
  'file-unreadable': 'The file cannot be read: it was moved, changed or is protected.',
  'folder-too-large': 'More than 200,000 files: give a part of them.',
  'workbook-too-large':
    'This workbook is too large: 100\u00a0MB at most, and 256\u00a0MB once unpacked to text. Export the sheet as CSV: a text file is read whatever its size.',
  'zip-without-workbook':
    'This file is a ZIP archive without a workbook. Unzip it, then give the files it contains.',
  'reading-cancelled': 'Reading cancelled: no data was kept.',
  'engine-stopped': 'The calculation engine stopped twice on this data.',
  'input-stops-engine':
    'The calculation engine stops on {{value}}: this data has been set aside. What comes next is read as usual.',
  'memory-full':
    'The memory that the browser grants a page does not hold this data: it has been set aside. Give fewer months or entities at a time, or invoices grouped by a data warehouse.',
  'engine-unavailable': 'The calculation engine could not start. Try again, or reload the page.',
  'engine-unsupported':
    'This browser cannot run the calculation engine (WebAssembly with SIMD). It takes Safari 16.4, Firefox 115, Chrome or Edge 111, or newer; on iPhone, iPad and Mac, Lockdown Mode has to be off for this site.',
};

export const typed: Texts['typed'] = {
  example: 'e.g. 1.2M',
  empty: 'Give a number.',
  notANumber: '“{{text}}” cannot be read as a number.',
  ambiguous: '“{{text}}” can be read in two ways: write thousands without a separator.',
  between: '; ',
  range: 'From {{least}} to {{most}}.',
};
