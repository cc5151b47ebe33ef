import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

/** Receivables of 10 000 that use up November, October and a quarter of September: 30 + 31 + 7.5 days. */
export const seed = [
  'mois;ca_ttc;encours',
  '2025-09;4 000;',
  '2025-10;2 600;',
  '2025-11;6 400;10 000',
].join('\n');

/** The cards of the diagnosis. */
export const kpis = [
  'kpi-accounting-dso',
  'kpi-roll-back-dso',
  'kpi-best-possible-dso',
  'kpi-add',
  'kpi-receivables',
  'kpi-bfr',
] as const;

/** The texts that a case of tests/figures has read: one, or a file each. */
export function textsOf(file: string, id: string): string[] {
  interface Case {
    id: string;
    paste?: string[];
    files?: string[][];
  }
  const path = join(__dirname, '../figures', file);
  const cases = JSON.parse(readFileSync(path, 'utf8')) as Case[];
  const found = cases.find((candidate) => candidate.id === id);
  const texts = found?.files ?? (found?.paste ? [found.paste] : []);
  if (texts.length === 0) throw new Error(`no case ${id} in ${file}`);
  return texts.map((lines) => lines.join('\n'));
}

/** Gives texts as files of these names. */
export async function giveFiles(page: Page, files: Record<string, string>): Promise<void> {
  await page.getByTestId('file-input').setInputFiles(
    Object.entries(files).map(([name, text]) => ({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    })),
  );
}

/** Opens the page and waits until its engine answers. */
export async function open(page: Page): Promise<void> {
  await page.goto('./');
  await expect(page.getByTestId('quick-result')).toHaveAttribute('data-value', /\d/);
}

/** Pastes into the box, in place of what it holds. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.getByTestId('paste').fill(text);
}

/** Pastes the seed example and waits for its figures. */
export async function pasteSeed(page: Page): Promise<void> {
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
}

/** Loads the made-up monthly series and waits for the scenario, the last of what it shows. */
export async function openSample(page: Page, testid = 'sample'): Promise<void> {
  await page.getByTestId(testid).click();
  await expect(page.getByTestId('scenario-dso')).toHaveAttribute('data-value', /\d/);
}

/** Expects the exact figure that an element carries. */
export async function expectValue(element: Locator, value: string): Promise<void> {
  await expect(element).toHaveAttribute('data-value', value);
}

/** Expects a figure, rounded to as many decimals as the expected one has. */
export async function expectRounded(element: Locator, expected: string): Promise<void> {
  await expect(async () => {
    const shown = (await element.getAttribute('data-value')) ?? '';
    expect(rounded(shown, expected)).toBe(expected);
  }).toPass({ timeout: 5000 });
}

function rounded(figure: string, expected: string): string {
  const decimals = expected.split('.')[1]?.length ?? 0;
  const isLonger = (figure.split('.')[1]?.length ?? 0) > decimals;
  return isLonger ? Number(figure).toFixed(decimals) : figure;
}

/** The finding of this code. */
export function finding(page: Page, code: string): Locator {
  return page.getByTestId('issues').locator(`[data-code="${code}"]`);
}
