import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openSample } from './app';

const pictures = join(__dirname, '../../www/pictures');

/** In the language of the README. */
test.use({ viewport: { width: 1280, height: 860 }, locale: 'en-GB' });

test('the dashboard', async ({ page }) => {
  await page.goto('.');
  await openSample(page, 'sample');
  await expect(page.getByTestId('kpi-roll-back-dso')).toHaveAttribute('data-value', /\d/);
  await expect(page.getByTestId('undo-toast')).toHaveCount(0);
  await page.screenshot({ path: join(pictures, 'dashboard.png'), animations: 'disabled' });
});

test('a scenario', async ({ page }) => {
  await page.goto('.');
  await openSample(page, 'sample');
  await expect(page.getByTestId('kpi-roll-back-dso')).toHaveAttribute('data-value', /\d/);
  await page.getByTestId('nav-scenarios').click();
  await page.getByTestId('lever-reminders').getByRole('switch').click();
  await expect(page.getByTestId('scenario-cash')).toHaveAttribute('data-value', /^[1-9]/);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(pictures, 'scenario.png'), animations: 'disabled' });
});
