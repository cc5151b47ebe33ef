import type { Locator } from '@playwright/test';
import { go, open, openSample, paste, seed } from './app';
import { expect, test } from './fixtures';

test('the table of a chart and one of an analysis are copied with their exact figures', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await paste(page, seed);
  const take = async (around: Locator): Promise<string[][]> => {
    await around.getByTestId('table-menu').click();
    await around.getByTestId('table-copy').click();
    await expect(around.getByTestId('table-said')).toContainText('copié');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    return copied.split('\n').map((row) => row.split('\t'));
  };
  await go(page, 'analyses', 'methods');
  const trail = page.locator('.around', { has: page.getByTestId('roll-back-trail') });
  const rows = await take(trail);
  expect(rows.map((row) => row.slice(1))).toEqual([
    ['Ventes TTC', 'Absorbé', 'Reste', 'Jours'],
    ['6400', '6400', '3600', '30'],
    ['2600', '2600', '1000', '31'],
    ['4000', '1000', '0', '7,5'],
    ['', '', '', '68,5'],
  ]);

  await openSample(page);
  await go(page, 'analyses', 'evolution');
  const chart = page.locator('figure', { has: page.getByTestId('chart-table') }).first();
  await chart.getByTestId('chart-table').click();
  const months = await take(chart);
  expect(months.length).toBeGreaterThan(10);
  expect(new Set(months.map((row) => row.length)).size).toBe(1);
});

test('every table of the analyses and of a scenario can be taken along', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  let tables = 0;
  const check = async (where: string) => {
    // All of what is behind a question, too.
    const found = () =>
      page.locator('main').evaluate((main) => {
        const all = [...main.querySelectorAll('[role="group"]:has(> table)')];
        const lacking = all.filter(
          (one) => !one.closest('.around, figure')?.querySelector('[data-testid="table-menu"]'),
        );
        return { tables: all.length, lacking: lacking.map((one) => one.ariaLabel) };
      });
    await expect.poll(async () => (await found()).tables, where).toBeGreaterThan(0);
    await expect.poll(async () => (await found()).lacking, where).toEqual([]);
    tables += (await found()).tables;
  };
  for (const part of ['methods', 'ages', 'payment', 'cash', 'terms']) {
    await go(page, 'analyses', part);
    await check(part);
  }
  await go(page, 'scenarios');
  await page.getByRole('switch').first().click();
  await go(page, 'scenarios', 'compare');
  await check('compare');
  expect(tables).toBeGreaterThan(6);
});
