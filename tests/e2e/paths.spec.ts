import type { Page } from '@playwright/test';
import { expectValue, open, openSample, seed } from './app';
import { expect, test } from './fixtures';

/** A customer's list of invoices, with what is overdue, disputed and paid late. */
function invoices(): string {
  const rows = ['client;facture;date;échéance;montant ttc;règlement;litige'];
  const day = (days: number) =>
    new Date(Date.UTC(2024, 11, 1) + days * 86_400_000).toISOString().slice(0, 10);
  for (let number = 0; number < 240; number += 1) {
    const issued = Math.floor((number * 395) / 240);
    const due = issued + 30 + (number % 3) * 20;
    const paid = due + ((number * 7) % 45) - 5;
    rows.push(
      [
        `Client ${(number % 9) + 1}`,
        `F${number + 1}`,
        day(issued),
        day(due),
        `${400 + ((number * 137) % 2600)},50`,
        paid < 390 && number % 23 !== 0 ? day(paid) : '',
        number % 23 === 0 ? 'oui' : '',
      ].join(';'),
    );
  }
  return rows.join('\n');
}

/** What a visitor does: each is counted. */
class Visitor {
  actions = 0;
  constructor(private readonly page: Page) {}

  async click(testid: string): Promise<void> {
    this.actions += 1;
    await this.page.getByTestId(testid).first().click();
  }

  /** Ctrl+V anywhere. */
  async paste(text: string): Promise<void> {
    this.actions += 1;
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);
  }

  async file(name: string, text: string): Promise<void> {
    this.actions += 1;
    await this.page
      .getByTestId('file-input')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  }
}

const hasFigure = /^-?\d/;

for (const { language, locale } of [
  { language: 'fr', locale: 'fr-FR' },
  { language: 'en', locale: 'en-GB' },
]) {
  test.describe(`in ${language}`, () => {
    test.use({ locale });

    test('three numbers say the DSO and what days less are worth, with nothing done', async ({
      page,
    }) => {
      const visitor = new Visitor(page);
      await page.goto('./');
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByTestId('quick-result')).toHaveAttribute('data-value', hasFigure);
      await expect(page.getByTestId('quick-earlier')).toHaveAttribute('data-value', hasFigure);
      await page.getByTestId('quick-receivables').fill('10 000');
      await page.getByTestId('quick-sales').fill('36 500');
      await expectValue(page.getByTestId('quick-result'), '100');
      expect(visitor.actions).toBe(0);
    });

    test('the table of the articles is pasted anywhere', async ({ page }) => {
      const visitor = new Visitor(page);
      await page.goto('./');
      await expect(page.getByTestId('quick-result')).toHaveAttribute('data-value', hasFigure);
      await visitor.paste(seed);
      await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
      expect(visitor.actions).toBe(1);
    });

    test('an export leads to a scenario with cash, and three to a comparison', async ({ page }) => {
      const visitor = new Visitor(page);
      await page.goto('./');
      await visitor.file('export.csv', invoices());
      await expect(page.getByTestId('headline')).toContainText(/\d/);
      await expect(page.getByTestId('kpi-roll-back-dso')).toHaveAttribute('data-value', hasFigure);
      expect(visitor.actions, 'from a file to its diagnosis').toBe(1);

      visitor.actions = 0;
      await visitor.click('simulate');
      await expect(page.getByTestId('scenario-cash')).toHaveAttribute('data-value', /[1-9]/);
      expect(visitor.actions, 'from the diagnosis to cash').toBeLessThanOrEqual(2);

      visitor.actions = 0;
      await visitor.click('models');
      await visitor.click('compare-best');
      await expect(page.getByTestId('compare-table').getByRole('row')).not.toHaveCount(0);
      await expect(page.getByTestId('scenario-choice')).toHaveCount(4);
      await expect(page.getByTestId('compare-chart').locator('.drawing svg')).toBeVisible();
      expect(visitor.actions, 'three presets compared').toBeLessThanOrEqual(4);
    });

    test('on a phone a file leads to cash by the thumb', async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 780 });
      const visitor = new Visitor(page);
      await page.goto('./');
      await visitor.file('export.csv', invoices());
      await expect(page.getByTestId('kpi-roll-back-dso')).toBeInViewport();
      await visitor.click('simulate');
      await expect(page.getByTestId('scenario-cash')).toHaveAttribute('data-value', /[1-9]/);
      await expect(page.getByTestId('scenario-cash')).toBeInViewport();
      expect(visitor.actions).toBe(2);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
}

test('the walk over the example has five steps, and can be left at any', async ({ page }) => {
  await open(page);
  await openSample(page);
  await page.getByTestId('more-menu').click();
  await page.getByTestId('start-tour').click();
  const panel = page.getByTestId('tour');
  for (let step = 1; step <= 5; step++) {
    await expect(panel).toContainText(`${String(step)} sur 5`);
    await page.getByTestId('tour-on').click();
  }
  await expect(panel).toHaveCount(0);

  await page.getByTestId('more-menu').click();
  await page.getByTestId('start-tour').click();
  await expect(panel).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(page.getByTestId('more-menu')).toBeFocused();
});
