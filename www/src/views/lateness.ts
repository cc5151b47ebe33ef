import type { CustomerRow, LateTrend } from '../engine/pkg/encours';

/** Over fewer settled invoices a change of lateness says nothing. */
const leastSettled = 6;

/** A change of lateness, in days, that is worth a word. */
export const someLater = 3;

/** One that is worth a title. */
export const muchLater = 10;

/** How the lateness of a customer changed, where enough of its invoices are settled to tell. */
export const latenessOf = ({ trend, settledCount }: CustomerRow): LateTrend | null =>
  settledCount < leastSettled ? null : trend;
