import { expect, test } from 'vitest';
import { contrast, partsOf, useAccent } from './accent';

const white = [255, 255, 255];

/** A style that only remembers. */
function style() {
  const set: Record<string, string> = {};
  const setProperty = (name: string, value: string) => void (set[name] = value);
  return { set, style: { setProperty } as unknown as CSSStyleDeclaration };
}

test('black and white differ most, a colour and itself least', () => {
  expect(contrast([0, 0, 0], white)).toBeCloseTo(21);
  expect(contrast(white, white)).toBeCloseTo(1);
  // #767676 is the lightest grey that is readable on white.
  expect(contrast([0x76, 0x76, 0x76], white)).toBeGreaterThanOrEqual(4.5);
  expect(contrast([0x77, 0x77, 0x77], white)).toBeLessThan(4.5);
});

test('a colour is six digits, and nothing else', () => {
  expect(partsOf('#0f5c63')).toEqual([15, 92, 99]);
  expect(partsOf('0F5C63')).toEqual([15, 92, 99]);
  for (const text of ['', 'red', '#fff', '#0f5c63;background:url(x)', 'url(x)', '#gggggg'])
    expect(partsOf(text)).toBeNull();
});

test('one that cannot be read is not taken', () => {
  const { set, style: on } = style();
  expect(useAccent('ffee00', white, on)).toBe(false);
  expect(set).toEqual({});
  expect(useAccent('#5b2a86', white, on)).toBe(true);
  expect(set['--accent']).toBe('rgb(91 42 134)');
  expect(set['--on-accent']).toBe('#fff');
});
