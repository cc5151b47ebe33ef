import type { Texts } from '../texts';

export const files: Texts['files'] = {
  delimiter: ',',
  decimalMark: '.',
  date: '{{year}}-{{month}}-{{day}}',
  invoiceNumber: 'INV-{{number}}',
  disputed: 'disputed',
  sampleSeries:
    'month|sales_incl_tax|receivables|overdue|purchases_incl_tax|cost_of_sales|inventory|payables',
  sampleInvoices:
    'number|customer|invoice_date|due_date|amount_incl_tax|payment_date|status|salesperson|region',
  series: 'month|sales_incl_tax|receivables|overdue|purchases_incl_tax|inventory|payables',
  invoices: 'number|customer|invoice_date|due_date|amount_incl_tax|payment_date',
  unpaidInvoices: 'number|customer|invoice_date|due_date|amount_incl_tax',
  payments: 'invoice number|payment date|amount paid',
  agedBalance: 'customer|not due|1-30 days|31-60 days|61-90 days|91-120 days|over 120 days',
  agedBalanceTitle: 'Aged balance as of 2025-12-31',
  customerLedger: 'customer|date|document|due date|text|debit|credit',
  names: {
    series: 'template-monthly-series',
    invoices: 'template-invoices',
    unpaidInvoices: 'template-invoices-without-payments',
    payments: 'template-payments',
    agedBalance: 'template-aged-balance',
    customerLedger: 'template-customer-ledger',
  },
  words: {
    sales: 'Sales',
    purchases: 'Purchases',
    bank: 'Bank',
    customer: 'Customers',
    supplier: 'Suppliers',
    goods: 'Goods bought',
    vatOut: 'VAT charged',
    vatIn: 'VAT deductible',
    invoice: 'Invoice',
    payment: 'Payment',
  },
};
