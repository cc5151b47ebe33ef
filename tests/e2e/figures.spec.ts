import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { diagnosis } from '../../www/src/text/fr/diagnosis';
import {
  chooseDate,
  closePanel,
  expectDate,
  expectRounded,
  expectValue,
  go,
  open,
  openConventions,
  openSample,
  paste,
  pasteSeed,
  show,
  type View,
} from './app';
import { expect, test } from './fixtures';

/** A case of tests/figures that is marked for the page. */
interface Case {
  id: string;
  page?: boolean;
  /** Electronic invoices, which `e-invoices.spec.ts` gives. */
  documents?: boolean;
  paste?: string[];
  ask?: {
    quick?: Record<'receivables' | 'sales' | 'days', string>;
    report?: Where;
    scenario?: {
      baseline?: Where;
      ratePercent: string;
      levers: { action: { lever: string; days: number }; sharePercent: string }[];
    };
  };
  expect: Record<string, unknown>;
}

/** The date, the conventions and the balances of a question. */
interface Where {
  asOf?: string;
  conventions?: { typedDays?: string; scope?: Record<string, boolean> } & Record<string, unknown>;
  balances?: Partial<Record<keyof typeof balanceFields, string>>;
}

/** Where the page shows what a pointer of a case leads to; the rest of a report is tested without the page. */
const places: Record<string, [View, string, string]> = {
  '/accountingDso': ['data', '', 'quick-result'],
  '/source/kind': ['data', '', 'source-kind'],
  '/after/rollBackDso': ['scenarios', '', 'scenario-dso'],
  '/worth/cashReleased': ['scenarios', '', 'scenario-cash'],
  '/worth/netYearlyGain': ['scenarios', '', 'scenario-net'],
  '/figures/accountingDso/days': ['analyses', 'methods', 'kpi-accounting-dso'],
  '/figures/rollBackDso/days': ['analyses', 'methods', 'kpi-roll-back-dso'],
  '/figures/bestPossibleDso/days': ['analyses', 'methods', 'kpi-best-possible-dso'],
  '/figures/averageDaysDelinquent/days': ['analyses', 'methods', 'kpi-add'],
  '/figures/workingCapital/amount': ['analyses', 'methods', 'kpi-bfr'],
  '/receivables/total': ['analyses', 'methods', 'kpi-receivables'],
  '/figures/collectionEffectiveness/percent': ['analyses', 'ages', 'cei'],
  '/figures/turnover/times': ['analyses', 'ages', 'turnover'],
  '/figures/daysLate/latePercent': ['analyses', 'ages', 'late-share'],
  '/figures/concentration/top1Percent': ['analyses', 'ages', 'concentration'],
  '/aging/0/amount': ['analyses', 'ages', 'age-0'],
  '/figures/dsoSplit/accounting/term': ['analyses', 'evolution', 'split-term'],
  '/figures/dsoSplit/accounting/late': ['analyses', 'evolution', 'split-late'],
  '/figures/dsoSplit/accounting/disputed': ['analyses', 'evolution', 'split-disputed'],
  '/comparison/accounting/pace': ['analyses', 'evolution', 'change-pace'],
  '/comparison/accounting/terms': ['analyses', 'evolution', 'change-terms'],
  '/comparison/accounting/late': ['analyses', 'evolution', 'change-late'],
  '/comparison/accounting/disputed': ['analyses', 'evolution', 'change-disputed'],
  '/figures/dio/days': ['analyses', 'capital', 'dio'],
  '/figures/dpo/days': ['analyses', 'capital', 'dpo'],
  '/figures/cashConversionCycle/days': ['analyses', 'capital', 'ccc'],
};

/** Balances that are typed in where the data lacks them. */
const balanceFields = {
  sales: /^Ventes TTC d/,
  inventory: diagnosis.inventory,
  payables: diagnosis.payables,
  purchases: diagnosis.purchases,
  costOfSales: diagnosis.costOfSales,
} as const;

/** Conventions that are chosen from a list. */
const choices: Record<string, string> = {
  windowMonths: 'window-months',
  dayBasis: 'day-basis',
  balance: 'balance',
  ceiSales: 'cei-sales',
  capitalBalance: 'capital-balance',
  dioCost: 'dio-cost',
  dpoCost: 'dpo-cost',
  yearDays: 'year-days',
};

const folder = join(__dirname, '../figures');
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Case[])
  .filter((found) => found.page && !found.documents);

test('there are cases for the page', () => {
  expect(cases.length).toBeGreaterThan(5);
});

for (const found of cases) {
  test(`figures of case ${found.id}`, async ({ page }) => {
    await open(page);
    await give(page, found);
    let checked = 0;
    for (const [pointer, value] of Object.entries(found.expect)) {
      checked += Number(await isShown(page, pointer, value));
    }
    expect(checked, 'figures of the case that the page shows').toBeGreaterThan(0);
  });
}

test('the seed example: both methods, the trail, the gap', async ({ page }) => {
  await open(page);
  await pasteSeed(page);
  await expectValue(page.getByTestId('kpi-accounting-dso'), '70');
  await show(page, 'analyses', 'methods');
  await expectValue(page.getByTestId('kpi-accounting-dso'), '70');
  const steps = page.getByTestId('roll-back-trail').locator('tbody tr');
  await expect(steps).toHaveCount(3);
  for (const [index, days] of ['30', '31', '7.5'].entries()) {
    await expect(steps.nth(index)).toHaveAttribute('data-days', days);
  }
  await expect(page.getByTestId('roll-back-formula')).toHaveText(/30 \+ 31 \+ 7,5 = 68,5/);
  await expectValue(page.getByTestId('gap'), '1.5');
  // Receivables without due dates: no figure, and the reason in words.
  await expectValue(page.getByTestId('kpi-best-possible-dso'), '');
  await expect(page.getByTestId('kpi-best-possible-dso')).toContainText('Ni échéances');
});

test('the conventions change the figures', async ({ page }) => {
  await open(page);
  await pasteSeed(page);
  const conventions = await openConventions(page);
  await page.getByTestId('month-length').selectOption('thirty');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '67.5');
  await page.getByTestId('window-months').selectOption('1');
  await expectValue(page.getByTestId('kpi-accounting-dso'), '46.875');
  await expect(conventions).toContainText('fenêtre 1 mois');
});

test('another as-of date gives the figures of that date', async ({ page }) => {
  await open(page);
  await openSample(page);
  await expectDate(page, '2025-12-31');
  const before = await page.getByTestId('kpi-receivables').getAttribute('data-value');
  await chooseDate(page, '2025-06-30');
  await expectValue(page.getByTestId('kpi-receivables'), '1380550');
  expect(before).not.toBe('1380550');
});

test('typed balances give the working capital that the data lacks', async ({ page }) => {
  await open(page);
  await pasteSeed(page);
  await show(page, 'analyses', 'capital');
  await page.getByLabel('Stocks', { exact: true }).fill('2 500,5');
  await page.getByLabel('Dettes fournisseurs TTC').fill('4 000');
  await expectValue(page.getByTestId('bfr'), '8500.5');
  await page.getByLabel('Stocks', { exact: true }).fill('beaucoup');
  await expect(page.getByText('« beaucoup » ne se lit pas comme un nombre.')).toBeVisible();
  await expectValue(page.getByTestId('bfr'), '8500.5');
  await show(page, 'analyses', 'methods');
  await expectValue(page.getByTestId('kpi-bfr'), '8500.5');
});

test('the quick calculation says which number cannot be read', async ({ page }) => {
  await open(page);
  await page.getByTestId('quick-sales').fill('quinze');
  await expectValue(page.getByTestId('quick-result'), '');
  await expect(page.getByTestId('quick-result')).toContainText('« quinze »');
  await expect(page.getByTestId('quick-sales')).toHaveAttribute('aria-invalid', 'true');
  await page.getByTestId('quick-sales').fill('0');
  await expect(page.getByTestId('quick-result')).toContainText('Aucune vente');
});

test('fewer days of three numbers bring cash and a yearly gain, and lead on', async ({ page }) => {
  await open(page);
  await page.getByTestId('quick-receivables').fill('20 000');
  await page.getByTestId('quick-sales').fill('150 000');
  await page.getByTestId('quick-days').fill('360');
  const earlier = page.getByTestId('quick-earlier');
  await earlier.getByRole('slider').fill('6');
  await page.getByTestId('quick-rate').fill('4');
  await expectValue(earlier, '2500');
  await expect(page.getByTestId('quick-result')).toContainText(
    /2\s500[\s\S]*42,0\sjours[\s\S]*100/,
  );
  await page.getByTestId('quick-on').click();
  await expect(page.getByTestId('paste')).toBeFocused();
});

async function give(page: Page, { ask = {}, paste: lines }: Case): Promise<void> {
  const { quick, report, scenario } = ask;
  const request = report ?? scenario?.baseline;
  for (const [name, text] of Object.entries(quick ?? {})) {
    await page.getByTestId(`quick-${name}`).fill(text);
  }
  if (lines === undefined) return;
  await paste(page, lines.join('\n'));
  await expect(page.getByTestId('headline')).toBeVisible();
  if (request?.asOf !== undefined) await chooseDate(page, request.asOf);
  await choose(page, request?.conventions ?? {});
  for (const [name, balance] of Object.entries(request?.balances ?? {})) {
    if (name === 'sales') await show(page, 'dashboard');
    else await show(page, 'analyses', 'capital');
    const field = page.getByRole('textbox', {
      name: balanceFields[name as keyof typeof balanceFields],
    });
    // What the data has is not asked for.
    if ((await field.count()) > 0) await field.fill(balance);
  }
  const [lever] = scenario?.levers ?? [];
  if (scenario && lever) {
    await show(page, 'scenarios');
    const terms = page.getByTestId('lever-terms');
    await terms.getByRole('switch').click();
    await terms.locator('summary').first().click();
    await terms.getByLabel('Part des ventes').last().fill(lever.sharePercent);
    await terms.getByLabel('Jours en moins').last().fill(String(lever.action.days));
    await page.getByTestId('money-rate').fill(scenario.ratePercent);
  }
}

async function choose(page: Page, conventions: NonNullable<Where['conventions']>): Promise<void> {
  if (Object.keys(conventions).length === 0) return;
  const { typedDays, scope = {}, ...chosen } = conventions;
  await openConventions(page);
  for (const [name, value] of Object.entries(chosen)) {
    const place = choices[name];
    if (place === undefined) throw new Error(`${name} cannot be chosen on the page`);
    await page.getByTestId(place).selectOption(String(value));
  }
  if (typedDays !== undefined) await page.getByLabel('Nombre de jours').fill(typedDays);
  for (const [name, isIn] of Object.entries(scope)) {
    await page.getByTestId(`scope-${name}`).setChecked(isIn);
  }
  await closePanel(page);
}

/** Checks one expectation, if the page shows it. */
async function isShown(page: Page, pointer: string, value: unknown): Promise<boolean> {
  const step = /^\/figures\/rollBackDso\/trail\/(\d+)\/days$/.exec(pointer)?.[1];
  if (step !== undefined) {
    await showPart(page, 'analyses', 'methods');
    const row = page.getByTestId('roll-back-trail').locator('tbody tr').nth(Number(step));
    await expect(row).toHaveAttribute('data-days', String(value));
    return true;
  }
  if (pointer === '/asOf') {
    await expectDate(page, String(value));
    return true;
  }
  if (pointer === '/figures/rollBackDso/exhausted') {
    await showPart(page, 'analyses', 'methods');
    const text = page.getByTestId('kpi-roll-back-dso');
    await (value === true ? expect(text).toContainText('≥') : expect(text).not.toContainText('≥'));
    return true;
  }
  const place = places[pointer];
  if (place === undefined) return false;
  const [view, part, testid] = place;
  await showPart(page, view, part);
  const element = page.getByTestId(testid);
  const expected = typeof value === 'string' ? value : '';
  await expectRounded(element, expected);
  return true;
}

/** Goes to a part of a view, unless one is there. */
async function showPart(page: Page, view: View, part: string): Promise<void> {
  await go(page, view, part);
  await expect(page.getByTestId(`view-${view}`)).toBeVisible();
}
