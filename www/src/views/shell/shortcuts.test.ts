import { expect, test } from 'vitest';
import { shortcutOf, shortcuts } from './shortcuts';

const none = {
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  target: null,
};

test('a key is known with Ctrl or ⌘, in either case', () => {
  expect(shortcutOf({ ...none, key: 'k', ctrlKey: true })).toBe('palette');
  expect(shortcutOf({ ...none, key: 'K', metaKey: true })).toBe('palette');
  expect(shortcutOf({ ...none, key: 'Z', ctrlKey: true, shiftKey: true })).toBe('redo');
  expect(shortcutOf({ ...none, key: 'k' })).toBeUndefined();
  expect(shortcutOf({ ...none, key: 'k', ctrlKey: true, altKey: true })).toBeUndefined();
});

test('digits are found on a keyboard that has them behind Shift, and on one that has not', () => {
  expect(shortcutOf({ ...none, key: '&', code: 'Digit1' })).toBe('data');
  expect(shortcutOf({ ...none, key: '1', code: 'Digit1', shiftKey: true })).toBe('data');
  expect(shortcutOf({ ...none, key: '4', code: 'Numpad4' })).toBe('scenarios');
  expect(shortcutOf({ ...none, key: '!', code: 'Digit1', shiftKey: true })).toBeUndefined();
  expect(shortcutOf({ ...none, key: '?', code: 'Comma', shiftKey: true })).toBe('shortcuts');
});

test('no two are on the same keys', () => {
  const keys = Object.values(shortcuts);
  expect(new Set(keys).size).toBe(keys.length);
});
