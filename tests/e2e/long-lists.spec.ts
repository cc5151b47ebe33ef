import type { Page, Worker } from '@playwright/test';
import { giveFiles, open, review, show } from './app';
import { expect, test } from './fixtures';

/** About 17 MB: long enough to be worth three workers. */
const rows = 240_000;
const list = invoices();

/** A list of invoices of 2025, a tenth of which are open; now and then a name in quotes goes over two lines. */
function invoices(): string {
  const lines = ['numéro;client;date de facture;échéance;montant ttc;payé le;région'];
  const day = (of: number) =>
    `2025-${String(1 + (of % 12)).padStart(2, '0')}-${String(1 + (of % 28)).padStart(2, '0')}`;
  for (let row = 0; row < rows; row += 1) {
    const client = row % 5_000 === 4_999 ? '"Société\nà deux lignes"' : `Client n° ${row % 700}`;
    const paid = row % 10 === 0 ? '' : '2026-01-15';
    lines.push(
      `F${String(row).padStart(7, '0')};${client};${day(row)};2026-01-31;${row % 977},50;${paid};Région ${row % 9}`,
    );
  }
  return lines.join('\n');
}

/** What the page makes of the list where the browser has so many cores, and how many workers read it. */
async function read(page: Page, cores: number): Promise<{ figures: unknown; pieces: number }> {
  const workers: Worker[] = [];
  page.on('worker', (worker) => workers.push(worker));
  await page.addInitScript((cores) => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => cores });
  }, cores);
  await open(page);
  const before = workers.length;
  await giveFiles(page, { 'factures.csv': list });
  await review(page);
  await expect(page.getByTestId('trust')).toBeVisible();
  const pieces = workers.length - before;
  const understood = await page.getByTestId('understood').innerText();
  const trust = await page.getByTestId('trust').innerText();
  await show(page, 'analyses', 'methods');
  const figures = [understood, trust];
  for (const kpi of ['kpi-accounting-dso', 'kpi-roll-back-dso', 'kpi-receivables'])
    figures.push((await page.getByTestId(kpi).getAttribute('data-value')) ?? 'none');
  await show(page, 'analyses', 'customers');
  const customers = page.getByTestId('view-analyses');
  await expect(customers).toContainText('701 clients débiteurs');
  figures.push(await customers.innerText());
  return { figures, pieces };
}

test('a long list says the same to one worker and to several', async ({ page, browser }) => {
  test.slow();
  const alone = await read(page, 1);
  expect(alone.pieces).toBe(0);
  // Where nothing is kept of the first.
  const context = await browser.newContext();
  const together = await read(await context.newPage(), 3);
  await context.close();
  expect(together.pieces).toBe(2);
  expect(together.figures).toEqual(alone.figures);
});

test('pieces whose workers are killed are read all the same', async ({ page, browser }) => {
  test.slow();
  const alone = await read(page, 1);
  const context = await browser.newContext();
  const killed = await context.newPage();
  await killed.addInitScript(() => {
    const Started = window.Worker;
    window.Worker = class extends Started {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        // In the midst of its first piece, or before.
        if (options?.name === 'piece') setTimeout(() => this.terminate(), Math.random() * 300);
      }
    };
  });
  expect((await read(killed, 3)).figures).toEqual(alone.figures);
  await context.close();
});
