import {
  closePanel,
  expectValue,
  open,
  openConventions,
  openSample,
  paste,
  pasteToReview,
  show,
  textsOf,
} from './app';
import { expect, test } from './fixtures';

const [text = ''] = textsOf('fec.json', 'fec-18-columns');

test('what the FEC says of itself is shown', async ({ page }) => {
  await open(page);
  await pasteToReview(page, text);
  const fec = page.getByTestId('fec');
  await expectValue(fec.getByTestId('fec-balance'), '0');
  await expect(fec).toContainText('équilibré');
  await expect(fec).toContainText('15 janvier 2025');
  await expect(fec).toContainText('28 février 2025');
  await expect(fec).toContainText('AN');
  // Without its last line.
  await pasteToReview(page, text.slice(0, text.lastIndexOf('\n')));
  await expectValue(fec.getByTestId('fec-balance'), '300');
  await expect(fec).toContainText(/écart\s: 300/);
});

test('a term gives the best possible DSO', async ({ page }) => {
  await open(page);
  await paste(page, text);
  await show(page, 'analyses', 'methods');
  const best = page.getByTestId('kpi-best-possible-dso');
  await expectValue(best, '');
  await expect(best).toContainText('délai');
  const term = page.getByTestId('term-inline').getByRole('textbox');
  await term.pressSequentially('30', { delay: 100 });
  // The field stays under the cursor once the figure is there.
  await expect(term).toHaveValue('30');
  await expect(best).toHaveAttribute('data-value', /^\d/);
  const conventions = await openConventions(page);
  await expect(page.getByTestId('term-days').getByRole('textbox')).toHaveValue('30');
  await expect(conventions).toContainText(/30\sjours/);
  await closePanel(page);
  await term.fill('400');
  await expect(best).toContainText('De 0 à 365.');
  await term.fill('');
  await expectValue(best, '');
});

test('sales and accounts of the receivables are chosen', async ({ page }) => {
  await open(page);
  const line = (account: string, debit: string, credit: string) =>
    `OD\tDivers\t9\t20250228\t${account}\tCompte\t\t\tOD\t20250228\tDouteux\t${debit}\t${credit}\t\t\t20250331\t\t`;
  await paste(
    page,
    [text, line('416000', '500,00', '0,00'), line('411000', '0,00', '500,00')].join('\n'),
  );
  await expectValue(page.getByTestId('kpi-receivables'), '3000');
  const conventions = await openConventions(page);
  await page.getByTestId('scope-doubtful').uncheck();
  await expectValue(page.getByTestId('kpi-receivables'), '2500');
  await page.getByTestId('fec-sales').selectOption('salesEntries');
  await expect(conventions.locator('p').first()).toContainText('70x');
  await closePanel(page);
  await show(page, 'analyses', 'capital');
  await page.getByTestId('accounts').locator('summary').click();
  const doubtful = page.getByTestId('accounts').locator('[data-account="416"]');
  await expect(doubtful).toContainText('500');
  await expect(doubtful).toContainText('non retenu');
});

test('what belongs to a FEC is shown for a FEC only', async ({ page }) => {
  await open(page);
  await openSample(page);
  await show(page, 'data');
  await expectValue(page.getByTestId('source-kind'), 'series');
  await expect(page.getByTestId('fec')).toHaveCount(0);
  await openConventions(page);
  await expect(page.getByTestId('month-length')).toBeVisible();
  for (const testid of ['fec-sales', 'term-days'])
    await expect(page.getByTestId(testid)).toHaveCount(0);
  await closePanel(page);
  await show(page, 'analyses', 'methods');
  await expect(page.getByTestId('kpi-best-possible-dso')).toBeVisible();
  await expect(page.getByTestId('term-inline')).toHaveCount(0);
  await show(page, 'analyses', 'capital');
  await expect(page.getByTestId('ccc')).toBeVisible();
  await expect(page.getByTestId('accounts')).toHaveCount(0);
});
