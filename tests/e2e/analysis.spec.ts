import { expectValue, open, openConventions, paste, show, textsOf } from './app';
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

test('the latest payers are told with the overdue rate, and lead to what is expected of them', async ({
  page,
}) => {
  await open(page);
  await paste(page, textsOf('customers.json', 'late-payers')[0] ?? '');
  await show(page, 'analyses', 'payment');
  const list = page.getByTestId('late-payers');
  await expectValue(list.getByTestId('overdue-rate'), '63');
  await expect(list.getByTestId('overdue-rate')).toContainText(/6\s300\s€ échus sur 10\s000\s€/);
  const payers = list.getByTestId('late-payer');
  await expect(payers).toContainText(['Beta', 'Alpha', 'Delta']);
  await expectValue(payers.first().locator('[data-value]').last(), '60');
  await payers.nth(1).getByRole('link').click();
  const panel = page.getByTestId('customer-panel');
  await expectValue(panel.getByTestId('customer-overdue-rate'), '80');
  // The only payment there is, of Gamma, is a small part of what was ever due.
  await expectValue(panel.getByTestId('expected-delay'), '');
  await expect(panel.getByTestId('expected-delay')).toContainText('Moins de la moitié');
  await expect(panel.getByTestId('expected-delay')).toContainText('Aucun règlement de ce client');
  await panel.getByTestId('close-customer').click();
  await expectValue(page.getByTestId('overdue-rate'), '63');
  await page.getByTestId('customers-search').fill('alpha');
  await expectValue(page.getByTestId('overdue-rate'), '80');
  await page.getByTestId('customers-search').fill('gamma');
  await page.getByTestId('open-customer').click();
  // One payment: 1 ÷ (1 + 12) of what is expected.
  await expect(panel.getByTestId('expected-delay')).toContainText(
    /Estimé pour 8\s% sur ses propres/,
  );
});

test('a change of lateness is rounded, and the drawer says what is expected', async ({ page }) => {
  await open(page);
  // On time before; of late 9,000 ten days and 1,000 nine days late: 9.9 on average.
  const invoice = (number: number, issue: string, due: string, paid: string, amount: number) =>
    `F${String(number)};Alpha;${issue};${due};${String(amount)};${paid}`;
  await paste(
    page,
    [
      'number;customer;issue date;due date;amount incl tax;paid on',
      invoice(1, '2025-01-01', '2025-01-31', '2025-01-31', 1000),
      invoice(2, '2025-02-01', '2025-02-28', '2025-02-28', 1000),
      invoice(3, '2025-03-01', '2025-03-31', '2025-03-31', 1000),
      invoice(4, '2025-10-01', '2025-10-31', '2025-11-10', 3000),
      invoice(5, '2025-10-01', '2025-10-31', '2025-11-10', 6000),
      invoice(6, '2025-11-01', '2025-11-30', '2025-12-09', 1000),
      'F7;Beta;2025-12-31;2026-01-30;3000;',
    ].join('\n'),
  );
  await show(page, 'analyses', 'customers');
  const alpha = page.getByTestId('customer').filter({ hasText: 'Alpha' });
  await expect(alpha.locator('td').nth(3)).toHaveText('+10');
  // 4,000 of 13,000 were paid by the ninth day, 9,000 on the tenth; six payments weigh 6 ÷ (6 + 12).
  await alpha.getByRole('link').click();
  const expected = page.getByTestId('expected-delay');
  await expectValue(expected, '10');
  await expect(expected).toContainText('Règlement attendu 10 jours après l’échéance');
  await expect(expected).toContainText(/Estimé pour 33\s% sur ses propres/);
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
  await expect(rows.first()).toContainText('Client 99999');
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
