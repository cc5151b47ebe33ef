import { expectValue, open, openSample, paste, seed, show } from './app';
import { expect, test } from './fixtures';

test('what was replaced comes back, by the button and by Ctrl + Z', async ({ page }) => {
  await open(page);
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await openSample(page, 'sample');
  await expect(page.getByTestId('undo-toast')).toContainText('remplacées');
  await page.getByTestId('undo-data').click();
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await openSample(page, 'sample');
  await page.keyboard.press('Control+z');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await expect(page.getByTestId('undo-toast')).toHaveCount(0);
});

test('cells are pasted anywhere on the page', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
});

test('the work comes back with the page if it is kept, and nothing is kept unasked', async ({
  page,
}) => {
  await open(page);
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  await show(page, 'data');
  await page.getByTestId('keep').check();
  await show(page, 'scenarios');
  await page.getByTestId('lever-terms').getByRole('switch').click();
  await expect(page.getByTestId('scenario-cash')).toHaveAttribute('data-value', /^[1-9]/);
  const cash = (await page.getByTestId('scenario-cash').getAttribute('data-value')) ?? '';
  await page.waitForTimeout(1500);
  await page.reload();
  await expectValue(page.getByTestId('scenario-cash'), cash);
  await show(page, 'data');
  await page.getByTestId('erase-all').click();
  await expect(page.getByTestId('keep')).not.toBeChecked();
  // A browser asks before it leaves what is not kept.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByTestId('quick-result')).toHaveAttribute('data-value', /\d/);
});
