import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import { expectValue, open, openSample, paste, seed, show } from './app';
import { expect, test } from './fixtures';
import { readXlsx, recalculated, type Sheet } from './xlsx';

/** Hands the workbook over; answers where it is. */
async function exported(page: Page, info: TestInfo): Promise<string> {
  await page.getByTestId('export-menu').click();
  const download = page.waitForEvent('download');
  await page.getByTestId('export-workbook').click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/ \d{4}-\d{2}-\d{2}\.xlsx$/);
  const path = join(info.outputPath(), 'book.xlsx');
  copyFileSync(await file.path(), path);
  return path;
}

/** The number beside the last heading of this name. */
function beside(sheet: Sheet | undefined, heading: string, column = 'B'): number {
  const rows = [...(sheet ?? [])].filter(
    ([at, { value }]) => at.startsWith('A') && value === heading,
  );
  const row = rows.at(-1)?.[0].slice(1) ?? '';
  const cell = sheet?.get(`${column}${row}`);
  expect(cell?.isText, heading).toBe(false);
  return Number(cell?.value);
}

const shown = async (page: Page, testid: string): Promise<number> =>
  Number(await page.getByTestId(testid).first().getAttribute('data-value'));

/** Every formula of the workbook gives, computed again, what it was written with. */
function expectLive(path: string): number {
  const [written, computed] = [readXlsx(path), recalculated(path)];
  let formulas = 0;
  for (const [name, sheet] of written)
    for (const [at, cell] of sheet) {
      if (cell.formula === null) continue;
      formulas += 1;
      const [before, after] = [Number(cell.value), Number(computed.get(name)?.get(at)?.value)];
      // Rounded to ten decimals by the engine, and computed in binary by the spreadsheet.
      const difference = Math.abs(after - before);
      expect(difference, `${name} ${at} =${cell.formula}`).toBeLessThan(
        1e-8 * Math.max(1, Math.abs(before)),
      );
    }
  return formulas;
}

test('a workbook has the figures of the page, and formulas that give them', async ({
  page,
}, info) => {
  await open(page);
  await openSample(page, 'sample');
  await page.getByTestId('simulate-all').click();
  await expect(page.getByTestId('scenario-cash')).toHaveAttribute('data-value', /^[1-9]/);
  const cash = await shown(page, 'scenario-cash');
  const net = await shown(page, 'scenario-net');
  await show(page, 'dashboard');
  const path = await exported(page, info);
  const book = readXlsx(path);
  expect([...book.keys()]).toEqual([
    'Synthèse',
    'Épuisement',
    'Mois',
    'Clients',
    'Par commercial',
    'Par région',
    'Scénarios',
    'Hypothèses',
  ]);
  const summary = book.get('Synthèse');
  const rollBack = await shown(page, 'kpi-roll-back-dso');
  expect(beside(summary, 'DSO par épuisement')).toBeCloseTo(rollBack, 9);
  expect(beside(book.get('Épuisement'), 'DSO par épuisement', 'F')).toBeCloseTo(rollBack, 9);
  const receivables = await shown(page, 'kpi-receivables');
  expect(beside(book.get('Clients'), 'Ensemble')).toBeCloseTo(receivables, 6);
  await show(page, 'analyses', 'methods');
  expect(beside(summary, 'DSO comptable')).toBeCloseTo(await shown(page, 'kpi-accounting-dso'), 9);
  const scenarios = book.get('Scénarios');
  expect(Number(scenarios?.get('E2')?.value)).toBeCloseTo(cash, 6);
  expect(Number(scenarios?.get('K2')?.value)).toBeCloseTo(net, 6);
  expect(expectLive(path)).toBeGreaterThan(10);
});

test('a spreadsheet computes the roll-back month by month as the page does', async ({
  page,
}, info) => {
  await open(page);
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  const path = await exported(page, info);
  const trail = readXlsx(path).get('Épuisement');
  // 10 000 are used up by 6 400, 2 600 and a quarter of 4 000.
  expect(['F4', 'F5', 'F6', 'F7'].map((at) => Number(trail?.get(at)?.value))).toEqual([
    30, 31, 7.5, 68.5,
  ]);
  expect(trail?.get('F7')?.formula).toBe('SUM(F4:F6)');
  expect(expectLive(path)).toBeGreaterThan(10);
});

test('a name in a workbook is text, whatever it begins with', async ({ page }, info) => {
  const names = ['=HYPERLINK("http://x")', '@Dupont', '<img src=x onerror=alert(1)>'];
  const lines = [
    '01/10/2025;31/10/2025;3000',
    '05/10/2025;05/11/2025;2000',
    '06/11/2025;06/12/2025;1000,75',
  ];
  await open(page);
  await paste(
    page,
    [
      'facture;client;date;échéance;montant',
      ...names.map(
        (name, index) => `F${String(index)};"${name.replaceAll('"', '""')}";${lines[index] ?? ''}`,
      ),
    ].join('\n'),
  );
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
  await page.getByTestId('count-all').click();
  await expectValue(page.getByTestId('kpi-receivables'), '6000.75');
  const path = await exported(page, info);
  for (const book of [readXlsx(path), recalculated(path)]) {
    const customers = book.get('Clients');
    for (const [index, name] of names.entries())
      expect(customers?.get(`A${String(index + 2)}`)).toEqual({
        value: name,
        isText: true,
        formula: null,
      });
  }
});
