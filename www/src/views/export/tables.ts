import type {
  CustomerRow,
  CustomerTotals,
  MonthFigures,
  ScenarioHeadline,
  SegmentsPage,
} from '../../engine/pkg/encours';
import type { PlannedAction } from '../../dossier/action-plan.svelte';
import type { PlainTable } from '../../lib/table';
import { boundedDays } from '../../text/bounded-days';
import { formatDaysNumber } from '../../text/format';
import { t } from '../../text/language.svelte';
import { othersName, segmentColumn, segmentName } from '../analyses/segments';

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
    [t('analysis.lateCost'), ({ yearlyCost }) => yearlyCost?.lateCost ?? null],
  ];
  const used = columns.filter(([, of]) => customers.some((row) => of(row) !== null));
  return tableOf([t('analysis.customer'), ({ name }) => name], used, customers);
}

/** What is to be done, an action a row. */
export const planTable = (actions: readonly PlannedAction[]): PlainTable => ({
  head: [
    t('actionPlan.what'),
    t('actionPlan.who'),
    t('actionPlan.by'),
    t('actionPlan.effect'),
    t('actionPlan.state'),
  ],
  rows: actions.map(({ what, who, by, effect, state }) => [
    what,
    who,
    by ?? '',
    effect === null ? '' : { exact: effect },
    t(`actionStates.${state}`),
  ]),
});

/** A value of a segment, or all those that are not given one by one. */
export interface SegmentLine {
  name: string;
  figures: Pick<CustomerTotals, SummedFigure>;
  /** Its own DSO, and whether that is only a bound; nothing of several. */
  own: string | null;
  isBound: boolean;
}

type SummedFigure = 'receivables' | 'overdue' | 'disputed' | 'sales' | 'daysLate' | 'dsoDays';

/** The values of a segment, which together are the whole. */
export function segmentLines({ rows, others }: SegmentsPage): SegmentLine[] {
  const lines = rows.map(({ figures }) => ({
    name: segmentName(figures.name),
    figures,
    own: figures.rollBackDso,
    isBound: figures.exhausted,
  }));
  if (others === null) return lines;
  const rest = { name: othersName(others.values), figures: others.totals, own: null };
  return [...lines, { ...rest, isBound: false }];
}

export function segmentsTable(page: SegmentsPage): PlainTable {
  const lines = segmentLines(page);
  const columns: Column<SegmentLine>[] = [
    [t('analysis.receivables'), ({ figures }) => figures.receivables],
    [t('analysis.overdue'), ({ figures }) => figures.overdue],
    [t('analysis.disputed'), ({ figures }) => figures.disputed],
    [t('diagnosis.sales'), ({ figures }) => figures.sales],
    [t('analysis.lateDays'), ({ figures }) => figures.daysLate],
    [t('segments.ownDso'), ({ own }) => own, ({ isBound }) => isBound],
    [t('segments.ofWhole'), ({ figures }) => figures.dsoDays],
  ];
  const used = columns.filter(([, of]) => lines.some((line) => of(line) !== null));
  return tableOf([segmentColumn(page.column), ({ name }) => name], used, lines);
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
