import { expectValue, open, openConventions, paste, show } from './app';
import { expect, test } from './fixtures';

/** Alpha paid on time, then ten days late, and owes 1,000 for twenty days; Beta owes 3,000 that are not due. */
const ledger = [
  'number;customer;issue date;due date;amount incl tax;paid on',
  'F1;Alpha;2025-01-01;2025-01-31;1000;2025-01-31',
  'F2;Alpha;2025-03-01;2025-03-31;1000;2025-03-31',
  'F3;Alpha;2025-05-01;2025-05-31;1000;2025-05-31',
  'F4;Alpha;2025-10-01;2025-10-31;1000;2025-11-10',
  'F5;Alpha;2025-11-01;2025-11-30;1000;2025-12-10',
  'F6;Alpha;2025-12-01;2025-12-11;1000;',
  'F7;Beta;2025-12-31;2026-01-30;3000;',
].join('\n');

test('every headline figure says how it is computed, in its own numbers', async ({ page }) => {
  await open(page);
  await paste(page, ledger);
  await show(page, 'analyses', 'methods');
  const receivables = page.getByTestId('kpi-receivables');
  await receivables.locator('summary').click();
  await expect(receivables.locator('details')).toContainText(
    /3\s000\s€ non échus \+ 1\s000\s€ échus/,
  );
  const late = page.getByTestId('kpi-add');
  await late.locator('summary').click();
  await expect(late.locator('details')).toContainText(/BPDSO/);
});

test('customers are sorted, searched, and told when they pay later and later', async ({ page }) => {
  await open(page);
  // A sixth payment: of fewer no trend is told.
  await paste(page, `${ledger}\nF0;Alpha;2025-02-01;2025-02-28;1000;2025-02-28`);
  await show(page, 'analyses', 'customers');
  const rows = page.getByTestId('customer');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Beta');
  await page.getByTestId('sort-overdue').click();
  await expect(rows.first()).toContainText('Alpha');
  // In time before; of late ten days twice, and twenty so far: 13.3 on average.
  await expect(rows.first().locator('td').nth(3)).toHaveText('+13');
  await page.getByTestId('sort-name').click();
  await expect(rows.first()).toContainText('Alpha');
  await page.getByTestId('customers-worsening').click();
  await expect(rows).toHaveCount(1);
  await page.getByTestId('customers-search').fill('bet');
  await expect(page.getByTestId('customers')).toContainText('Aucun client ne correspond.');
});

test('what is expected of a customer goes when it is insolvent', async ({ page }) => {
  await open(page);
  await paste(page, ledger);
  await show(page, 'analyses', 'cash');
  await expectValue(page.getByTestId('cash-later'), '1500');
  await expectValue(page.getByTestId('expected-loss'), '1500');
  await page.getByTestId('tab-customers').click();
  await page.getByTestId('open-customer').filter({ hasText: 'Alpha' }).click();
  await page.getByTestId('insolvent').click();
  await page.getByTestId('tab-cash').click();
  await expectValue(page.getByTestId('cash-insolvent'), '1000');
  await page.getByLabel('Perte sur procédures collectives (%)').fill('40');
  await expectValue(page.getByTestId('expected-loss'), '900');
});

test('the bands of the aging are typed', async ({ page }) => {
  await open(page);
  await paste(page, ledger);
  await show(page, 'analyses', 'ages');
  await openConventions(page);
  await page.getByTestId('aging-bounds').fill('15, 25');
  await page.getByTestId('aging-bounds').press('Enter');
  await expectValue(page.getByTestId('age-2'), '1000');
  await expect(page.getByTestId('age-2')).toContainText('16 à 25 j');
  await page.getByTestId('aging-bounds').fill('30 20');
  await page.getByTestId('aging-bounds').press('Enter');
  await expect(page.getByTestId('aging-bounds')).toHaveAttribute('aria-invalid', 'true');
  await expectValue(page.getByTestId('age-2'), '1000');
});

test('another date to compare with', async ({ page }) => {
  await open(page);
  const months = [
    'mois;ca ttc;encours',
    '2024-10;3100;1000',
    '2024-11;3000;2000',
    '2024-12;3100;2500',
  ];
  await paste(page, months.join('\n'));
  await show(page, 'analyses', 'evolution');
  await page.getByTestId('compare-to').selectOption('2024-11-30');
  await expect(page.getByTestId('change')).toContainText('DSO au 30 novembre 2024');
  await expect(page.getByTestId('change-payment')).toBeVisible();
});

test('arrow keys go from part to part, and a series has no customers', async ({ page }) => {
  await open(page);
  await paste(page, 'mois;ca ttc;encours\n2024-11;3000;2000\n2024-12;3100;2500');
  await show(page, 'analyses');
  const evolution = page.getByTestId('tab-evolution');
  const methods = page.getByTestId('tab-methods');
  await expect(evolution).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByTestId('tab-customers')).toHaveCount(0);
  await evolution.focus();
  await page.keyboard.press('ArrowRight');
  await expect(methods).toBeFocused();
  await expect(methods).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByTestId('roll-back-trail')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(evolution).toBeFocused();
  await expect(page.getByTestId('roll-back-trail')).toHaveCount(0);
  await expect(page.getByTestId('change')).toBeVisible();
});

test('of 100,000 customers only those in sight are in the page', async ({ page }) => {
  test.slow();
  const lines = Array.from(
    { length: 100_000 },
    (_, index) => `F${index};Client ${index};2025-01-05;2025-02-04;${1000 + index};`,
  );
  await open(page);
  await page.getByTestId('file-input').setInputFiles({
    name: 'many.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      ['number;customer;issue date;due date;amount;paid on', ...lines].join('\n'),
    ),
  });
  await expect(page.getByTestId('view-dashboard')).toBeVisible({ timeout: 30_000 });
  await show(page, 'analyses', 'customers');
  const rows = page.getByTestId('customer');
  await expect(rows.first()).toContainText('Client 99999', { timeout: 20_000 });
  expect(await rows.count()).toBeLessThan(60);
  await page
    .getByTestId('customers')
    .locator('.list')
    .evaluate((list) => {
      list.scrollTop = list.scrollHeight / 2;
    });
  await expect(rows.filter({ hasText: 'Client 50000' })).toBeVisible();
  await page.getByTestId('customers-search').fill('12345');
  await expect(rows).toHaveCount(1);
});
