import type { AgedBounds } from '../../engine/pkg/encours';
import { approximate, difference } from '../../lib/decimal';

/** Do the ages of a balance leave the cash open by more than cents? */
export const isOpenByAges = ({ leastCashReleased, mostCashReleased }: AgedBounds): boolean =>
  approximate(difference(mostCashReleased, leastCashReleased)) >= 0.5;
