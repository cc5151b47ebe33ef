import { expect, test } from 'vitest';
import { currentOf, example, withScenario } from './scenario-set';
import { usualLever } from './settings';

const reminders = usualLever('reminders');
const factoring = usualLever('factoring');

test('the same scenario is looked at again instead of being added twice', () => {
  const once = withScenario(example, 'reminders', [reminders]);
  const other = withScenario(once, 'factoring', [factoring]);
  const again = withScenario(other, 'reminders', [reminders]);
  expect(again.scenarios).toEqual(other.scenarios);
  expect(currentOf(again).preset).toBe('reminders');
});

test('in whatever order its levers are given', () => {
  const levers = [factoring, reminders];
  const once = withScenario(example, 'own', levers, 'Dupont');
  const again = withScenario(once, 'own', levers, 'Dupont');
  expect(again.scenarios).toEqual(once.scenarios);
});

test('the same levers under another name are another scenario', () => {
  const once = withScenario(example, 'own', [reminders], 'Dupont');
  const twice = withScenario(once, 'own', [reminders], 'Martin');
  expect(twice.scenarios.map(({ name }) => name)).toEqual(['Dupont', 'Martin']);
});

test('empty ones can stand side by side', () => {
  const named = { ...example, scenarios: example.scenarios.map((one) => ({ ...one, name: 'A' })) };
  expect(withScenario(named, 'own').scenarios).toHaveLength(2);
});
