import {
  chooseDate,
  expectDate,
  expectRounded,
  expectValue,
  giveFiles,
  open,
  paste,
  show,
  textsOf,
} from './app';
import { expect, test } from './fixtures';

const [text = ''] = textsOf('aged_balance.json', 'aged-balance-without-date');

test('the date is asked for, then the sales', async ({ page }) => {
  await open(page);
  await paste(page, text);
  await expect(page.getByTestId('ask-date')).toBeVisible();
  await expect(page.getByTestId('kpi-receivables')).toHaveCount(0);
  await page.getByTestId('as-of').fill('2025-10-31');
  await expect(page.getByTestId('ask-date')).toHaveCount(0);
  // The question is gone: the focus goes to the figures that come in its place.
  await expect(page.getByRole('main')).toBeFocused();
  await expectDate(page, '2025-10-31');
  await expectValue(page.getByTestId('kpi-receivables'), '10000');
  await show(page, 'scenarios');
  await expect(page.getByTestId('no-scenario')).toContainText('balance âgée');
  await show(page, 'dashboard');
  await page.getByTestId('lead-balances').getByRole('textbox').fill('100 000');
  await expectValue(page.getByTestId('kpi-accounting-dso'), '36.5');
  await show(page, 'analyses', 'methods');
  await expectValue(page.getByTestId('kpi-accounting-dso'), '36.5');
  await expectValue(page.getByTestId('kpi-best-possible-dso'), '27.375');
  await expect(page.getByTestId('kpi-roll-back-dso')).toContainText('mois par mois');
  // With sales its ages say how fast customers pay: reminders have something to move.
  await show(page, 'scenarios');
  await expect(page.getByTestId('no-scenario')).toHaveCount(0);
  await page.getByTestId('models').click();
  await page.getByTestId('preset-reminders').last().click();
  await expect(page.getByTestId('scenario-cash')).toHaveAttribute('data-value', /^[1-9]/);
  await expect(page.getByTestId('assumptions')).toContainText('ventes par jour');
});

test('a second file with the sales of each month gives both methods', async ({ page }) => {
  await open(page);
  const [sales = '', balance = ''] = textsOf(
    'several_files.json',
    'sales-by-month-before-the-aged-balance',
  );
  await giveFiles(page, { 'ventes.csv': sales, 'balance.csv': balance });
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.75');
  await expectValue(page.getByTestId('kpi-receivables'), '10000');
  await expect(page.getByTestId('lead-balances')).toHaveCount(0);
  await expect(page.getByTestId('strip')).toContainText('2 clients');
  await expect(page.getByTestId('open-gap')).toBeVisible();
  await show(page, 'analyses', 'methods');
  await expectRounded(page.getByTestId('kpi-accounting-dso'), '70.7692307692');
  await show(page, 'scenarios');
  await expect(page.getByTestId('no-scenario')).toHaveCount(0);
  await page.getByTestId('models').click();
  await page.getByTestId('preset-reminders').last().click();
  await expect(page.getByTestId('scenario-cash')).toHaveAttribute('data-value', /^[1-9]/);
});

test('today is one click away', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-01-15T10:00:00'));
  await open(page);
  await paste(page, text);
  await page.getByTestId('as-of-today').click();
  await expect(page.getByTestId('ask-date')).toHaveCount(0);
  await expectDate(page, '2026-01-15');
  await expectValue(page.getByTestId('kpi-receivables'), '10000');
});

test('a date in the file is taken, and can be changed', async ({ page }) => {
  await open(page);
  await paste(page, `Balance âgée au 30/09/2025\n${text}`);
  await expectDate(page, '2025-09-30');
  await chooseDate(page, '2025-10-31');
  await expectValue(page.getByTestId('kpi-receivables'), '10000');
  await expectDate(page, '2025-10-31');
});

test('what ages leave open is said as bounds', async ({ page }) => {
  await open(page);
  await paste(page, textsOf('levers.json', 'aged-balance-bounds-of-a-plan')[0] ?? '');
  await page.getByTestId('as-of').fill('2025-12-31');
  await page.getByTestId('lead-balances').getByRole('textbox').fill('36 500');
  await show(page, 'scenarios');
  await page.getByTestId('lever-terms').getByRole('switch').click();
  // Ten days less of terms free the same, on whatever day of its age an invoice is paid.
  await expect(page.getByTestId('scenario-cash')).toHaveAttribute('data-value', /^[1-9]/);
  await expect(page.getByTestId('cash-bounds')).toHaveCount(0);
  await page.getByTestId('lever-terms').getByRole('switch').click();
  const card = page.getByTestId('lever-instalmentPlan');
  await card.getByRole('switch').click();
  await card.locator('summary').first().click();
  const plan = (name: string) => card.getByRole('slider', { name });
  await plan('Part de l’échu').fill('100');
  await plan('Nombre d’échéances').fill('2');
  await plan('Début').fill('20');
  await expectValue(page.getByTestId('scenario-cash'), '300');
  await expect(page.getByTestId('cash-bounds')).toContainText(/250.*300/);
  await expect(page.getByTestId('assumptions')).toContainText('quel jour on y paie');
});
