import { expect, test } from 'vitest';
import { catalogue } from '../engine/catalogue';
import { en } from './en';
import { fr } from './fr';
import type { Texts } from './texts';
import { withFrenchSpaces } from './typography';

const languages: readonly (readonly [string, Texts])[] = [
  ['fr', fr],
  ['en', en],
];

test.each(languages)('%s names all that the engine knows', (_, texts) => {
  for (const regime of catalogue.regimes) {
    expect(Object.keys(texts.regimes)).toContain(regime);
    expect(Object.keys(texts.regimeNotes)).toContain(regime);
  }
  for (const { usual, numbers } of catalogue.levers) {
    const { lever } = usual.action;
    expect(Object.keys(texts.leverNames)).toContain(lever);
    for (const { parameter, unit } of numbers) {
      expect(Object.keys(texts.numberUnits)).toContain(unit);
      if (parameter === 'days') expect(Object.keys(texts.leverDays)).toContain(lever);
      if (parameter === 'afterDays') expect(Object.keys(texts.leverAfter)).toContain(lever);
    }
  }
  for (const field of catalogue.fields.flatMap((of) => of.fields)) {
    expect(Object.keys(texts.fields)).toContain(field);
  }
});

test.each(languages)('%s has as many columns in its made-up files as the other', (_, { files }) => {
  const { delimiter, decimalMark, date } = files;
  expect(delimiter).not.toBe(decimalMark);
  expect(date).toMatch(/\{\{year\}\}/);
  const columns = (heading: string): number => heading.split('|').length;
  for (const name of ['sampleSeries', 'sampleInvoices', 'series', 'invoices'] as const) {
    expect(columns(files[name])).toBe(columns(fr.files[name]));
  }
});

test('French punctuation has its narrow spaces', () => {
  expect(withFrenchSpaces({ text: 'Vraiment ? « Oui » : 5 %' }).text).toBe(
    'Vraiment\u202f? «\u202fOui\u202f»\u202f: 5\u202f%',
  );
  expect(withFrenchSpaces({ text: '2 600 et 4 000 €, le 30 juin 2025' }).text).toBe(
    '2\u202f600 et 4\u202f000\u202f€, le 30 juin 2025',
  );
});
