import type { IssueCode } from '../../engine/pkg/encours';
import { t } from '../../text/language.svelte';

/** Findings whose last sentence asks something of whoever is at the screen, in every language. */
export const asking: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'binary-input',
  'too-many-columns',
  'unrecognised-columns',
  'missing-column',
  'datev-postings',
  'payments-alone',
  'checks-alone',
  'sales-journal-alone',
  'open-items-alone',
  'no-receivable-accounts',
  'other-chart-of-accounts',
  'sales-conventions-differ',
  'duplicate-rows',
  'tax-basis-mixed',
  'units-may-differ',
  'rate-missing',
  'only-open-invoices',
  'sales-of-month-unknown',
  'part-paid-unknown',
  'issue-date-assumed',
  'table-not-read',
  'two-columns-fit',
  'amount-not-used',
  'two-kinds-fit',
  'no-payment-column',
  'amounts-excl-tax',
  'tax-bases-differ',
  'more-cells-than-headings',
  'cells-joined',
  'stray-quote',
  'unknown-status',
  'unknown-type',
  'open-exceeds-amount',
  'ages-from-invoice-date',
  'ambiguous-title-date',
  'implausible-year',
  'implausible-receivables',
  'count-of-customers',
  'entities-with-gaps',
  'iif-postings',
  'ledger-postings',
  'no-invoices-in-ledger',
  'other-delimiter',
  'short-row',
  'hidden-rows',
  'formulas-without-values',
  'swapped-dates',
  'of-suppliers',
  'thousands-as-text',
  'invalid-account',
  'document-damaged',
  'document-encrypted',
  'archive-too-deep',
  'company-unclear',
  'self-billed-twice',
  'negative-credit-notes',
  'payments-unknown',
  'numbers-missing',
]);

const sentences = /(?<=[.?!…])\s+(?=\p{Lu})/u;

/** The sentences of a text. */
export const sentencesOf = (text: string): string[] => text.split(sentences);

/** A finding as it is stated, to whoever reads about it on paper. */
export function findingText(code: IssueCode): string {
  const text = t(`issues.${code}`);
  return asking.has(code) ? sentencesOf(text).slice(0, -1).join(' ') : text;
}
