import { chooseDate, expectValue, finding, go, linkOf, open, paste, review, show } from './app';
import { expect, test } from './fixtures';

const list = [
  'facture;client;date;échéance;montant ttc;réglée le;statut',
  'F1;Alpha;01/03/2025;31/03/2025;100;;ouverte',
  'F2;Beta;05/03/2025;20/03/2025;50;;cédée au factor',
  'F3;Beta;06/03/2025;06/04/2025;160;20/03/2025;payée',
].join('\n');

test('what a factor holds is told, apart, and added back when asked', async ({ page }) => {
  await open(page);
  await paste(page, list);
  await chooseDate(page, '2025-03-31');
  await expectValue(page.getByTestId('kpi-receivables'), '100');
  await review(page);
  await expect(finding(page, 'factored-apart')).toContainText('Un factor porte une part');
  await go(page, 'analyses', 'methods');
  const published = page.getByTestId('factored-published').locator('[data-value]');
  const economic = page.getByTestId('factored-economic').locator('[data-value]');
  await expectValue(published.first(), '100');
  await expectValue(economic.first(), '150');
  await page.getByTestId('count-factored').check();
  await expectValue(page.getByTestId('kpi-receivables'), '150');
  await expectValue(published.first(), '100');
});

test('an amount that is typed stands beside the receivables', async ({ page }) => {
  await open(page);
  await paste(page, 'mois;ca ttc;encours clients\n2025-02;280;90\n2025-03;310;100');
  await expectValue(page.getByTestId('kpi-receivables'), '100');
  await go(page, 'analyses', 'methods');
  await page.getByTestId('factored-fold').locator('summary').click();
  const amount = page.getByLabel('Encours cédé à un factor, à la date');
  // More than was sold in the history: at least all its days, in the title too.
  await amount.fill('1000');
  await expect(page.getByRole('heading', { name: /Le factor porte.*≥ 59/ })).toBeVisible();
  await amount.fill('50');
  await expectValue(page.getByTestId('factored-economic').locator('[data-value]').first(), '150');
  await expectValue(page.getByTestId('kpi-receivables'), '100');
});

for (const isCounted of [false, true]) {
  test(`a link tells what a factor holds, ${isCounted ? 'counted in' : 'beside'}`, async ({
    page,
    browser,
  }) => {
    const owed = isCounted ? '150' : '100';
    await open(page);
    await paste(page, list);
    await chooseDate(page, '2025-03-31');
    await expectValue(page.getByTestId('kpi-receivables'), '100');
    if (isCounted) {
      await go(page, 'analyses', 'methods');
      await page.getByTestId('count-factored').check();
      await go(page, 'dashboard');
      await expectValue(page.getByTestId('kpi-receivables'), owed);
    }
    const link = await linkOf(page);
    const other = await (await browser.newContext()).newPage();
    await other.goto(link);
    await show(other, 'dashboard');
    await expectValue(other.getByTestId('kpi-receivables'), owed);
    await go(other, 'analyses', 'methods');
    const published = other.getByTestId('factored-published').locator('[data-value]');
    await expectValue(published.first(), '100');
    const economic = other.getByTestId('factored-economic').locator('[data-value]');
    await expectValue(economic.first(), '150');
  });
}
