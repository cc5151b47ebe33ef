import {
  expectFigure,
  expectValue,
  finding,
  giveFiles,
  open,
  pasteToReview,
  review,
  textsOf,
} from './app';
import { expect, test } from './fixtures';

test('identical rows are set aside on request, and back', async ({ page }) => {
  await open(page);
  const [text = ''] = textsOf('invoice_depth.json', 'duplicates-kept');
  await pasteToReview(page, text);
  const found = finding(page, 'duplicate-rows');
  await expect(found).toContainText('3 fois');
  await expect(found).toContainText('500');
  await found.getByRole('button', { name: 'Les écarter' }).click();
  await expect(found).toHaveCount(0);
  await expect(finding(page, 'duplicates-set-aside')).toBeVisible();
  await expectFigure(page, 'kpi-receivables', '300');
  await expect(page.getByTestId('repeats')).toHaveValue('drop');
  await page.getByTestId('repeats').selectOption('');
  await expect(found).toBeVisible();
  await expectFigure(page, 'kpi-receivables', '800');
});

test('repeated totals are added up on request', async ({ page }) => {
  await open(page);
  const [text = ''] = textsOf('invoice_depth.json', 'repeated-totals');
  await pasteToReview(page, text.replaceAll('2025-02-04;300', ';300'));
  const found = finding(page, 'repeated-totals');
  await expect(found).toContainText('2 fois');
  await found.getByRole('button', { name: 'Les additionner' }).click();
  await expect(found).toHaveCount(0);
  await expect(page.getByTestId('repeats')).toHaveValue('keep');
  await expectFigure(page, 'kpi-receivables', '900');
  await page.getByTestId('repeats').selectOption('');
  await expectFigure(page, 'kpi-receivables', '300');
});

test('amounts taken for cents are kept as written on request', async ({ page }) => {
  await open(page);
  const [text = ''] = textsOf('invoice_depth.json', 'minor-units');
  await pasteToReview(page, text);
  await expectFigure(page, 'kpi-receivables', '1234.56');
  await finding(page, 'minor-units-assumed').getByRole('button').click();
  await expectFigure(page, 'kpi-receivables', '123456');
  await expect(page.getByTestId('amount-unit')).toHaveValue('major');
  await page.getByTestId('amount-unit').selectOption('');
  await expectFigure(page, 'kpi-receivables', '1234.56');
});

test('another currency is chosen', async ({ page }) => {
  await open(page);
  await pasteToReview(
    page,
    [
      'numéro;client;date de facture;montant ttc;devise',
      'F1;A;2025-01-31;100;EUR',
      'F2;A;2025-01-31;100;EUR',
      'F3;B;2025-01-31;70;USD',
    ].join('\n'),
  );
  await expectFigure(page, 'kpi-receivables', '200');
  const found = finding(page, 'other-currency');
  await found.getByRole('button', { name: 'USD' }).click();
  await expectFigure(page, 'kpi-receivables', '70');
  await expect(page.getByTestId('understood').getByTestId('currency')).toHaveValue('USD');
  await found.getByRole('button', { name: 'EUR' }).click();
  await expectFigure(page, 'kpi-receivables', '200');
});

test('a finding is one group, with the file it stands in', async ({ page }) => {
  await open(page);
  const header = 'numéro;client;date de facture;échéance;montant ttc';
  await giveFiles(page, {
    'janvier.csv': `${header}\nF1;A;2025-01-31;2025-02-28;100\nF2;A;2025-01-32;2025-02-28;100`,
    'février.csv': `${header}\nF3;A;2025-02-28;2025-03-31;100\nF4;A;hier;2025-03-31;100`,
  });
  await review(page);
  const found = finding(page, 'invalid-date');
  await expect(found).toHaveCount(1);
  await expect(found).toContainText('2 fois');
  const places = found.getByRole('listitem');
  await expect(places.nth(0)).toContainText('janvier.csv');
  await expect(places.nth(0)).toContainText('ligne 3');
  await expect(places.nth(1)).toContainText('février.csv');
});

test('both readings of ambiguous amounts say what they amount to', async ({ page }) => {
  await open(page);
  const header = 'numéro;client;date de facture;montant ttc';
  await pasteToReview(page, [header, 'F1;A;2025-01-31;1,234', 'F2;A;2025-01-31;2,345'].join('\n'));
  const totals = page.getByTestId('ambiguous-marks').getByTestId('reading-totals');
  await expect(totals.nth(0)).toContainText('encours 3,58');
  await expect(totals.nth(1)).toContainText(/encours 3\s579/);
  // The figures on screen are those of the present reading.
  await expectFigure(page, 'kpi-receivables', '3579');
});

test('the kind is reassigned, and its columns with it', async ({ page }) => {
  await open(page);
  const firstGroup = page.getByTestId('map-0').locator('optgroup').first();
  await pasteToReview(
    page,
    ['date de facture;client;montant ttc', '2025-01-31;A;100', '2025-02-28;A;200'].join('\n'),
  );
  await expectValue(page.getByTestId('source-kind'), 'invoices');
  await expect(firstGroup).toHaveAttribute('label', 'Liste de factures');
  await page.getByTestId('kind').selectOption('series');
  await expectValue(page.getByTestId('source-kind'), 'series');
  await expect(firstGroup).toHaveAttribute('label', 'Série mensuelle');
  await page.getByTestId('kind').selectOption('');
  await expectValue(page.getByTestId('source-kind'), 'invoices');
});
