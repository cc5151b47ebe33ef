import type { CustomerRow, MonthFigures, ScenarioHeadline } from '../../engine/pkg/encours';
import type { PlainTable } from '../../lib/table';
import { boundedDays } from '../../text/bounded-days';
import { formatDaysNumber } from '../../text/format';
import { t } from '../../text/language.svelte';

/** A scenario by its name, with what the engine answered. */
export interface ScenarioLine {
  id: number;
  name: string;
  headline: ScenarioHeadline;
}

/**
 * A column, whose numbers have all their digits, none rounded: what it is called, what a row has there, and whether that
 * is only a lower bound.
 */
type Column<Row> = readonly [
  name: string,
  of: (row: Row) => string | null,
  isBound?: (row: Row) => boolean,
];

const tableOf = <Row>(
  first: Column<Row>,
  numbers: readonly Column<Row>[],
  all: readonly Row[],
): PlainTable => ({
  head: [first, ...numbers].map(([name]) => name),
  rows: all.map((row) => [
    first[1](row) ?? '',
    ...numbers.map(([, of, isBound]) => {
      const value = of(row);
      if (value === null) return '';
      const isLeast = isBound?.(row) === true;
      return isLeast ? boundedDays(value, true, formatDaysNumber) : { exact: value };
    }),
  ]),
});

/** The months, those columns that hold anything. */
export function monthsTable(months: readonly MonthFigures[]): PlainTable {
  const columns: Column<MonthFigures>[] = [
    [t('diagnosis.sales'), ({ salesInclTax }) => salesInclTax],
    [t('diagnosis.receivables'), ({ receivables }) => receivables],
    [t('analysis.overdue'), ({ overdue }) => overdue],
    [t('analysis.disputed'), ({ disputed }) => disputed],
    [t('diagnosis.accountingDso'), ({ accountingDso }) => accountingDso],
    [t('diagnosis.rollBackDso'), ({ rollBackDso }) => rollBackDso],
  ];
  const used = columns.filter(([, of]) => months.some((month) => of(month) !== null));
  return tableOf([t('diagnosis.month'), ({ month }) => month], used, months);
}

export function customersTable(customers: readonly CustomerRow[]): PlainTable {
  const columns: Column<CustomerRow>[] = [
    [t('analysis.receivables'), ({ receivables }) => receivables],
    [t('analysis.overdue'), ({ overdue }) => overdue],
    [t('analysis.disputed'), ({ disputed }) => disputed],
    [t('analysis.lateDays'), ({ daysLate }) => daysLate],
    [t('analysis.dsoDays'), ({ dsoDays }) => dsoDays],
  ];
  const used = columns.filter(([, of]) => customers.some((row) => of(row) !== null));
  return tableOf([t('analysis.customer'), ({ name }) => name], used, customers);
}

export function scenariosTable(lines: readonly ScenarioLine[]): PlainTable {
  const columns: Column<ScenarioLine>[] = [
    [
      t('diagnosis.rollBackDso'),
      ({ headline }) => headline.rollBackDso,
      ({ headline }) => headline.rollBackExhausted,
    ],
    [t('diagnosis.accountingDso'), ({ headline }) => headline.accountingDso],
    [t('diagnosis.receivables'), ({ headline }) => headline.receivables],
    [t('scenario.cash'), ({ headline }) => headline.worth.cashReleased],
    [t('scenario.averageColumn'), ({ headline }) => headline.worth.averageCashReleased],
    [t('scenario.costColumn'), ({ headline }) => headline.worth.yearlyCost],
    [t('scenario.netColumn'), ({ headline }) => headline.worth.netYearlyGain],
  ];
  return tableOf([t('exports.scenarioColumn'), ({ name }) => name], columns, lines);
}
