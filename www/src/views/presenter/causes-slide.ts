import type { Step } from '../../charts/waterfall';
import type { Comparison, Report } from '../../engine/pkg/encours';
import { approximate } from '../../lib/decimal';
import {
  formatDate,
  formatDays,
  formatDaysNumber,
  formatDaysNumberChange,
  formatPercent,
} from '../../text/format';
import { t } from '../../text/language.svelte';
import { causeDays, causesOf, comparisonTitle, type Cause } from '../analyses/change';
import { isExclTax, paceLevels, pacePoints } from '../analyses/pace';
import { paceTitle } from '../analyses/pace-title';
import { monthsOverTime } from '../dashboard/over-time';
import { isAllPaid } from '../dashboard/situation';
import { moneyTick, moneyUnits } from '../money';
import { agesPicture } from './ages-picture';
import type { Paint } from './paint';
import type { ChartPicture, Slide, SlideFigure } from './slide';

/** A change that is worth a slide, in days. */
const noticed = 1;
/** Less than this shows as none. */
const leastShown = 0.05;

/** Why: what changed the DSO; else how old what is owed is, or which months it stands for. */
export function causesSlide(report: Report): Slide | null {
  if (isAllPaid(report)) return null;
  return changeSlide(report) ?? agesSlide(report) ?? paceSlide(report);
}

/** The causes of a change that the months show. */
function changeSlide({ comparison }: Report): Slide | null {
  if (comparison?.isSplit !== true) return null;
  if (Math.abs(approximate(comparison.rollBack.days)) < noticed) return null;
  // The pace of sales moves the other method only.
  const causes = causesOf(comparison).filter(
    (cause) => Math.abs(approximate(causeDays(comparison.rollBack, cause))) >= leastShown,
  );
  const figures = causes
    .map((cause) => ({ cause, days: causeDays(comparison.rollBack, cause) }))
    .sort((a, b) => Math.abs(approximate(b.days)) - Math.abs(approximate(a.days)));
  if (figures.length === 0) return null;
  return {
    name: 'causes',
    title: t('presenter.changed', { change: comparisonTitle(comparison) }),
    figures: figures.map(({ cause, days }) => ({
      name: t(`analysis.${cause}`),
      testid: `present-${cause}`,
      value: days,
      text: formatDaysNumberChange(days),
      unit: t('app.daysUnit'),
      lines: [],
      note: t('analysis.changeHow'),
    })),
    picture: changePicture(comparison, causes),
    foot: '',
  };
}

const paints: Partial<Record<Cause, Paint>> = { terms: 'term', late: 'late', disputed: 'disputed' };

function changePicture({ rollBack, from, to }: Comparison, causes: readonly Cause[]): ChartPicture {
  let level = approximate(rollBack.before);
  const parts = causes.map((cause): Step & { paint: Paint } => {
    const days = causeDays(rollBack, cause);
    const start = level;
    level += approximate(days);
    const change = formatDaysNumberChange(days);
    const name = t(`analysis.${cause}`);
    const paint = paints[cause] ?? 'rest';
    return { name, from: start, to: level, change, isTotal: false, words: '', paint };
  });
  const totalOf = (name: string, days: string): Step & { paint: Paint } => ({
    name,
    from: 0,
    to: approximate(days),
    change: formatDaysNumber(days),
    isTotal: true,
    words: '',
    paint: 'today',
  });
  const steps = [
    totalOf(formatDate(from), rollBack.before),
    ...parts,
    totalOf(formatDate(to), rollBack.after),
  ];
  const sized = (paint: Paint) =>
    steps.map((step) => (step.paint === paint ? Math.abs(step.to - step.from) : null));
  const colours = [...new Set(steps.map(({ paint }) => paint))];
  return {
    kind: 'chart',
    title: t('presenter.changeFromTo', {
      before: formatDaysNumber(rollBack.before),
      after: formatDays(rollBack.after),
    }),
    unit: t('presenter.changeUnit'),
    description: steps.map(({ name, change }) => `${name} : ${change}`).join(', '),
    draw: (drawings, space) =>
      drawings.drawWaterfall(
        steps.map((step) => ({ ...step, fill: `var(--c-${step.paint})` })),
        (value, isLast) => (isLast ? `${String(value)} ${t('app.daysUnit')}` : String(value)),
        space,
      ),
    series: {
      look: 'bars',
      names: steps.map(({ name, change }) => `${name} · ${change}`),
      series: [
        // What holds the steps up is there, and is not seen.
        {
          name: t('diagnosis.rollBackDso'),
          paint: 'none',
          values: steps.map((step) => (step.isTotal ? 0 : Math.min(step.from, step.to))),
        },
        ...colours.map((paint) => ({
          name: steps.find((step) => step.paint === paint)?.name ?? '',
          paint,
          values: sized(paint),
        })),
      ],
      isMoney: false,
    },
  };
}

/** How old what is owed is, where that is not on the first slide already. */
function agesSlide({ aging, receivables, ...report }: Report): Slide | null {
  const { overdue, overduePercent, disputed, disputedOverdue } = receivables;
  const isShown = monthsOverTime({ aging, receivables, ...report }).length > 1;
  if (aging === null || overdue === null || !isShown) return null;
  const picture = agesPicture(aging);
  const share =
    overduePercent === null
      ? []
      : [t('dashboard.overdueOf', { percent: formatPercent(overduePercent) })];
  const late: SlideFigure = {
    name: t('dashboard.overdue'),
    testid: 'present-overdue',
    value: overdue,
    text: moneyUnits(overdue),
    lines: share,
    note: t('glossary.aging'),
  };
  const inDispute: SlideFigure = {
    name: t('analysis.disputed'),
    testid: 'present-disputed',
    value: disputed ?? '',
    text: moneyUnits(disputed ?? '0'),
    lines:
      disputedOverdue === null
        ? []
        : [t('dashboard.overdueDisputed', { amount: moneyUnits(disputedOverdue) })],
    note: t('glossary.disputed'),
  };
  const hasDisputes = disputed !== null && approximate(disputed) > 0;
  return {
    name: 'causes',
    title: picture.title,
    figures: hasDisputes ? [late, inDispute] : [late],
    picture: { ...picture, title: '' },
    foot: '',
  };
}

/** Which months what is owed stands for, and why the two methods differ. */
function paceSlide(report: Report): Slide | null {
  const { gap, figures } = report;
  const { rollBackDso, accountingDso } = figures;
  const points = pacePoints(report);
  if (gap === null || rollBackDso === null || accountingDso === null || points.length < 2)
    return null;
  const [average, recent] = paceLevels(report, gap);
  const unit = isExclTax(report) ? t('dashboard.salesUnitExcl') : t('dashboard.salesUnit');
  const both = [
    { key: 'rollBackDso', days: rollBackDso.days },
    { key: 'accountingDso', days: accountingDso.days },
  ] as const;
  return {
    name: 'causes',
    title: paceTitle(gap, rollBackDso.trail),
    figures: both.map(({ key, days }) => ({
      name: t(`diagnosis.${key}`),
      testid: `present-${key}`,
      value: days,
      text: formatDaysNumber(days),
      unit: t('app.daysUnit'),
      lines: [],
      note: t(`glossary.${key}`),
    })),
    picture: {
      kind: 'chart',
      title: '',
      unit,
      description: t('dashboard.paceChart', {
        average: moneyUnits(gap.windowPace),
        recent: moneyUnits(gap.rollBackPace),
      }),
      draw: (drawings, space, height) =>
        drawings.drawPace(points, average, recent, { height, tick: moneyTick }, space),
      series: {
        look: 'columns',
        names: points.map(({ words }) => words.split('\n')[0] ?? ''),
        series: [
          {
            name: t('presenter.salesADay'),
            paint: 'rest',
            values: points.map(({ sales, isTaken }) => (isTaken ? null : sales)),
          },
          {
            name: t('presenter.salesTaken'),
            paint: 'today',
            values: points.map(({ sales, isTaken }) => (isTaken ? sales : null)),
          },
        ],
        isMoney: true,
      },
    },
    foot: '',
  };
}
