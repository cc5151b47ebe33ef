import { describe, expect, test } from 'vitest';
import { asKept, cellsOf, Lines, parsers, type Kind } from './parquet-text';

/** The cells that values are written as, each in a line. */
function written(values: ArrayLike<unknown>, kind?: Kind): string {
  const lines = new Lines();
  const write = cellsOf(values, kind);
  for (let index = 0; index < values.length; index += 1) {
    write(lines, index);
    lines.endCell(true);
  }
  return new TextDecoder().decode(lines.take());
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a column of Parquet as cells', () => {
  test('decimals are exact, however they are kept', () => {
    const cents = { scale: 2 };
    expect(written(Int32Array.of(12345, -5, 0, 100), cents)).toBe('123.45\n-0.05\n0.00\n1.00\n');
    const large = 9_007_199_254_740_993n;
    expect(written(BigInt64Array.of(123_456_789_012n, -1n, large), cents)).toBe(
      '1234567890.12\n-0.01\n90071992547409.93\n',
    );
    expect(written([-250n, null, undefined], cents)).toBe('-2.50\n\n\n');
    expect(written([Uint8Array.of(0xff, 0x38), Uint8Array.of(0, 0xc8)], cents)).toBe(
      '-2.00\n2.00\n',
    );
    expect(written(Int32Array.of(7, -12), { scale: 0 })).toBe('7\n-12\n');
    expect(written(Int32Array.of(7), { scale: 5 })).toBe('0.00007\n');
    expect(written(BigInt64Array.of(9_007_199_254_740_991n), { scale: 15 })).toBe(
      '9.007199254740991\n',
    );
  });

  test('days and moments are days', () => {
    expect(written(Int32Array.of(0, 20089, -1), 'day')).toBe(
      '1970-01-01\n2025-01-01\n1969-12-31\n',
    );
    const moment = BigInt(Date.UTC(2025, 11, 31, 23, 59));
    expect(parsers.timestampFromMilliseconds(moment)).toBe('2025-12-31');
    expect(parsers.timestampFromMicroseconds(moment * 1_000n)).toBe('2025-12-31');
    expect(parsers.timestampFromNanoseconds(-1n)).toBe('1969-12-31');
  });

  test('texts are quoted where they have to be', () => {
    const texts = [bytes('Durand'), bytes('Alpha, "SA"'), bytes('a\nb'), bytes('Été'), bytes('')];
    expect(written(texts)).toBe('Durand\n"Alpha, ""SA"""\n"a\nb"\nÉté\n\n');
  });

  test('numbers have no exponent, and what is none is empty', () => {
    expect(written([1234.5, 1e-7, 1e21, NaN, Infinity, true, 12n, {}])).toBe(
      '1234.5\n0.0000001\n1000000000000000000000\n\n\ntrue\n12\n\n',
    );
  });

  test('a long text makes room for itself', () => {
    const text = '"'.repeat(3_000_000);
    expect(written([bytes(text)]).length).toBe(2 * text.length + 3);
  });

  test('decimals and days are read as they are kept', () => {
    const decimal = {
      name: 'amount',
      type: 'INT64',
      converted_type: 'DECIMAL',
      scale: 2,
      precision: 18,
    } as const;
    const day = { name: 'due', type: 'INT32', logical_type: { type: 'DATE' } } as const;
    const text = { name: 'id', type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;
    const root = { name: 'schema', num_children: 3 };
    const schema = [root, decimal, day, text];
    const { metadata, kinds } = asKept({
      version: 1,
      schema,
      num_rows: 0n,
      row_groups: [],
      metadata_length: 0,
    });
    expect([...kinds]).toEqual([
      ['amount', { scale: 2 }],
      ['due', 'day'],
    ]);
    expect(metadata.schema[1]).not.toHaveProperty('converted_type');
    expect(metadata.schema[3]).toEqual(text);
  });
});
