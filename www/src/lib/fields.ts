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
};

/** The field of this name, if it is one. */
export function fieldNamed(name: string): Field | null {
  return [...fieldsOf.series, ...fieldsOf.invoices].find((field) => field === name) ?? null;
}
