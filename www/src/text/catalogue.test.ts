import { expect, test } from 'vitest';
import { Catalogue } from './catalogue';

function french(): Catalogue {
  const catalogue = new Catalogue('fr-FR');
  catalogue.add({
    app: {
      title: 'Encours',
      days_one: '{{number}} jour',
      days_other: '{{number}} jours',
      of: '{{a}} sur {{b}}, {{a}}',
    },
  });
  return catalogue;
}

test('a text is found by its sections, with its values', () => {
  expect(french().find('app.title')).toBe('Encours');
  expect(french().find('app.of', { a: 1, b: '$&' })).toBe('1 sur $&, 1');
  expect(french().find('app.of', { a: 'x' })).toBe('x sur , x');
});

test('a count chooses the form of its language', () => {
  const days = (count: number) => french().find('app.days', { count, number: count });
  expect([0, 1, 2].map(days)).toEqual(['0 jour', '1 jour', '2 jours']);
  // In French millions have a form of their own, for which the usual one stands.
  expect(days(1_000_000)).toBe('1000000 jours');
  expect(french().find('app.title', { count: 3 })).toBe('Encours');
});

test('what is no text is none', () => {
  const none = ['app', 'app.none', 'app.title.x', 'none', ''].map((key) => french().find(key));
  expect(none).toEqual([null, null, null, null, null]);
});

test('sections come one after the other', () => {
  const catalogue = french();
  expect(catalogue.has('rest')).toBe(false);
  catalogue.add({ rest: { more: 'plus' } });
  expect([catalogue.find('rest.more'), catalogue.find('app.title')]).toEqual(['plus', 'Encours']);
});
