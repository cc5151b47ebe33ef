import type { AgedBounds } from '../../engine/pkg/encours';

/** Do the ages of a balance leave the cash open by more than cents? */
export const isOpenByAges = ({ leastCashReleased, mostCashReleased }: AgedBounds): boolean =>
  Number(mostCashReleased) - Number(leastCashReleased) >= 0.5;
