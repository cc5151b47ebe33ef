import type { Locator, Page } from '@playwright/test';
import { chooseLanguage, go, open, openSample, paste, show } from './app';
import { expectNoViolations } from './axe';
import { expect, test } from './fixtures';

const entries = (page: Page): Locator => page.getByTestId('palette-entry');

/** Opens the palette, and searches in it. */
async function search(page: Page, words: string): Promise<Locator> {
  const palette = page.getByTestId('palette');
  const field = page.getByTestId('palette-search');
  // The same keys close it while it is still there, and a page that was just opened may not listen yet.
  await expect(palette).toHaveCount(0);
  await expect(async () => {
    if ((await palette.count()) === 0) await page.keyboard.press('Control+k');
    await expect(field).toBeFocused({ timeout: 3000 });
  }).toPass();
  await field.fill(words);
  return field;
}

/** What the field says is marked. */
async function marked(page: Page): Promise<string | null> {
  const id = await page.getByTestId('palette-search').getAttribute('aria-activedescendant');
  return page.locator(`[id="${id ?? ''}"][aria-selected=true]`).getAttribute('data-entry');
}

test('the palette leads to views and parts by the keyboard alone', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  await search(page, 'ECHEANCES');
  await expect(entries(page).first()).toHaveAttribute('data-entry', 'analyses-ages');
  await page.getByTestId('palette-search').fill('vue');
  await expect(entries(page)).toHaveCount(6);
  expect(await marked(page)).toBe('view-data');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await marked(page)).toBe('view-analyses');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await marked(page)).toBe('view-tools');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('palette')).toHaveCount(0);
  await expect(page.getByTestId('view-report')).toBeVisible();
});

test('it closes with Escape and with its own keys, and gives the focus back', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  await page.getByTestId('open-gap').focus();
  for (const key of ['Escape', 'Control+k', 'Meta+k']) {
    await search(page, 'rien de tel, zzz');
    await expect(entries(page)).toHaveCount(0);
    await expect(page.getByTestId('palette').getByRole('status')).toHaveText('Rien de ce nom.');
    await page.keyboard.press(key);
    await expect(page.getByTestId('palette')).toHaveCount(0);
    await expect(page.getByTestId('open-gap')).toBeFocused();
  }
  // What opens from it gives the focus back to the same place.
  await search(page, 'glossaire');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('glossary')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('open-gap')).toBeFocused();
});

test('it finds a customer, with what it owes, and opens it', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  const link = page.getByTestId('top-customers').getByRole('link').first();
  const name = ((await link.textContent()) ?? '').trim();
  await search(page, name.toUpperCase());
  await expect(entries(page).first()).toContainText(name);
  await expect(entries(page).first()).toContainText(/Client, [\d\s]+€/);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('customer-panel')).toContainText(name);
});

test('a name that is code is a name', async ({ page }) => {
  const hostile = '<img src=x onerror=alert(1)>$t(app.title)\u202e';
  await open(page);
  await paste(
    page,
    [
      'client;facture;date;échéance;montant;payée le',
      `${hostile};F1;2025-10-01;2025-10-31;1000,00;`,
      `Épicerie Noël;F2;2025-11-01;2025-11-30;2000,00;2025-11-30`,
      `Épicerie Noël;F3;2025-11-15;2025-12-15;3000,00;`,
    ].join('\n'),
  );
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
  await search(page, 'onerror');
  await expect(entries(page).locator('bdi')).toHaveText([hostile, hostile]);
  await expect(page.locator('img')).toHaveCount(0);
  await page.getByTestId('palette-search').fill('epicerie noel');
  await expect(entries(page).locator('bdi')).toHaveText(['Épicerie Noël', 'Épicerie Noël']);
});

test('it exports, chooses a scenario, and changes how the page looks', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  await search(page, 'exporter json');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toMatch(/\.json$/);
  await expect(page.getByTestId('palette')).toHaveCount(0);
  await search(page, 'theme sombre');
  await entries(page).first().click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await search(page, 'aujourd');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('scenario-today')).toHaveAttribute('aria-pressed', 'true');
  await search(page, 'english');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('nav-data')).toHaveText('Data');
  await search(page, 'example manufacturer');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
});

test('digits lead to the views, but not while typing or where there is nowhere to go', async ({
  page,
}) => {
  await open(page);
  await page.keyboard.press('2');
  await page.keyboard.press('4');
  await expect(page.getByTestId('view-data')).toBeVisible();
  await openSample(page, 'sample');
  for (const [key, view] of [
    ['3', 'analyses'],
    ['4', 'scenarios'],
    ['1', 'data'],
    ['2', 'dashboard'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByTestId(`view-${view}`)).toBeVisible();
  }
  await show(page, 'analyses', 'customers');
  const field = page.getByTestId('customers-search');
  await field.focus();
  await page.keyboard.type('1?2');
  await expect(field).toHaveValue('1?2');
  await expect(page.getByTestId('view-analyses')).toBeVisible();
  await expect(page.getByTestId('shortcuts')).toHaveCount(0);
});

test('the shortcuts are listed on a key and in the menu', async ({ page }) => {
  await open(page);
  await page.keyboard.press('?');
  const list = page.getByTestId('shortcuts');
  await expect(list.locator('dt')).toHaveCount(12);
  await expect(list).toContainText('Ctrl+Maj+Z');
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await openSample(page, 'sample');
  await page.getByTestId('more-menu').click();
  await page.getByTestId('open-shortcuts').click();
  await expect(list).toBeVisible();
  await page.keyboard.press('2');
  await list.getByRole('button').click();
  await expect(page.getByTestId('more-menu')).toBeFocused();
});

test('nothing of it is fetched before it is asked for', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await open(page);
  expect(fetched.filter((url) => /\/Keyboard-/.test(url))).toEqual([]);
  await search(page, '');
  expect(fetched.some((url) => /\/Keyboard-/.test(url))).toBe(true);
  // Without data it offers what needs none.
  await expect(page.locator('[data-entry=view-tools]')).toBeVisible();
  await expect(page.locator('[data-entry=view-dashboard]')).toHaveCount(0);
});

for (const theme of ['light', 'dark'] as const) {
  test(`the palette and the list of shortcuts have no violations, ${theme}`, async ({ page }) => {
    // Each look through takes a busy machine 20 s, and there are four.
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width: theme === 'light' ? 1280 : 360, height: 780 });
    await open(page);
    await openSample(page, 'sample');
    if (theme === 'dark') await chooseLanguage(page, 'en');
    await go(page, 'analyses');
    for (const words of ['', 'a', 'zzz']) {
      const field = await search(page, words);
      await expectNoViolations(page);
      await field.press('Escape');
    }
    await page.keyboard.press('?');
    await expect(page.getByTestId('shortcuts')).toBeVisible();
    await expectNoViolations(page);
  });
}
