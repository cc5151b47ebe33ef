import type { Page } from '@playwright/test';
import { closePanel, expectValue, go, linkOf, open, openSample, paste, seed, show } from './app';
import { expect, test } from './fixtures';

async function reminders(page: Page): Promise<void> {
  await show(page, 'scenarios');
  await page.getByTestId('lever-reminders').getByRole('switch').click();
  await expect(page.getByTestId('scenario-cash')).toHaveAttribute('data-value', /^[1-9]/);
}

/** What the letters of a link unpack to. */
const unpack = (page: Page, link: string): Promise<string> =>
  page.evaluate(
    async (letters) => {
      const text = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
      const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
      return new Response(stream).text();
    },
    link.replace(/.*#\/link\/\d/, ''),
  );

test('a link brings the same figures to somebody else, read-only', async ({ page, browser }) => {
  await open(page);
  await paste(page, seed);
  await reminders(page);
  const cash = (await page.getByTestId('scenario-cash').getAttribute('data-value')) ?? '';
  const link = await linkOf(page);
  expect(link.length).toBeLessThan(2_000);

  const context = await browser.newContext();
  const other = await context.newPage();
  const sent: string[] = [];
  other.on('request', (request) => {
    if (!request.isNavigationRequest()) sent.push(`${request.url()} ${request.postData() ?? ''}`);
  });
  await other.goto(link);
  await expect(other.getByTestId('link-bar')).toBeVisible();
  await expectValue(other.getByTestId('scenario-cash'), cash);
  const letters = link.replace(/.*#\/link\//, '').slice(0, 40);
  expect(sent.filter((request) => request.includes(letters))).toEqual([]);
  // Nothing can be changed, and nothing is kept, until it is taken over.
  const lever = other.getByTestId('lever-reminders').getByRole('switch', { includeHidden: true });
  await lever.click({ force: true, timeout: 2_000 }).catch(() => undefined);
  await expect(lever).toBeChecked();
  await other.reload();
  await expectValue(other.getByTestId('scenario-cash'), cash);
  await other.getByTestId('link-take-over').click();
  await expect(other.getByTestId('link-bar')).toHaveCount(0);
  await lever.click();
  await expect(lever).not.toBeChecked();
  await show(other, 'dashboard');
  await expectValue(other.getByTestId('kpi-roll-back-dso'), '68.5');
  await context.close();
});

test('a link of invoices names nobody, and its DSO is the same', async ({ page, browser }) => {
  await open(page);
  await openSample(page, 'sample');
  const dso = (await page.getByTestId('kpi-roll-back-dso').getAttribute('data-value')) ?? '';
  await go(page, 'analyses', 'customers');
  const rows = page.getByTestId('customers').locator('tbody tr th');
  await expect(rows.first()).toBeVisible();
  const names = (await rows.allTextContents()).map((name) => name.trim());
  expect(names.length).toBeGreaterThan(3);
  await reminders(page);
  const link = await linkOf(page);
  const content = await unpack(page, link);
  expect(content).toContain('encours_echu');
  for (const name of names) expect(content).not.toContain(name);
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(link);
  await show(other, 'dashboard');
  await expectValue(other.getByTestId('kpi-roll-back-dso'), dso);
  // What is late and what is disputed are what they were; and it is told what the scenario gave on the invoices.
  const split = (where: Page) =>
    where
      .getByTestId('split')
      .locator('[data-value]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-value')));
  await page.keyboard.press('Escape');
  await go(page, 'analyses', 'evolution');
  await go(other, 'analyses', 'evolution');
  await expect(page.getByTestId('split').locator('[data-value]').nth(5)).toBeVisible();
  await expect.poll(() => split(other)).toEqual(await split(page));
  await go(other, 'scenarios');
  await expect(other.getByTestId('link-told')).toContainText('rejouées');
  await context.close();
});

test('who sends a link sees what whoever opens it will see', async ({ page, browser }) => {
  await open(page);
  await openSample(page, 'sample');
  await reminders(page);
  const cash = (await page.getByTestId('scenario-cash').getAttribute('data-value')) ?? '';
  const link = await linkOf(page);
  const figures = page.getByTestId('link-seen').locator('td');
  await expectValue(figures.first(), cash);
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(link);
  const there = other.getByTestId('scenario-cash');
  await expect(there).toHaveAttribute('data-value', /^[1-9]/);
  const seen = (await there.getAttribute('data-value')) ?? '';
  expect(seen).not.toBe(cash);
  await expectValue(figures.last(), seen);
  await context.close();
});

test('a link is read-only, says so, and is left by its address once it is taken over', async ({
  page,
  browser,
}) => {
  await open(page);
  await paste(page, seed);
  await reminders(page);
  const link = await linkOf(page);
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByTestId('read-only')).toBeVisible();
  await expect(other.getByTestId('preset-own')).toBeDisabled();
  await other.getByTestId('link-take-over').click();
  await expect(other.getByTestId('read-only')).toHaveCount(0);
  await expect(other.getByTestId('preset-own')).toBeEnabled();
  expect(new URL(other.url()).hash).toBe('#/scenarios');
  await context.close();
});

test('a link is not kept, and leads back to what is', async ({ page, context }) => {
  await open(page);
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  const link = await linkOf(page);
  await page.keyboard.press('Escape');
  await paste(page, `${seed}\n2025-12;5 000;9 000`);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '49.75');
  await page.getByTestId('dossier-menu').click();
  await page.getByTestId('dossier-name').fill('Armel');
  await page.getByTestId('dossier-name').press('Enter');
  await page.getByTestId('dossier-menu').click();
  await page.getByTestId('dossier-keep').check();
  await expect(page.getByTestId('dossier-status')).toContainText('Gardé dans ce navigateur');
  await page.keyboard.press('Escape');

  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByTestId('link-bar')).toBeVisible();
  await other.waitForTimeout(1500);
  await other.getByTestId('dossier-menu').click();
  await expect(other.getByTestId('dossier-other')).toHaveCount(1);
  await other.keyboard.press('Escape');
  await other.reload();
  await expect(other.getByTestId('link-bar')).toBeVisible();
  const third = await context.newPage();
  await third.goto('./');
  await expect(third.getByTestId('dossier-menu')).toContainText('Armel');
  await show(third, 'dashboard');
  await expectValue(third.getByTestId('kpi-roll-back-dso'), '49.75');
  // In the place of what was worked on, and back.
  await third.goto(link);
  await expect(third.getByTestId('link-bar')).toBeVisible();
  await third.keyboard.press('Control+z');
  await expect(third.getByTestId('link-bar')).toHaveCount(0);
  await show(third, 'dashboard');
  await expectValue(third.getByTestId('kpi-roll-back-dso'), '49.75');
  expect(third.url()).not.toContain('#/link/');
});

test('a link tells that it is of a part, and is not offered without sales', async ({
  page,
  browser,
}) => {
  await open(page);
  await openSample(page, 'sample');
  await page.getByTestId('context-menu').click();
  await page.getByTestId('context-segment').selectOption('commercial');
  await page.getByTestId('context-segment-value').selectOption('Caron');
  await closePanel(page);
  await expect(page.getByTestId('cut-bar')).toContainText('Caron');
  const link = await linkOf(page);
  await expect(page.getByTestId('link-of-part')).toBeVisible();
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(other.getByTestId('link-part')).toContainText('segment');
  await expect(other.locator('body')).not.toContainText('Caron');

  await closePanel(page);
  await show(page, 'data');
  await paste(
    page,
    [
      'numéro;client;date de facture;échéance;montant ttc',
      'F1;Alpha;05/01/2025;05/02/2025;100',
      'F2;Beta;10/02/2025;10/03/2025;200',
      'F3;Gamma;05/03/2025;05/04/2025;300',
    ].join('\n'),
  );
  await expect(page.getByTestId('kpi-receivables')).toHaveAttribute('data-value', /^[1-9]00$/);
  await page.getByTestId('export-menu').click();
  await page.getByTestId('export-link').click();
  await expect(page.getByTestId('link-impossible')).toContainText('ventes par mois');
  await expect(page.getByTestId('link-copy')).toHaveCount(0);
});

test('a link that was cut is refused, and nothing is lost', async ({ page }) => {
  await open(page);
  await paste(page, seed);
  await reminders(page);
  const link = await linkOf(page);
  await page.keyboard.press('Escape');
  for (const cut of [link.slice(0, -40), link.slice(0, 60), `${link.slice(0, -6)}AAAAAA`]) {
    await page.evaluate((to) => {
      location.hash = to.replace(/.*#/, '');
    }, cut);
    await expect(page.getByTestId('dossier-fault')).toContainText('Ce lien est incomplet');
    await page.getByTestId('dossier-fault').getByRole('button').click();
  }
  await page.evaluate(() => {
    location.hash = '/link/7abc';
  });
  await expect(page.getByTestId('dossier-fault')).toContainText('plus récente');
  await show(page, 'dashboard');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
});
