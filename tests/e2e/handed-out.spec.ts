import { readFileSync, readdirSync } from 'node:fs';
import { expectValue, go, open, paste, seed, show } from './app';
import { expect, test } from './fixtures';

/** Dossiers of every version that was ever handed out; their README says more. */
const folder = '../tests/fixtures/dossiers';

interface Figures {
  name: string;
  hasData: boolean;
  rollBackDso: string;
  receivables: string;
  levers: number;
  cash: string;
  /** Of versions that have a plan. */
  actions?: number;
  targets?: number;
  activity?: string;
}

const figures = JSON.parse(readFileSync(`${folder}/figures.json`, 'utf8')) as Record<
  string,
  Figures
>;
const files = readdirSync(folder).filter((name) => name.endsWith('.encours'));

test('each of them is told of', () => {
  expect(files.map((name) => name.replace('.encours', '')).sort()).toEqual(
    Object.keys(figures).sort(),
  );
});

for (const [kept, expected] of Object.entries(figures)) {
  test(`${kept} opens with its figures`, async ({ page }) => {
    await open(page);
    await page.getByTestId('file-input').setInputFiles(`${folder}/${kept}.encours`);
    if (!expected.hasData) {
      await expect(page.getByTestId('dossier-awaits')).toBeVisible();
      await paste(page, seed);
    }
    await expectValue(page.getByTestId('kpi-roll-back-dso'), expected.rollBackDso);
    await expectValue(page.getByTestId('kpi-receivables'), expected.receivables);
    await expect(page.getByTestId('dossier-menu')).toContainText(expected.name);
    await show(page, 'scenarios');
    await expectValue(page.getByTestId('scenario-cash'), expected.cash);
    await expect(page.getByRole('switch', { checked: true })).toHaveCount(expected.levers);
    if (expected.activity === undefined) return;
    await go(page, 'analyses', 'sector');
    await expect(page.getByTestId('chosen-activity')).toContainText(expected.activity);
    await go(page, 'analyses', 'targets');
    await expect(page.getByTestId('target')).toHaveCount(expected.targets ?? 0);
    await expect(page.getByTestId('planned-action')).toHaveCount(expected.actions ?? 0);
  });
}
