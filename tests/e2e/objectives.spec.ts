import { readFile } from 'node:fs/promises';
import { expectValue, go, open, openSample, paste } from './app';
import { expect, test } from './fixtures';

const before = [
  'mois;ca ttc;encours clients;échu',
  '2025-01;310;100;10',
  '2025-02;280;140;20',
  '2025-03;310;310;62',
].join('\n');
/** A month later: half of the way from 31 to 11 days is gone. */
const after = `${before}\n2025-04;300;200;30`;

test('a target is set, kept in the dossier, and followed when new data comes', async ({ page }) => {
  await open(page);
  await paste(page, before);
  await expectValue(page.getByTestId('kpi-receivables'), '310');
  await go(page, 'analyses', 'targets');
  await page.getByTestId('target-value').fill('40');
  await expect(page.getByTestId('target-fault')).toContainText('Déjà atteint');
  await expect(page.getByTestId('set-target')).toBeDisabled();
  await page.getByTestId('target-value').fill('11');
  await page.getByTestId('target-by').fill('2025-03-31');
  await expect(page.getByTestId('target-fault')).toContainText('31 mars 2025');
  await page.getByTestId('target-by').fill('2025-05-30');
  await page.getByTestId('set-target').click();
  const target = page.getByTestId('target');
  await expect(target).toHaveAttribute('data-state', 'onTrack');
  await expectValue(page.getByTestId('target-now'), '31');
  await go(page, 'data');
  await paste(page, after);
  await expectValue(page.getByTestId('kpi-receivables'), '200');
  await go(page, 'analyses', 'targets');
  await expectValue(page.getByTestId('target-now'), '20');
  // 30 of 60 days have passed.
  await expectValue(page.getByTestId('target-expected'), '21');
  await expect(target).toHaveAttribute('data-state', 'onTrack');
  await page.getByTestId('give-up').click();
  await expect(target).toHaveCount(0);
  await page.getByTestId('undo').click();
  await expect(target).toHaveCount(1);
});

test('suggestions and calls become actions, which are followed and printed', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  await go(page, 'analyses', 'targets');
  await page.getByTestId('take-action').first().click();
  await expect(page.getByTestId('planned-action')).toHaveCount(1);
  await expect(page.getByTestId('take-action').first()).toBeDisabled();
  await page.getByTestId('take-call').first().click();
  await page.getByTestId('add-action').click();
  const last = page.getByTestId('planned-action').nth(2);
  await expect(last.getByLabel('Action', { exact: true })).toBeFocused();
  await last.getByLabel('Action', { exact: true }).fill('=HYPERLINK("x")');
  await last.getByLabel(/Échéance/).fill('2020-01-01');
  await expect(last.getByTestId('action-late')).toBeVisible();
  await last.getByTestId('action-state').selectOption('done');
  await expect(last.getByTestId('action-late')).toHaveCount(0);

  await go(page, 'report');
  await page.getByTestId('report-annex-plan').check();
  await expect(page.getByTestId('planned-actions').locator('tbody tr')).toHaveCount(3);
  const called = await page.getByTestId('planned-actions').locator('tbody th').nth(1).innerText();
  await page.getByTestId('report-anonymous').check();
  await expect(page.getByTestId('planned-actions').locator('tbody th').nth(1)).toHaveText(
    /Client \d/,
  );
  await expect(page.getByTestId('planned-actions')).not.toContainText(called);

  await page.getByTestId('export-menu').click();
  const download = page.waitForEvent('download');
  await page.getByTestId('export-plan').click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv.split('\n')[3]).toMatch(/^"?'=HYPERLINK/);
});

test('a part of the data has its own target, whose name is hidden where names are', async ({
  page,
}) => {
  await open(page);
  await openSample(page, 'sample');
  await go(page, 'analyses', 'targets');
  await page.getByTestId('target-kind').selectOption('accountingDso');
  const aim = async (value: string) => {
    await page.getByTestId('target-value').fill(value);
    await page.getByTestId('target-by').fill('2026-06-30');
    await page.getByTestId('set-target').click();
  };
  await aim('55');
  await expect(page.getByTestId('target')).toHaveCount(1);
  await page.getByTestId('context-menu').click();
  await page.getByTestId('context-segment').selectOption('commercial');
  await page.getByTestId('context-segment-value').selectOption('Caron');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('cut-bar')).toContainText('Caron');
  await expect(page.getByTestId('set-target')).toHaveText('Fixer cet objectif');
  await aim('60');
  await expect(page.getByTestId('target')).toHaveCount(2);
  await expect(page.getByTestId('target').nth(1)).toContainText('Caron');
  await expect(page.getByTestId('set-target')).toHaveText('Remplacer cet objectif');
  await aim('50');
  await expect(page.getByTestId('target')).toHaveCount(2);
  await go(page, 'dashboard');
  await expect(page.getByText('Objectif 50 jours au 30 juin 2026').first()).toBeVisible();
  await page.getByTestId('show-all').click();
  await expect(page.getByText('Objectif 55 jours au 30 juin 2026').first()).toBeVisible();

  const json = async () => {
    await page.getByTestId('export-menu').click();
    const download = page.waitForEvent('download');
    await page.getByTestId('export-json').click();
    return readFile(await (await download).path(), 'utf8');
  };
  expect(await json()).toContain('Caron');
  await go(page, 'report');
  await page.getByTestId('report-anonymous').check();
  expect(await json()).not.toContain('Caron');
});

test('a target has its line on the chart of the DSO', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  await go(page, 'analyses', 'targets');
  await page.getByTestId('target-value').fill('55');
  await page.getByTestId('target-by').fill('2026-06-30');
  await page.getByTestId('set-target').click();
  await go(page, 'dashboard');
  await expect(page.getByText('Objectif 55 jours au 30 juin 2026').first()).toBeVisible();
});

test('customers are called in the order of what their lateness costs', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  await go(page, 'analyses', 'targets');
  const first = await page.getByTestId('call').first().getByRole('link').innerText();
  await page.getByTestId('call-all').click();
  await expect(page.getByTestId('open-customer').first()).toHaveText(first);
  const costs = await page
    .getByTestId('late-cost')
    .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))));
  expect(costs).toEqual(costs.toSorted((a, b) => b - a));
  await page.getByTestId('open-customer').first().click();
  await expectValue(page.getByTestId('customer-late-cost'), String(costs[0]));
});

test('on a phone each action is a card', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page);
  await openSample(page, 'sample');
  await go(page, 'analyses', 'targets');
  await page.getByTestId('take-action').first().click();
  const plan = page.getByTestId('action-plan');
  const sideways = (element: Element) => element.scrollWidth - element.clientWidth;
  expect(await plan.locator('.scroll').evaluate(sideways)).toBeLessThanOrEqual(0);
  for (const field of await plan.locator('tbody input, tbody select').all()) {
    const box = await field.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
  }
});
