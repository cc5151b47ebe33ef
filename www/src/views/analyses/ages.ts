import type { AgeRow } from '../../charts/ages';
import type { AgeBand } from '../../engine/pkg/encours';
import { approximate, total } from '../../lib/decimal';
import { formatDayCount, formatPercent } from '../../text/format';
import { t } from '../../text/language.svelte';
import { money } from '../money';
import { bandName } from './bands';

/** The oldest half of the bands, in one sentence. */
export function agesTitle(bands: readonly AgeBand[]): string {
  const overdue = bands.filter(
    ({ fromDays, amount }) => fromDays !== null && approximate(amount) > 0,
  );
  if (overdue.length === 0) return t('analysis.agesAllCurrent');
  const after = bands[Math.min(2, bands.length - 1)];
  const old = bands.slice(2).flatMap(({ sharePercent }) => sharePercent ?? []);
  return t('analysis.agesFinding', {
    percent: formatPercent(total(old)),
    days: formatDayCount((after?.fromDays ?? 1) - 1),
  });
}

/** The bands as rows to be drawn. */
export const ageRows = (bands: readonly AgeBand[]): AgeRow[] =>
  bands.map((band) => {
    const name = bandName(band.fromDays, band.toDays);
    const share = band.sharePercent === null ? '–' : formatPercent(band.sharePercent);
    return {
      name,
      amount: approximate(band.amount),
      share,
      isOverdue: band.fromDays !== null,
      words: [name, money(band.amount), share].join('\n'),
    };
  });

/** The chart of them in words. */
export const agesInWords = (rows: readonly AgeRow[]): string =>
  t('analysis.agesChart', {
    bands: rows.map(({ name, share }) => `${name} : ${share}.`).join(' '),
  });
