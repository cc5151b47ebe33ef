import { currencySymbol, formatAmount, formatCompact, formatCompactAmount } from '../text/format';
import { dataset } from '../answers/dataset.svelte';
import { baseline } from '../answers/baseline.svelte';
import { currencyChoice } from '../dossier/currency.svelte';

/** The currency that amounts are converted into, or that of the data, or the one chosen where it names none. */
export const currency = (): string => converted() ?? dataset.currency ?? currencyChoice.current;

/** The currency that the figures were converted into; `null` where they were not. */
function converted(): string | null {
  const { report } = baseline;
  return report === null || report.currencies.length === 0
    ? null
    : (report.cut.rates?.into ?? null);
}

/** What stands beside a field of an amount. */
export const currencyUnit = (): string => currencySymbol(currency());

/** An amount of the data, with its cents where it has some: in proofs and lists of invoices. */
export const money = (value: string): string => formatAmount(value, currency());

/** The same rounded to units, for figures that estimate; small ones keep their cents, or nothing would be left. */
export const moneyUnits = (value: string): string =>
  formatAmount(value, currency(), isSmall(Number(value)) ? 'cents' : 'units');

/** A change, with its sign, rounded like that. */
export const moneyChange = (value: string): string =>
  formatAmount(value, currency(), isSmall(Number(value)) ? 'cents' : 'units', true);

/** An amount for a small place: in units from a million on. */
export const moneyShort = (value: string): string =>
  Math.abs(Number(value)) < 1e6 ? money(value) : moneyUnits(value);

/** An amount on the axis of a chart; the last one has the currency. */
export const moneyTick = (value: number, isLast: boolean): string =>
  isLast ? formatCompactAmount(value, currency()) : formatCompact(value);

const isSmall = (value: number): boolean => value !== 0 && Math.abs(value) < 1;
