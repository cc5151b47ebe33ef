import {
  expectDate,
  expectFigure,
  expectValue,
  finding,
  open,
  openSample,
  paste,
  pasteSeed,
  pasteToReview,
  review,
  seed,
  show,
} from './app';
import { expect, test } from './fixtures';

test('what was understood is shown, and rows add up', async ({ page }) => {
  await open(page);
  await pasteToReview(page, seed);
  await expectValue(page.getByTestId('source-kind'), 'series');
  await expect(page.getByTestId('source-rows')).toHaveText(
    '3 lues = 3 retenues + 0 rejetée + 0 mise de côté',
  );
  await expect(page.getByTestId('map-0')).toHaveValue('month');
  await expect(page.getByTestId('map-1')).toHaveValue('salesInclTax');
  await expect(page.getByTestId('map-2')).toHaveValue('receivables');
});

test('a mapping is corrected', async ({ page }) => {
  await open(page);
  // The first amount column is not the sales: nothing can be drawn from the table yet.
  await paste(
    page,
    ['mois;budget;réalisé;encours', '2025-10;1;310;', '2025-11;1;300;600'].join('\n'),
  );
  await expect(page.getByTestId('map-2')).toHaveValue('');
  await page.getByTestId('map-2').selectOption('salesInclTax');
  await expectFigure(page, 'kpi-roll-back-dso', '60');
  // A meaning belongs to one column: given to another, it is taken from the first.
  await page.getByTestId('map-1').selectOption('salesInclTax');
  await expect(page.getByTestId('map-2')).toHaveValue('');
  await page.getByTestId('map-2').selectOption('salesInclTax');
  await expectFigure(page, 'kpi-roll-back-dso', '60');
  await page.getByRole('button', { name: 'Revenir à la lecture automatique' }).click();
  await expect(page.getByTestId('map-2')).toHaveValue('');
});

test('dates that read two ways are put to the user', async ({ page }) => {
  await open(page);
  await pasteToReview(
    page,
    ['numéro;client;date de facture;montant ttc', 'F1;Alpha;03/04/2025;100'].join('\n'),
  );
  const question = page.getByTestId('ambiguous-dates');
  await expect(question).toBeVisible();
  await expect(finding(page, 'ambiguous-date-order')).toBeVisible();
  await question.getByRole('button', { name: '4 mars 2025' }).click();
  await expect(page.getByTestId('date-order')).toHaveValue('mdy');
  await expect(question).toBeHidden();
  await expectDate(page, '2025-03-04');
});

test('a file is read, and pasting replaces it', async ({ page }) => {
  await open(page);
  await page.getByTestId('file-input').setInputFiles({
    name: 'encours.csv',
    mimeType: 'text/csv',
    // Windows-1252, as French spreadsheets write: é is one byte.
    buffer: Buffer.from(seed.replace('mois', 'période'), 'latin1'),
  });
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await review(page);
  await expect(page.getByTestId('file-name')).toContainText('encours.csv');
  await expect(page.getByTestId('understood')).toContainText('Windows-1252');
  await paste(page, seed.replace('10 000', '6 400'));
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '30');
  await review(page);
  await expect(page.getByTestId('understood')).toBeVisible();
  await expect(page.getByTestId('file-name')).toBeHidden();
});

test('a dropped file is read', async ({ page }) => {
  await open(page);
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'encours.csv', { type: 'text/csv' }));
    return data;
  }, seed);
  await page.getByTestId('paste').dispatchEvent('drop', { dataTransfer: transfer });
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
});

test('the samples give every figure', async ({ page }) => {
  await open(page);
  await openSample(page);
  await show(page, 'analyses', 'methods');
  for (const kpi of ['kpi-accounting-dso', 'kpi-roll-back-dso', 'kpi-add', 'kpi-bfr']) {
    await expect(page.getByTestId(kpi)).toHaveAttribute('data-value', /^-?\d/);
  }
  await openSample(page, 'sample');
  await show(page, 'analyses', 'methods');
  await expect(page.getByTestId('kpi-add')).toHaveAttribute('data-value', /^\d/);
  await expect(page.getByTestId('kpi-receivables')).toContainText('litige');
  await show(page, 'data');
  await expectValue(page.getByTestId('source-kind'), 'invoices');
  await expect(page.getByTestId('source-rows')).toHaveText(/^600 lues = 600 retenues/);
});

test('a large file shows how far it is read, and can be cancelled', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const rows = '2025-01-15;2025-02-14;1250,50;2025-02-20\n'.repeat(25_000);
    // The same megabyte over and over: a large file that takes no memory.
    const parts = [
      'date de facture;échéance;montant ttc;date de règlement\n',
      ...Array<string>(500).fill(rows),
    ];
    const files = new DataTransfer();
    files.items.add(
      new File(
        parts.map((part) => new Blob([part])),
        'grand-livre.csv',
      ),
    );
    const input = document.querySelector<HTMLInputElement>('[data-testid=file-input]');
    if (!input) throw new Error('no file input');
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect(page.getByTestId('progress-text')).toContainText(/\d/);
  await page.getByTestId('cancel-reading').click();
  await expect(page.getByTestId('problem')).toContainText('annulée');
  await expect(page.getByTestId('kpi-roll-back-dso')).toHaveCount(0);
});

test('a long paste is kept like a file, and the field shows how it begins', async ({ page }) => {
  await open(page);
  const row = (index: number) => `F${String(index)};Martin;2025-01-10;2025-02-10;100;`;
  const rows = Array.from({ length: 40_000 }, (_, index) => row(index));
  const text = ['numero;client;date;echeance;montant ttc;paye le', ...rows].join('\n');
  const field = page.getByTestId('paste');
  await field.evaluate((target: HTMLTextAreaElement, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
  }, text);
  await expectValue(page.getByTestId('kpi-receivables'), '4000000');
  await review(page);
  await expect(field).toHaveValue(/^numero;client[\s\S]*F10;[\s\S]*…$/);
  expect((await field.inputValue()).length).toBeLessThan(5_000);
  await expect(page.getByTestId('pasted-long')).toContainText('comme un fichier');
  // Another paste takes its place, in the field as before.
  await page.getByTestId('pasted-long').getByRole('button').click();
  await pasteSeed(page);
  await review(page);
  await expect(page.getByTestId('paste')).toHaveValue(seed);
  await expect(page.getByTestId('pasted-long')).toHaveCount(0);
});

test('what is issued after the date of the figures is said beside them, and why there is no DSO', async ({
  page,
}) => {
  await open(page);
  await paste(
    page,
    [
      'Numéro;Client;Date facture;Échéance;Montant TTC',
      'F1;Dupont;05/01/2026;04/02/2026;1 000,00',
      'F2;Martin;10/02/2026;12/03/2026;2 000,00',
      'F3;Martin;10/03/2026;09/04/2026;4 000,00',
    ].join('\n'),
  );
  await expect(page.getByTestId('headline')).toContainText('3 000');
  await expect(page.getByTestId('strip')).toContainText('1 émise après le 28 février, non comptée');
  await expect(page.getByTestId('kpi-roll-back-dso')).toContainText(
    'le DSO demande aussi vos ventes',
  );
  await page.getByTestId('lead-balances').getByRole('textbox').fill('36 500');
  await expect(page.getByTestId('kpi-accounting-dso')).toHaveAttribute('data-value', /^\d/);
  await expect(page.getByTestId('kpi-roll-back-dso')).toContainText('ventes mois par mois');
});
