import type {
  IssueCode,
  Report,
  Trust,
  WarehouseCheck,
  WarehouseCheckCode,
} from '../../engine/pkg/encours';
import { formatPercent } from '../../text/format';
import { t } from '../../text/language.svelte';
import { approximate } from '../../lib/decimal';

/** Below these the figures are those of a part of the data. */
const leastRows = 90;
const leastAmounts = 95;

/** Findings by which all amounts could be others than they are. */
const doubtful: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'two-columns-fit',
  'amount-not-used',
  'two-kinds-fit',
  'no-payment-column',
  'amounts-excl-tax',
  'tax-bases-differ',
  'tax-basis-mixed',
  'units-may-differ',
  'totals-differ',
  'credit-view',
  'only-open-invoices',
  'unknown-status',
  'unknown-type',
  'hidden-rows',
  'thousands-as-text',
  'formulas-without-values',
  'other-pictures-set-aside',
  'open-exceeds-amount',
  'implausible-receivables',
  'ambiguous-date-order',
  'mixed-date-order',
  'ambiguous-decimal-mark',
  'mixed-decimal-marks',
  'minor-units-assumed',
  'duplicate-rows',
  'unclosed-quote',
  'unbalanced',
  'no-openings',
  'opening-assumed',
  'opening-differs',
  'sales-conventions-differ',
]);

/** What a warehouse may hold of which some is in no figure, or in a wrong one. */
const doubtfulChecks: ReadonlySet<WarehouseCheckCode> = new Set<WarehouseCheckCode>([
  'duplicateInvoice',
  'missingInvoiceId',
  'missingIssueDate',
  'missingAmount',
  'unknownStatus',
  'missingPaymentDate',
  'paymentWithoutInvoice',
  'paidBeyondAmount',
  'severalCurrencies',
]);

/** Does what the checks of a warehouse found put the figures in doubt? */
export const isDoubtfulCheck = ({ code }: WarehouseCheck): boolean => doubtfulChecks.has(code);

/** What is to stand beside a headline figure of this report; empty where it can be taken as it is. */
export function caution({ trust, issueCounts }: Report): string {
  const shares = sharesOf(trust);
  const isLow =
    isBelow(trust.rowsReadPercent, leastRows) || isBelow(trust.amountReadPercent, leastAmounts);
  if (isLow) return shares.join(', ');
  const isDoubtful =
    issueCounts.some(({ code, severity }) => severity === 'error' || doubtful.has(code)) ||
    trust.checks?.some(isDoubtfulCheck) === true;
  return isDoubtful ? t('trust.cautionFindings') : '';
}

/** Which share of the rows and of the amounts was read, where that is not all. */
export function sharesOf({ rowsReadPercent, amountReadPercent }: Trust): string[] {
  const shares: string[] = [];
  if (rowsReadPercent !== null && isBelow(rowsReadPercent, 100))
    shares.push(t('trust.rows', { percent: percentBelow(rowsReadPercent) }));
  if (amountReadPercent !== null && isBelow(amountReadPercent, 100))
    shares.push(t('trust.amounts', { percent: percentBelow(amountReadPercent) }));
  return shares;
}

const isBelow = (percent: string | null, least: number): boolean =>
  percent !== null && approximate(percent) < least;

/** Rounded down, so that nearly all is never called all. */
function percentBelow(percent: string): string {
  const value = approximate(percent);
  const digits = value < 99 ? 0 : 2;
  return formatPercent(Math.floor(value * 10 ** digits) / 10 ** digits, digits);
}
