import { chooseDate, expectValue, giveFiles, go, open, paste, show } from './app';
import { expect, test } from './fixtures';

const heading = 'numéro;client;date de facture;échéance;montant ttc;devise;date de règlement';

/** Three currencies: 1 500 €, 2 000 $ and 300 000 ¥ are owed at the end of March. */
const france = [
  heading,
  'F1;ACME;10/01/2025;10/02/2025;1000,00;EUR;20/02/2025',
  'F2;Globex;10/02/2025;10/03/2025;2000,00;USD;',
  'F3;BETA;15/02/2025;15/03/2025;1500,00;EUR;',
  'F4;Initech;01/03/2025;01/04/2025;300000,00;JPY;',
  'F5;Globex;05/03/2025;05/04/2025;500,00;USD;25/03/2025',
].join('\n');

const rates = [
  'devise;mois;clôture;moyenne',
  'USD;2025-02;0,96;0,95',
  'USD;mars 2025;0,92;0,93',
  'JPY;;0,0062',
].join('\n');

test('other currencies are converted at the rates that are pasted, or stay apart', async ({
  page,
}) => {
  await open(page);
  await paste(page, france);
  await expectValue(page.getByTestId('kpi-receivables'), '1000');
  await show(page, 'data');
  await page.getByTestId('every-currency').check();
  const row = (currency: string) =>
    page
      .getByTestId('currency-row')
      .filter({ has: page.getByRole('rowheader', { name: currency }) });
  await expect(row('USD')).toContainText('reste à part');
  await page.getByTestId('rates').fill(rates);
  await expect(row('USD')).toContainText('1 USD = 0,96 EUR');
  await expect(row('JPY')).toContainText('1 JPY = 0,0062 EUR');
  await expect(page.getByTestId('rate-doubt')).toHaveCount(0);
  await go(page, 'dashboard');
  await chooseDate(page, '2025-03-31');
  // 1 500 € + 2 000 $ at 0.92 + 300 000 ¥ at 0.0062.
  await expectValue(page.getByTestId('kpi-receivables'), '5200');
  await go(page, 'analyses', 'segments');
  await expect(page.getByTestId('segment-column')).toContainText('Devise');
  await page.getByTestId('segment-column').selectOption('currency');
  await expect(page.getByTestId('segment')).toHaveCount(3);

  // Upside down, and not above zero.
  await go(page, 'data');
  await page.getByTestId('rates').fill('USD;;0,92\nJPY;;161\nGBP;;0\nn’importe quoi');
  await expect(page.getByTestId('rate-doubt')).toHaveCount(2);
  await expect(page.getByTestId('rate-doubt').first()).toContainText('inversé');
  await expect(page.getByTestId('rates-rejected')).toContainText('ligne 4');
  await page.getByTestId('every-currency').uncheck();
  await go(page, 'dashboard');
  await expectValue(page.getByTestId('kpi-receivables'), '1000');
});

test('two files are two entities, together and one by one', async ({ page }) => {
  await open(page);
  const line = 'F1;ACME;10/01/2025;10/02/2025;1000,00;EUR;';
  await giveFiles(page, {
    'france.csv': `${heading}\n${line}\nF2;BETA;31/01/2025;28/02/2025;500,00;EUR;05/02/2025`,
    'belgique.csv': `${heading}\n${line}\nF3;GAMMA;31/01/2025;28/02/2025;300,00;EUR;05/02/2025`,
  });
  // One invoice in two files is one, unless they are of two entities.
  await expectValue(page.getByTestId('kpi-receivables'), '1800');
  await show(page, 'data');
  await page.getByTestId('entity-0').fill('France');
  await page.getByTestId('entity-0').press('Enter');
  await page.getByTestId('entity-1').fill('Belgique');
  await page.getByTestId('entity-1').press('Enter');
  await go(page, 'dashboard');
  await expectValue(page.getByTestId('kpi-receivables'), '2800');
  await go(page, 'analyses', 'segments');
  await expect(page.getByTestId('look-at-segment')).toHaveText(['France', 'Belgique']);
  await page.getByTestId('look-at-segment').last().click();
  await expect(page.getByTestId('cut-bar')).toContainText('Entité');
  await go(page, 'dashboard');
  await expectValue(page.getByTestId('kpi-receivables'), '1300');
});
