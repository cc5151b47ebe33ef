import { assumptions } from '../../dossier/assumptions.svelte';
import type { Report, ScenarioAnswer, ScenarioHeadline } from '../../engine/pkg/encours';
import { approximate } from '../../lib/decimal';
import { boundedDays } from '../../text/bounded-days';
import {
  formatDayMonth,
  formatDays,
  formatDaysNumber,
  formatMonth,
  formatPercent,
  formatShortMonth,
  orDash,
} from '../../text/format';
import { t } from '../../text/language.svelte';
import { caution } from '../data/trust';
import { dsoTarget } from '../dso-parts';
import { moneyUnits } from '../money';
import { beforeAfterFinding, lastGain, pointsOf, shownMonths } from '../scenarios/before-after';
import { actionTitle } from '../scenarios/reason-text';
import { leverAsked, valueOf, type LiveLever } from './live-lever';
import type { ChartPicture, Slide, SlideFigure } from './slide';

/** What the engine answers about the lever that is moved. */
export interface LiveAnswer {
  headline: ScenarioHeadline;
  /** `null` until the slider rests. */
  answer: ScenarioAnswer | null;
}

/** What one lever brings: the DSO before and after, cash and gain. */
export function scenarioSlide(report: Report, live: LiveLever, found: LiveAnswer): Slide | null {
  const { headline, answer } = found;
  const { rollBackDso, accountingDso } = report.figures;
  // Without sales what it brings is not known either.
  if (rollBackDso === null && accountingDso === null) return null;
  return {
    name: 'scenarios',
    title: titleOf(live, headline),
    figures: [dsoFigure(report, headline), cashFigure(report, headline), netFigure(headline)],
    picture: pictureOf(report, live, answer),
    foot: '',
  };
}

function titleOf(live: LiveLever, { worth }: ScenarioHeadline): string {
  const cash = moneyUnits(worth.cashReleased);
  if (approximate(worth.cashReleased) === 0) return t('presenter.liveNothing');
  if (live.number.parameter === 'days' && live.settings.name === 'reminders') {
    const days = valueOf(live);
    return t('presenter.liveDays', { count: Number(days), days, cash });
  }
  return t('presenter.live', { action: actionTitle(leverAsked(live)), cash });
}

function dsoFigure(report: Report, headline: ScenarioHeadline): SlideFigure {
  const { rollBackDso, accountingDso } = report.figures;
  const isAccounting = rollBackDso === null;
  const days = (value: string | null | undefined, isBound?: boolean) =>
    boundedDays(value, isBound, formatDaysNumber);
  const before = isAccounting
    ? days(accountingDso?.days)
    : days(rollBackDso.days, rollBackDso.isLowerBound);
  const after = isAccounting
    ? days(headline.accountingDso)
    : days(headline.rollBackDso, headline.rollBackExhausted);
  const other =
    isAccounting || headline.accountingDso === null
      ? []
      : [t('dashboard.otherDso', { days: formatDays(headline.accountingDso) })];
  return {
    name: isAccounting ? t('diagnosis.accountingDso') : t('diagnosis.rollBackDso'),
    testid: 'present-live-dso',
    value: (isAccounting ? headline.accountingDso : headline.rollBackDso) ?? '',
    text: after,
    unit: t('app.daysUnit'),
    ...(before === after ? {} : { before }),
    lines: other,
    isDoubtful: caution(report) !== '',
    note: isAccounting ? t('glossary.accountingDso') : t('glossary.rollBackDso'),
  };
}

const cashFigure = ({ asOf }: Report, { worth }: ScenarioHeadline): SlideFigure => ({
  name: t('scenario.cash'),
  testid: 'present-live-cash',
  value: worth.cashReleased,
  text: moneyUnits(worth.cashReleased),
  lines: [
    `${t('scenario.cashAt', { date: formatDayMonth(asOf) })} · ${t('dashboard.cashAverage', {
      amount: moneyUnits(worth.averageCashReleased),
    })}`,
  ],
  note: t('glossary.average'),
});

const netFigure = ({ worth }: ScenarioHeadline): SlideFigure => ({
  name: t('scenario.net'),
  testid: 'present-live-net',
  value: worth.netYearlyGain,
  text: moneyUnits(worth.netYearlyGain),
  lines: [
    approximate(worth.avoidedLoss) === 0
      ? t('presenter.chain', {
          average: moneyUnits(worth.averageCashReleased),
          rate: formatPercent(assumptions.ratePercent, 2),
          cost: moneyUnits(worth.yearlyCost),
        })
      : t('scenario.afterCosts'),
  ],
  note: t('glossary.net'),
});

/** Both DSO by month; none where no history is known. */
function pictureOf(
  report: Report,
  live: LiveLever,
  answer: ScenarioAnswer | null,
): ChartPicture | null {
  const months = shownMonths(report, answer);
  const last = months.at(-1);
  if (months.length < 2 || last === undefined) return null;
  const title = t(`leverNames.${live.settings.name}`);
  const points = pointsOf(months, title);
  return {
    kind: 'chart',
    title: beforeAfterFinding(points),
    unit:
      answer?.replayed === false ? t('scenario.chartUnitSeries') : t('scenario.chartUnitReplay'),
    description: t('scenario.chartDso', {
      first: formatMonth(months[0]?.month ?? ''),
      last: formatMonth(last.month),
      before: orDash(last.beforeDso, formatDays),
      after: orDash(last.afterDso, formatDays),
    }),
    draw: (drawings, space, height) =>
      drawings.drawBeforeAfter(
        points,
        { before: t('scenario.today'), after: title, gain: formatDays(lastGain(months)) },
        dsoTarget(),
        { height, unit: t('app.daysUnit') },
        space,
      ),
    series: {
      look: 'lines',
      names: months.map(({ month }) => formatShortMonth(month)),
      series: [
        { name: t('scenario.today'), paint: 'today', values: points.map(({ before }) => before) },
        { name: title, paint: 'plan', values: points.map(({ after }) => after) },
      ],
      isMoney: false,
    },
  };
}
