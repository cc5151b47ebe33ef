import type { Page } from '@playwright/test';
import {
  closePanel,
  go,
  open,
  openConventions,
  openSample,
  paste,
  show,
  textsOf,
  type View,
} from './app';
import { expectNoViolations } from './axe';
import { expect, test } from './fixtures';

/** Every part of every view that has an address, and something that tells that it is there. */
const places: readonly (readonly [View, string, string])[] = [
  ['data', '', '[data-testid=understood]'],
  ['dashboard', '', '[data-testid=actions] li'],
  ['analyses', 'evolution', '[data-testid=split] .drawing svg'],
  ['analyses', 'methods', '[data-testid=roll-back-trail]'],
  ['analyses', 'ages', '[data-testid=cei]'],
  ['analyses', 'customers', '[data-testid=customer]'],
  ['analyses', 'payment', '[role=tabpanel] .drawing svg'],
  ['analyses', 'terms', '[data-testid=legal-check]'],
  ['analyses', 'cash', '[data-testid=cash-in] .drawing svg'],
  ['analyses', 'capital', '[data-testid=dio]'],
  ['scenarios', 'result', '[data-testid=per-lever]'],
  ['scenarios', 'compare', '[data-testid=compare-table]'],
  ['scenarios', 'goal', '[data-testid=goal-run]'],
  ['scenarios', 'uncertainty', '[data-testid=uncertainty]'],
  ['scenarios', 'timeline', '[data-testid=timeline-table]'],
  ['scenarios', 'suggestions', '[data-testid=suggestion]'],
  ['tools', 'discount', '[data-testid=discount-form]'],
  ['tools', 'due', '[data-testid=due-date]'],
  ['tools', 'penalty', '[data-testid=one-penalty]'],
  ['tools', 'creditPolicy', '[data-testid=calculator]'],
];

const widths = [320, 360, 768, 1280, 1920] as const;

for (const theme of ['light', 'dark'] as const) {
  for (const language of ['fr', 'en'] as const) {
    test.describe(`${theme}, ${language}`, () => {
      test.use({ colorScheme: theme, locale: language });

      test('the first screen and a message have no violations', async ({ page }) => {
        await open(page);
        await page.getByTestId('templates').locator('summary').click();
        await expect(page.getByTestId('template-fec')).toBeVisible();
        await expectNoViolations(page);
        await paste(page, 'Bonjour');
        await expect(page.getByTestId('issues')).toBeVisible();
        await expectNoViolations(page);
      });

      for (const width of widths) {
        test(`no view has violations at ${width} px`, async ({ page }) => {
          test.setTimeout(120_000);
          await page.setViewportSize({ width, height: width < 700 ? 780 : 900 });
          await open(page);
          await openSample(page, 'sample');
          await page.getByTestId('simulate').first().click();
          // Every part at one width, wide or narrow; what differs at the others is what frames them.
          const isFirst = (theme === 'light') === (language === 'fr');
          const all = width === (isFirst ? 1280 : 360);
          const looked = places.filter(
            ([view, part], at) => all || part === '' || places[at - 1]?.[0] !== view,
          );
          for (const [view, part, found] of looked) {
            await go(page, view, part);
            await expect(page.locator(found).first()).toBeVisible();
            await expectNoViolations(page, `${view} ${part}`);
          }
        });
      }

      test('what opens over a view has no violations', async ({ page }) => {
        await open(page);
        const [fec = ''] = textsOf('fec.json', 'fec-18-columns');
        await paste(page, fec);
        await openConventions(page);
        await expect(page.getByTestId('term-days')).toBeVisible();
        await expectNoViolations(page);
        await closePanel(page);
        await page.getByTestId('open-gap').click();
        await expect(page.getByTestId('gap-panel').locator('.drawing svg')).toBeVisible();
        await expectNoViolations(page);
        await closePanel(page);
        await page.getByTestId('context-menu').click();
        await expectNoViolations(page);
        await page.getByTestId('more-menu').click();
        await expect(page.getByTestId('language')).toBeVisible();
        await expectNoViolations(page);
        await go(page, 'analyses', 'capital');
        await page.getByTestId('accounts').locator('summary').click();
        await expectNoViolations(page);
      });

      test('a customer and the folded parts of a scenario have no violations', async ({ page }) => {
        test.slow();
        await open(page);
        await openSample(page, 'sample');
        await show(page, 'analyses', 'customers');
        await page.getByTestId('open-customer').first().click();
        await expect(page.getByTestId('open-invoices')).toBeVisible();
        await expectNoViolations(page);
        await show(page, 'scenarios');
        for (const name of ['lever-discount', 'lever-factoring'])
          await page.getByTestId(name).getByRole('switch').click();
        await expect(page.getByTestId('discount-facts')).toBeVisible();
        for (const summary of await page.locator('summary').all())
          if (await summary.isVisible()) await summary.click();
        await expectNoViolations(page);
        await page.getByTestId('tab-uncertainty').click();
        await page.getByTestId('add-ranges').click();
        await page.getByTestId('simulate').click();
        await expect(page.getByTestId('tornado').locator('.drawing svg')).toBeVisible();
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
        await show(page, 'data');
        await expect(page.getByTestId('rejected').getByRole('row')).toHaveCount(2);
        await expectNoViolations(page);
      });
    });
  }
}

test('the views are reached by keyboard, and the way back leads where one was', async ({
  page,
}) => {
  await open(page);
  await openSample(page, 'sample');
  await page.keyboard.press('Home');
  await page.locator('body').press('Tab');
  await page.locator('.skip').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.getByTestId('nav-analyses').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/analyses$/);
  await page.getByTestId('tab-customers').click();
  await expect(page).toHaveURL(/#\/analyses\/customers$/);
  await page.goBack();
  await expect(page.getByTestId('tab-evolution')).toHaveAttribute('aria-selected', 'true');
  await page.goBack();
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
});

test('an address leads to a part of a view, once there is data', async ({ page }) => {
  await page.goto('./#/scenarios/compare');
  await expect(page.getByTestId('view-data')).toBeVisible();
  await page.getByTestId('sample').click();
  await expect(page.getByTestId('view-scenarios')).toBeVisible();
  await expect(page.getByTestId('tab-compare')).toHaveAttribute('aria-selected', 'true');
});

for (const width of widths) {
  test(`nothing is wider than the window, or under a bar, at ${width} px`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    expect(await surplus(page), 'first screen').toBe(0);
    await openSample(page, 'sample');
    await page.getByTestId('simulate').first().click();
    for (const [view, part, found] of places) {
      await go(page, view, part);
      await expect(page.locator(found).first()).toBeVisible();
      expect(await surplus(page), `${view} ${part}`).toBe(0);
    }
    await go(page, 'dashboard');
    await expect(page.getByTestId('actions').locator('li').first()).toBeVisible();
    expect(await hidden(page)).toEqual([]);
  });
}

const surplus = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What the focus comes to with every Tab is in sight: under no bar. */
async function hidden(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    scrollTo(0, 0);
    document.querySelector<HTMLElement>('main')?.focus();
  });
  const found: string[] = [];
  for (let step = 0; step < 25; step += 1) {
    await page.keyboard.press('Tab');
    const covered = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element.closest('main') === null) return null;
      const { left, top, width, height } = element.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, top + height / 2);
      const isSeen = at !== null && (element.contains(at) || at.contains(element));
      return isSeen ? null : element.outerHTML.slice(0, 80);
    });
    if (covered !== null) found.push(covered);
  }
  return found;
}
