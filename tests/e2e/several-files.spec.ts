import { expectFigure, expectValue, giveFiles, open, review, textsOf } from './app';
import { expect, test } from './fixtures';

const header = 'numéro;client;date de facture;montant ttc';

test('two years of a FEC are read together, and each is shown', async ({ page }) => {
  await open(page);
  const [second = '', first = ''] = textsOf('several_files.json', 'fec-two-years');
  await giveFiles(page, { '2025-03.txt': second, '2025-02.txt': first });
  await expectValue(page.getByTestId('kpi-receivables'), '2550');
  await review(page);
  await expect(page.getByTestId('file-name')).toHaveCount(2);
  await expect(page.getByTestId('source-rows')).toHaveText(/^6 lues/);
  await expect(page.getByTestId('fec')).toContainText('31 mars 2025');
  await page.getByTestId('file-shown').selectOption('1');
  await expect(page.getByTestId('source-rows')).toHaveText(/^15 lues/);
  await expect(page.getByTestId('fec')).toContainText('28 février 2025');
});

test('a choice about one file leaves the other as it was', async ({ page }) => {
  await open(page);
  await giveFiles(page, {
    'a.csv': `${header}\nF1;A;2025-01-31;100,00`,
    'b.csv': `${header}\nF2;A;2025-01-31;1,234`,
  });
  await expectValue(page.getByTestId('kpi-receivables'), '1334');
  await review(page);
  await page.getByTestId('file-shown').selectOption('1');
  await page.getByTestId('decimal-mark').selectOption(',');
  await expectFigure(page, 'kpi-receivables', '101.234');
  await page.getByTestId('file-shown').selectOption('0');
  await expect(page.getByTestId('decimal-mark')).toHaveValue('');
});

test('rejected rows name their file, and are downloaded file by file', async ({ page }) => {
  await open(page);
  await giveFiles(page, {
    'a.csv': `${header}\nF1;A;2025-01-31;100,00\nF2;A;hier;1`,
    'b.csv': `${header}\nF3;A;2025-01-31;100,00\nF4;A;2025-01-31;deux`,
  });
  await review(page);
  const rejected = page.getByTestId('rejected');
  await expect(rejected.getByRole('row').nth(1)).toContainText('a.csv');
  await expect(rejected.getByRole('row').nth(2)).toContainText('b.csv');
  const downloading = page.waitForEvent('download');
  await page.getByTestId('rejected-download').nth(1).click();
  expect((await downloading).suggestedFilename()).toBe('b-lignes-rejetees.csv');
});
