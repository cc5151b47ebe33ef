import { expect, test } from 'vitest';
import { currentOf, example, presetLevers, withScenario } from './scenario-set';

test('the same scenario is looked at again instead of being added twice', () => {
  const once = withScenario(example, 'reminders');
  const other = withScenario(once, 'factoring');
  const again = withScenario(other, 'reminders');
  expect(again.scenarios).toEqual(other.scenarios);
  expect(currentOf(again).preset).toBe('reminders');
});

test('in whatever order its levers are given', () => {
  const levers = [...presetLevers.factoring, ...presetLevers.reminders];
  const once = withScenario(example, 'own', levers, 'Dupont');
  const again = withScenario(once, 'own', levers, 'Dupont');
  expect(again.scenarios).toEqual(once.scenarios);
});

test('the same levers under another name are another scenario', () => {
  const once = withScenario(example, 'own', presetLevers.reminders, 'Dupont');
  const twice = withScenario(once, 'own', presetLevers.reminders, 'Martin');
  expect(twice.scenarios.map(({ name }) => name)).toEqual(['Dupont', 'Martin']);
});

test('empty ones can stand side by side', () => {
  const named = { ...example, scenarios: example.scenarios.map((one) => ({ ...one, name: 'A' })) };
  expect(withScenario(named, 'own').scenarios).toHaveLength(2);
});
