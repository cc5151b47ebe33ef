import { formatAmount } from '../text/format';
import { dataset } from '../answers/dataset.svelte';

/** An amount of the data, with its cents where it has some. */
export const money = (value: string): string => formatAmount(value, dataset.currency);

/** The same rounded to units, for figures that estimate; small ones keep their cents, or nothing would be left. */
export const moneyUnits = (value: string): string =>
  formatAmount(value, dataset.currency, isSmall(Number(value)) ? 'cents' : 'units');

/** A change: with its sign. */
export const moneyChange = (value: string): string =>
  formatAmount(value, dataset.currency, 'units', true);

/** An amount for a small place: in units from a million on. */
export const moneyShort = (value: string): string =>
  Math.abs(Number(value)) < 1e6 ? money(value) : moneyUnits(value);

const isSmall = (value: number): boolean => value !== 0 && Math.abs(value) < 100;
