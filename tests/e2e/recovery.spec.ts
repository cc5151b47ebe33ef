import { test as tolerant } from '@playwright/test';
import { expectValue, open, pasteSeed } from './app';
import { expect, test } from './fixtures';

test('a worker that is gone is replaced, with its data', async ({ page }) => {
  await open(page);
  await pasteSeed(page);
  const [worker] = page.workers();
  await worker?.evaluate(() => {
    self.close();
  });
  await page.getByTestId('conventions').locator('summary').click();
  await page.getByTestId('month-length').selectOption('thirty');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '67.5');
  expect(page.workers()).not.toContain(worker);
});

// Not the test of the fixtures: the error is logged, as it should.
tolerant('a worker that fails is replaced, with its data', async ({ page }) => {
  await open(page);
  await pasteSeed(page);
  await page.workers()[0]?.evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError('unreachable');
    });
  });
  await page.getByTestId('conventions').locator('summary').click();
  await page.getByTestId('month-length').selectOption('thirty');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '67.5');
});
