import type { DaysOf, Report } from '../../../engine/pkg/encours';
import type { SheetToWrite } from '../../../engine/pkg/export';
import { percentOf } from '../../../lib/decimal';
import { formatDate } from '../../../text/format';
import { t } from '../../../text/language.svelte';
import { elsewhere, formula, number, sheet, text, type Row } from './cells';
import { trailTotal } from './trail';

/** Rows one after the other, that know where they stand. */
class Rows {
  readonly all: Row[] = [];

  /** Adds rows; answers where the value of the last one is. */
  add(...rows: Row[]): string {
    this.all.push(...rows);
    return `B${String(this.all.length)}`;
  }

  /** A block after an empty row. */
  section(title: string): void {
    this.add([], [text(title, 'section')]);
  }
}

/** The figures of the report, each as a formula of the numbers above it. */
export function summarySheet(report: Report, title: string, currency: string): SheetToWrite {
  const rows = new Rows();
  rows.add(
    [text(title, 'title')],
    [text(t('exports.bookOf', { date: formatDate(report.asOf), currency }), 'note')],
  );
  receivablesRows(rows, report);
  const dso = accountingRows(rows, report);
  rollBackRows(rows, report);
  capitalRows(rows, report, dso);
  return sheet(t('exports.bookSummary'), [46, 18, 2, 60], 0, rows.all);
}

function receivablesRows(rows: Rows, { receivables }: Report): void {
  const { total, overdue, overduePercent, disputed } = receivables;
  rows.section(t('diagnosis.receivables'));
  const all = rows.add([text(t('diagnosis.receivables')), number(total, 'amount', 'input')]);
  if (overdue !== null) {
    const late = rows.add([text(t('dashboard.overdue')), number(overdue, 'amount', 'input')]);
    const share = overduePercent === null ? null : percentOf('1', overduePercent);
    rows.add([text(t('exports.bookOverdueShare')), formula(`${late}/${all}`, share, 'percent')]);
  }
  if (disputed !== null)
    rows.add([text(t('analysis.disputed')), number(disputed, 'amount', 'input')]);
}

/** Answers where the DSO is. */
function accountingRows(rows: Rows, { figures }: Report): string | null {
  const { accountingDso, bestPossibleDso, averageDaysDelinquent } = figures;
  if (accountingDso === null) return null;
  rows.section(t('diagnosis.accountingDso'));
  const balance = rows.add([
    text(t('diagnosis.receivables')),
    number(accountingDso.balanceAmount, 'amount', 'input'),
    null,
    text(t(`balance.${accountingDso.balance}`), 'note'),
  ]);
  const sales = rows.add([
    text(t('exports.bookSales', { count: accountingDso.windowMonths })),
    number(accountingDso.sales, 'amount', 'input'),
  ]);
  const days = rows.add([
    text(t('diagnosis.dayBasis')),
    number(accountingDso.windowDays, 'days', 'input'),
  ]);
  const dso = rows.add([
    text(t('diagnosis.accountingDso'), 'strong'),
    formula(`${balance}/${sales}*${days}`, accountingDso.days, 'days', 'strong'),
    null,
    text(t('exports.bookAccountingHow'), 'note'),
  ]);
  if (bestPossibleDso !== null && bestPossibleDso.days !== null) {
    const current = rows.add([
      text(t('exports.bookCurrent')),
      number(bestPossibleDso.current, 'amount', 'input'),
    ]);
    rows.add([
      text(t('diagnosis.bestPossibleDso')),
      formula(`${current}/${sales}*${days}`, bestPossibleDso.days, 'days'),
    ]);
    if (averageDaysDelinquent !== null) {
      const overdue = rows.add([
        text(t('exports.bookOverdue')),
        number(averageDaysDelinquent.overdue, 'amount', 'input'),
      ]);
      rows.add([
        text(t('diagnosis.add')),
        formula(`${overdue}/${sales}*${days}`, averageDaysDelinquent.days, 'days'),
      ]);
    }
  }
  return dso;
}

function rollBackRows(rows: Rows, { figures: { rollBackDso } }: Report): void {
  if (rollBackDso === null) return;
  rows.section(t('diagnosis.rollBackDso'));
  const place = elsewhere(t('exports.bookTrail'), trailTotal(rollBackDso));
  rows.add([
    text(t('diagnosis.rollBackDso'), 'strong'),
    formula(place, rollBackDso.days, 'days', 'strong'),
    null,
    text(t(rollBackDso.isLowerBound ? 'diagnosis.boundOnly' : 'exports.bookRollBackHow'), 'note'),
  ]);
}

function capitalRows(rows: Rows, { figures }: Report, dso: string | null): void {
  const { dio, dpo, cashConversionCycle, workingCapital } = figures;
  if (dio === null && dpo === null && workingCapital === null) return;
  rows.section(t('diagnosis.capitalTitle'));
  const inventory =
    dio === null ? null : daysRows(rows, t('diagnosis.dio'), t('diagnosis.inventory'), dio);
  const payables =
    dpo === null ? null : daysRows(rows, t('diagnosis.dpo'), t('diagnosis.payables'), dpo);
  if (cashConversionCycle !== null && dso !== null && inventory !== null && payables !== null)
    rows.add([
      text(t('diagnosis.ccc'), 'strong'),
      formula(`${dso}+${inventory}-${payables}`, cashConversionCycle.days, 'days', 'strong'),
    ]);
  if (workingCapital === null) return;
  const parts = [
    [t('diagnosis.inventory'), workingCapital.inventory],
    [t('diagnosis.receivables'), workingCapital.receivables],
    [t('diagnosis.payables'), workingCapital.payables],
  ] as const;
  const [stock, owed, owing] = parts.map(([name, amount]) =>
    rows.add([text(name), number(amount, 'amount', 'input')]),
  );
  rows.add([
    text(t('diagnosis.bfr'), 'strong'),
    formula(
      `${stock ?? ''}+${owed ?? ''}-${owing ?? ''}`,
      workingCapital.amount,
      'amount',
      'strong',
    ),
  ]);
}

/** A balance in days of its cost; answers where they are. */
function daysRows(rows: Rows, title: string, name: string, figure: DaysOf): string {
  const balance = rows.add([text(name), number(figure.balance, 'amount', 'input')]);
  const cost = rows.add([
    text(t(`exports.bookBase.${figure.base}`)),
    number(figure.cost, 'amount', 'input'),
  ]);
  const days = rows.add([
    text(t('diagnosis.dayBasis')),
    number(figure.windowDays, 'days', 'input'),
  ]);
  return rows.add([
    text(title, 'strong'),
    formula(`${balance}/${cost}*${days}`, figure.days, 'days', 'strong'),
  ]);
}
