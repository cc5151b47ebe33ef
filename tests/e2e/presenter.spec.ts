import type { Locator, Page } from '@playwright/test';
import { chooseLanguage, go, open, openSample, paste, seed, show } from './app';
import { expectNoViolations } from './axe';
import { expect, test } from './fixtures';

const slides = ['situation', 'causes', 'customers', 'scenarios', 'decision'] as const;

const presenter = (page: Page): Locator => page.getByTestId('presenter');
const title = (page: Page): Locator => page.getByTestId('slide-title');

/** Presents what is open, once all its slides are there. */
async function present(page: Page, count: number): Promise<void> {
  // Without figures the key does nothing.
  await expect(page.getByTestId('context-menu')).toBeVisible();
  // Nor does it while a menu closes, or the page comes in another language.
  await expect(async () => {
    if ((await presenter(page).count()) === 0) await page.keyboard.press('f');
    await expect(presenter(page)).toHaveCount(1, { timeout: 2_000 });
  }).toPass();
  await expect(presenter(page).getByRole('navigation').getByRole('button')).toHaveCount(count);
}

/** Goes to a slide, and waits until its chart is drawn. */
async function turnTo(page: Page, name: (typeof slides)[number]): Promise<void> {
  await page.getByTestId(`slide-${name}`).click();
  await expect(page.getByTestId(`slide-${name}`)).toHaveAttribute('aria-current', 'true');
  const chart = page.getByTestId('slide-chart');
  if ((await chart.count()) > 0) await expect(chart.locator('svg')).toBeVisible();
}

/** What lies outside of the window. */
const outside = (page: Page): Promise<string[]> =>
  presenter(page).evaluate((dialog) =>
    [...dialog.querySelectorAll('*')].flatMap((element) => {
      const { width, left, right, top, bottom } = element.getBoundingClientRect();
      const isOut = left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1;
      return width > 1 && isOut ? [`${element.tagName} ${element.textContent.slice(0, 40)}`] : [];
    }),
  );

test('five findings with the figures of the dashboard, turned by keys, clicks and a finger', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open(page);
  await openSample(page, 'sample');
  const dso = (await page.getByTestId('kpi-roll-back-dso').getAttribute('data-value')) ?? '';
  await expect(page.getByTestId('kpi-cash')).toHaveAttribute('data-value', /\d/);
  const cash = (await page.getByTestId('kpi-cash').getAttribute('data-value')) ?? '';
  await page.getByTestId('present').focus();
  await present(page, 5);
  // Nothing of the page around it is left.
  const covered = await page.evaluate(() =>
    [
      [2, 2],
      [innerWidth - 2, 2],
      [2, innerHeight - 2],
    ].every(([x = 0, y = 0]) => document.elementFromPoint(x, y)?.closest('dialog') != null),
  );
  expect(covered).toBe(true);
  await expect(page.getByTestId('present-dso')).toHaveAttribute('data-value', dso);
  await expect(title(page)).toHaveText('Vos clients vous doivent 80 jours de ventes');

  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('slide-causes')).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('PageDown');
  await expect(page.getByTestId('slide-customers')).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('PageUp');
  await expect(page.getByTestId('slide-situation')).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('End');
  await expect(page.getByTestId('present-cash')).toHaveAttribute('data-value', cash);
  await turnTo(page, 'causes');

  const swipe = async (from: number, to: number) => {
    const finger = { pointerType: 'touch', isPrimary: true, pointerId: 7, clientY: 500 };
    await title(page).dispatchEvent('pointerdown', { ...finger, clientX: from });
    await title(page).dispatchEvent('pointerup', { ...finger, clientX: to });
  };
  await swipe(900, 700);
  await expect(page.getByTestId('slide-customers')).toHaveAttribute('aria-current', 'true');
  await swipe(700, 900);
  await expect(page.getByTestId('slide-causes')).toHaveAttribute('aria-current', 'true');

  await page.keyboard.press('Escape');
  await expect(presenter(page)).toHaveCount(0);
  await expect(page.getByTestId('present')).toBeFocused();
  await page.getByTestId('present').click();
  await page.getByTestId('present-leave').click();
  await expect(presenter(page)).toHaveCount(0);
  expect(await page.evaluate(() => document.fullscreenElement)).toBeNull();
});

test('is read from the last row: large figures, text and charts', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open(page);
  await openSample(page, 'sample');
  await present(page, 5);
  for (const name of slides) {
    await turnTo(page, name);
    const sizes = await presenter(page).evaluate((dialog) => {
      const sizeOf = (element: Element) => parseFloat(getComputedStyle(element).fontSize);
      const svg = dialog.querySelector<SVGSVGElement>('[data-testid=slide-chart] svg');
      const scale = svg?.getScreenCTM()?.a ?? 1;
      const letters = [...(svg?.querySelectorAll('text') ?? [])];
      const words = [
        ...dialog.querySelectorAll('h1, h2, p:not(.hidden), button, figcaption, label'),
      ];
      return {
        figures: [...dialog.querySelectorAll('.value[data-value]')].map(sizeOf),
        words: words.filter(({ textContent }) => textContent.trim() !== '').map(sizeOf),
        letters: letters.map((text) => sizeOf(text) * scale),
      };
    });
    expect(Math.min(...sizes.figures), name).toBeGreaterThanOrEqual(96);
    expect(Math.min(...sizes.words), name).toBeGreaterThanOrEqual(27.9);
    expect(Math.min(40, ...sizes.letters), name).toBeGreaterThanOrEqual(24);
  }
});

test('one slider drives the slide and nothing else', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  await show(page, 'scenarios');
  await expect(page.getByTestId('view-scenarios').getByText('net 0')).toBeVisible();
  const before = await page.getByTestId('view-scenarios').getByRole('complementary').innerText();
  await page.getByTestId('nav-dashboard').click();
  await present(page, 5);
  await turnTo(page, 'scenarios');
  const slider = page.getByTestId('present-slider');
  const cash = page.getByTestId('present-live-cash');
  await expect(slider).toHaveAttribute('aria-valuetext', /^10\sjours$/);
  await expect(page.getByTestId('present-live-dso')).toContainText('→');
  const first = Number(await cash.getAttribute('data-value'));
  const drawing = page.getByTestId('slide-chart').locator('svg');
  const line = () => drawing.locator('path').last().getAttribute('d');
  const drawn = await line();
  await slider.focus();
  // Its arrows move it; the keys of a remote control turn the slide.
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', /^15\sjours$/);
  await expect(title(page)).toContainText('15 jours de retard en moins');
  await expect(async () => {
    expect(Number(await cash.getAttribute('data-value'))).toBeGreaterThan(first);
    expect(await line()).not.toBe(drawn);
  }).toPass();
  await page.keyboard.press('Home');
  await expect(title(page)).toHaveText('À ce réglage, rien n’est libéré');
  await expect(cash).toHaveAttribute('data-value', '0');
  await page.keyboard.press('PageDown');
  await expect(page.getByTestId('slide-decision')).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Escape');
  await show(page, 'scenarios');
  expect(await page.getByTestId('view-scenarios').getByRole('complementary').innerText()).toBe(
    before,
  );
  await expect(page.getByTestId('undo')).toBeDisabled();
});

test('customers are numbers until their names are asked for, and a name is no code', async ({
  page,
}) => {
  const hostile = '<img src=x onerror=alert(1)>=cmd|\u202e';
  await open(page);
  await paste(
    page,
    [
      'client;facture;date;échéance;montant;payée le',
      `${hostile};F1;2025-09-10;2025-09-30;5000,00;`,
      `Noël;F2;2025-09-01;2025-09-30;2000,00;2025-09-30`,
      `Noël;F3;2025-09-15;2025-11-15;3000,00;`,
    ].join('\n'),
  );
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
  await page.keyboard.press('f');
  await turnTo(page, 'customers');
  const names = page.getByTestId('slide-row').locator('bdi');
  await expect(names).toHaveText(['Client 1', 'Client 2']);
  expect(await presenter(page).innerHTML()).not.toContain('Noël');
  await page.getByTestId('present-names').click();
  await expect(names).toHaveText([hostile, 'Noël']);
  await expect(presenter(page).locator('img')).toHaveCount(0);
  await page.getByTestId('present-names').click();
  await expect(names).toHaveText(['Client 1', 'Client 2']);
});

test('data that says less has fewer slides', async ({ page }) => {
  await open(page);
  // Nothing to present, nothing to do.
  await page.keyboard.press('f');
  await expect(presenter(page)).toHaveCount(0);
  await paste(page, seed);
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
  await page.keyboard.press('f');
  await expect(page.getByTestId('present-dso')).toHaveAttribute('data-value', '68.5');
  await expect(page.getByTestId('slide-customers')).toHaveCount(0);
  await expect(page.getByTestId('slide-causes')).toHaveCount(1);
  await turnTo(page, 'scenarios');
  await expect(page.getByTestId('present-live-net')).toHaveAttribute('data-value', /\d/);
  await page.keyboard.press('Escape');
  // Open items: no sales, and so no DSO.
  await go(page, 'data');
  await paste(
    page,
    [
      'Client;Facture;Date;Échéance;Reste dû',
      'Alfa;F1;15/01/2025;05/02/2025;1 200,00',
      'Alfa;F2;05/02/2025;05/03/2025;2 200,00',
      'Beta;F3;10/03/2025;10/04/2025;3 100,00',
    ].join('\n'),
  );
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
  await present(page, 2);
  await expect(page.getByTestId('present-overdue')).toHaveAttribute('data-value', /\d/);
  await turnTo(page, 'customers');
});

test('an aged balance is presented once it has a date', async ({ page }) => {
  await open(page);
  await paste(
    page,
    [
      'Client;Non échu;1-30 j;> 30 j;Total',
      'Alfa;12000;3000;1500;16500',
      'Beta;8000;0;3000;11000',
    ].join('\n'),
  );
  await expect(page.getByTestId('ask-date')).toBeVisible();
  await page.keyboard.press('f');
  await expect(presenter(page)).toHaveCount(0);
  await page.getByTestId('as-of-today').click();
  await present(page, 2);
  await expect(page.getByTestId('slide-chart').locator('svg')).toBeVisible();
});

test('a letter that is typed presents nothing', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  await show(page, 'analyses', 'customers');
  await page.getByTestId('customers-search').focus();
  await page.keyboard.type('f');
  await expect(page.getByTestId('customers-search')).toHaveValue('f');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+f');
  await expect(presenter(page)).toHaveCount(0);
});

for (const [width, height] of [
  [1280, 720],
  [1024, 768],
  [360, 740],
  [740, 360],
] as const) {
  test(`nothing leaves a window of ${String(width)} × ${String(height)}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await openSample(page, 'sample');
    if (width === 1024) await chooseLanguage(page, 'en');
    await present(page, 5);
    for (const name of slides) {
      await turnTo(page, name);
      await expect.poll(() => outside(page), { message: name }).toEqual([]);
    }
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`the slides have no violations, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await open(page);
    await openSample(page, 'sample');
    await present(page, 5);
    for (const name of slides) {
      await turnTo(page, name);
      await expectNoViolations(page, name);
    }
  });
}
