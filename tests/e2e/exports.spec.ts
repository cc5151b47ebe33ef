import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectValue, go, open, openSample, paste, seed, show } from './app';
import { expect, test } from './fixtures';

/** The text of a file that an entry of the menu hands over. */
async function exported(page: Page, entry: string): Promise<{ name: string; text: string }> {
  await page.getByTestId('export-menu').click();
  const download = page.waitForEvent('download');
  await page.getByTestId(entry).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

const rowsOf = (text: string): string[] =>
  text
    .replace(/^\ufeff/, '')
    .trim()
    .split('\r\n');

test('the months leave as a table with every digit', async ({ page }) => {
  await open(page);
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  const { name, text } = await exported(page, 'export-months');
  expect(name).toBe('encours 2025-11-30 Mois.csv');
  const [head, ...rows] = rowsOf(text);
  expect(head).toBe('Mois;Ventes TTC;Encours clients;DSO comptable;DSO par épuisement');
  expect(rows).toHaveLength(3);
  expect(rows.at(-1)).toMatch(/^2025-11;6400;10000;70;68,5$/);
});

test('customers leave with all of them, and none is a formula', async ({ page }) => {
  await open(page);
  await paste(
    page,
    [
      'facture;client;date;échéance;montant',
      'F1;"=HYPERLINK(""http://x"")";01/10/2025;31/10/2025;1000,50',
      'F2;@Dupont;05/10/2025;05/11/2025;2000,25',
      'F3;Martin;06/11/2025;06/12/2025;3000',
    ].join('\n'),
  );
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
  await page.getByTestId('count-all').click();
  await expectValue(page.getByTestId('kpi-receivables'), '6000.75');
  const [, ...rows] = rowsOf((await exported(page, 'export-customers')).text);
  expect(rows.map((row) => row.split(';')[0])).toEqual([
    'Martin',
    "'@Dupont",
    '"\'=HYPERLINK(""http://x"")"',
  ]);
  expect(rows[1]).toContain('2000,25');
});

test('a text says what the page says', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await openSample(page, 'sample');
  await page.getByTestId('simulate-all').click();
  await expect(page.getByTestId('scenario-cash')).toHaveAttribute('data-value', /^[1-9]/);
  const cash = await page.getByTestId('scenario-cash').locator('.value').innerText();
  await show(page, 'dashboard');
  const headline = await page.getByTestId('headline').innerText();
  const dso = await page.getByTestId('kpi-roll-back-dso').innerText();
  await page.getByTestId('export-menu').click();
  await page.getByTestId('export-text').click();
  await expect(page.getByTestId('export-text')).toContainText('Copié');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const plain = (of: string) => of.replace(/\s+/g, '');
  expect(plain(text)).toContain(plain(headline));
  expect(plain(text)).toContain(plain(`DSO par épuisement : ${dso}`));
  expect(plain(text)).toContain(plain(cash));
});

test('the data leaves as it was computed', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  const dso = (await page.getByTestId('kpi-roll-back-dso').getAttribute('data-value')) ?? '';
  const { name, text } = await exported(page, 'export-json');
  expect(name).toMatch(/\.json$/);
  const all = JSON.parse(text) as {
    report: { figures: { rollBackDso: { days: string } } };
    customers: unknown[];
  };
  expect(all.report.figures.rollBackDso.days).toBe(dso);
  expect(all.customers.length).toBeGreaterThan(10);
});

test('a phone has the exports in its last menu', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await open(page);
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await page.getByTestId('more-menu').click();
  const download = page.waitForEvent('download');
  // Without a lever that is on there is no scenario to hand over.
  await expect(page.getByTestId('export-scenarios')).toHaveCount(0);
  await page.getByTestId('export-months').click();
  expect((await download).suggestedFilename()).toContain('Mois');
});

test('customers who are numbers in the report are so in all that leaves the page', async ({
  page,
}) => {
  await open(page);
  await openSample(page, 'sample');
  const name = 'Serres du Val';
  await go(page, 'report');
  await page.getByTestId('report-anonymous').check();
  await page.getByTestId('export-menu').click();
  await expect(page.getByTestId('export-anonymous')).toBeVisible();
  await page.keyboard.press('Escape');
  for (const entry of ['export-customers', 'export-json']) {
    const { text } = await exported(page, entry);
    expect(text).toContain('Client 1');
    expect(text).not.toContain(name);
  }
});
