import type { Field, Kind } from '../engine/pkg/encours';

/** What a column can mean, by the kind of data; those that it cannot do without first. */
export const fieldsOf: Record<Kind, readonly Field[]> = {
  series: [
    'month',
    'salesInclTax',
    'salesExclTax',
    'receivables',
    'overdue',
    'disputed',
    'purchases',
    'costOfSales',
    'inventory',
    'payables',
  ],
  invoices: [
    'issueDate',
    'amount',
    'number',
    'customer',
    'dueDate',
    'settledDate',
    'paidAmount',
    'openAmount',
    'status',
    'currency',
    'documentType',
  ],
  agedBalance: [
    'customer',
    'notDue',
    'daysTo30',
    'daysTo60',
    'daysTo90',
    'daysTo120',
    'daysBeyond',
    'balance',
  ],
  fec: [
    'entryDate',
    'account',
    'debit',
    'credit',
    'signedAmount',
    'direction',
    'journalCode',
    'journalLabel',
    'entryNumber',
    'auxiliaryAccount',
    'auxiliaryLabel',
    'pieceReference',
    'pieceDate',
    'entryLabel',
    'lettering',
  ],
  payments: ['number', 'settledDate', 'paidAmount'],
};

/** The field of this name, if it is one. */
export function fieldNamed(name: string): Field | null {
  return (
    Object.values(fieldsOf)
      .flat()
      .find((field) => field === name) ?? null
  );
}
