/** What a typed number says: its value in the engine's form, or why it cannot be read. */
export type Typed = { value: string } | { fault: 'empty' | 'notANumber' | 'ambiguous' };

const separators = /[ \u00a0\u2009\u202f'’]/g;
const separated = /^[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f'’]\d{3})+$/;

/** Zeros that a letter behind a number stands for, in French and English. */
const zeros: Readonly<Record<string, number>> = { k: 3, m: 6, md: 9, bn: 9 };

/**
 * Reads a number typed by a person, in French or English notation: `1 234,5` is `1234.5`, `420 k€` is `420000`. One
 * mark followed by three digits, as in `1.234`, may group thousands or decimals: it is refused rather than guessed,
 * unless there are several.
 */
export function readDecimal(text: string): Typed {
  const bare = text
    .replace(/^\s*\p{Sc}|\p{Sc}\s*$/gu, '')
    .replace(/\b(?:EUR|USD|GBP|CHF)\s*$/i, '');
  const [, number = bare, letters = ''] = /^(.*\d)\s*(k|m|md|bn)\s*$/i.exec(bare) ?? [];
  const read = readPlain(number);
  return 'value' in read
    ? { value: withZeros(read.value, zeros[letters.toLowerCase()] ?? 0) }
    : read;
}

/** The value with its decimal point so many places further on. */
function withZeros(value: string, count: number): string {
  if (count === 0) return value;
  const [whole = '', decimals = ''] = value.split('.');
  const moved = decimals.padEnd(count, '0');
  const rest = moved.slice(count).replace(/0+$/, '');
  const units = `${whole}${moved.slice(0, count)}`.replace(/^(-?)0+(?=\d)/, '$1');
  return rest === '' ? units : `${units}.${rest}`;
}

function readPlain(text: string): Typed {
  const typed = text.trim().replace('−', '-');
  if (typed === '') return { fault: 'empty' };
  const [, sign = '', digits = ''] = /^([-+]?)\s*(.*)$/.exec(typed) ?? [];
  const marks = digits.replace(/[^.,]/g, '');
  const last = marks.at(-1);
  const isGroupedByMarks = last !== undefined && isGroupedBy(last, digits);
  if (isGroupedByMarks && marks.length === 1) return { fault: 'ambiguous' };

  let units = digits;
  let decimals = '';
  if (isGroupedByMarks) {
    units = digits.replaceAll(last, '');
  } else if (last !== undefined) {
    const at = digits.lastIndexOf(last);
    units = ungroup(digits.slice(0, at), last === ',' ? '.' : ',');
    decimals = digits.slice(at + 1);
    if (!/^\d+$/.test(decimals)) return { fault: 'notANumber' };
  }
  if (separated.test(units)) units = units.replace(separators, '');
  if (!/^\d{1,15}$/.test(units)) return { fault: 'notANumber' };
  const value = `${sign === '-' ? '-' : ''}${units}${decimals === '' ? '' : `.${decimals}`}`;
  return { value };
}

/** Reads several numbers, with semicolons or tabs between them: `35 000 ; 16 000` is `35000;16000`. */
export function readDecimals(text: string): Typed {
  const values: string[] = [];
  for (const part of text.split(/[;\t]/).filter((typed) => typed.trim() !== '')) {
    const read = readDecimal(part);
    if ('fault' in read) return read;
    values.push(read.value);
  }
  return values.length === 0 ? { fault: 'empty' } : { value: values.join(';') };
}

function ungroup(units: string, mark: string): string {
  return isGroupedBy(mark, units) ? units.replaceAll(mark, '') : units;
}

function isGroupedBy(mark: string, digits: string): boolean {
  return new RegExp(`^[1-9]\\d{0,2}(?:\\${mark}\\d{3})+$`).test(digits);
}

/** `a − b`, exactly. */
export const difference = (a: string, b: string): string =>
  combined(a, b, (first, second) => first - second);

/** The same with the other sign. */
export const opposite = (value: string): string => difference('0', value);

/** So many percent of an amount, exactly: 5 % of 120 are 6. */
export function percentOf(amount: string, percent: string): string {
  const [one, other] = [decimalsOf(amount), decimalsOf(percent)];
  return shifted(unitsOf(amount, one) * unitsOf(percent, other), one + other + 2);
}

/** All of them together, exactly. */
export const total = (values: readonly string[]): string =>
  values.reduce((sum, value) => combined(sum, value, (first, second) => first + second), '0');

function combined(a: string, b: string, combine: (a: bigint, b: bigint) => bigint): string {
  const places = Math.max(decimalsOf(a), decimalsOf(b));
  return shifted(combine(unitsOf(a, places), unitsOf(b, places)), places);
}

/** Units with the decimal point so many places from the right. */
function shifted(units: bigint, places: number): string {
  if (places === 0) return String(units);
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function decimalsOf(value: string): number {
  return value.split('.')[1]?.length ?? 0;
}

function unitsOf(value: string, places: number): bigint {
  const [whole = '', decimals = ''] = value.split('.');
  return BigInt(whole + decimals.padEnd(places, '0'));
}

/** A decimal as a number, for positions in charts only: figures are the engine's business. */
export function approximate(value: string): number;
export function approximate(value: string | null): number | null;
export function approximate(value: string | null): number | null {
  return value === null ? null : Number(value);
}
