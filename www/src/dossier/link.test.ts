import { describe, expect, test } from 'vitest';
import type { MonthFigures } from '../engine/pkg/encours';
import { currentDossier, type Dossier } from './dossier';
import { DossierError } from './fault';
import { readLink, withoutNames, writeLink } from './link';
import { legalCap } from './settings';
import { scenarios } from './scenarios.svelte';
import { terms } from './terms.svelte';
import { upgraded } from './upgrade';

const nothing = {
  salesExclTax: null,
  overdue: null,
  disputed: null,
  purchases: null,
  inventory: null,
  payables: null,
};
const month = (name: string, sales: string, receivables: string | null) =>
  ({ ...nothing, month: name, salesInclTax: sales, receivables }) as MonthFigures;
const months = [month('2025-10', '2600', null), month('2025-11', '6400.5', '10000')];

/** Decisions in which customers are named wherever that can be. */
function named(): Dossier {
  scenarios.add('legalCap', [legalCap(terms.legal)]);
  const dossier = JSON.parse(JSON.stringify(currentDossier())) as Dossier;
  const [first] = dossier.scenarios.scenarios;
  const [lever] = first?.levers ?? [];
  if (first === undefined || lever === undefined) throw new Error('no lever');
  return {
    ...dossier,
    at: { ...dossier.at, insolvent: ['Dupont'] },
    reading: [{ sheet: null, options: {} }],
    calculators: { own: { numbers: {}, choices: { name: 'Dupont' }, rows: {} } },
    scenarios: {
      ...dossier.scenarios,
      scenarios: [
        {
          ...first,
          name: 'Pour Dupont',
          customerTerms: [{ customer: 'Dupont', days: '30' }],
          levers: [lever, { ...lever, customers: ['Dupont'] }, { ...lever, isOn: false }],
        },
      ],
    },
  };
}

const faultOf = async (letters: string): Promise<string> => {
  try {
    await readLink(letters);
    return 'none';
  } catch (error) {
    return error instanceof DossierError ? error.fault : String(error);
  }
};

describe('a link', () => {
  test('names no customer, and leaves what concerns some of them', () => {
    const dossier = withoutNames(named());
    expect(JSON.stringify(dossier)).not.toContain('Dupont');
    expect(dossier.scenarios.scenarios.map(({ levers }) => levers.length)).toEqual([1]);
  });

  test('comes back as months and decisions', async () => {
    const letters = await writeLink(named(), months);
    expect(letters).toMatch(/^4[A-Za-z0-9_-]+$/);
    const { text, dossier, told } = await readLink(letters);
    expect(text).toBe('mois;ca_ttc;encours\n2025-10;2600;\n2025-11;6400.5;10000');
    const columns = ['month', 'salesInclTax', 'receivables'];
    const reading = [{ sheet: null, options: { kind: 'series', columns } }];
    expect(dossier).toEqual({ ...withoutNames(named()), reading });
    expect(told).toBeNull();
  });

  test('brings what a factor is owed beside the receivables', async () => {
    const handed = months.map((month) => ({ ...month, factored: '2500' }));
    const { text, dossier } = await readLink(await writeLink(named(), handed));
    expect(text.split('\n')[0]).toBe('mois;ca_ttc;encours;cede_au_factor');
    expect(text).toContain(';10000;2500');
    expect(dossier.reading[0]?.options.columns?.at(-1)).toBe('factored');
    // Counted in the receivables, it is told apart all the same, for the page to count it again.
    const own = named();
    const conventions = { ...own.at.conventions, scope: { factored: true } };
    const counted = { ...own, at: { ...own.at, conventions } };
    const { text: told } = await readLink(await writeLink(counted, handed));
    expect(told).toContain(';7500;2500');
  });

  test('brings what the scenarios gave where it was made, and which disputes are overdue', async () => {
    const figures = [{ dso: '66.2', cash: '58986', net: '-12.5' }, null];
    const disputed = months.map((month) => ({ ...month, disputed: '100', disputedOverdue: '40' }));
    const { text, told } = await readLink(await writeLink(named(), disputed, figures));
    expect(told).toEqual(figures);
    expect(text.split('\n')[0]).toBe('mois;ca_ttc;encours;litiges;litiges_echus');
    expect(text).toContain(';100;40');
  });

  test('that was cut, changed, or is of another version says so', async () => {
    const letters = await writeLink(named(), months);
    expect(await faultOf(letters.slice(0, -1))).toBe('linkDamaged');
    expect(await faultOf(letters.slice(0, 20))).toBe('linkDamaged');
    expect(await faultOf(`${letters.slice(0, 30)}A${letters.slice(31)}`)).not.toBe('none');
    expect(await faultOf('')).toBe('linkDamaged');
    expect(await faultOf('9abc')).toBe('linkNewer');
  });
});

describe('an older dossier', () => {
  test('has nothing frozen', () => {
    const first = { ...currentDossier(), version: 1, frozen: undefined };
    expect(upgraded(first)).toEqual({ ...currentDossier(), frozen: null });
  });

  test('of the newest version stays', () => {
    expect(upgraded(currentDossier())).toEqual(currentDossier());
  });

  test('that is none is left to be refused', () => {
    for (const value of [null, 3, 'a', {}, { version: 0 }, { version: 1.5 }, { version: 'x' }])
      expect(upgraded(value)).toEqual(value);
  });
});
