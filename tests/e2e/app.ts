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

/** The figures that stand for a result: where none can be drawn, none of them shows. */
export const kpis = ['kpi-accounting-dso', 'kpi-roll-back-dso', 'kpi-receivables'] as const;

export type View = 'data' | 'dashboard' | 'analyses' | 'scenarios' | 'report' | 'tools';

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

/** Goes to a view, and to a part of it, as a visitor does: by the links that come with the data. */
export async function show(page: Page, view: View, part?: string): Promise<void> {
  // The tools are behind the menu once there is data.
  const menu = page.getByTestId('more-menu');
  const link = page.getByTestId(`nav-${view}`);
  // The header of figures, where tools are in a menu, may just be taking the place of that of the first screen.
  await expect(async () => {
    if (view === 'tools' && !(await link.isVisible())) await menu.click({ timeout: 2_000 });
    await link.click({ timeout: view === 'tools' ? 2_000 : 20_000 });
  }).toPass({ timeout: 40_000 });
  await expect(page.getByTestId(`view-${view}`)).toBeVisible();
  if (part !== undefined)
    await page.getByTestId(view === 'tools' ? `tool-${part}` : `tab-${part}`).click();
}

/** Goes to an address. */
export async function go(page: Page, view: View, part = ''): Promise<void> {
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#/${view}${part && `/${part}`}`,
  );
}

/** Goes to where data is given, if that does not show. */
async function toData(page: Page): Promise<void> {
  if ((await page.getByTestId('paste').count()) === 0) await go(page, 'data');
  await expect(page.getByTestId('paste')).toBeVisible();
}

/** Goes to what was understood of what was given, once that has led to the dashboard. */
export async function review(page: Page): Promise<void> {
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
  await show(page, 'data');
}

/** Pastes a table that can be used, and goes to what was understood of it. */
export async function pasteToReview(page: Page, text: string): Promise<void> {
  await paste(page, text);
  await review(page);
}

/** Opens the menu of the date and the currency. */
export async function openContext(page: Page): Promise<void> {
  if (!(await page.getByTestId('as-of').isVisible()))
    await page.getByTestId('context-menu').click();
  await expect(page.getByTestId('as-of')).toBeVisible();
}

/** Chooses another as-of date: of a list, or typed where the data has no months. */
export async function chooseDate(page: Page, date: string): Promise<void> {
  await openContext(page);
  const field = page.getByTestId('as-of');
  const isList = (await field.evaluate((element) => element.tagName)) === 'SELECT';
  if (isList) await field.selectOption(date);
  else await field.fill(date);
  await page.keyboard.press('Escape');
}

/** Expects the figures to be those of a date. */
export async function expectDate(page: Page, date: string): Promise<void> {
  await openContext(page);
  await expect(page.getByTestId('as-of')).toHaveValue(date);
  await page.keyboard.press('Escape');
}

/** Opens the conventions, which lie over the view. */
export async function openConventions(page: Page): Promise<Locator> {
  const drawer = page.getByTestId('conventions');
  if (await drawer.isVisible()) return drawer;
  await openContext(page);
  await page.getByRole('dialog').getByTestId('open-conventions').click();
  await expect(drawer).toBeVisible();
  return drawer;
}

/** Closes what lies over the view. */
export async function closePanel(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog')).toHaveCount(0);
}

/** Chooses the language of the page, wherever it is offered. */
export async function chooseLanguage(page: Page, language: string): Promise<void> {
  const menu = page.getByTestId('more-menu');
  const list = page.locator('select[data-testid="language"]');
  // Beside figures the header is fetched: which of the two it has shows only then.
  await expect(menu.or(list)).toBeVisible();
  if (await list.isVisible()) {
    await list.selectOption(language);
    return;
  }
  await menu.click();
  await page.getByTestId(`language-${language}`).click();
}

/** Gives texts as files of these names. */
export async function giveFiles(page: Page, files: Record<string, string>): Promise<void> {
  await toData(page);
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

/** Pastes into the box, in place of what it holds. What can be used leads to the dashboard. */
export async function paste(page: Page, text: string): Promise<void> {
  await toData(page);
  await page.getByTestId('paste').fill(text);
}

/** Pastes the seed example and waits for its figures. */
export async function pasteSeed(page: Page): Promise<void> {
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
}

/** Loads a made-up company and waits for its figures: months, or with `sample` invoices. */
export async function openSample(page: Page, testid = 'sample-series'): Promise<void> {
  await toData(page);
  await page.getByTestId(testid).click();
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
  await expect(page.getByTestId('kpi-roll-back-dso')).toHaveAttribute('data-value', /\d/);
}

/** Expects the exact figure that an element carries. */
export async function expectValue(element: Locator, value: string): Promise<void> {
  await expect(element).toHaveAttribute('data-value', value);
}

/** Expects a figure of the dashboard, and comes back to the view that it was asked in. */
export async function expectFigure(page: Page, testid: string, value: string): Promise<void> {
  const { hash } = new URL(page.url());
  await go(page, 'dashboard');
  await expectValue(page.getByTestId(testid), value);
  await page.evaluate((before) => {
    location.hash = before;
  }, hash);
}

/** Expects a figure, rounded to as many decimals as the expected one has. */
export async function expectRounded(element: Locator, expected: string): Promise<void> {
  await expect(async () => {
    const shown = (await element.getAttribute('data-value')) ?? '';
    expect(rounded(shown, expected)).toBe(expected);
  }).toPass({ timeout: 20_000 });
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

/** The address that the page offers to be handed over. */
export async function linkOf(page: Page): Promise<string> {
  await page.getByTestId('export-menu').click();
  await page.getByTestId('export-link').click();
  return page.getByTestId('link-address').inputValue();
}
