import type { Locator, Page } from '@playwright/test';
import { expectValue, open, openSample, pasteSeed } from './app';
import { expect, test } from './fixtures';

test('a slider moves the figures, and undo brings them back', async ({ page }) => {
  await open(page);
  await openSample(page);
  const share = slider(page, 'lever-terms', 'Part des ventes');
  const first = await valueOf(page.getByTestId('scenario-cash'));
  await share.fill('100');
  await expect(page.getByTestId('scenario-cash')).not.toHaveAttribute('data-value', first);
  const moved = await valueOf(page.getByTestId('scenario-cash'));
  // Twice the share, twice the cash.
  expect(Number(moved)).toBeGreaterThan(Number(first));

  await page.getByTestId('undo').click();
  await expectValue(page.getByTestId('scenario-cash'), first);
  await expect(share).toHaveValue('50');
  await page.getByTestId('redo').click();
  await expectValue(page.getByTestId('scenario-cash'), moved);
  await share.focus();
  await page.keyboard.press('Control+z');
  await expectValue(page.getByTestId('scenario-cash'), first);
  await page.keyboard.press('Control+Shift+z');
  await expectValue(page.getByTestId('scenario-cash'), moved);
  await page.getByTestId('reset').click();
  await expectValue(page.getByTestId('scenario-cash'), first);
});

test('the arrow keys move a slider', async ({ page }) => {
  await open(page);
  await openSample(page);
  const days = slider(page, 'lever-terms', 'Jours en moins');
  const first = await valueOf(page.getByTestId('scenario-dso'));
  await days.press('ArrowRight');
  await expect(days).toHaveValue('11');
  await expect(page.getByTestId('scenario-dso')).not.toHaveAttribute('data-value', first);
});

test('without a lever, nothing changes', async ({ page }) => {
  await open(page);
  await pasteSeed(page);
  await toggle(page, 'lever-terms');
  await expectValue(page.getByTestId('scenario-dso'), '68.5');
  await expectValue(page.getByTestId('scenario-cash'), '0');
  await expectValue(page.getByTestId('scenario-net'), '0');
});

test('the discount is priced', async ({ page }) => {
  await open(page);
  await openSample(page);
  await expect(page.getByTestId('discount-facts')).toBeHidden();
  await toggle(page, 'lever-discount');
  await expect(page.getByTestId('discount-facts')).toContainText('Coût annualisé simple');
  await expect(page.getByTestId('per-lever').locator('tbody tr')).toHaveCount(2);
  const cost = await valueOf(page.getByTestId('scenario-net'));
  await slider(page, 'lever-discount', 'Taux de l’escompte').fill('3');
  await expect(page.getByTestId('scenario-net')).not.toHaveAttribute('data-value', cost);
  await expect(page.getByTestId('scenario-net')).toHaveAttribute('data-value', /^-/);
});

test('a number typed beside a slider is exact, and one out of range changes nothing', async ({
  page,
}) => {
  await open(page);
  await openSample(page);
  const share = page.getByTestId('lever-terms').getByRole('textbox', { name: 'Part des ventes' });
  const first = await valueOf(page.getByTestId('scenario-dso'));
  await share.fill('62,5');
  await expect(page.getByTestId('scenario-dso')).not.toHaveAttribute('data-value', first);
  const typed = await valueOf(page.getByTestId('scenario-dso'));
  await share.fill('150');
  await expect(share).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByTestId('lever-terms')).toContainText('De 0 à 100');
  await expectValue(page.getByTestId('scenario-dso'), typed);
});

test('an invoice list is replayed, and what is assumed of open invoices is said', async ({
  page,
}) => {
  await open(page);
  await openSample(page, 'sample-invoices');
  await expect(page.getByTestId('assumptions')).toContainText('Factures ouvertes');
  await expect(page.getByTestId('assumptions')).toContainText('rejouée');
  await page.getByTestId('terms-rule').selectOption('cap');
  // Due dates are in the data: nothing to ask for.
  await expect(slider(page, 'lever-terms', 'Délai convenu aujourd’hui')).toBeHidden();
  await expect(page.getByTestId('scenario-cash')).toHaveAttribute('data-value', /^\d/);
});

function slider(page: Page, lever: string, name: string): Locator {
  return page.getByTestId(lever).getByRole('slider', { name });
}

async function toggle(page: Page, lever: string): Promise<void> {
  await page.getByTestId(lever).getByRole('switch').click();
}

async function valueOf(element: Locator): Promise<string> {
  const value = await element.getAttribute('data-value');
  if (value === null || value === '') throw new Error('no figure');
  return value;
}
