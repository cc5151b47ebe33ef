import type { Page } from '@playwright/test';
import {
  closePanel,
  expectValue,
  go,
  open,
  openConventions,
  openSample,
  paste,
  seed,
  show,
} from './app';
import { expect, test } from './fixtures';

test.use({ serviceWorkers: 'allow' });

/** What this browser holds of the page: names only, of everything that can be kept. */
const kept = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
    cookies: document.cookie === '' ? [] : [document.cookie],
    // The app's own, which work without a connection: files that were built, none that was given.
    caches: (
      await Promise.all(
        (await caches.keys()).map(async (name) =>
          (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname),
        ),
      )
    )
      .flat()
      .map((path) => path.replace(new URL('.', document.baseURI).pathname, ''))
      .filter((path) => !/^(assets\/)?[\w.-]*$/.test(path)),
  }));

const nothing = {
  local: [],
  session: [],
  databases: [],
  cookies: [],
  caches: [],
};

/** Runs something that hands over a file, and lets go of that. */
async function handOver(page: Page, menu: string, entry: string): Promise<void> {
  await page.getByTestId(menu).click();
  const download = page.waitForEvent('download');
  await page.getByTestId(entry).click();
  await (await download).delete();
}

/** Goes everywhere, and does what can be done there. */
async function useAll(page: Page): Promise<void> {
  await openSample(page, 'sample');
  const parts = [
    'evolution',
    'methods',
    'ages',
    'customers',
    'payment',
    'terms',
    'cash',
    'capital',
  ];
  for (const part of parts) {
    await go(page, 'analyses', part);
    await expect(page.getByRole('tab', { selected: true })).toBeVisible();
  }
  await go(page, 'analyses', 'customers');
  await page.getByTestId('customers').locator('tbody tr').first().click();
  await show(page, 'scenarios');
  await page.getByTestId('lever-reminders').getByRole('switch').click();
  await expect(page.getByTestId('scenario-cash')).toHaveAttribute('data-value', /^[1-9]/);
  for (const tab of await page.getByRole('tab').all()) await tab.click();
  await go(page, 'tools');
  await show(page, 'dashboard');
  await openConventions(page);
  await closePanel(page);
  for (const entry of ['export-months', 'export-customers', 'export-scenarios', 'export-json'])
    await handOver(page, 'export-menu', entry);
  await page.getByTestId('export-menu').click();
  await page.getByTestId('export-link').click();
  await expect(page.getByTestId('link-address')).toHaveValue(/#\/link\//);
  await closePanel(page);
  await handOver(page, 'dossier-menu', 'dossier-save');
  await page.getByTestId('dossier-menu').click();
  await page.getByTestId('dossier-freeze').click();
  await expect(page.getByTestId('dossier-offer')).toBeVisible();
  await show(page, 'data');
}

test('nothing leaves the page and nothing is kept, whatever is done', async ({
  page,
  context,
  baseURL: base = '-',
}) => {
  const strange: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    // Of the page's own: files that were built, asked for without a word about anything.
    const isOwn = request.url().startsWith(base) && url.search === '' && request.method() === 'GET';
    const isInPage = url.protocol === 'blob:' || url.protocol === 'data:';
    if (!isInPage && (!isOwn || request.postData() !== null)) strange.push(request.url());
  });
  page.on('websocket', () => strange.push('a web socket'));
  await open(page);
  await useAll(page);
  expect(strange).toEqual([]);
  expect(await kept(page)).toEqual(nothing);
});

test('once all of it is there, nothing more is asked for', async ({ page, context }) => {
  await open(page);
  // What the service worker has put by serves from here on.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await expect(page.getByTestId('quick-result')).toHaveAttribute('data-value', /\d/);
  await context.setOffline(true);
  await useAll(page);
});

test('“Tout effacer” leaves nothing', async ({ page }) => {
  await open(page);
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await page.getByTestId('dossier-menu').click();
  await page.getByTestId('dossier-keep').check();
  await expect(page.getByTestId('dossier-status')).toContainText('Gardé dans ce navigateur');
  expect((await kept(page)).databases).toEqual(['encours']);
  await page.getByTestId('dossier-erase').click();
  await expect.poll(() => kept(page)).toEqual(nothing);
});
