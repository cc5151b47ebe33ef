import { expect, test } from 'vitest';
import type { Lever, ScenarioAnswer } from '../../engine/pkg/encours';
import { proposalOf } from './proposal';

/** A lever that is told by its yearly cost, which says here what it brings. */
const lever = (cash: number): Lever => ({
  action: { lever: 'fasterInvoicing', days: 1 },
  yearlyCost: String(cash),
});

/** Answers as if each lever brought what it says. */
const ask = (levers: readonly Lever[]): Promise<ScenarioAnswer> => {
  const cash = levers.map(({ yearlyCost }) => Number(yearlyCost));
  const worth = (value: number) => ({ cashReleased: String(value), netYearlyGain: String(value) });
  return Promise.resolve({
    worth: worth(cash.reduce((sum, one) => sum + one, 0)),
    levers: cash.map((one, index) => ({ index, inOrder: worth(one) })),
  } as unknown as ScenarioAnswer);
};

const bringing = async (cash: readonly number[]) => {
  const found = await proposalOf(cash.map(lever), ask);
  return found?.actions.map(({ worth }) => worth.cashReleased);
};

test('three are proposed where each brings its part', async () => {
  expect(await bringing([100, 50, 20, 10])).toEqual(['100', '50', '20']);
});

test('one that brings almost nothing leaves its place to the next', async () => {
  expect(await bringing([100, 1, 20, 10])).toEqual(['100', '20', '10']);
});

test('two are proposed where no third is worth it', async () => {
  expect(await bringing([100, 50, 1])).toEqual(['100', '50']);
  expect(await bringing([100, 50, 2, 1])).toEqual(['100', '50']);
});

test('none where nothing brings anything', async () => {
  expect(await bringing([])).toBeUndefined();
  expect(await bringing([0])).toBeUndefined();
});

test('of two that act on the same days one gives way to what brings more with the others', async () => {
  // The first two overlap: together they bring as much as the better one, and a little.
  const overlapping = async (levers: readonly Lever[]): Promise<ScenarioAnswer> => {
    const answer = await ask(levers);
    const has = (cash: number) => levers.some(({ yearlyCost }) => yearlyCost === String(cash));
    if (!has(100) || !has(90)) return answer;
    const changed = answer.levers.map((one, index) =>
      levers[index]?.yearlyCost === '90'
        ? { ...one, inOrder: { ...one.inOrder, cashReleased: '10', netYearlyGain: '10' } }
        : one,
    );
    const whole = String(Number(answer.worth.netYearlyGain) - 80);
    const worth = { ...answer.worth, cashReleased: whole, netYearlyGain: whole };
    return { ...answer, levers: changed, worth };
  };
  const found = await proposalOf([100, 90, 50, 40].map(lever), overlapping);
  expect(found?.actions.map(({ worth }) => worth.cashReleased)).toEqual(['100', '50', '40']);
});
