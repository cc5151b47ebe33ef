import type { ReportRequest } from '../../src/engine/pkg/encours.js';

/** The last month-end of the made-up lists. */
export const AS_OF = '2024-12-31';

export const EARLIER = '2024-09-30';

const dates = [AS_OF, EARLIER, '2024-06-30'];

/** Another date every time, so that no answer is one that was kept. */
export const turn = (round: number): ReportRequest => ({
  asOf: dates[round % dates.length] ?? AS_OF,
});
