import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** The page of examples as it is built. */
const examples = readFileSync('../dist/embedding.html', 'utf8');

/** Shows a page on another site than that of its frames: at another port. */
async function hosted(page: Page, body: string): Promise<void> {
  const server = createServer((_, answer) => {
    answer.writeHead(200, { 'Content-Type': 'text/html' });
    answer.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  page.once('close', () => server.close());
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${String(port)}/`);
}

const embedded = (page: Page, base = ''): Promise<void> =>
  hosted(page, examples.replaceAll('src="./', `src="${base}`));

const result = async (page: Page): Promise<Record<string, string>> =>
  JSON.parse((await page.locator('#result').textContent()) ?? '') as Record<string, string>;

async function type(frame: FrameLocator, receivables: string): Promise<void> {
  await frame.getByTestId('quick-receivables').fill(receivables);
}

test('three numbers in a page of another site', async ({ page, baseURL: base = '' }) => {
  await embedded(page, base);
  const frame = page.frameLocator('#express');
  await expect(frame.getByTestId('quick-result')).toHaveAttribute('data-value', /\d/);
  // Nothing around it, in the colour and the language that were asked for.
  await expect(frame.getByRole('banner')).toHaveCount(0);
  await expect(frame.getByTestId('drop-zone')).toHaveCount(0);
  await expect(frame.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(frame.locator('html')).toHaveCSS('--accent', 'rgb(91 42 134)');
  await expect(page.locator('#result')).toContainText('accountingDso');

  await frame.getByTestId('quick-sales').fill('30 000');
  await frame.getByTestId('quick-days').fill('90');
  await type(frame, '10 000');
  await expect.poll(async () => (await result(page))['accountingDso']).toBe('30');
  expect((await result(page))['receivables']).toBe('10000');

  // The host gives it the room that it takes.
  const height = await frame
    .getByTestId('embed')
    .evaluate((content) => Math.ceil(content.getBoundingClientRect().height));
  await expect
    .poll(() => page.locator('#express').evaluate((it) => it.clientHeight))
    .toBe(height + 2);
  expect(await frame.locator('html').evaluate((root) => root.scrollHeight > innerHeight)).toBe(
    false,
  );
});

test('it tells nothing to who did not say hello, or is not its host', async ({
  page,
  baseURL: base,
}) => {
  await hosted(
    page,
    `<iframe src="${base ?? ''}index.html?embed=1" id="quiet"></iframe>
      <iframe srcdoc="<script>
        const ask = () => parent.frames[0].postMessage({ target: 'encours', type: 'hello' }, '*');
        setInterval(ask, 100);
        addEventListener('message', ({ data }) => { if (data.type !== 'ready') parent.heard = true; });
      </script>"></iframe>
      <script>heard = false; addEventListener('message', ({ data }) => { if (data.type !== 'ready') heard = true; });</script>`,
  );
  const frame = page.frameLocator('#quiet');
  await expect(frame.getByTestId('quick-result')).toHaveAttribute('data-value', /\d/);
  await page.waitForTimeout(500);
  expect(await page.evaluate('heard')).toBe(false);
});

test('the whole page works in an isolated frame, and keeps nothing', async ({
  page,
  baseURL: base,
}) => {
  await embedded(page, base);
  const frame = page.frameLocator('#isolated');
  await expect(frame.locator('html')).toHaveAttribute('lang', 'en');
  await frame
    .getByTestId('paste')
    .fill('month;sales;receivables\n2025-09;4000;\n2025-10;2600;\n2025-11;6400;10000');
  await expect(frame.getByTestId('kpi-roll-back-dso')).toHaveAttribute('data-value', '68.5');
});

test('no colour that cannot be read is taken, and nothing is remembered', async ({ page }) => {
  await page.goto('./?embed=1&view=full&theme=light&lang=en&accent=ffee00');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(
    await page.evaluate(() => document.documentElement.style.getPropertyValue('--accent')),
  ).toBe('');
  await page.getByTestId('language').selectOption('fr');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await page.waitForTimeout(1_500);
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
});
