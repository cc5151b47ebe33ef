import type { AgeBand } from '../../engine/pkg/encours';
import { t } from '../../text/language.svelte';
import { ageRows, agesInWords, agesTitle } from '../analyses/ages';
import { currencyUnit, moneyTick } from '../money';
import type { ChartPicture } from './slide';

/** Receivables by age. */
export function agesPicture(bands: readonly AgeBand[]): ChartPicture {
  const rows = ageRows(bands);
  const part = (isOverdue: boolean) =>
    rows.map((row) => (row.isOverdue === isOverdue ? row.amount : null));
  return {
    kind: 'chart',
    title: agesTitle(bands),
    unit: t('analysis.agesUnit', { currency: currencyUnit() }),
    description: agesInWords(rows),
    draw: (drawings, space) => drawings.drawAges(rows, moneyTick, space),
    series: {
      look: 'bars',
      names: rows.map(({ name, share }) => `${name} · ${share}`),
      series: [
        { name: t('analysis.notDue'), paint: 'term', values: part(false) },
        { name: t('dashboard.overdue'), paint: 'late', values: part(true) },
      ],
      isMoney: true,
    },
  };
}
