import type { BrowserContext, Page } from '@playwright/test';
import { open, openSample, show } from './app';
import { expect, test } from './fixtures';

/** How often the tab is felled while its work is being kept; more with CRASHES=100. */
const crashes = Number(process.env['CRASHES'] ?? 10);
/** What may be lost: the last second, and what a busy machine takes to write. */
const mostLost = 1_500;

test('a tab felled again and again loses at most the last second', async ({ context, page }) => {
  test.setTimeout(60_000 + crashes * 10_000);
  await open(page);
  await openSample(page, 'sample');
  await show(page, 'data');
  await page.getByTestId('keep').check();
  await show(page, 'scenarios');
  await page.getByTestId('lever-reminders').getByRole('switch').click();
  await expect(page.getByTestId('scenario-cash')).toHaveAttribute('data-value', /^[1-9]/);
  await page.waitForTimeout(mostLost);
  const address = page.url();

  let tab = page;
  let lost = 0;
  for (let crash = 0; crash < crashes; crash += 1) {
    const moves = await move(tab, crash);
    // From at once to well after it was kept.
    await tab.waitForTimeout((crash * 397) % 1_600);
    const at = Date.now();
    await fell(context, tab);
    tab = await context.newPage();
    await tab.goto(address);
    const found = await position(tab);
    const safe = moves.filter((moved) => moved.at <= at - mostLost);
    const first = safe.at(-1)?.value ?? moves[0]?.before;
    const allowed = [first, ...moves.slice(safe.length).map((moved) => moved.value)];
    expect(allowed, `crash ${String(crash)}`).toContain(found);
    if (found !== moves.at(-1)?.value) lost += 1;
  }
  // Some of them came before the last move was kept: the test has felled the tab at the right moments.
  expect(lost).toBeGreaterThan(0);
});

interface Move {
  before: string;
  value: string;
  at: number;
}

/** Moves the slider some steps, and tells what stood when. */
async function move(page: Page, seed: number): Promise<Move[]> {
  const moves: Move[] = [];
  for (let step = 0; step <= seed % 4; step += 1) {
    const before = await position(page);
    const value = String((Number(before) + 1) % 30);
    await slider(page).fill(value);
    moves.push({ before, value, at: Date.now() });
    await page.waitForTimeout((seed * 131 + step * 211) % 500);
  }
  return moves;
}

const slider = (page: Page) => page.getByTestId('lever-reminders').getByRole('slider').first();

const position = (page: Page): Promise<string> => slider(page).inputValue();

/** The process of the tab ends at once, as it does for want of memory. */
async function fell(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  const felled = page.waitForEvent('crash');
  // Nothing answers any more.
  devtools.send('Page.crash').catch(() => undefined);
  await felled;
  await page.close();
}
