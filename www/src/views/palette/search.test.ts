import { expect, test } from 'vitest';
import { matching } from './search';

const entries = [
  { label: 'Tableau de bord', kind: 'Vue' },
  { label: 'Données', kind: 'Vue' },
  { label: 'Créances échues', kind: 'Analyses' },
  { label: 'Œuvres du Ponant', kind: 'Client, 112 €' },
];

const found = (search: string) => matching(entries, search).map(({ label }) => label);

test('accents and capitals make no difference', () => {
  expect(found('donnees')).toEqual(['Données']);
  expect(found('ÉCHUES')).toEqual(['Créances échues']);
  expect(found('oeuvres')).toEqual(['Œuvres du Ponant']);
});

test('every word counts, in the name or in the kind', () => {
  expect(found('vue bord')).toEqual(['Tableau de bord']);
  expect(found('vue échues')).toEqual([]);
  expect(found('  ')).toHaveLength(entries.length);
});

test('what begins with it comes before what only holds it', () => {
  expect(found('d')).toEqual(['Données', 'Tableau de bord', 'Œuvres du Ponant']);
});

test('marks that cannot be seen do not hide a name', () => {
  expect(matching([{ label: 'Du\u202epont', kind: '' }], 'dupont')).toHaveLength(1);
});
