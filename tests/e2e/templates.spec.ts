import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { expectValue, open, review, show } from './app';
import { expect, test } from './fixtures';

/** Each kind, what its template shows a figure in, and what there is to say about it. */
const kinds = [
  { kind: 'series', read: 'series', figure: 'kpi-roll-back-dso', findings: 0 },
  { kind: 'invoices', read: 'invoices', figure: 'kpi-add', findings: 0 },
  // The line above its header, which gives its date.
  { kind: 'agedBalance', read: 'agedBalance', figure: 'kpi-receivables', findings: 1 },
  { kind: 'customerLedger', read: 'customerLedger', figure: 'kpi-add', findings: 0 },
  { kind: 'fec', read: 'fec', figure: 'kpi-roll-back-dso', findings: 0 },
  { kind: 'payments', read: 'invoices', figure: 'kpi-add', findings: 0 },
] as const;

for (const locale of ['fr', 'en'] as const) {
  test.describe(`templates, ${locale}`, () => {
    test.use({ locale });

    for (const { kind, read, figure, findings } of kinds) {
      test(`${kind} is read without a fault`, async ({ page }) => {
        await open(page);
        await openTemplate(page, kind);
        await expect(page.getByTestId('view-dashboard')).toBeVisible();
        await show(page, 'analyses', 'methods');
        await expect(page.getByTestId(figure)).toHaveAttribute('data-value', /^\d/);
        await show(page, 'data');
        await expectValue(page.getByTestId('source-kind'), read);
        await expect(page.getByTestId('issues').locator('.error, .warning')).toHaveCount(0);
        await expect(page.getByTestId('issues').locator('[data-code]')).toHaveCount(findings);
      });
    }
  });
}

test('a template is downloaded as it is opened', async ({ page }) => {
  await open(page);
  await page.getByTestId('templates').locator('summary').click();
  const downloading = page.waitForEvent('download');
  await page.getByTestId('template-series').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('modele-serie-mensuelle.csv');
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toMatch(/^\ufeffmois;ca_ttc;/);
});

test('the single file has the templates too', async ({ page }) => {
  await page.goto(pathToFileURL(join(__dirname, '../../dist/encours.html')).href);
  await openTemplate(page, 'fec');
  await review(page);
  await expectValue(page.getByTestId('source-kind'), 'fec');
});

async function openTemplate(page: Page, kind: string): Promise<void> {
  await page.getByTestId('templates').locator('summary').click();
  await page.getByTestId(`template-open-${kind}`).click();
}
