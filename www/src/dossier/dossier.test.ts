import { beforeEach, describe, expect, test } from 'vitest';
import { assumptions } from './assumptions.svelte';
import { at } from './at.svelte';
import { currentDossier, openDossier, type Dossier } from './dossier';
import { readingChoices } from './reading-choices';
import { needsTerm, requestOf } from './scenario-set';
import { scenarios } from './scenarios.svelte';
import { asked, settingsOf, usualLever } from './settings';
import { levers } from './levers';
import { terms } from './terms.svelte';

const start: Dossier = structuredClone(currentDossier());

beforeEach(() => {
  openDossier(start);
});

describe('a dossier', () => {
  test('is plain data that comes back as it was', () => {
    at.chooseConventions({ windowMonths: 3 });
    at.typeBalances({ inventory: '5000' });
    terms.choose({ regime: 'sixtyDays' });
    scenarios.add('discount', [usualLever('earlyPaymentDiscount')]);
    readingChoices.edit([{ sheet: 2, options: { delimiter: ';' } }]);
    const kept = JSON.parse(JSON.stringify(currentDossier())) as Dossier;

    openDossier(start);
    expect(currentDossier()).toEqual(start);
    openDossier(kept);
    expect(currentDossier()).toEqual(kept);
    expect(at.conventions.windowMonths).toBe(3);
    expect(scenarios.all.map(({ preset }) => preset)).toEqual(['discount']);
    expect(terms.legal).toMatchObject({ regime: { regime: 'law', id: 'sixtyDays' } });
  });

  test('that is opened cannot be undone into the one before', () => {
    scenarios.add('discount', [usualLever('earlyPaymentDiscount')]);
    openDossier(start);
    expect(scenarios.canUndo).toBe(false);
    expect(readingChoices.canUndo).toBe(false);
  });
});

test('conventions are the usual ones but for what was chosen', () => {
  expect(at.conventions).toMatchObject({ windowMonths: 12, yearDays: 365, dayBasis: 'actual' });
  expect(at.request).toMatchObject({ asOf: null, compareTo: null, conventions: {}, balances: {} });
  at.chooseConventions({ yearDays: 360 });
  expect(at.request.conventions).toEqual({ yearDays: 360 });
});

test('other data forgets dates, another company what was typed about the first', () => {
  at.choose({ asOf: '2025-12-31' });
  at.typeBalances({ payables: '1' });
  at.forgetDates();
  expect(at.chosen).toMatchObject({ asOf: null, balances: { payables: '1' } });
  at.forgetBalances();
  expect(at.chosen.balances).toEqual({});
});

describe('levers', () => {
  test.each(levers.map((lever) => [lever.name, lever] as const))(
    '%s goes to the engine as it came from it',
    (name, lever) => {
      const { action, sharePercent, yearlyCost } = asked(usualLever(name));
      // The term of today is that of the scenario.
      const usual = Object.entries(lever.usual.action).filter(([key]) => key !== 'currentTermDays');
      expect(action).toEqual(Object.fromEntries(usual));
      expect(sharePercent).toBe(lever.usual.sharePercent);
      expect(yearlyCost).toBe(lever.usual.yearlyCost);
      expect(settingsOf(lever.usual)).toEqual(usualLever(name));
    },
  );

  test('ask for due dates where the engine says so', () => {
    expect(needsTerm(usualLever('terms'))).toBe(false);
    expect(needsTerm(usualLever('terms', { rule: 'cap' }))).toBe(true);
    expect(needsTerm(usualLever('reminders'))).toBe(true);
    expect(needsTerm(usualLever('deposit', { termsAboveDays: '30' }))).toBe(true);
  });

  test('take the term of today from the scenario, where the data lacks due dates', () => {
    scenarios.takeLever(usualLever('reminders'));
    expect(requestOf(scenarios.current, {}, assumptions.chosen, true).currentTermDays).toBe(45);
    expect(requestOf(scenarios.current, {}, assumptions.chosen, false).currentTermDays).toBeNull();
  });
});
