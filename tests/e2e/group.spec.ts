import { chooseDate, expectValue, giveFiles, go, open, show } from './app';
import { expect, test } from './fixtures';
import { textsOfPdf } from './pdf';

const heading =
  'numéro;client;commercial;date de facture;échéance;montant ttc;devise;date de règlement;statut';

const france = [
  heading,
  'F1;ACME;Durand;10/01/2025;10/02/2025;1000,00;EUR;20/02/2025;payée',
  'F2;Globex;Durand;10/02/2025;10/03/2025;2000,00;USD;;ouverte',
  'F3;BETA;Martin;15/02/2025;15/03/2025;1500,00;EUR;;ouverte',
  'F4;BETA;Martin;20/03/2025;20/04/2025;900,00;EUR;;cédée au factor',
].join('\n');

const belgique = [
  heading,
  'B1;Initech;Peeters;05/01/2025;05/02/2025;700,00;EUR;10/03/2025;payée',
  'B2;Hooli;Peeters;01/03/2025;31/03/2025;800,00;EUR;;ouverte',
  'B3;Globex;Peeters;05/03/2025;05/04/2025;500,00;USD;25/03/2025;payée',
].join('\n');

test('a group is read, compared, aimed and printed in one go', async ({ page }) => {
  await open(page);
  await giveFiles(page, { 'france.csv': france, 'belgique.csv': belgique });
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
  await show(page, 'data');
  await page.getByTestId('entity-0').fill('France');
  await page.getByTestId('entity-0').press('Enter');
  await page.getByTestId('entity-1').fill('Belgique');
  await page.getByTestId('entity-1').press('Enter');
  await page.getByTestId('every-currency').check();
  await page.getByTestId('rates').fill('devise;mois;clôture;moyenne\nUSD;;0,92;0,93');
  await go(page, 'dashboard');
  await chooseDate(page, '2025-03-31');
  // 2,000 $ at 0.92, 1,500 and 800; what the factor holds is apart.
  await expectValue(page.getByTestId('kpi-receivables'), '4140');

  await go(page, 'analyses', 'segments');
  await page.getByTestId('segment-column').selectOption('commercial');
  await expect(page.getByTestId('look-at-segment')).toHaveText(['Durand', 'Martin', 'Peeters']);
  await go(page, 'analyses', 'methods');
  await expectValue(page.getByTestId('factored-economic').locator('[data-value]').first(), '5040');
  await go(page, 'analyses', 'sector');
  await page.getByTestId('activity').fill('commerce de gros alimentaires');
  await page.getByTestId('choose-activity').first().click();
  await expect(page.getByTestId('sector')).toBeVisible();
  const days = await page.getByTestId('own-days').first().innerText();

  await go(page, 'analyses', 'targets');
  await page.getByTestId('target-kind').selectOption('overduePercent');
  await page.getByTestId('target-value').fill('10');
  await page.getByTestId('target-by').fill('2025-12-31');
  await page.getByTestId('set-target').click();
  await expect(page.getByTestId('target')).toHaveCount(1);
  await page.getByTestId('take-call').first().click();
  await page.getByTestId('add-action').click();
  await page
    .getByTestId('planned-action')
    .nth(1)
    .getByLabel('Action', { exact: true })
    .fill('Revue');

  await go(page, 'report');
  for (const annex of ['segments', 'sector', 'plan'])
    await page.getByTestId(`report-annex-${annex}`).check();
  await expect(page.getByTestId('planned-actions')).toContainText('Revue');
  await expect(page.getByTestId('report-sector').getByTestId('strip').first()).toBeVisible();
  const pages = await textsOfPdf(
    await page.pdf({ preferCSSPageSize: true, printBackground: true }),
  );
  const text = pages.flat().join('\n');
  for (const written of [days, 'Revue', 'Peeters', '1 USD', 'Belgique'])
    expect(text, written).toContain(written);
});
