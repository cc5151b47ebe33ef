import type { TrailStep } from '../../engine/pkg/encours';
import { formatDaysTerm } from '../../text/format';

/** `30 + 31 + 7,5`; the middle of a long sum is left to the table. */
export function trailSum(trail: readonly TrailStep[]): string {
  const terms = trail.map((step) => formatDaysTerm(step.days));
  const shown = terms.length > 8 ? [...terms.slice(0, 4), '…', ...terms.slice(-2)] : terms;
  return shown.join(' + ');
}
