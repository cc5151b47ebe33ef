import type { FileMetaData, ParquetParsers } from 'hyparquet';

/** What a column of whole numbers or bytes stands for: days since 1970, or decimals with so many digits behind the point. */
export type Kind = 'day' | { scale: number };

/** Writes one value of some that follow each other. */
export type CellWriter = (out: Lines, index: number) => void;

const [quote, comma, lineFeed, carriageReturn, minus, point, zero] = [34, 44, 10, 13, 45, 46, 48];

/** Bytes of text as it grows, cells set apart by commas. */
export class Lines {
  #bytes = new Uint8Array(1 << 21);
  #length = 0;

  /** What was written since the last time. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  endCell(isLast: boolean): void {
    this.#room(1);
    this.#bytes[this.#length++] = isLast ? lineFeed : comma;
  }

  /** Letters that need no quotes. */
  plain(text: string): void {
    this.#room(text.length);
    for (let at = 0; at < text.length; at += 1) this.#bytes[this.#length++] = text.charCodeAt(at);
  }

  /** Text as UTF-8 has it, in quotes where it has to be. */
  text(text: Uint8Array): void {
    this.#room(2 * text.length + 2);
    const [bytes, start] = [this.#bytes, this.#length];
    let end = start;
    for (let at = 0; at < text.length; at += 1) {
      const byte = text[at] ?? 0;
      if (byte === quote || byte === comma || byte === lineFeed || byte === carriageReturn) {
        this.#quoted(text);
        return;
      }
      bytes[end++] = byte;
    }
    this.#length = end;
  }

  /** A whole number that JavaScript counts exactly, with a point before its last `scale` digits. */
  decimal(value: number, scale: number): void {
    this.#room(20 + scale);
    const bytes = this.#bytes;
    let rest = value;
    if (rest < 0) {
      bytes[this.#length++] = minus;
      rest = -rest;
    }
    let digits = scale + 1;
    for (let bound = 10 ** digits; rest >= bound && digits < 17; bound *= 10) digits += 1;
    const end = this.#length + digits + (scale > 0 ? 1 : 0);
    for (let [at, left] = [end - 1, scale]; at >= this.#length; at -= 1, left -= 1) {
      if (left === 0 && scale > 0) {
        bytes[at] = point;
        continue;
      }
      const next = Math.floor(rest / 10);
      bytes[at] = zero + (rest - next * 10);
      rest = next;
    }
    this.#length = end;
  }

  #quoted(text: Uint8Array): void {
    this.#bytes[this.#length++] = quote;
    for (const byte of text) {
      if (byte === quote) this.#bytes[this.#length++] = quote;
      this.#bytes[this.#length++] = byte;
    }
    this.#bytes[this.#length++] = quote;
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * this.#bytes.length + more);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

const dayMilliseconds = 86_400_000;
const days = new Map<number, string>();

/** A day, by its number since 1970, as ISO 8601 has it. */
function dayText(number: number): string {
  let text = days.get(number);
  if (text === undefined) {
    const date = new Date(number * dayMilliseconds);
    text = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
    days.set(number, text);
  }
  return text;
}

/** A moment is the day that it is in, in the time zone that the file counts in. */
const dayOf =
  (momentsOfDay: bigint) =>
  (moment: bigint): string =>
    dayText(Number(moment / momentsOfDay - (moment % momentsOfDay < 0n ? 1n : 0n)));

/** Texts stay bytes, which are written as they are; moments are the days they are in. */
export const parsers = {
  stringFromBytes: (bytes: Uint8Array) => bytes,
  timestampFromMilliseconds: dayOf(86_400_000n),
  timestampFromMicroseconds: dayOf(86_400_000_000n),
  timestampFromNanoseconds: dayOf(86_400_000_000_000n),
} satisfies Partial<ParquetParsers>;

/**
 * The description of a file whose decimals and days are read as the whole numbers that they are kept as, and what those
 * are: divided as numbers, large amounts would not be exact, and objects would cost more than all the rest.
 */
export function asKept(metadata: FileMetaData): {
  metadata: FileMetaData;
  kinds: Map<string, Kind>;
} {
  const kinds = new Map<string, Kind>();
  const schema = metadata.schema.map((element) => {
    const { converted_type, logical_type, ...rest } = element;
    const isDay = converted_type === 'DATE' || logical_type?.type === 'DATE';
    const isDecimal = converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL';
    if (!isDay && !isDecimal) return element;
    const scale = logical_type?.type === 'DECIMAL' ? logical_type.scale : 0;
    kinds.set(element.name, isDay ? 'day' : { scale: element.scale ?? scale });
    return rest;
  });
  return { metadata: { ...metadata, schema }, kinds };
}

/** What writes the values of a column that follow each other. */
export function cellsOf(values: ArrayLike<unknown>, kind: Kind | undefined): CellWriter {
  if (kind === 'day')
    return (out, index) => {
      const value = values[index];
      if (value !== null && value !== undefined) out.plain(dayText(Number(value)));
    };
  if (kind !== undefined) return decimals(values, kind.scale);
  return (out, index) => {
    const value = values[index];
    if (value instanceof Uint8Array) out.text(value);
    else if (typeof value === 'number') out.plain(withoutExponent(value));
    else if (typeof value === 'string') out.plain(value);
    else if (typeof value === 'bigint' || typeof value === 'boolean') out.plain(String(value));
  };
}

function decimals(values: ArrayLike<unknown>, scale: number): CellWriter {
  if (values instanceof BigInt64Array) {
    // Made from its two halves, a number needs no object.
    const halves = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
    return (out, index) => {
      const [low, high] = [halves[2 * index] ?? 0, halves[2 * index + 1] ?? 0];
      const value = high * 2 ** 32 + (low >>> 0);
      if (Number.isSafeInteger(value)) out.decimal(value, scale);
      else out.plain(pointed(String(values[index]), scale));
    };
  }
  return (out, index) => {
    const value = values[index];
    if (value === null || value === undefined) return;
    const whole = value instanceof Uint8Array ? signed(value) : (value as number | bigint);
    const number = Number(whole);
    if (Number.isSafeInteger(number)) out.decimal(number, scale);
    else out.plain(pointed(String(whole), scale));
  };
}

/** Digits with a point before the last `scale` of them. */
function pointed(whole: string, scale: number): string {
  if (scale <= 0) return whole;
  const isNegative = whole.startsWith('-');
  const digits = (isNegative ? whole.slice(1) : whole).padStart(scale + 1, '0');
  return `${isNegative ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** No amount has an exponent. */
function withoutExponent(value: number): string {
  if (!Number.isFinite(value)) return '';
  const text = String(value);
  return text.includes('e')
    ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
    : text;
}

/** A whole number that is kept as bytes, the largest first, in two's complement. */
function signed(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(bytes.length * 8, value);
}
