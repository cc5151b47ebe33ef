import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { giveFiles, open, pasteToReview, review, seed } from './app';
import { expect, test } from './fixtures';

const header = 'numéro;client;date de facture;montant ttc';
const many = [
  header,
  'F;Client;28/02/2025;100,00',
  ...Array.from({ length: 20_000 }, (_, row) => `F${row};Client;31/02/2025;100,00`),
].join('\n');

test('20,000 rejected rows scroll, and only those in sight are in the page', async ({ page }) => {
  await open(page);
  await giveFiles(page, { 'mars.csv': many });
  await review(page);
  const list = page.getByTestId('rejected').getByRole('group');
  await expect(page.getByTestId('rejected')).toContainText(/20\s000/);
  const first = list.locator('[aria-rowindex="2"]');
  await expect(first).toContainText('31/02/2025');
  await expect(first).toContainText('date illisible');
  await list.focus();
  await page.keyboard.press('End');
  // The last of them: line 20,002 of the file.
  const last = list.locator('[aria-rowindex="20001"]');
  await expect(last).toContainText(/20\s002/);
  await expect(last).toContainText('F19999');
  expect(await list.getByRole('row').count()).toBeLessThan(100);
});

test('every rejected row is downloaded as it was written', async ({ page }) => {
  await open(page);
  await giveFiles(page, { 'mars.csv': many });
  await review(page);
  const { name, lines } = await download(page);
  expect(name).toBe('mars-lignes-rejetees.csv');
  expect(lines).toHaveLength(20_001);
  expect(lines[0]).toBe(`\ufeffLigne;Motif;${header}`);
  expect(lines[1]).toBe('3;date illisible (date de facture);F0;Client;31/02/2025;100,00');
  expect(lines.at(-1)).toMatch(/^20002;/);
});

test('nothing in the download is taken for a formula', async ({ page }) => {
  await open(page);
  await giveFiles(page, {
    'factures.csv': [
      header,
      'F1;Client;28/02/2025;100,00',
      '=1+1;@SUM(A1);hier;-12,50',
      '+33 1 23;-x;hier;+1 234,50',
      '"a;b";"dit ""oui""";hier;-1+2',
    ].join('\n'),
  });
  await review(page);
  const { lines } = await download(page);
  expect(lines.slice(1)).toEqual([
    "3;date illisible (date de facture);'=1+1;'@SUM(A1);hier;-12,50",
    "4;date illisible (date de facture);+33 1 23;'-x;hier;+1 234,50",
    `5;date illisible (date de facture);"a;b";"dit ""oui""";hier;'-1+2`,
  ]);
});

test('the list goes with the rows that cannot be read', async ({ page }) => {
  await open(page);
  await pasteToReview(page, `${seed}\n2025-13;1;1`);
  const rejected = page.getByTestId('rejected');
  await expect(rejected).toContainText('mois illisible');
  await pasteToReview(page, seed);
  await expect(page.getByTestId('understood')).toBeVisible();
  await expect(rejected).toHaveCount(0);
});

/** The name and the lines of what the button downloads. */
async function download(page: Page): Promise<{ name: string; lines: string[] }> {
  const downloading = page.waitForEvent('download');
  await page.getByTestId('rejected-download').click();
  const file = await downloading;
  const lines = readFileSync(await file.path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  return { name: file.suggestedFilename(), lines };
}
