import { expect, test } from 'vitest';
import { harmless } from './harmless';

test('a name is text: no formula, no direction, nothing a document may not hold', () => {
  expect(harmless('Dupont & Fils <SA>')).toBe('Dupont & Fils <SA>');
  expect(harmless("=cmd|' /C calc'!A0")).toBe("'=cmd|' /C calc'!A0");
  expect(harmless('\u202e=1+1\u0007')).toBe("'=1+1");
  expect(harmless('+33 Télécom')).toBe("'+33 Télécom");
});
