import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { open, openSample, paste, textsOf } from './app';
import { expect, test } from './fixtures';

const parts = ['header', '#data', '#diagnosis', '#scenarios', 'footer'];

for (const theme of ['light', 'dark'] as const) {
  for (const language of ['fr', 'en'] as const) {
    test.describe(`${theme}, ${language}`, () => {
      test.use({ colorScheme: theme, locale: language });

      test('the first screen and a message have no violations', async ({ page }) => {
        await open(page);
        await expectNoViolations(page);
        await paste(page, 'Bonjour');
        await expect(page.getByTestId('issues')).toBeVisible();
        await expectNoViolations(page);
      });

      test('the panels of a FEC and the templates have no violations', async ({ page }) => {
        await open(page);
        await page.getByTestId('templates').locator('summary').click();
        await expect(page.getByTestId('template-fec')).toBeVisible();
        const [fec = ''] = textsOf('fec.json', 'fec-18-columns');
        await paste(page, fec);
        await expect(page.getByTestId('fec')).toBeVisible();
        for (const testid of ['conventions', 'accounts']) {
          await page.getByTestId(testid).locator('summary').click();
        }
        await expectNoViolations(page);
      });

      test('the questions of an aged balance have no violations', async ({ page }) => {
        await open(page);
        const [aged = ''] = textsOf('aged_balance.json', 'aged-balance-without-date');
        await paste(page, aged);
        await expect(page.getByTestId('ask-date')).toBeVisible();
        await expectNoViolations(page);
        await page.getByTestId('as-of-today').click();
        await expect(page.getByTestId('lead-balances')).toBeVisible();
        await expectNoViolations(page);
      });

      test('rejected rows and choices on findings have no violations', async ({ page }) => {
        await open(page);
        const [twice = ''] = textsOf('invoice_depth.json', 'duplicates-kept');
        await paste(page, `${twice}\nF3;C;hier;100,00;`);
        await expect(page.getByTestId('rejected').getByRole('row')).toHaveCount(2);
        await expectNoViolations(page);
      });

      test('the parts of the diagnosis have no violations', async ({ page }) => {
        test.slow();
        await open(page);
        await openSample(page, 'sample-invoices');
        for (const part of ['split', 'ages', 'customers', 'cash']) {
          await page.getByTestId(`tab-${part}`).click();
          await expect(page.getByRole('tabpanel').locator('h3').first()).toBeVisible();
          for (const summary of await page.getByRole('tabpanel').locator('summary').all()) {
            await summary.click();
          }
          await expectNoViolations(page, ['[role=tabpanel]']);
        }
      });

      test('the parts of a scenario have no violations', async ({ page }) => {
        test.slow();
        await open(page);
        await openSample(page, 'sample-invoices');
        await page.getByTestId('preset-discount').click();
        await page.getByTestId('add-lever').locator('summary').click();
        await page.getByTestId('add-factoring').click();
        for (const summary of await page.getByTestId('lever-discount').locator('summary').all()) {
          await summary.click();
        }
        await page.getByTestId('lever-discount').getByTestId('low-withinDays').fill('5');
        await page.getByTestId('lever-discount').getByTestId('high-withinDays').fill('15');
        for (const [part, found] of scenarioParts) {
          await page.getByTestId(`tab-${part}`).click();
          await expect(page.getByTestId(found).first()).toBeVisible();
          await expectNoViolations(page, ['#scenarios']);
        }
        await page.getByTestId('tab-uncertainty').click();
        await page.getByTestId('simulate').click();
        await expect(page.getByTestId('tornado').locator('svg')).toBeVisible();
        await expectNoViolations(page, ['#scenarios']);
      });

      test('the results have no violations', async ({ page }) => {
        test.slow();
        await open(page);
        await openSample(page);
        await page.getByTestId('lever-discount').getByRole('switch').click();
        await expect(page.getByTestId('discount-facts')).toBeVisible();
        for (const summary of await page.locator('summary').all()) await summary.click();
        await expect(page.locator('figure svg')).toHaveCount(4);
        await expectNoViolations(page);
      });
    });
  }
}

test('the steps are reached by keyboard', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Diagnostic' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#diagnosis$/);
});

for (const width of [360, 1280, 1920]) {
  test(`nothing is wider than the window at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    await openSample(page);
    await expect(page.locator('figure svg')).toHaveCount(4);
    const surplus = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    expect(await surplus()).toBe(0);
    await page.getByTestId('sample-invoices').click();
    for (const part of ['split', 'ages', 'customers', 'cash']) {
      await page.getByTestId(`tab-${part}`).click();
      await expect(page.getByRole('tabpanel').locator('h3').first()).toBeVisible();
      expect(await surplus(), part).toBe(0);
    }
    await page.getByTestId('preset-discount').click();
    for (const [part, found] of scenarioParts) {
      await page.getByTestId(`tab-${part}`).click();
      await expect(page.getByTestId(found).first()).toBeVisible();
      expect(await surplus(), part).toBe(0);
    }
  });
}

/** The tabs of a scenario, and something that each shows. */
const scenarioParts = [
  ['result', 'per-lever'],
  ['timeline', 'timeline-table'],
  ['compare', 'compare-chart'],
  ['goal', 'goal-run'],
  ['suggestions', 'suggestion'],
] as const;

/** Section by section, so that a failure says where. */
async function expectNoViolations(page: Page, within = parts): Promise<void> {
  for (const part of within) {
    const { violations } = await new AxeBuilder({ page }).include(part).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    expect(found, part).toEqual([]);
  }
}
