import type { RegimeName } from '../../dossier/terms.svelte';

/** What terms can be brought to by law, the usual ones first. */
export const regimeNames: readonly RegimeName[] = [
  'sixtyDays',
  'fortyFiveDaysMonthEnd',
  'longestAgreed',
  'periodic',
  'transport',
  'perishables',
  'perishablesPeriodic',
  'livestockAndFreshMeat',
  'spirits',
];

/** The choice that stands for a rule typed by the user. */
export const typedName = 'typed';
