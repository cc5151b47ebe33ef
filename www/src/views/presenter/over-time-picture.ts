import type { Report } from '../../engine/pkg/encours';
import { approximate } from '../../lib/decimal';
import { formatDays, formatMonth, formatShortMonth } from '../../text/format';
import { t } from '../../text/language.svelte';
import { comparedMonths, monthsOverTime, overTimeTitle } from '../dashboard/over-time';
import { dsoTarget, partDays, partLooks } from '../dso-parts';
import type { ChartPicture, NativeChart } from './slide';

/** The DSO at each month-end, in what it is made of. */
export function overTimePicture(report: Report): ChartPicture {
  const months = monthsOverTime(report);
  const isSplit = months.every(({ rollBackSplit }) => rollBackSplit !== null);
  const [first, last] = [months[0], months.at(-1)];
  const columns = months.map(({ month, rollBackDso, rollBackSplit }) => ({
    month,
    parts: isSplit && rollBackSplit !== null ? partDays(rollBackSplit) : [approximate(rollBackDso)],
    words: '',
  }));
  return {
    kind: 'chart',
    title: overTimeTitle(report),
    unit: t('dashboard.dsoOverTime'),
    description: t('dashboard.dsoChart', {
      name: t('diagnosis.rollBackDso'),
      first: formatMonth(first?.month ?? ''),
      last: formatMonth(last?.month ?? ''),
      before: formatDays(first?.rollBackDso ?? '0'),
      after: formatDays(last?.rollBackDso ?? '0'),
    }),
    draw: (drawings, space, height) =>
      drawings.drawDaysInParts(
        columns,
        partLooks(isSplit ? (last?.rollBackSplit ?? null) : null, true),
        {
          compared: comparedMonths(report),
          target: dsoTarget(),
          unit: t('app.daysUnit'),
          height,
        },
        space,
      ),
    series: {
      look: 'columns',
      names: months.map(({ month }) => formatShortMonth(month)),
      series: seriesOf(columns, isSplit, report),
      isMoney: false,
    },
  };
}

function seriesOf(
  columns: readonly { parts: readonly number[] }[],
  isSplit: boolean,
  { figures }: Report,
): NativeChart['series'] {
  const part = (index: number) => columns.map(({ parts }) => parts[index] ?? 0);
  if (!isSplit)
    return [{ name: t('diagnosis.rollBackDso'), paint: 'today' as const, values: part(0) }];
  const all = [
    { name: t('analysis.term'), paint: 'term' as const, values: part(0) },
    { name: t('analysis.late'), paint: 'late' as const, values: part(1) },
    { name: t('analysis.disputed'), paint: 'disputed' as const, values: part(2) },
  ];
  return figures.dsoSplit?.knowsDisputed === true ? all : all.slice(0, 2);
}
