import type { MonthFigures, Report } from '../../engine/pkg/encours';
import { approximate, difference } from '../../lib/decimal';

/** A month-end whose roll-back DSO is known. */
export interface KnownMonth extends MonthFigures {
  rollBackDso: string;
}

/** How the DSO of today compares with an earlier month-end: the one reference of every sentence about change. */
export interface Change {
  /** The month it is compared with. */
  since: KnownMonth;
  now: KnownMonth;
  /** Is it the same month of the year before? */
  isYear: boolean;
  /** By roll-back, in days; negative is less. */
  days: string;
  /** The month before the last, where most of the change came with the last month alone. */
  jumpFrom: KnownMonth | null;
  /** By the accounting method, where it says the contrary; else `null`. */
  accountingDays: string | null;
}

/** Before a history of so many months a DSO only grows with it. */
const leastHistory = 3;
/** Fewer months apart, two month-ends say nothing of a change. */
const leastApart = 3;
/** Days of a change that are worth a word. */
const noticed = 1;
/** A last month that brings so many days, and so much of the whole change, is told as what it is. */
const jumpDays = 5;
const jumpPart = 0.6;

/** The month-ends that a chart of the roll-back DSO shows. */
export function knownMonths({ months }: Report): KnownMonth[] {
  return months
    .slice(leastHistory - 1)
    .filter((month): month is KnownMonth => month.rollBackDso !== null);
}

/** What became of the DSO since a year before, or since as far back as the history goes. */
export function changeOf(report: Report): Change | null {
  const known = knownMonths(report);
  const now = known.at(-1);
  if (now === undefined || now.month !== report.months.at(-1)?.month) return null;
  const yearBefore = `${Number(now.month.slice(0, 4)) - 1}${now.month.slice(4)}`;
  const since = known.find(({ month }) => month === yearBefore) ?? known[0];
  if (since === undefined || known.indexOf(now) - known.indexOf(since) < leastApart) return null;
  const days = difference(now.rollBackDso, since.rollBackDso);
  return {
    since,
    now,
    isYear: since.month === yearBefore,
    days,
    jumpFrom: jumpBefore(known, days),
    accountingDays: contrary(now, since, days),
  };
}

function jumpBefore(known: readonly KnownMonth[], change: string): KnownMonth | null {
  const [before, now] = known.slice(-2);
  if (before === undefined || now === undefined) return null;
  const last = approximate(difference(now.rollBackDso, before.rollBackDso));
  const isMost = Math.abs(last) >= jumpPart * Math.abs(approximate(change));
  return Math.abs(last) >= jumpDays && isMost ? before : null;
}

function contrary(now: MonthFigures, since: MonthFigures, days: string): string | null {
  if (now.accountingDso === null || since.accountingDso === null) return null;
  const accounting = difference(now.accountingDso, since.accountingDso);
  return areContrary(days, accounting) ? accounting : null;
}

/** Do two changes in days go opposite ways, both by enough to be worth a word? */
export function areContrary(days: string, others: string): boolean {
  const [one, other] = [approximate(days), approximate(others)];
  const areNoticed = Math.abs(one) >= noticed && Math.abs(other) >= noticed;
  return areNoticed && one > 0 !== other > 0;
}

/** Does nothing say which invoices are paid? Then sales are known, and what is owed is not. */
export const lacksPayments = ({ issueCounts, receivables: { total } }: Report): boolean =>
  total === null && issueCounts.some(({ code }) => code === 'payments-unknown');

/** Is nothing owed at the date of the report? */
export const isAllPaid = ({ receivables: { total }, figures: { factored } }: Report): boolean =>
  total !== null && approximate(total) === 0 && factored === null;

/** The last month-end at which something was owed, where all is paid at the date of the report. */
export function lastOwed(report: Report): MonthFigures | null {
  if (!isAllPaid(report)) return null;
  return report.months.findLast((month) => approximate(month.receivables ?? '0') !== 0) ?? null;
}

/** Is a change too small for a word? */
export const isSteady = (days: string): boolean => Math.abs(approximate(days)) < noticed / 2;
