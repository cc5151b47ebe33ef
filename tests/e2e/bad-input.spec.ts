import type { Page } from '@playwright/test';
import {
  expectFigure,
  expectValue,
  finding,
  go,
  kpis,
  open,
  paste,
  pasteSeed,
  pasteToReview,
  seed,
  show,
} from './app';
import { expect, test } from './fixtures';

const wide = Array.from({ length: 300 }, (_, index) => `c${index}`).join(';');

/** What cannot be read at all, by the code of the finding that says so. */
const unreadable: Record<string, { text: string; code: string }> = {
  'an empty box': { text: '', code: 'empty-input' },
  'white space': { text: ' \n \n', code: 'empty-input' },
  prose: {
    text: 'Bonjour, voici la situation de nos clients.\nCordialement, la comptabilité',
    code: 'not-a-table',
  },
  'one column': { text: '12\n15\n18', code: 'one-column' },
  'only a header': { text: 'mois;ca_ttc;encours', code: 'no-data-rows' },
  '300 columns': { text: `${wide}\n${wide}`, code: 'too-many-columns' },
  'a NUL byte': { text: 'mois;ca_ttc\n2025-01;1\u0000', code: 'nul-byte' },
};

for (const [name, { text, code }] of Object.entries(unreadable)) {
  test(`${name}: a message, the text stays, the old figures go`, async ({ page }) => {
    await open(page);
    await pasteSeed(page);
    await paste(page, text);
    await expect(finding(page, code)).toBeVisible();
    await expectNoFigures(page);
    await expect(page.getByTestId('paste')).toHaveValue(text);
  });
}

test('a picture: a message, the old figures go', async ({ page }) => {
  await open(page);
  await pasteSeed(page);
  await show(page, 'data');
  await page.getByTestId('file-input').setInputFiles({
    name: 'scan.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  });
  await expect(finding(page, 'binary-input')).toBeVisible();
  await expectNoFigures(page);
  await expect(page.getByTestId('file-name')).toContainText('scan.csv');
});

test('a month given twice is named with its line', async ({ page }) => {
  await open(page);
  await pasteToReview(page, `${seed}\n2025-11;1;1`);
  await expectFigure(page, 'kpi-roll-back-dso', '68.5');
  await expect(finding(page, 'duplicate-month')).toContainText('ligne 5');
  await expect(page.getByTestId('source-rows')).toContainText('1 rejetée');
});

test('a date that does not exist is named with line, column and text', async ({ page }) => {
  await open(page);
  await pasteToReview(
    page,
    [
      'numéro;client;date de facture;montant ttc',
      'F1;Alpha;30/01/2025;100',
      'F2;Alpha;31/02/2025;100',
    ].join('\n'),
  );
  await expect(finding(page, 'invalid-date')).toContainText(
    'ligne 3, colonne « date de facture », « 31/02/2025 »',
  );
});

test('no sales: no figure, and the reason', async ({ page }) => {
  await open(page);
  await pasteSeed(page);
  await paste(page, 'mois;ca_ttc;encours\n2025-10;0;\n2025-11;0;100');
  await expectValue(page.getByTestId('kpi-receivables'), '100');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '');
  await expect(page.getByTestId('kpi-roll-back-dso')).toContainText('Aucune vente');
  await show(page, 'analyses', 'methods');
  await expectValue(page.getByTestId('kpi-receivables'), '100');
  await expectValue(page.getByTestId('kpi-accounting-dso'), '');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '');
  await expect(page.getByTestId('kpi-accounting-dso')).toContainText('Aucune vente');
  await show(page, 'scenarios');
  await expect(page.getByTestId('scenario-failure')).toBeVisible();
  await expectValue(page.getByTestId('scenario-dso'), '');
});

test('negative receivables are said', async ({ page }) => {
  await open(page);
  await pasteToReview(page, seed.replace('10 000', '-10 000'));
  await expect(finding(page, 'negative-receivables')).toBeVisible();
  await expectFigure(page, 'kpi-roll-back-dso', '');
});

test('a line of 5 MB is answered, and the page goes on', async ({ page }) => {
  await open(page);
  await pasteSeed(page);
  await show(page, 'data');
  await page.getByTestId('file-input').setInputFiles({
    name: 'long.csv',
    mimeType: 'text/csv',
    buffer: Buffer.alloc(5_000_000, 'a;'),
  });
  await expect(finding(page, 'line-too-long')).toBeVisible();
  await expectNoFigures(page);
  await pasteSeed(page);
});

async function expectNoFigures(page: Page): Promise<void> {
  await expect(page.getByTestId('problem')).toContainText('ne donnent aucun chiffre');
  // Not in the other views either: there is nothing to go to.
  for (const view of ['dashboard', 'analyses', 'scenarios', 'data'] as const) {
    await go(page, view);
    await expect(page.getByTestId('view-data')).toBeVisible();
    await expect(page.getByTestId('problem')).toBeVisible();
    await expect(page.getByTestId(`nav-${view}`)).toHaveCount(0);
    for (const figure of [...kpis, 'scenario-dso'])
      await expect(page.getByTestId(figure)).toHaveCount(0);
  }
}
