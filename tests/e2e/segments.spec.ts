import type { Locator, Page } from '@playwright/test';
import { closePanel, expectValue, go, open, openSample, paste } from './app';
import { expect, test } from './fixtures';

/** Two salespeople and one invoice without; in one region all are late. */
const list = [
  'numéro;client;commercial;région;date de facture;échéance;montant ttc;date de règlement',
  'F1;ACME;Durand;Nord;10/01/2025;10/02/2025;1000,00;20/02/2025',
  'F2;Acme SA;Durand;Nord;10/02/2025;10/03/2025;2000,00;',
  'F3;BETA;Martin;Sud;15/02/2025;15/03/2025;1500,00;10/03/2025',
  'F4;GAMMA;Martin;Sud;01/03/2025;01/04/2025;3000,00;',
  'F5;DELTA;;Sud;05/03/2025;05/04/2025;500,00;',
  'F6;BETA;Durand;Nord;20/03/2025;20/04/2025;800,00;25/04/2025',
  'F7;ACME;Durand;Nord;02/04/2025;02/05/2025;1200,00;',
  'F8;BETA;Martin;Sud;30/04/2025;30/05/2025;100,00;',
].join('\n');

const values = (rows: Locator): Promise<string[]> =>
  rows.evaluateAll((all) =>
    all.map((row) => row.querySelector('[data-value]')?.getAttribute('data-value') ?? ''),
  );

const names = (page: Page): Locator => page.getByTestId('segments').getByTestId('look-at-segment');

test('segments are marked by their headings, ranked, and make the whole', async ({ page }) => {
  await open(page);
  await paste(page, list);
  await expectValue(page.getByTestId('kpi-receivables'), '6800');
  await go(page, 'analyses', 'segments');
  await expect(names(page)).toHaveText(['Durand', 'Martin', '(non renseigné)']);
  expect(await values(page.getByTestId('segment'))).toEqual(['3200', '3100', '500']);
  await expect(page.getByTestId('all-segments').locator('[data-value]').first()).toHaveAttribute(
    'data-value',
    '6800',
  );
  await page.getByTestId('segment-ranking').selectOption('overdue');
  await expect(names(page)).toHaveText(['Martin', 'Durand', '(non renseigné)']);
  await page.getByTestId('segment-column').selectOption('région');
  await expect(names(page)).toHaveText(['Sud', 'Nord']);
  expect(await values(page.getByTestId('segment'))).toEqual(['3600', '3200']);
});

test('one segment is looked at everywhere, and all of them again', async ({ page }) => {
  await open(page);
  await paste(page, list);
  await expectValue(page.getByTestId('kpi-receivables'), '6800');
  await go(page, 'analyses', 'segments');
  await names(page).filter({ hasText: 'Durand' }).click();
  await expect(page.getByTestId('cut-bar')).toContainText('commercial');
  await go(page, 'dashboard');
  await expectValue(page.getByTestId('kpi-receivables'), '3200');
  await go(page, 'analyses', 'customers');
  await expect(page.getByTestId('open-customer')).toHaveText(['Acme SA', 'ACME', 'BETA']);
  await go(page, 'report');
  await expect(page.getByTestId('report-client')).toContainText('Durand');
  await page.getByTestId('show-all').click();
  await go(page, 'dashboard');
  await expectValue(page.getByTestId('kpi-receivables'), '6800');
  await expect(page.getByTestId('cut-bar')).toHaveCount(0);

  // The same from the header.
  await page.getByTestId('context-menu').click();
  await page.getByTestId('context-segment').selectOption('région');
  await page.getByTestId('context-segment-value').selectOption('Sud');
  await closePanel(page);
  await expectValue(page.getByTestId('kpi-receivables'), '3600');
});

test('a column is marked by hand, and a part that is gone is no dead end', async ({ page }) => {
  await open(page);
  await paste(page, list.replace('commercial', 'colonne').replace('région', 'autre'));
  await expectValue(page.getByTestId('kpi-receivables'), '6800');
  await go(page, 'analyses', 'segments');
  await expect(page.getByTestId('no-segments')).toBeVisible();
  await page.getByTestId('mark-segments').click();
  await page.getByTestId('map-2').selectOption('segment');
  await page.getByTestId('map-3').selectOption('segment');
  await go(page, 'analyses', 'segments');
  await expect(names(page)).toHaveText(['Durand', 'Martin', '(non renseigné)']);
  await names(page).first().click();
  await expect(page.getByTestId('cut-bar')).toBeVisible();
  await go(page, 'data', 'columns');
  await page.getByTestId('map-2').selectOption('');
  await go(page, 'dashboard');
  await expectValue(page.getByTestId('kpi-receivables'), '6800');
  await expect(page.getByTestId('cut-bar')).toHaveCount(0);
});

test('customers written in several ways are taken as one when one says so', async ({ page }) => {
  await open(page);
  await paste(page, list);
  await expectValue(page.getByTestId('kpi-receivables'), '6800');
  await go(page, 'analyses', 'customers');
  await expect(page.getByTestId('open-customer')).toHaveCount(5);
  await page.getByTestId('open-groups').click();
  await expect(page.getByTestId('twins')).toContainText('Acme SA · ACME');
  await page.getByTestId('group-twins').click();
  await expect(page.getByTestId('open-customer')).toHaveCount(4);
  await expect(page.getByTestId('open-customer').first()).toHaveText('Acme SA');
  await expect(page.getByTestId('no-twins')).toBeVisible();
  await page.getByTestId('ungroup').click();
  await expect(page.getByTestId('open-customer')).toHaveCount(5);

  await page.getByTestId('customers-by').selectOption('région');
  await expect(page.getByTestId('open-customer')).toHaveText(['Sud', 'Nord']);
});

test('a lever is for one segment', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  await go(page, 'scenarios');
  const lever = page.getByTestId('lever-terms');
  await lever.getByRole('switch').click();
  const cash = page.getByTestId('scenario-cash');
  await expect(cash).toHaveAttribute('data-value', /^[1-9]/);
  const all = Number(await cash.getAttribute('data-value'));
  await lever.locator('details').first().locator('summary').first().click();
  const scope = lever.getByTestId('lever-segments');
  await scope.getByTestId('lever-segment').selectOption('région');
  await scope.getByTestId('lever-segment-value').selectOption('Nord');
  await expect(scope).toContainText('région : Nord');
  await expect.poll(async () => Number(await cash.getAttribute('data-value'))).toBeLessThan(all);
  expect(Number(await cash.getAttribute('data-value'))).toBeGreaterThan(0);
});
