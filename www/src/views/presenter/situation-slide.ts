import type { Report } from '../../engine/pkg/encours';
import { boundedDays } from '../../text/bounded-days';
import { formatDays, formatDaysNumber, formatPercent } from '../../text/format';
import { t } from '../../text/language.svelte';
import { dsoBefore, provenText } from '../dashboard/dso-words';
import { fact } from '../dashboard/headline';
import { monthsOverTime } from '../dashboard/over-time';
import { isAllPaid } from '../dashboard/situation';
import { caution } from '../data/trust';
import { moneyUnits } from '../money';
import { agesPicture } from './ages-picture';
import { overTimePicture } from './over-time-picture';
import type { Picture, Slide, SlideFigure } from './slide';

/** Where one stands: how long money is waiting, and how much of it too long. */
export function situationSlide(report: Report): Slide | null {
  const figures = [dsoFigure(report), overdueFigure(report)].flatMap((one) => one ?? []);
  if (figures.length === 0) return null;
  const [first] = figures;
  const [hero, ...others] = [{ ...first, isHero: true } as SlideFigure, ...figures.slice(1)];
  return {
    name: 'situation',
    title: fact(report).replace(/\.$/, ''),
    figures: [hero, ...others],
    picture: isAllPaid(report) ? null : pictureOf(report),
    foot: caution(report) || provenText(report),
  };
}

/** The DSO over time; without such a history, what is owed by age. */
function pictureOf(report: Report): Picture | null {
  if (monthsOverTime(report).length > 1) return overTimePicture(report);
  return report.aging === null ? null : agesPicture(report.aging);
}

/** The DSO by the method that can be computed. */
function dsoFigure(report: Report): SlideFigure | null {
  const { rollBackDso, accountingDso } = report.figures;
  const isAccounting = rollBackDso === null;
  const days = (rollBackDso ?? accountingDso)?.days;
  if (days === undefined) return null;
  const name = isAccounting ? ('accountingDso' as const) : ('rollBackDso' as const);
  const other =
    isAccounting || accountingDso === null
      ? ''
      : t('dashboard.otherDso', { days: formatDays(accountingDso.days) });
  return {
    name: t(`diagnosis.${name}`),
    testid: 'present-dso',
    value: days,
    text: boundedDays(days, rollBackDso?.isLowerBound, formatDaysNumber),
    unit: t('app.daysUnit'),
    lines: [dsoBefore(report), other].filter(Boolean),
    isDoubtful: caution(report) !== '',
    note: t(`glossary.${name}`),
  };
}

/** What is overdue; where nothing says when amounts are due, all that is owed. */
function overdueFigure({ receivables }: Report): SlideFigure | null {
  const { total, overdue, overduePercent } = receivables;
  if (total === null) return null;
  if (overdue === null)
    return {
      name: t('diagnosis.receivables'),
      testid: 'present-receivables',
      value: total,
      text: moneyUnits(total),
      lines: [],
      note: t('glossary.receivables'),
    };
  const share =
    overduePercent === null
      ? ''
      : t('dashboard.overdueOf', { percent: formatPercent(overduePercent) });
  return {
    name: t('dashboard.overdue'),
    testid: 'present-overdue',
    value: overdue,
    text: moneyUnits(overdue),
    lines: [share, t('dashboard.receivablesOf', { amount: moneyUnits(total) })].filter(Boolean),
    note: t('glossary.overdue'),
  };
}
