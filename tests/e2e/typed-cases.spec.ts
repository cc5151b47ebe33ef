import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expectRounded, open, paste, show } from './app';
import { calculatorPlaces, fillCalculator, type CalculatorRequest } from './calculator-forms';
import { expect, test } from './fixtures';

/** A case of tests/figures whose request a person types into a form. */
interface Case {
  id: string;
  page?: boolean;
  ask: {
    calculator?: CalculatorRequest;
    discount?: Record<string, string>;
    dueDate?: { issued: string; rule: { rule: string; days: number; day?: number } };
    penalty?: { amount: string; due: string; settled: string; settings?: Settings };
    penaltyRate?: { on: string; settings?: Settings };
  };
  expect: Record<string, unknown>;
}

interface Settings {
  rate?: { rate: 'legal'; marginPoints: string } | { rate: 'contract'; percent: string };
  moment?: string;
  floor?: boolean;
  dayCount?: string;
  countDueDate?: boolean;
  indemnity?: string;
}

/** Where a figure of an answer stands; `null` for what the page does not show. */
type Place = (pointer: string) => Locator | null;

const cases = ['calculators', 'discount_cost', 'due_dates', 'penalties']
  .flatMap((file) => {
    const path = join(__dirname, `../figures/${file}.json`);
    return JSON.parse(readFileSync(path, 'utf8')) as Case[];
  })
  .filter(({ page }) => page !== false);

const discountPlaces: Record<string, string> = {
  '/periodPercent': 'form-period',
  '/simplePercent': 'form-simple',
  '/compoundPercent': 'form-compound',
  '/breakEvenPercent': 'form-break-even',
  '/invoice/discount': 'form-discount',
  '/invoice/paid': 'form-paid',
  '/invoice/financing': 'form-financing',
  '/invoice/saving': 'form-saving',
};

/** One test types many cases. */
test.slow();

const calculatorNames = [...new Set(cases.flatMap(({ ask }) => ask.calculator?.calculator ?? []))];

for (const name of calculatorNames) {
  test(`the cases of the calculator ${name}`, async ({ page }) => {
    await open(page);
    await show(page, 'tools', name);
    const form = page.getByTestId('calculator');
    for (const { id, ask, expect: expected } of cases) {
      const { calculator } = ask;
      if (calculator?.calculator !== name) continue;
      await test.step(id, async () => {
        await fillCalculator(form, calculator);
        await expect(form.locator('[aria-busy]')).toHaveAttribute('aria-busy', 'false');
        if (!(await isRefused(form, expected))) {
          await expectAll(expected, calculatorPlaces(form, calculator));
        }
      });
    }
  });
}

test('the cases of a discount', async ({ page }) => {
  await open(page);
  await show(page, 'tools', 'discount');
  const form = page.getByTestId('discount-form');
  for (const { id, ask, expect: expected } of cases) {
    const { discount } = ask;
    if (discount === undefined) continue;
    await test.step(id, async () => {
      for (const [name, value] of Object.entries(discount)) {
        const field = form.getByTestId(`discount-${name}`);
        await field.fill(value.replace('.', ','));
        await field.blur();
      }
      await expect(form.locator('[aria-busy]')).toHaveAttribute('aria-busy', 'false');
      if (await isRefused(form, expected)) return;
      // The days are a part of a sentence, not a figure of their own.
      const figures = Object.entries(expected).filter(([pointer]) => pointer !== '/invoice/days');
      await expectAll(Object.fromEntries(figures), (pointer) => {
        const shown = discountPlaces[pointer];
        return shown === undefined ? null : form.getByTestId(shown);
      });
    });
  }
});

test('the cases of due dates', async ({ page }) => {
  await open(page);
  await show(page, 'tools', 'due');
  const form = page.getByTestId('due-date');
  const places: Place = (pointer) => {
    const step = /^\/steps\/(\d)$/.exec(pointer)?.[1];
    // The day of issue stands before the steps.
    if (step !== undefined)
      return page
        .getByTestId('due-steps')
        .locator('li')
        .nth(Number(step) + 1);
    return pointer === '/due' ? form.getByTestId('due-answer') : form.getByTestId('due-days');
  };
  for (const { id, ask, expect: expected } of cases) {
    const { dueDate } = ask;
    if (dueDate === undefined) continue;
    await test.step(id, async () => {
      const { issued, rule } = dueDate;
      await typeDate(form.getByTestId('due-issued'), issued);
      await form.getByTestId('due-rule').selectOption(rule.rule);
      const numbers = form.getByTestId('due-numbers').getByRole('textbox');
      await numbers.nth(0).fill(String(rule.days));
      if (rule.day !== undefined) await numbers.nth(1).fill(String(rule.day));
      await expect(form.getByTestId('due-result')).toHaveAttribute('aria-busy', 'false');
      if (!(await isRefused(form, expected))) await expectAll(expected, places);
    });
  }
});

test('the cases of one penalty', async ({ page }) => {
  await open(page);
  await show(page, 'tools', 'penalty');
  const form = page.getByTestId('one-penalty');
  for (const { id, ask, expect: expected } of cases) {
    const { penalty } = ask;
    if (penalty === undefined) continue;
    await test.step(id, async () => {
      await chooseSettings(form, penalty.settings ?? {});
      await form.getByLabel('Montant TTC').fill(penalty.amount.replace('.', ','));
      await typeDate(form.getByTestId('late-due'), penalty.due);
      await typeDate(form.getByTestId('late-settled'), penalty.settled);
      await expect(form.getByTestId('late-result')).toHaveAttribute('aria-busy', 'false');
      if (await isRefused(form, expected)) return;
      if (expected['/total'] === '0') {
        await expect(form.getByTestId('late-answer')).toContainText('Réglée à temps');
        return;
      }
      await expectPenalty(form, expected);
    });
  }
});

test('the cases of a rate on a day, by an invoice late on that day alone', async ({ page }) => {
  await open(page);
  for (const { id, ask, expect: expected } of cases) {
    const { penaltyRate } = ask;
    // The last years of calendars stand for no day in exports: no invoice is paid in them.
    if (penaltyRate === undefined || penaltyRate.on >= '2098') continue;
    await test.step(id, async () => {
      const { on, settings = {} } = penaltyRate;
      await paste(page, lateOn(on, id));
      await show(page, 'analyses', 'terms');
      const penalties = page.getByTestId('penalties');
      await expect(penalties.getByTestId('penalty-customers')).toContainText(id);
      await chooseSettings(penalties, settings);
      if (await isRefused(penalties, expected)) return;
      const row = penalties.getByTestId('penalty-rate-row');
      await expect(row).toHaveCount(1);
      const cells: Record<string, number> = { agreedPercent: 0, floorPercent: 1, percent: 2 };
      for (const [pointer, value] of Object.entries(expected)) {
        const name = pointer.slice(1);
        const cell = cells[name];
        if (cell !== undefined) await expectRounded(row.locator('td').nth(cell), String(value));
        else if (name === 'ratesOf') await expect(row).toHaveAttribute('data-from', String(value));
        else if (name === 'assumed') {
          await expect(row).toHaveAttribute('data-assumed', String(value));
        } else if (name === 'floorAssumed') {
          await expect(penalties.getByTestId('floor-assumed')).toHaveCount(value === true ? 1 : 0);
        } else expect(name, `where the page shows ${pointer}`).toBe('floored');
      }
    });
  }
});

/** A field tells its fault when it is left. */
async function typeDate(field: Locator, date: string): Promise<void> {
  await field.fill(date);
  await field.blur();
}

async function chooseSettings(form: Locator, settings: Settings): Promise<void> {
  const { rate = { rate: 'legal', marginPoints: '10' } } = settings;
  const typed = (number: string) => number.replace('.', ',');
  await form.getByTestId('penalty-rate').selectOption(rate.rate);
  if (rate.rate === 'legal') await form.getByLabel('Majoration').fill(typed(rate.marginPoints));
  else await form.getByLabel('Taux du contrat').fill(typed(rate.percent));
  await form.getByTestId('penalty-moment').selectOption(settings.moment ?? 'byHalfYear');
  await form.getByTestId('penalty-day-count').selectOption(settings.dayCount ?? 'actual365');
  await form.getByLabel('Indemnité de recouvrement').fill(typed(settings.indemnity ?? '40'));
  await form.getByTestId('penalty-floor').setChecked(settings.floor ?? true);
  await form.getByTestId('penalty-count-due').setChecked(settings.countDueDate ?? false);
}

async function expectPenalty(form: Locator, expected: Case['expect']): Promise<void> {
  const parts = form.getByTestId('late-part');
  for (const [pointer, value] of Object.entries(expected)) {
    const [, part, name = ''] = /^\/parts\/(\d)\/(\w+)$/.exec(pointer) ?? [];
    if (part !== undefined) {
      await expect(parts.nth(Number(part))).toHaveAttribute(`data-${name}`, String(value));
    } else if (pointer === '/interest' && (await parts.count()) === 1) {
      const interest = await parts.getAttribute('data-interest');
      expect(Number(interest)).toBeCloseTo(Number(value), 6);
    } else {
      const names: Record<string, string> = {
        '/total': 'answer',
        '/days': 'days',
        '/interest': 'interest',
        '/indemnity': 'indemnity',
      };
      const shown = names[pointer];
      expect(shown, `where the page shows ${pointer}`).toBeDefined();
      await expectRounded(form.getByTestId(`late-${String(shown)}`), String(value));
    }
  }
}

/** Every figure that is expected, where the page shows it. */
async function expectAll(expected: Case['expect'], places: Place): Promise<void> {
  for (const [pointer, value] of Object.entries(expected)) {
    for (const [index, each] of (Array.isArray(value) ? value : [value]).entries()) {
      const place = places(Array.isArray(value) ? `${pointer}/${String(index)}` : pointer);
      if (place === null) throw new Error(`the page does not show ${pointer}`);
      await expectRounded(place, each === null ? '' : String(each));
    }
  }
}

/** Is it a request that makes no sense? The field then refuses it, or the engine does. */
async function isRefused(form: Locator, expected: Case['expect']): Promise<boolean> {
  const code = expected['/code'];
  if (typeof code !== 'string') return false;
  const refused = form.locator(`[aria-invalid="true"], [data-code="${code}"]`);
  await expect(refused.first()).toBeVisible();
  return true;
}

/** Two invoices: one that was late on a day and paid on it, and one that ends the month. */
function lateOn(day: string, customer: string): string {
  const end = monthEnd(day);
  return [
    'numero;client;date_emission;date_echeance;date_reglement;montant_ttc',
    `F1;${customer};${shifted(day, -31)};${shifted(day, -1)};${day};1 000,00`,
    `F2;${customer};${end};${end};;1 000,00`,
  ].join('\n');
}

function shifted(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function monthEnd(day: string): string {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 0, 0)).toISOString().slice(0, 10);
}
