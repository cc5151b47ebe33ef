import { expectValue, go, open, openSample, paste } from './app';
import { expect, test } from './fixtures';

/** Twelve months of 120 including tax, 200 owed: 200 × 360 ÷ 1,200 = 60 days of published accounts. */
const months = [
  'mois;ca ttc;encours clients;dettes fournisseurs;achats',
  ...Array.from({ length: 12 }, (_, month) => {
    const name = String(month + 1).padStart(2, '0');
    return `2025-${name};120;200;150;60`;
  }),
].join('\n');

test('the firm is compared with its activity on the basis of published accounts', async ({
  page,
}) => {
  await open(page);
  await paste(page, months);
  await expectValue(page.getByTestId('kpi-receivables'), '200');
  await go(page, 'analyses', 'sector');
  await page.getByTestId('activity').fill('46.69B');
  await page.getByTestId('choose-activity').first().click();
  await expect(page.getByTestId('chosen-activity')).toContainText('46.6');
  await expectValue(page.getByTestId('own-days').first(), '60');
  await expectValue(page.getByTestId('own-days').nth(1), '90');
  await expectValue(page.getByTestId('bridge-days'), '60');
  await expect(page.getByTestId('sector-source')).toContainText('data.economie.gouv.fr');
  // Of 10 % of VAT, 1,440 are 1,309.09 without: 55 days.
  await page.getByTestId('sector-vat').fill('10');
  await expectValue(page.getByTestId('own-days').first(), '55');
  // All sizes of all activities: a median of 52.82, which 52.82 × 1,309.09 ÷ 360 = 192.07 owed would be.
  await page.getByTestId('change-activity').click();
  await page.getByTestId('choose-activity').first().click();
  await page.getByTestId('turnover-class').selectOption('*');
  await expectValue(page.getByTestId('to-median'), '7.9272727273');
});

test('a code that is not known, or of too few firms, says so', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  await go(page, 'analyses', 'sector');
  const message = page.getByTestId('activity-message');
  await page.getByTestId('activity').fill('99.99Z');
  await expect(message).toContainText('99.99Z');
  await expect(page.getByTestId('choose-activity')).toHaveCount(0);
  await page.getByTestId('activity').fill('zzzz');
  await expect(message).toContainText('zzzz');
  await page.getByTestId('activity').fill('05.10Z');
  await expect(message).toContainText('n’a pas assez d’entreprises');
  await page.getByTestId('activity').press('Enter');
  await expect(page.getByTestId('chosen-activity')).toBeVisible();
  await page.getByTestId('change-activity').click();
  await page.getByTestId('activity').fill('negoce');
  await page.getByTestId('activity').fill('batiment');
  await expect(page.getByTestId('choose-activity').first()).toBeVisible();
});
