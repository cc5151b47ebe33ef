import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { test as tolerant, type Page, type Response } from '@playwright/test';
import { en } from '../../www/src/text/en';
import { fr } from '../../www/src/text/fr';
import {
  chooseLanguage,
  closePanel,
  expectFigure,
  go,
  open,
  openContext,
  openConventions,
  openSample,
  paste,
  seed,
  show,
  type View,
} from './app';
import { expect, test } from './fixtures';

const root = join(__dirname, '../..');
const singleFile = pathToFileURL(join(root, 'dist/encours.html')).href;

test('the site loads the engine', async ({ page }) => {
  await page.goto('./');
  await expectEngine(page);
});

test.describe('where the site is kept', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a reload works offline after the first visit', async ({ page, context }) => {
    await page.goto('./');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await context.setOffline(true);
    await page.reload();
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await expectEngine(page);
  });
});

test('the single file works from file:// and requests nothing', async ({ page, context }) => {
  const requests: string[] = [];
  context.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) requests.push(request.url());
  });
  await page.goto(singleFile);
  await expectEngine(page);
  expect(requests).toEqual([singleFile]);
});

for (const [name, address] of Object.entries({ 'the site': './', 'the single file': singleFile })) {
  // Not the test of the fixtures: the violation is logged, as it should.
  tolerant(`the worker may not send anything elsewhere: ${name}`, async ({ page }) => {
    await page.goto(address);
    await expectEngine(page);
    const blocked = await page.workers()[0]?.evaluate(async () => {
      const violation = new Promise<string>((resolve) => {
        self.addEventListener('securitypolicyviolation', (event) => {
          resolve(event.blockedURI);
        });
      });
      await fetch('http://127.0.0.1:9/').catch(() => undefined);
      return violation;
    });
    expect(blocked).toBe('http://127.0.0.1:9/');
  });
}

for (const [lack, remove] of Object.entries({
  WebAssembly: () => Reflect.deleteProperty(window, 'WebAssembly'),
  SIMD: () => {
    WebAssembly.validate = () => false;
  },
  Worker: () => Reflect.deleteProperty(window, 'Worker'),
})) {
  test(`a browser without ${lack} says what is needed, in both languages`, async ({ page }) => {
    await page.addInitScript(remove);
    await page.goto('./');
    const trouble = page.getByTestId('engine-trouble');
    await expect(trouble).toContainText('Il faut Safari 16.4, Firefox 115, Chrome ou Edge 111');
    await expect(trouble).toContainText('mode Isolement');
    await expect(page.getByTestId('retry')).toHaveCount(0);
    await chooseLanguage(page, 'en');
    await expect(trouble).toContainText('Lockdown Mode has to be off');
    await chooseLanguage(page, 'fr');
    await paste(page, seed);
    await expect(page.getByTestId('problem')).toContainText('Safari 16.4');
    await chooseLanguage(page, 'en');
    await expect(page.getByTestId('problem')).toContainText('Lockdown Mode has to be off');
  });
}

/** Holds back what matches, until it is let come. */
async function heldBack(page: Page, pattern: string): Promise<() => void> {
  let letCome = (): void => undefined;
  const held = new Promise<void>((resolve) => (letCome = resolve));
  await page.route(pattern, async (route) => {
    await held;
    await route.continue();
  });
  return letCome;
}

test.describe('at the first visit', () => {
  for (const [name, address] of Object.entries({ site: './', 'single file': singleFile })) {
    // Not the test of the fixtures: the error is logged, as it should.
    tolerant(`a browser that cannot read the script says so: ${name}`, async ({ page }) => {
      await page.addInitScript(() => {
        Reflect.deleteProperty(Array.prototype, 'toSorted');
      });
      await page.goto(address);
      const notice = page.locator('#app .start-note');
      await expect(notice).toBeHidden();
      await expect(notice).toBeVisible();
      await expect(notice).toContainText('Il faut Safari 16.4, Firefox 115, Chrome ou Edge 111');
      await expect(notice).toContainText('It takes Safari 16.4, Firefox 115, Chrome or Edge 111');
    });
  }

  // Not the test of the fixtures: the error is logged, as it should.
  tolerant('so does one in which it does not parse', async ({ page }) => {
    await page.route('**/*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'let let = 1;' }),
    );
    await page.goto('./');
    await expect(page.locator('#app .start-note')).toBeVisible();
  });

  for (const locale of ['fr-FR', 'en-GB', 'de-DE']) {
    test.describe(`in a browser in ${locale}`, () => {
      test.use({ locale });

      test('the promise is read before any script has come, where it stays', async ({ page }) => {
        const letCome = await heldBack(page, '**/*.js');
        await page.goto('./', { waitUntil: 'commit' });
        const texts = locale === 'en-GB' ? en : fr;
        const promise = page.getByRole('heading', { level: 1 });
        await expect(promise).toHaveText(texts.app.promiseTitle.replace(' ?', '\u202f?'));
        const before = await promise.boundingBox();
        letCome();
        await expect(page.getByTestId('view-data')).toBeVisible();
        await expect(page.locator('h1')).toHaveCount(1);
        expect(await promise.boundingBox()).toEqual(before);
      });

      test('what its scripts will ask for is asked for with them', async ({ page }) => {
        const letCome = await heldBack(page, '**/assets/index-*.js');
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        const texts = (): string[] => asked.filter((url) => url.includes('/assets/first-'));
        await page.goto('./', { waitUntil: 'commit' });
        await expect.poll(texts).toHaveLength(1);
        await expect
          .poll(() => asked.filter((url) => url.includes('/assets/quick_bg-')))
          .toHaveLength(1);
        letCome();
        await expect(page.getByTestId('view-data')).toBeVisible();
        expect(texts()).toHaveLength(1);
      });
    });
  }

  test('where another screen comes first the promise is not made', async ({ page }) => {
    await page.route('**/*.js', () => undefined);
    await page.goto('./#/tools', { waitUntil: 'commit' });
    await expect(page.locator('.start-promise')).toHaveCount(2);
    await expect(page.getByRole('heading')).toHaveCount(0);
  });

  test('a theme that was chosen is there before any script has come', async ({ page }) => {
    await page.route('**/*.js', () => undefined);
    await page.addInitScript(() => {
      localStorage.setItem('encours.theme', 'dark');
    });
    await page.goto('./', { waitUntil: 'commit' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  test('it is gone once the page is there', async ({ page }) => {
    await open(page);
    await expect(page.locator('.start-note')).toHaveCount(0);
  });

  test('the first screen downloads no more than its budget', async ({ page }) => {
    await neverIdle(page);
    const responses: Response[] = [];
    page.on('response', (response) => {
      if (response.url().startsWith('http')) responses.push(response);
    });
    await page.goto('./', { waitUntil: 'networkidle' });
    await expectEngine(page);
    const downloaded = await Promise.all(
      responses.map(async (response) => {
        const body = await response.body();
        // A worker finds what was fetched ahead for it.
        const { responseBodySize } = await response.request().sizes();
        return responseBodySize === 0 ? [] : [body];
      }),
    );
    const sizes = downloaded.flat().map((body) => gzipSync(body, { level: 9 }).length);
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(firstScreenBudget());
  });

  test('the engine is fetched before it is asked for', async ({ page }) => {
    const fetched = page.waitForResponse('**/encours_bg*.wasm');
    await open(page);
    expect((await fetched).ok()).toBe(true);
  });

  // Not the test of the fixtures: the failed request is logged, as it should.
  tolerant('an engine that cannot be fetched is said, and fetched later', async ({ page }) => {
    await neverIdle(page);
    await page.route('**/encours_bg*.wasm', (route) => route.abort());
    await open(page);
    await paste(page, seed);
    await expect(page.getByTestId('problem')).toContainText('n’a pas pu démarrer');
    await page.unroute('**/encours_bg*.wasm');
    await page.getByTestId('paste').press('Control+Enter');
    await expectFigure(page, 'kpi-roll-back-dso', '68.5');
  });

  test('a number that arrives where one is about to type is typed over', async ({ page }) => {
    await neverIdle(page);
    let letEngineCome = (): void => undefined;
    const allowed = new Promise<void>((resolve) => {
      letEngineCome = resolve;
    });
    await page.route('**/encours_bg*.wasm', async (route) => {
      await allowed;
      await route.continue();
    });
    await open(page);
    await show(page, 'tools', 'penalty');
    const indemnity = page.getByLabel('Indemnité de recouvrement');
    await indemnity.focus();
    await expect(indemnity).toHaveValue('');
    letEngineCome();
    await expect(indemnity).toHaveValue('40');
    await page.keyboard.insertText('55');
    await expect(indemnity).toHaveValue('55');
  });
});

/** What is loaded once the page is idle does not come. */
async function neverIdle(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
}

/** The version is shown only once the engine has answered from its worker. */
async function expectEngine(page: Page): Promise<void> {
  await expect(page.getByTestId('engine-version')).toHaveText(/\d+\.\d+\.\d+/);
}

function firstScreenBudget(): number {
  const budget: unknown = JSON.parse(readFileSync(join(root, 'www/size-budget.json'), 'utf8'));
  return (budget as { firstScreenGzipBytes: number }).firstScreenGzipBytes;
}

/** What is typed in, or chosen from. */
const fields =
  'textarea, select, input:not([type="checkbox"], [type="range"], [type="file"], [type="radio"])';

/** Where there are such fields, beside the first screen. */
const places: [View, string][] = [
  ['data', ''],
  ['analyses', 'evolution'],
  ['analyses', 'customers'],
  ['analyses', 'terms'],
  ['analyses', 'cash'],
  ['analyses', 'capital'],
  ['scenarios', ''],
  ['tools', 'discount'],
  ['tools', 'due'],
  ['tools', 'penalty'],
  ['tools', 'structuralWorkingCapital'],
];

/** The sizes of the letters in the fields that are in the page. */
const fieldSizes = (page: Page): Promise<number[]> =>
  page
    .locator(fields)
    .evaluateAll((found) => found.map((field) => parseFloat(getComputedStyle(field).fontSize)));

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('no field is so small that Safari zooms into it', async ({ page }) => {
    await open(page);
    const sizes = await fieldSizes(page);
    await openSample(page, 'sample');
    await openContext(page);
    sizes.push(...(await fieldSizes(page)));
    await openConventions(page);
    sizes.push(...(await fieldSizes(page)));
    await closePanel(page);
    for (const [view, part] of places) {
      await go(page, view, part);
      await expect(page.locator('main').locator(fields).first()).toBeVisible();
      sizes.push(...(await fieldSizes(page)));
    }
    expect(sizes.length).toBeGreaterThan(30);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
  });
});
