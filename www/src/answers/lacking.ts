import type { MonthFigures, Report, TypedBalances } from '../engine/pkg/encours';

/** A balance that can be typed where the data lacks it. */
export type BalanceName = keyof TypedBalances;

/** Which of these balances the data does not have: what it has is never replaced by what is typed. */
export const lacking = <N extends BalanceName>(report: Report, names: readonly N[]): N[] =>
  names.filter((name) => !isKnown(report, name));

function isKnown(report: Report, name: BalanceName): boolean {
  const last = report.months.at(-1);
  const inSomeMonth = (of: (month: MonthFigures) => string | null) =>
    report.months.some((month) => of(month) !== null);
  switch (name) {
    case 'receivables':
      return report.receivables.total !== null;
    case 'sales':
      return inSomeMonth(({ salesInclTax, salesExclTax }) => salesInclTax ?? salesExclTax);
    case 'factored':
      return report.figures.factored !== null && !report.figures.factored.isTyped;
    case 'inventory':
      return last?.inventory != null;
    case 'payables':
      return last?.payables != null;
    case 'purchases':
      return inSomeMonth(({ purchases }) => purchases);
    case 'costOfSales':
      return (
        report.source.kind === 'fec' ||
        report.source.columns.some(({ field }) => field === 'costOfSales')
      );
  }
}
