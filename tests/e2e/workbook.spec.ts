import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import {
  closePanel,
  expectFigure,
  expectValue,
  open,
  openConventions,
  pasteToReview,
  review,
  seed,
} from './app';
import { expect, test } from './fixtures';

const fixtures = join(__dirname, '../fixtures');
const singleFile = pathToFileURL(join(__dirname, '../../dist/encours.html')).href;

test('a workbook is read, and another of its sheets', async ({ page }) => {
  await open(page);
  await give(page, 'deux-feuilles.xlsx');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await review(page);
  await expect(page.getByTestId('source-rows')).toHaveText(/= 5 retenues \+ 0 rejetée/);
  const sheet = page.getByTestId('sheet');
  await expect(sheet.locator('option:checked')).toHaveText('les 2 feuilles de données');
  await sheet.selectOption('Groupe');
  await expect(page.getByTestId('source-rows')).toHaveText(/= 3 retenues \+ 0 rejetée/);
  await expectFigure(page, 'kpi-roll-back-dso', '68.5');
  await expect(page.getByTestId('delimiter')).toHaveCount(0);

  await sheet.selectOption('Filiale');
  await expectFigure(page, 'kpi-receivables', '600.5');
  await expect(sheet.locator('option:checked')).toHaveText('Filiale');
  // A choice about how to read the sheet is one about this sheet.
  await page.getByTestId('decimal-mark').selectOption('.');
  await expectFigure(page, 'kpi-receivables', '600.5');
  await expect(sheet.locator('option:checked')).toHaveText('Filiale');

  await pasteToReview(page, seed);
  await expectFigure(page, 'kpi-roll-back-dso', '68.5');
  await expect(sheet).toHaveCount(0);
  await expect(page.getByTestId('delimiter')).toBeVisible();
});

test('a sheet that was chosen is read again by a new worker', async ({ page }) => {
  await open(page);
  await give(page, 'deux-feuilles.xlsx');
  await review(page);
  await page.getByTestId('sheet').selectOption('Filiale');
  await expectFigure(page, 'kpi-receivables', '600.5');
  await page.workers()[0]?.evaluate(() => {
    self.close();
  });
  await openConventions(page);
  await page.getByTestId('month-length').selectOption('thirty');
  await closePanel(page);
  await expectFigure(page, 'kpi-roll-back-dso', '60');
});

test('a dropped ODS is read', async ({ page }) => {
  await open(page);
  const transfer = await page.evaluateHandle(
    (text) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
      data.items.add(new File([bytes], 'encours.ods'));
      return data;
    },
    readFileSync(join(fixtures, 'encours.ods'), 'base64'),
  );
  await page.getByTestId('paste').dispatchEvent('drop', { dataTransfer: transfer });
  await expectValue(page.getByTestId('kpi-receivables'), '10000');
  await review(page);
  await expect(page.getByTestId('sheet').locator('option:checked')).toHaveText('Auto (Encours)');
});

test('what is no workbook, or a protected one, is said', async ({ page }) => {
  await open(page);
  await give(page, 'protege.ods');
  await expect(page.getByTestId('problem')).toContainText('mot de passe');
  await page.getByTestId('file-input').setInputFiles({
    name: 'photos.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('PK\u0003\u0004 and nothing that follows'),
  });
  await expect(page.getByTestId('problem')).toContainText('n’est pas un classeur');
  await give(page, 'deux-feuilles.xlsx');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
});

test('the single file reads workbooks too', async ({ page }) => {
  await page.goto(singleFile);
  await give(page, 'deux-feuilles.xlsx');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
});

async function give(page: Page, name: string): Promise<void> {
  await page.getByTestId('file-input').setInputFiles(join(fixtures, name));
}
