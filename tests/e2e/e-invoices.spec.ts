import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { chooseDate, expectFigure, expectValue, finding, go, open, review } from './app';
import { cashed, cii, facturX, madeExport, own } from './e-invoices';
import { expect, test } from './fixtures';
import { readXlsx, zip } from './xlsx';

const client = { name: 'Client 1', siren: '500000001' };
const invoice = {
  number: 'F-1',
  issued: '2026-01-10',
  due: '2026-02-09',
  cents: 120_000,
  buyer: client,
};

/** A folder of these files. */
function folderOf(files: ReadonlyMap<string, Buffer>): string {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'));
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

const give = (page: Page, files: Record<string, Buffer | string>) =>
  page.getByTestId('file-input').setInputFiles(
    Object.entries(files).map(([name, bytes]) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    })),
  );

const euros = (cents: number): string => String(cents / 100);

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(() => {
    test.use({ locale });
    test(`a folder of 600 Factur-X leads to figures, a scenario and a report (${locale})`, async ({
      page,
    }) => {
      const { files, owed, overdue } = madeExport(600);
      const folder = folderOf(files);
      await open(page);
      await page.getByTestId('folder-input').setInputFiles(folder);
      await expectValue(page.getByTestId('kpi-receivables'), euros(owed));
      await expectValue(page.getByTestId('kpi-overdue'), euros(overdue));
      await expect(page.getByTestId('kpi-roll-back-dso')).toHaveAttribute('data-value', /^\d/);
      await expect(page.getByTestId('strip')).toContainText('600');
      await go(page, 'scenarios');
      await page.getByTestId('preset-reminders').first().click();
      await expect(page.getByTestId('scenario-cash')).toHaveAttribute('data-value', /^[1-9]/);
      await go(page, 'report');
      await expect(page.getByTestId('view-report')).toContainText(/DSO/);
      await go(page, 'analyses', 'capital');
      await expect(page.getByTestId('view-analyses')).toContainText(/DPO/);
      await go(page, 'data');
      const card = page.getByTestId('documents');
      await expect(card.getByTestId('documents-read')).toContainText('630');
      await expect(card.getByTestId('documents-purchases')).toContainText('30');
      await expect(card.getByTestId('company').first()).toBeChecked();
      rmSync(folder, { recursive: true });
    });
  });
}

test('an archive gives what its files give, and its list comes back as it was', async ({
  page,
}) => {
  const { files, owed } = madeExport(60);
  await open(page);
  await give(page, { 'export.zip': zip(files) });
  await expectValue(page.getByTestId('kpi-receivables'), euros(owed));
  await review(page);
  const saved: string[] = [];
  for (const testid of ['list-csv', 'list-xlsx']) {
    const download = page.waitForEvent('download');
    await page.getByTestId(testid).click();
    saved.push(await (await download).path());
  }
  const [csv = '', xlsx = ''] = saved;
  const sheet = readXlsx(xlsx).get('Factures');
  expect(sheet?.get('H1')?.value).toBe('amount_incl_tax');
  expect(sheet?.get('H2')?.isText).toBe(false);
  for (const [name, path] of [
    ['a.csv', csv],
    ['a.xlsx', xlsx],
  ] as const) {
    await give(page, { [name]: readFileSync(path) });
    await expect(page.getByTestId('view-dashboard')).toBeVisible();
    await go(page, 'data');
    await expect(page.getByTestId('documents')).toHaveCount(0);
    await expectFigure(page, 'kpi-receivables', euros(owed));
  }
});

test('without any message nothing is said to be owed', async ({ page }) => {
  const { files } = madeExport(60, false);
  await open(page);
  await give(page, { 'export.zip': zip(files) });
  await expect(page.getByTestId('payments-unknown')).toBeVisible();
  await expect(page.getByTestId('kpi-roll-back-dso')).toHaveAttribute('data-value', '');
  await go(page, 'analyses', 'terms');
  await expect(page.getByTestId('due-calendar')).toContainText('janvier 2026');
  await expect(page.getByTestId('penalties')).toHaveCount(0);
  await go(page, 'dashboard');
  await page.getByTestId('lead-balances').getByRole('textbox').fill('5000');
  await expect(page.getByTestId('kpi-roll-back-dso')).toHaveAttribute('data-value', /^\d/);
});

test('a list of payments beside the documents says what is paid', async ({ page }) => {
  const other = { ...invoice, number: 'F-2', issued: '2026-01-31', cents: 50_000 };
  await open(page);
  await give(page, {
    'F-1.pdf': facturX(cii(invoice)),
    'F-2.xml': cii(other),
    'reglements.csv':
      'facture;date de règlement;montant réglé\nF-1;15/01/2026;1200,00\nF-9;16/01/2026;1,00',
  });
  await expectValue(page.getByTestId('kpi-receivables'), '500');
});

test('messages without their invoices pay those of a list, and strays are named', async ({
  page,
}) => {
  await open(page);
  await give(page, {
    'ventes.csv':
      'numéro;client;date de facture;échéance;montant ttc\nF-1;A;10/01/2026;09/02/2026;1200,00\nF-2;B;31/01/2026;02/03/2026;500,00',
    'message.xml': cashed(invoice, '2026-01-20'),
    'logo.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]),
  });
  await expectValue(page.getByTestId('kpi-receivables'), '500');
  await go(page, 'data');
  await expect(finding(page, 'other-files')).toContainText('logo.png');
  await expect(page.getByTestId('documents-read')).toContainText('1 message');
});

test('credit notes of negative sums are read the other way, and what was typed stays', async ({
  page,
}) => {
  const credit = { ...invoice, number: 'A-1', cents: -20_000 };
  await open(page);
  await give(page, {
    'F-1.xml': cii(invoice),
    'A-1.xml': cii(credit).replace('<ram:TypeCode>380', '<ram:TypeCode>381'),
    'm.xml': cashed({ ...invoice, cents: 20_000 }, invoice.issued),
  });
  await expectValue(page.getByTestId('kpi-receivables'), '800');
  await go(page, 'analyses', 'capital');
  const inventory = page.getByLabel('Stocks', { exact: true });
  await inventory.fill('2500');
  await go(page, 'data');
  await page.getByTestId('negative-credits').click();
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
  await expectValue(page.getByTestId('kpi-receivables'), '1200');
  await go(page, 'analyses', 'capital');
  await expect(inventory).toHaveValue(/2.?500/);
  await go(page, 'data');
  await expect(page.getByTestId('negative-credits')).toBeChecked();
});

test('another company is chosen, and the same files are read as its own', async ({ page }) => {
  const purchase = {
    ...invoice,
    number: 'A-1',
    cents: 36_000,
    seller: { name: 'Papeterie Morel', siren: '600000001' },
    buyer: own,
  };
  await open(page);
  await give(page, {
    'a.xml': cii(invoice),
    'b.xml': cii({ ...invoice, number: 'F-2' }),
    'c.xml': cii(purchase),
  });
  await review(page);
  await expect(page.getByTestId('source-rows')).toHaveText(/^2 lues/);
  const companies = page.getByTestId('company');
  await expect(companies).toHaveCount(2);
  await companies.nth(1).click();
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
  await go(page, 'data');
  await companies.nth(0).click();
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
  await go(page, 'data');
  await expect(page.getByTestId('source-rows')).toHaveText(/^1 lue/);
  await expect(page.getByTestId('reading')).toContainText('Liste de 1 facture');
});

test('of purchases alone the company is who buys, and may be chosen otherwise', async ({
  page,
}) => {
  const bought = ['Papeterie Morel', 'Transports Lys', 'Papeterie Morel'].map((name, at) => {
    const seller = { name, siren: at === 1 ? '600000002' : '600000001' };
    return cii({ ...invoice, number: `A-${String(at)}`, seller, buyer: own });
  });
  await open(page);
  await give(page, Object.fromEntries(bought.map((xml, at) => [`${String(at)}.xml`, xml])));
  await expect(page.getByTestId('problem')).toContainText('Aucune facture de vente');
  await expect(finding(page, 'company-unclear')).toBeVisible();
  const companies = page.getByTestId('company');
  await expect(companies).toHaveCount(3);
  await expect(companies.nth(0)).toBeChecked();
  await companies.nth(1).click();
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
});

test('files that hold no invoice say so, one by one', async ({ page }) => {
  await open(page);
  await give(page, {
    'plaquette.pdf': '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF',
    'bombe.xml': '<!DOCTYPE a [<!ENTITY b "c">]><Invoice>&b;</Invoice>',
  });
  await expect(page.getByTestId('problem')).toContainText('Aucune facture de vente');
  await expect(finding(page, 'document-without-invoice')).toContainText('plaquette.pdf');
  await expect(finding(page, 'document-type-declared')).toContainText('bombe.xml');
});

test('an archive of tables is read as its tables', async ({ page }) => {
  await open(page);
  const csv =
    'numéro;client;date de facture;montant ttc;reste dû\nF1;A;2025-01-31;100,00;100,00\nF2;B;2025-01-31;50,00;0,00\nF3;B;2025-01-31;50,00;0,00';
  await give(page, { 'export.zip': zip(new Map([['liste.csv', Buffer.from(csv)]])) });
  await expectValue(page.getByTestId('kpi-receivables'), '100');
});

test('an archive of a workbook is read as the workbook', async ({ page }) => {
  await open(page);
  const workbook = readFileSync('../tests/fixtures/deux-feuilles.xlsx');
  await give(page, { 'export.zip': zip(new Map([['deux-feuilles.xlsx', workbook]])) });
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
});

/** A case of tests/figures, whose files are given to the page as they are. */
interface Case {
  id: string;
  page: boolean;
  files: string[][];
  ask?: { report?: { asOf: string } };
  expect: Record<string, string>;
}

const cases = JSON.parse(
  readFileSync(join(__dirname, '../figures/e_invoices.json'), 'utf8'),
) as Case[];

/** Where the page shows what a case expects. */
const places: Record<string, string> = {
  '/receivables/total': 'kpi-receivables',
  '/receivables/overdue': 'kpi-overdue',
};

for (const { id, files, ask, expect: expected } of cases.filter(({ page }) => page)) {
  test(`case ${id}`, async ({ page }) => {
    await open(page);
    await give(
      page,
      Object.fromEntries(files.map((lines, at) => [`${String(at)}.xml`, lines.join('\n')])),
    );
    await expect(page.getByTestId('view-dashboard')).toBeVisible();
    await chooseDate(page, ask?.report?.asOf ?? '');
    const shown = Object.entries(expected).filter(([pointer]) => pointer in places);
    expect(shown.length).toBeGreaterThan(0);
    for (const [pointer, value] of shown)
      await expectValue(page.getByTestId(places[pointer] ?? ''), value);
  });
}
