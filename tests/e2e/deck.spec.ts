import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { chooseLanguage, open, openSample, paste, seed } from './app';
import { expect, test } from './fixtures';
import { unzip } from './unzip';

const singleFile = pathToFileURL(join(__dirname, '../../dist/encours.html')).href;

/** The deck that the menu hands over. */
async function deckOf(page: Page): Promise<{ name: string; files: Map<string, Buffer> }> {
  await page.getByTestId('export-menu').click();
  const download = page.waitForEvent('download');
  await page.getByTestId('export-deck').click();
  const file = await download;
  return { name: file.suggestedFilename(), files: unzip(readFileSync(await file.path())) };
}

/** The parts of a deck of this kind, in the order of the slides. */
const partsOf = (files: Map<string, Buffer>, path: RegExp): string[] =>
  [...files]
    .filter(([name]) => path.test(name))
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([, bytes]) => bytes.toString('utf8'));

/** What is written on a slide, or in its notes. */
const wordsOf = (xml: string): string =>
  [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)]
    .map(([, text = '']) => text.replaceAll('&apos;', "'"))
    .join('\n');

const slidePath = /^ppt\/slides\/slide\d+\.xml$/;
const notesPath = /^ppt\/notesSlides\/notesSlide\d+\.xml$/;
const chartPath = /^ppt\/charts\/chart\d+\.xml$/;

test('a deck says what the slides say, with charts that can be edited and notes', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page);
  await openSample(page, 'sample');
  await page.keyboard.press('f');
  const titles: string[] = [];
  const figures: string[][] = [];
  for (const name of ['situation', 'causes', 'customers', 'scenarios', 'decision']) {
    await page.getByTestId(`slide-${name}`).click();
    titles.push(await page.getByTestId('slide-title').innerText());
    figures.push(await page.getByTestId('presenter').locator('h2 + [data-value]').allInnerTexts());
  }
  await page.keyboard.press('Escape');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(asked.filter((url) => /pptxgen/.test(url))).toEqual([]);

  const { name, files } = await deckOf(page);
  expect(name).toMatch(/^encours 2025-12-31 présentation\.pptx$/);
  expect(asked.some((url) => /pptxgen/.test(url))).toBe(true);
  // Nothing but the page's own files is asked for, and no data goes with it.
  expect(
    asked.filter((url) => !url.startsWith('blob:') && !url.includes('/demo/encours/')),
  ).toEqual([]);

  const slides = partsOf(files, slidePath);
  const notes = partsOf(files, notesPath).map(wordsOf);
  expect(slides).toHaveLength(5);
  expect(notes).toHaveLength(5);
  for (const [index, xml] of slides.entries()) {
    const words = wordsOf(xml);
    expect(words).toContain(titles[index]);
    for (const figure of figures[index] ?? []) {
      // The unit and what was before are runs of their own.
      const digits = figure.match(/[\d\s\u202f\u00a0,]*\d/g) ?? [];
      expect(digits.length).toBeGreaterThan(0);
      for (const one of digits) expect(words).toContain(one.trim());
    }
    expect(notes[index]).toMatch(/Conventions\s: date d’arrêté le 31 décembre 2025/);
    // Light, whatever the theme.
    expect(xml).toContain('14201E');
  }
  expect(notes[0]).toContain('L’encours épuise les ventes des mois les plus récents');

  const charts = partsOf(files, chartPath);
  expect(charts).toHaveLength(5);
  expect(charts.some((xml) => xml.includes('<c:lineChart>'))).toBe(true);
  for (const xml of charts) expect(xml).toMatch(/<c:v>\d/);
  // Behind each is the sheet that it is drawn from.
  const sheets = [...files].filter(([path]) => /\.xlsx$/.test(path));
  expect(sheets).toHaveLength(5);
  for (const [, sheet] of sheets) {
    const inner = unzip(sheet);
    expect(inner.get('xl/worksheets/sheet1.xml')?.toString()).toMatch(/<v>\d/);
  }
});

test('names are written on purpose only, and do nothing', async ({ page }) => {
  const hostile = "=cmd|' /C calc'!A0 <img src=x onerror=alert(1)>\u202e";
  await open(page);
  await paste(
    page,
    [
      'client;facture;date;échéance;montant;payée le',
      `${hostile};F1;2025-09-10;2025-09-30;5000,00;`,
      `Noël & Fils;F2;2025-09-01;2025-09-30;2000,00;2025-09-30`,
      `Noël & Fils;F3;2025-09-15;2025-11-15;3000,00;`,
    ].join('\n'),
  );
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
  const hidden = await deckOf(page);
  const everything = (files: Map<string, Buffer>): string =>
    [...files]
      .flatMap(([path, bytes]) =>
        path.endsWith('.xlsx') ? [...unzip(bytes).values()].map(String) : [String(bytes)],
      )
      .join('\n');
  const holds = (files: Map<string, Buffer>, words: string) => everything(files).includes(words);
  expect(holds(hidden.files, 'Client 1')).toBe(true);
  expect(holds(hidden.files, 'Noël') || holds(hidden.files, 'onerror')).toBe(false);

  await page.keyboard.press('f');
  await page.getByTestId('slide-customers').click();
  await page.getByTestId('present-names').click();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('presenter')).toHaveCount(0);
  await page.getByTestId('export-menu').click();
  await expect(page.getByTestId('export-deck')).toContainText('noms affichés');
  await page.keyboard.press('Escape');
  const { files } = await deckOf(page);
  expect(holds(files, 'Noël &amp; Fils')).toBe(true);
  expect(holds(files, '&apos;=cmd|')).toBe(true);
  expect(['<img', '\u202e', '<f>='].filter((words) => holds(files, words))).toEqual([]);
});

test('the single file writes a deck too, in the language of the page', async ({ page }) => {
  await page.goto(singleFile);
  await paste(page, seed);
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
  await chooseLanguage(page, 'en');
  const { files } = await deckOf(page);
  const [first = ''] = partsOf(files, slidePath);
  expect(wordsOf(first)).toContain('Your customers owe you 69 days of sales');
  expect(wordsOf(first)).toContain('68.5');
});
