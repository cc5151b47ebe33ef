import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectValue, open, show } from './app';
import { expect, test } from './fixtures';

/** Made up: their README says from what. */
const folder = join(__dirname, '../fixtures/parquet');
const whole = join(folder, 'invoices-zstd.parquet');

for (const [name, rollBack] of [
  ['invoices-zstd', '40.0005214994'],
  ['invoices-spark', '40.0005214994'],
  ['series-gzip', '40.0005214994'],
] as const) {
  test(`${name} is read as its list`, async ({ page }) => {
    await open(page);
    await page.getByTestId('file-input').setInputFiles(join(folder, `${name}.parquet`));
    await expectValue(page.getByTestId('kpi-receivables'), '53685');
    await expectValue(page.getByTestId('kpi-roll-back-dso'), rollBack);
  });
}

test('names with commas and quotes are whole', async ({ page }) => {
  await open(page);
  await page.getByTestId('file-input').setInputFiles(whole);
  await expectValue(page.getByTestId('kpi-receivables'), '53685');
  await page.evaluate(() => {
    location.hash = '#/analyses/customers';
  });
  await expect(page.getByTestId('open-customer').first()).toHaveText(/^Client \d+, "SA"$/);
});

test('nothing of it is fetched before it is needed', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page);
  expect(asked.filter((url) => url.includes('parquet'))).toEqual([]);
  await page.getByTestId('file-input').setInputFiles(whole);
  await expectValue(page.getByTestId('kpi-receivables'), '53685');
  expect(asked.some((url) => url.includes('parquet'))).toBe(true);
});

test('a file that is cut off says so, and nothing is lost', async ({ page }) => {
  await open(page);
  await page.getByTestId('file-input').setInputFiles(whole);
  await expectValue(page.getByTestId('kpi-receivables'), '53685');
  const bytes = readFileSync(whole);
  for (const [name, buffer] of [
    ['cut.parquet', bytes.subarray(0, 20_000)],
    ['short.parquet', bytes.subarray(0, 6)],
    [
      'spoiled.parquet',
      Buffer.concat([bytes.subarray(0, 4), Buffer.alloc(20_000, 7), bytes.subarray(20_004)]),
    ],
  ] as const) {
    await show(page, 'data');
    await page
      .getByTestId('file-input')
      .setInputFiles({ name, mimeType: 'application/vnd.apache.parquet', buffer });
    await expect(page.getByRole('alert').filter({ hasText: 'Parquet' })).toBeVisible();
    await page.keyboard.press('Control+z');
    await show(page, 'dashboard');
    await expectValue(page.getByTestId('kpi-receivables'), '53685');
  }
});
