import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { go, open, openSample, paste, show } from './app';
import { expect, test } from './fixtures';
import { textsOfPdf } from './pdf';

/** Names that are code somewhere: in a page, in a spreadsheet, in a template, in the order of letters. */
const hostile = [
  `=cmd|' /C calc'!A0`,
  '@SUM(1+1)',
  '<img src=x onerror="window.ran = true">',
  '"><script>window.ran = true</script>',
  '{{constructor}} $t(app.title) ${7*7}',
  'javascript:window.ran=true',
  'fdp.exe\u202egpj',
];

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const invoices = [
  'facture;client;date;échéance;montant;règlement',
  ...hostile.flatMap((name, at) => [
    `A${at};${quoted(name)};0${at + 1}/02/2025;15/03/2025;${1000 * (at + 1)};`,
    `B${at};${quoted(name)};0${at + 1}/01/2025;0${at + 1}/02/2025;1500;1${at}/02/2025`,
  ]),
].join('\n');

/** The page must not have run any of it, nor asked for anything. */
async function expectNothingRan(page: Page): Promise<void> {
  expect(await page.evaluate('window.ran')).toBeUndefined();
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
}

async function saved(page: Page, click: () => Promise<void>): Promise<string> {
  const download = page.waitForEvent('download');
  await click();
  return readFileSync(await (await download).path(), 'utf8');
}

/** Gives the scenario that is worked at a name. */
async function nameScenario(page: Page, name: string): Promise<void> {
  await show(page, 'scenarios');
  await page.getByRole('switch').first().check();
  await page.getByTestId('scenario-name').fill(name);
  await page.getByTestId('scenario-name').press('Enter');
}

test('they are words in the report on paper', async ({ page, browserName }) => {
  test.skip(browserName !== 'chromium', 'only Chromium writes PDF files on its own');
  await open(page);
  await paste(page, invoices);
  await expect(page.getByTestId('top-customers')).toBeVisible();
  await nameScenario(page, hostile[2] ?? '');
  await show(page, 'report');
  await page.getByTestId('report-client-name').fill('"; } @page { size: 1mm } <b>');
  await page.getByTestId('report-client-name').press('Tab');
  await page.getByTestId('report-author').fill(hostile[3] ?? '');
  await page.getByTestId('report-note-summary').fill(hostile[2] ?? '');
  await expect(page.getByTestId('report-customers').locator('tbody tr')).toHaveCount(7);
  await expectNothingRan(page);
  const pages = await textsOfPdf(await page.pdf({ preferCSSPageSize: true }));
  const printed = pages.flat().join(' ').replaceAll(/\s/g, '');
  for (const name of hostile.slice(0, 6)) expect(printed).toContain(name.replaceAll(/\s/g, ''));
  // What is written at the foot of pages is no style sheet.
  expect(pages.length).toBeLessThan(15);
  expect(pages.at(1)?.join(' ')).toContain('"; } @page { size: 1mm } <b>');
});

test('they are text in tables that are taken along', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await paste(page, invoices);
  await go(page, 'analyses', 'customers');
  const menu = page.getByTestId('customers').getByTestId('table-menu');
  const take = async (way: string) => {
    await menu.click();
    await page.getByTestId(`table-${way}`).click();
  };
  await take('copy');
  await expect(page.getByTestId('table-said')).toContainText('copié');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n')).toHaveLength(8);
  const csv = await saved(page, () => take('csv'));
  for (const text of [copied, csv]) {
    for (const cell of text.split(/[\t\n;]/)) expect(cell.trim()).not.toMatch(/^"?[=@]/);
  }
  const json = JSON.parse(await saved(page, () => take('json'))) as Record<string, string>[];
  expect(json.map((row) => row['Client']).sort()).toEqual([...hostile].sort());
  await expectNothingRan(page);
});

test('they are text in drawings', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  await nameScenario(page, hostile[3] ?? '');
  await page.getByTestId('scenario-duplicate').click();
  await go(page, 'scenarios', 'compare');
  const chart = page.getByTestId('compare-chart');
  await expect(chart.locator('.drawing svg')).toBeVisible();
  await chart.getByTestId('chart-save').click();
  const svg = await saved(page, () => chart.getByTestId('chart-svg').click());
  const found = await page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    const isBroken = read.querySelector('parsererror') !== null;
    return {
      isBroken,
      text: read.documentElement.textContent,
      code: read.querySelectorAll('script, image, foreignObject').length,
    };
  }, svg);
  expect(found).toMatchObject({ isBroken: false, code: 0 });
  expect(found.text).toContain('<script>');
  await expectNothingRan(page);
});

test('they stay behind when a link is given, and one that is forged says nothing', async ({
  page,
}) => {
  await open(page);
  await openSample(page);
  await nameScenario(page, hostile[2] ?? '');
  await page.getByTestId('export-menu').click();
  await page.getByTestId('export-link').click();
  const link = await page.getByTestId('link-address').inputValue();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByTestId('link-bar')).toBeVisible();
  await show(page, 'scenarios');
  expect(await page.locator('body').innerText()).not.toContain('onerror');
  await page.goto(`./#/link/1${encodeURIComponent(hostile[3] ?? '')}`);
  await page.reload();
  await expect(page.getByTestId('paste')).toBeVisible();
  await expectNothingRan(page);
});

test('they are words in a frame', async ({ page }) => {
  await page.goto(
    './?embed=1&view=full&lang=%3Cimg%20src%3Dx%3E&theme=%22%3E&accent=0);background:url(x)',
  );
  await page.getByTestId('paste').fill(invoices);
  await expect(page.getByTestId('kpi-roll-back-dso')).toHaveAttribute('data-value', /\d/);
  await expect(page.getByTestId('top-customers')).toContainText(hostile[3] ?? '');
  await expectNothingRan(page);
});
