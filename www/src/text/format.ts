import { language } from './language.svelte';

type Style = Intl.NumberFormatOptions;

const formatters = new Map<string, Intl.NumberFormat>();

function format(value: string | number, style: Style): string {
  const key = `${language.locale} ${JSON.stringify(style)}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(language.locale, { signDisplay: 'negative', ...style });
    formatters.set(key, formatter);
  }
  // Given as text, so that no digit is lost on the way. A minus as wide as a digit, not a hyphen.
  const text = formatter.format(value as Intl.StringNumericLiteral).replace('-', '−');
  // French puts a narrow space before a sign or symbol, where `Intl` has a wide one.
  return language.current === 'fr' ? text.replace(/\u00a0(?=[^\p{L}]*$)/u, '\u202f') : text;
}

const days: Style = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const unit: Style = { style: 'unit', unit: 'day', unitDisplay: 'long' };

/** `68,5 jours` */
export const formatDays = (value: string): string => format(value, { ...days, ...unit });

/** `85`: days in a sentence, where tenths would be noise. */
export const formatWholeDays = (value: string): string =>
  format(value, { maximumFractionDigits: 0 });

/** A figure, or a dash where there is none. */
export const orDash = (value: string | null, format: (value: string) => string): string =>
  value === null ? '–' : format(value);

/** `365 jours`: for a count of days, whole where it is. */
export const formatDayCount = (value: string | number): string =>
  format(value, { ...unit, maximumFractionDigits: 2 });

/** `20 jours`: whole days with their unit. */
export const formatWholeDaysWithUnit = (value: string): string =>
  format(value, { ...unit, maximumFractionDigits: 0 });

/** `68,5` */
export const formatDaysNumber = (value: string): string => format(value, days);

/** `31`, `7,5`: a term of a sum of days. */
export const formatDaysTerm = (value: string): string =>
  format(value, { maximumFractionDigits: 1 });

/** `31 jours`, `7,5 jours` */
export const formatDaysTermWithUnit = (value: string): string =>
  format(value, { ...unit, maximumFractionDigits: 1 });

/** `−3,2`, `+3,2` */
export const formatDaysNumberChange = (value: string): string =>
  format(value, { ...days, signDisplay: 'exceptZero' });

/** `−3`, `+10`: the same in whole days, half away from zero. */
export const formatWholeDaysChange = (value: string): string =>
  format(value, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });

/** `12,5 %` */
export const formatPercent = (value: string | number, digits = 1): string =>
  format(value, { style: 'unit', unit: 'percent', maximumFractionDigits: digits });

/** `1,022`: a factor. */
export const formatFactor = (value: string): string =>
  format(value, { minimumFractionDigits: 2, maximumFractionDigits: 3 });

/** `0,9246`: what a unit of a currency is worth. */
export const formatRate = (value: string): string => format(value, { maximumFractionDigits: 6 });

/** `1 234,5`: as it is typed. Grouped by spaces in every language, since a comma could be a decimal mark. */
export const formatPlain = (value: string): string => {
  const plain = format(value, { useGrouping: false, maximumFractionDigits: 20 });
  const [whole = '', ...decimals] = plain.split(/(?=[.,])/);
  return [whole.replace(/\d(?=(?:\d{3})+$)/g, '$&\u202f'), ...decimals].join('');
};

/** `1 234` */
export const formatCount = (value: number): string => format(value, {});

/** What a text in the plural is asked with: French has a third form from a million on, which no text here needs. */
export const plural = (count: number): number => Math.min(count, 2);

/** `12,3 ko` */
export function formatBytes(bytes: number): string {
  const [value, name] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  return format(value, { style: 'unit', unit: name, maximumFractionDigits: 1 });
}

/** `1 234,567`: every digit. */
export const formatExact = (value: string): string => format(value, { maximumFractionDigits: 20 });

/** `1 234,50`: with at least so many decimals. */
export const formatDecimals = (value: string, decimals: number): string =>
  format(value, {
    minimumFractionDigits: Math.min(decimals, 20),
    maximumFractionDigits: 20,
  });

/** How an amount is shown: with its cents, or rounded to units. */
export type Precision = 'cents' | 'units';

/** `1 234,56`, with the currency where one is known. */
export function formatAmount(
  value: string,
  currency: string | null,
  precision: Precision = 'cents',
  signed = false,
): string {
  const isWhole = precision === 'units' || !value.includes('.');
  const digits = isWhole ? 0 : 2;
  const style: Style = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  if (signed) style.signDisplay = 'exceptZero';
  if (currency === null) return format(value, style);
  if (!/^[A-Z]{3}$/.test(currency)) return `${format(value, style)}\u00a0${currency}`;
  return format(value, { ...style, style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
}

/** `€`: what stands beside a field of an amount. */
export function currencySymbol(currency: string): string {
  // The first format of a currency takes a phone 15 ms, before anything is shown.
  if (currency === 'EUR') return '€';
  if (!/^[A-Z]{3}$/.test(currency)) return currency;
  const style: Style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' };
  const parts = new Intl.NumberFormat(language.locale, style).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

/** `euro`: the name of a currency. */
export function currencyName(currency: string): string {
  const name = new Intl.DisplayNames(language.locale, { type: 'currency' }).of(currency);
  return name ?? currency;
}

/** `300 k€`: an amount on the axis of a chart. */
export function formatCompactAmount(value: number, currency: string): string {
  if (language.current === 'fr') {
    const number = formatCompact(value);
    // `k€` is one word, `0 €` two.
    return `${number}${/\d$/.test(number) ? '\u00a0' : ''}${currencySymbol(currency)}`;
  }
  const style: Style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' };
  return format(value, { ...style, notation: 'compact', maximumFractionDigits: 1 });
}

/** `1,2 M`: for the axis of a chart. */
export const formatCompact = (value: number): string =>
  format(value, { notation: 'compact', maximumFractionDigits: 1 });

/** `31 décembre 2025` */
export const formatDate = (date: string): string =>
  formatTime(date, { day: 'numeric', month: 'long', year: 'numeric' });

/** `31 décembre`: where the year is told elsewhere. */
export const formatDayMonth = (date: string): string =>
  formatTime(date, { day: 'numeric', month: 'long' });

/** `31 déc.` */
export const formatDayMonthShort = (date: string): string =>
  formatTime(date, { day: 'numeric', month: 'short' });

/** `31 déc. 2025` */
export const formatMidDate = (date: string): string =>
  formatTime(date, { day: 'numeric', month: 'short', year: 'numeric' });

/** `31 déc. 25` */
export const formatShortDate = (date: string): string =>
  formatTime(date, { day: 'numeric', month: 'short', year: '2-digit' });

/** `décembre` */
export const formatMonthName = (month: string): string =>
  formatTime(`${month}-01`, { month: 'long' });

/** `décembre 2025` */
export const formatMonth = (month: string): string =>
  formatTime(`${month}-01`, { month: 'long', year: 'numeric' });

/** `déc. 2025`, or `déc.` alone where the year is told elsewhere. */
export const formatMonthOfYear = (month: string, hasYear: boolean): string =>
  formatTime(`${month}-01`, hasYear ? { month: 'short', year: 'numeric' } : { month: 'short' });

/** `déc. 25` */
export const formatShortMonth = (month: string): string =>
  formatTime(`${month}-01`, { month: 'short', year: '2-digit' });

/** `14:32`, where the reader is. */
export const formatClock = (moment: string): string =>
  new Intl.DateTimeFormat(language.locale, { hour: '2-digit', minute: '2-digit' }).format(
    new Date(moment),
  );

function formatTime(date: string, style: Intl.DateTimeFormatOptions): string {
  const text = new Intl.DateTimeFormat(language.locale, { ...style, timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
  // The first of a month is an ordinal in French, which `Intl` does not know.
  return language.current === 'fr' ? text.replace(/^1 /, '1er ') : text;
}
