import { describe, expect, it } from 'vitest';
import { difference, readDecimal, readDecimals, total } from './decimal';

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
  ])('%s is %s', (typed, value) => {
    expect(readDecimal(typed)).toEqual({ value });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['1.234', 'ambiguous'],
    ['1,234', 'ambiguous'],
    ['12a', 'notANumber'],
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
  });
});
