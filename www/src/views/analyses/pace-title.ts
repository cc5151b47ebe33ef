import type { GapFigure, TrailStep } from '../../engine/pkg/encours';
import { approximate } from '../../lib/decimal';
import { formatMonthName, formatPercent } from '../../text/format';
import { t } from '../../text/language.svelte';

/** Factors this near to 1 are no difference. */
const noticed = 0.005;

/** How the months that receivables stand for compare with the average of the window. */
export function paceTitle({ paceFactor }: GapFigure, trail: readonly TrailStep[]): string {
  const factor = approximate(paceFactor);
  if (Math.abs(factor - 1) < noticed) return t('dashboard.salesSteady');
  const [newest, oldest] = [trail[0]?.month, trail.at(-1)?.month];
  const percent = formatPercent(Math.abs(factor - 1) * 100, 1);
  const months =
    newest === undefined || oldest === undefined
      ? ''
      : newest === oldest
        ? formatMonthName(newest)
        : t('dashboard.paceMonths', {
            first: formatMonthName(oldest),
            last: formatMonthName(newest),
          });
  return factor < 1
    ? t('dashboard.salesBelow', { percent, months })
    : t('dashboard.salesAbove', { percent, months });
}
