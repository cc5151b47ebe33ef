import type { Report } from '../../engine/pkg/encours';
import { approximate } from '../../lib/decimal';
import { formatDayMonth, formatPercent } from '../../text/format';
import { t } from '../../text/language.svelte';
import { assumptions } from '../../dossier/assumptions.svelte';
import { countWord } from '../count-word';
import type { Proposal } from '../dashboard/proposal';
import { moneyChange, moneyUnits } from '../money';
import { actionTitle } from '../scenarios/reason-text';
import type { Slide } from './slide';

/** What to do, with what it brings. */
export function decisionSlide({ asOf }: Report, { actions, answer }: Proposal): Slide {
  const { worth, replayed } = answer;
  const count = actions.length;
  return {
    name: 'decision',
    title: t('dashboard.actions', {
      count,
      actions: countWord(count, false),
      cash: moneyUnits(worth.cashReleased),
      net: moneyUnits(worth.netYearlyGain),
    }),
    figures: [
      {
        name: t('scenario.cash'),
        testid: 'present-cash',
        value: worth.cashReleased,
        text: moneyUnits(worth.cashReleased),
        lines: [
          t('scenario.cashAt', { date: formatDayMonth(asOf) }),
          t('dashboard.cashAverage', { amount: moneyUnits(worth.averageCashReleased) }),
        ],
        note: t('glossary.cash'),
      },
      {
        name: t('scenario.net'),
        testid: 'present-net',
        value: worth.netYearlyGain,
        text: moneyUnits(worth.netYearlyGain),
        lines: [t('presenter.financed', { rate: formatPercent(assumptions.ratePercent, 2) })],
        note: t('glossary.net'),
      },
    ],
    picture: {
      kind: 'rows',
      title: '',
      unit: replayed ? t('dashboard.actionsSub') : t('dashboard.actionsSubSeries'),
      parts: [{ name: t('scenario.cash'), paint: 'plan' }],
      rows: actions.map(({ lever, worth: one }) => ({
        name: actionTitle(lever),
        value: one.cashReleased,
        text: moneyUnits(one.cashReleased),
        aside: t('dashboard.netAYear', { net: moneyChange(one.netYearlyGain) }),
        amounts: [approximate(one.cashReleased)],
      })),
    },
    foot: '',
  };
}
