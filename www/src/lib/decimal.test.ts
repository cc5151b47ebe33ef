import { describe, expect, it } from 'vitest';
import { difference, percentOf, readDecimal, readDecimals, total } from './decimal';

describe('a number typed by a person', () => {
  it.each([
    ['1 234,5', '1234.5'],
    ['1\u202f234\u202f567,89', '1234567.89'],
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1.234.567', '1234567'],
    ['−12', '-12'],
    ['+ 0,5', '0.5'],
    ["1'000", '1000'],
    ['420 k', '420000'],
    ['1,2 M', '1200000'],
    ['5,65 M€', '5650000'],
    ['-0,5k', '-500'],
    ['0,0125 k', '12.5'],
    ['2 Md', '2000000000'],
    ['120 000 €', '120000'],
    ['€12.5', '12.5'],
    ['12 EUR', '12'],
  ])('%s is %s', (typed, value) => {
    expect(readDecimal(typed)).toEqual({ value });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['1.234', 'ambiguous'],
    ['1,234', 'ambiguous'],
    ['12a', 'notANumber'],
    ['k', 'notANumber'],
    ['12 kg', 'notANumber'],
    ['1.234 k', 'ambiguous'],
    ['1,', 'notANumber'],
    ['1 23', 'notANumber'],
    ['1234567890123456', 'notANumber'],
  ])('“%s” is refused: %s', (typed, fault) => {
    expect(readDecimal(typed)).toEqual({ fault });
  });

  it('may be one of several', () => {
    expect(readDecimals('35 000 ; 16 000')).toEqual({ value: '35000;16000' });
    expect(readDecimals('35 000 ; x')).toEqual({ fault: 'notANumber' });
    expect(readDecimals(' ; ')).toEqual({ fault: 'empty' });
  });
});

describe('sums of decimals', () => {
  it('are exact where binary fractions are not', () => {
    expect(difference('0.3', '0.1')).toBe('0.2');
    expect(total(['0.1', '0.2', '-0.05'])).toBe('0.25');
    expect(total(['9007199254740993', '1'])).toBe('9007199254740994');
    expect(total([])).toBe('0');
    expect(percentOf('120', '5')).toBe('6.00');
    expect(percentOf('-112872.65', '4.5')).toBe('-5079.26925');
  });
});
