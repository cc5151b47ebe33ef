import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { open, openSample } from './app';
import { expect, test } from './fixtures';

/** What a chart is saved as. */
async function saved(page: Page, kind: 'svg' | 'png'): Promise<Buffer> {
  await page.getByTestId('chart-save').first().click();
  const download = page.waitForEvent('download');
  await page.getByTestId(`chart-${kind}`).first().click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${kind}$`));
  return readFileSync(await file.path());
}

test('a chart is saved as a drawing of its own, in light colours whatever the theme', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  await openSample(page, 'sample');
  const dark = (await saved(page, 'svg')).toString('utf8');
  const title = (await page.locator('figcaption :is(h2, h3)').first().textContent()) ?? '';
  expect(dark.replace(/<[^>]*>/g, ' ').replace(/\s+/g, '')).toContain(title.replace(/\s+/g, ''));
  expect(dark).not.toMatch(/var\(|light-dark|color-mix|<style|class=|href=/);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = (await saved(page, 'svg')).toString('utf8');
  expect(dark).toContain('#ffffff');
  const colours = (text: string) => [...new Set(text.match(/#[0-9a-f]{6}/g))].sort();
  expect(colours(dark)).toEqual(colours(light));
  const isRead = await page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    return read.querySelector('parsererror') === null && read.querySelectorAll('text').length > 5;
  }, dark);
  expect(isRead).toBe(true);
});

test('an image of a chart has two dots a pixel', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  const [svg, png] = [(await saved(page, 'svg')).toString('utf8'), await saved(page, 'png')];
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  const width = Number(/ width="([\d.]+)"/.exec(svg)?.[1]);
  expect(Math.abs(png.readUInt32BE(16) - 2 * width)).toBeLessThanOrEqual(1);
});
