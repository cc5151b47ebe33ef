import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import {
  chooseDate,
  closePanel,
  expectValue,
  go,
  open,
  openConventions,
  openSample,
  paste,
  seed,
  show,
} from './app';
import { expect, test } from './fixtures';

/** The months of `seed`, and one more: 9 000 owed, of which 4 000 reach 18.75 of the 30 days of November. */
const later = `${seed}\n2025-12;5 000;9 000`;

async function planned(page: Page): Promise<{ rollBack: string; cash: string }> {
  await show(page, 'scenarios');
  await page.getByTestId('lever-terms').getByRole('switch').click();
  const cash = page.getByTestId('scenario-cash');
  await expect(cash).toHaveAttribute('data-value', /^[1-9]/);
  return {
    rollBack: (await page.getByTestId('scenario-dso').getAttribute('data-value')) ?? '',
    cash: (await cash.getAttribute('data-value')) ?? '',
  };
}

async function freeze(page: Page): Promise<void> {
  await page.getByTestId('dossier-menu').click();
  await page.getByTestId('dossier-freeze').click();
  await expect(page.getByTestId('dossier-offer')).toContainText('figés');
}

const cell = (page: Page, row: string, column: number) =>
  page.getByTestId(row).getByRole('cell').nth(column);

/** The days of a column, from where it starts to where it ends. */
async function days(page: Page, column: number): Promise<number[]> {
  const rows = page.getByTestId('plan-causes').locator('tbody tr');
  const texts = await rows.evaluateAll(
    (all, at) => all.map((row) => row.querySelectorAll('td')[at]?.textContent ?? ''),
    column,
  );
  return texts.map((text) => Number(text.trim().replace(',', '.').replace('−', '-')));
}

test('what was frozen is compared with what came true', async ({ page }) => {
  await open(page);
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  const { rollBack, cash } = await planned(page);
  await freeze(page);
  await go(page, 'analyses', 'plan');
  await expect(page.getByTestId('plan-waits')).toContainText('30 novembre 2025');

  await paste(page, later);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '49.75');
  await go(page, 'analyses', 'plan');
  await expectValue(page.getByTestId('plan-rollBack'), '49.75');
  await expectValue(cell(page, 'plan-rollBack', 1), rollBack);
  await expectValue(cell(page, 'plan-cash', 1), cash);
  await expect(cell(page, 'plan-rollBack', 0)).toHaveText('68,5');
  await expectValue(page.getByTestId('plan-receivables'), '9000');
  // Sales of 13 000 in 91 days, then 18 000 in 122.
  await expectValue(page.getByTestId('plan-accounting'), '61');

  const [toPlan, toActual] = [await days(page, 0), await days(page, 1)];
  for (const [start = 0, ...rest] of [toPlan, toActual]) {
    const end = rest.pop() ?? 0;
    expect(start + rest.reduce((sum, part) => sum + part, 0)).toBeCloseTo(end, 0);
  }
  expect(toPlan[0]).toBe(70);
  expect(toActual[0]).toBe(toPlan.at(-1));
  expect(toActual.at(-1)).toBe(61);
});

test('it goes with the file, and can be taken back', async ({ page }) => {
  await open(page);
  await paste(page, seed);
  await planned(page);
  await freeze(page);
  await page.getByTestId('dossier-menu').click();
  await page.getByTestId('dossier-with-data').uncheck();
  const download = page.waitForEvent('download');
  await page.getByTestId('dossier-save').click();
  const bytes = readFileSync(await (await download).path());
  await page.keyboard.press('Control+z');
  await go(page, 'analyses');
  await expect(page.getByRole('tab', { name: 'Prévu et réalisé' })).toHaveCount(0);

  await show(page, 'data');
  await page
    .getByTestId('file-input')
    .setInputFiles({ name: 'a.encours', mimeType: 'application/x-encours', buffer: bytes });
  await expect(page.getByTestId('dossier-awaits')).toBeVisible();
  await paste(page, later);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '49.75');
  await go(page, 'analyses', 'plan');
  await expectValue(page.getByTestId('plan-rollBack'), '49.75');
});

test('parts and conventions that differ are not compared, and come back', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  await page.getByTestId('context-menu').click();
  await page.getByTestId('context-segment').selectOption('commercial');
  await page.getByTestId('context-segment-value').selectOption('Caron');
  await closePanel(page);
  await expect(page.getByTestId('cut-bar')).toContainText('Caron');
  await chooseDate(page, '2025-09-30');
  await expect(page.getByTestId('kpi-receivables')).toHaveAttribute('data-value', '76370.64');
  await freeze(page);
  await chooseDate(page, '2025-12-31');
  await page.getByTestId('show-all').click();
  await go(page, 'analyses', 'plan');
  await expect(page.getByTestId('plan-other-part')).toContainText('commercial : Caron');
  await expect(page.getByTestId('plan')).toHaveCount(0);
  await page.getByTestId('plan-come-back').click();
  await expect(page.getByTestId('plan')).toBeVisible();
  await expect(page.getByTestId('cut-bar')).toContainText('Caron');
  const owed = page.getByTestId('plan-receivables').locator('td').first();
  expect((await owed.innerText()).replace(/[^\d]/g, '')).toBe('76371');
  await go(page, 'analyses', 'methods');
  await openConventions(page);
  await page.getByTestId('window-months').selectOption('3');
  await closePanel(page);
  await go(page, 'analyses', 'plan');
  await expect(page.getByTestId('plan-other-conventions')).toContainText('30 septembre 2025');
  await page.getByTestId('plan-come-back').click();
  await expect(page.getByTestId('plan')).toBeVisible();
});

test('a frozen dossier stays as it was', async ({ page }) => {
  await open(page);
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await page.getByTestId('dossier-menu').click();
  await page.getByTestId('dossier-name').fill('Armel');
  await page.getByTestId('dossier-name').press('Enter');
  await page.getByTestId('dossier-menu').click();
  await page.getByTestId('dossier-keep').check();
  await expect(page.getByTestId('dossier-status')).toContainText('Gardé dans ce navigateur');
  await page.keyboard.press('Escape');
  await freeze(page);
  await page.getByTestId('dossier-menu').click();
  const frozen = page.getByTestId('dossier-other').filter({ hasText: 'figé' });
  await expect(frozen).toHaveCount(1);
  await frozen.click();
  await expect(page.getByTestId('dossier-offer')).toContainText('ouvert');
  await paste(page, later);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '49.75');
  await page.getByTestId('dossier-menu').click();
  // It is there still, beside the one that went on with it.
  await expect(frozen).toHaveCount(1);
  await frozen.click();
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  // The page loaded again comes back to it.
  await page.waitForTimeout(1200);
  await page.reload();
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
});
