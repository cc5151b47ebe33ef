import { expectValue, open, paste, textsOf } from './app';
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
  const receivables = page.getByTestId('kpi-receivables');
  await receivables.locator('summary').click();
  await expect(receivables.locator('details')).toContainText(/3.000 non échus \+ 1.000 échus/);
  const late = page.getByTestId('kpi-add');
  await late.locator('summary').click();
  await expect(late.locator('details')).toContainText(/BPDSO/);
});

test('customers are sorted, searched, and told when they pay later and later', async ({ page }) => {
  await open(page);
  await paste(page, ledger);
  await page.getByTestId('tab-customers').click();
  const rows = page.getByTestId('customer');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Beta');
  await page.getByTestId('sort-overdue').click();
  await expect(rows.first()).toContainText('Alpha');
  await expect(rows.first()).toContainText('+13,3');
  await page.getByTestId('sort-name').click();
  await expect(rows.first()).toContainText('Alpha');
  await page.getByTestId('customers-worsening').check();
  await expect(rows).toHaveCount(1);
  await page.getByTestId('customers-search').fill('bet');
  await expect(page.getByTestId('customers')).toContainText('Aucun client ne correspond.');
});

test('customers are sorted by the delay expected of them', async ({ page }) => {
  await open(page);
  const [ledger = ''] = textsOf('customers.json', 'customer-expected-order');
  await paste(page, ledger);
  await page.getByTestId('tab-customers').click();
  await page.getByTestId('sort-expected').click();
  const rows = page.getByTestId('customer');
  await expect(rows.locator('th')).toHaveText(['Beta', 'Alpha', 'Gamma']);
  await expect(rows.first().getByTestId('customer-expected')).toContainText('20,0');
  await page.getByTestId('sort-expected').click();
  await expect(rows.locator('th')).toHaveText(['Alpha', 'Gamma', 'Beta']);
});

test('what is expected of a customer goes when it is insolvent', async ({ page }) => {
  await open(page);
  await paste(page, ledger);
  await page.getByTestId('tab-cash').click();
  await expectValue(page.getByTestId('cash-later'), '1500');
  await expectValue(page.getByTestId('expected-loss'), '1500');
  await page.getByTestId('tab-customers').click();
  await page.getByLabel('Alpha est en procédure collective').check();
  await page.getByTestId('tab-cash').click();
  await expectValue(page.getByTestId('cash-insolvent'), '1000');
  await page.getByLabel('Perte sur procédures collectives (%)').fill('40');
  await expectValue(page.getByTestId('expected-loss'), '900');
});

test('the bands of the aging are typed', async ({ page }) => {
  await open(page);
  await paste(page, ledger);
  await page.getByTestId('conventions').locator('summary').click();
  await page.getByTestId('aging-bounds').fill('15, 25');
  await page.getByTestId('aging-bounds').press('Enter');
  await page.getByTestId('tab-ages').click();
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
  await page.getByTestId('tab-split').click();
  await page.getByTestId('compare-to').selectOption('2024-11-30');
  await expect(page.getByTestId('change')).toContainText('DSO au 30 novembre 2024');
  await expect(page.getByTestId('change-payment')).toBeVisible();
});

test('arrow keys go from part to part, and a series has no customers', async ({ page }) => {
  await open(page);
  await paste(page, 'mois;ca ttc;encours\n2024-11;3000;2000\n2024-12;3100;2500');
  await expect(page.getByTestId('tab-customers')).toHaveCount(0);
  await page.getByTestId('tab-main').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('tab-split')).toBeFocused();
  await expect(page.getByTestId('tab-split')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await expect(page.getByTestId('trail')).toHaveCount(0);
  await expect(page.getByTestId('roll-back-trail')).toBeVisible();
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
  await page.getByTestId('tab-customers').click({ timeout: 30_000 });
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
