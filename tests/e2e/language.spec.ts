import { en } from '../../www/src/text/en';
import { fr } from '../../www/src/text/fr';
import type { Page } from '@playwright/test';
import { chooseLanguage, go, open, openSample, show } from './app';
import { expect, test } from './fixtures';

type Tree = { readonly [key: string]: string | Tree };

const [french, english] = [textsOf(fr), textsOf(en)];

/** What every view says, with a discount at work in the workbench. */
async function everything(page: Page): Promise<string> {
  const said: string[] = [];
  const read = async () => said.push(await page.locator('body').innerText());
  await expect(page.getByTestId('actions').locator('li').first()).toBeVisible();
  await read();
  for (const part of ['evolution', 'methods', 'ages', 'capital']) {
    await go(page, 'analyses', part);
    await expect(page.getByTestId(`tab-${part}`)).toHaveAttribute('aria-selected', 'true');
    await read();
  }
  await show(page, 'scenarios');
  await page.getByTestId('lever-discount').getByRole('switch').click();
  await expect(page.getByTestId('discount-facts')).toBeVisible();
  await read();
  await go(page, 'tools');
  await expect(page.getByTestId('discount-form')).toBeVisible();
  await read();
  await go(page, 'data');
  await expect(page.getByTestId('understood')).toBeVisible();
  await read();
  return said.join('\n');
}

test('in English, no French text is left', async ({ page }) => {
  await open(page);
  await page.getByTestId('language').selectOption('en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await openSample(page);
  await expect(page.getByTestId('kpi-roll-back-dso')).toContainText(/\d\.\ddays/);
  expect(found(french, english, await everything(page))).toEqual([]);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('in French, no English text is left', async ({ page }) => {
  await open(page);
  // A narrow no-break space before the question mark, a comma before the decimals.
  await expect(page.locator('main h1')).toHaveText(/clients\u202f\?/);
  await openSample(page);
  await expect(page.getByTestId('kpi-roll-back-dso')).toContainText(/\d,\djours/);
  expect(found(english, french, await everything(page))).toEqual([]);
});

test('the language is changed beside the figures', async ({ page }) => {
  await open(page);
  await openSample(page);
  await chooseLanguage(page, 'en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByTestId('headline')).toContainText('Your customers owe you');
});

test.describe('a browser in English', () => {
  test.use({ locale: 'en-US' });

  test('gets the page in English', async ({ page }) => {
    await open(page);
    await expect(page.locator('main h1')).toHaveText(en.app.promiseTitle);
  });
});

test('the theme and the size are remembered', async ({ page }) => {
  await open(page);
  await page.getByTestId('theme').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await openSample(page);
  await page.getByTestId('more-menu').click();
  await page.getByTestId('projector').click();
  await expect(page.locator('html')).toHaveAttribute('data-size', 'projector');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-size', 'projector');
});

/** Every text by its key. */
function textsOf(tree: Tree, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, text]) =>
      typeof text === 'string'
        ? [[`${path}${key}`, text] as const]
        : [...textsOf(text, `${path}${key}.`)],
    ),
  );
}

/** The fixed parts of texts of `language`, different in `other`, that stand on the page as whole words. */
function found(language: Map<string, string>, other: Map<string, string>, shown: string): string[] {
  const page = shown.replace(/\s+/g, ' ');
  const otherTexts = [...other.values()].join('\n').toLowerCase();
  return [...language.values()]
    .flatMap((text) => text.split(/\{\{\w+\}\}/))
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => /\p{L}{3}/u.test(part) && !otherTexts.includes(part.toLowerCase()))
    .filter((part) => new RegExp(`(?<!\\p{L})${escaped(part)}(?!\\p{L})`, 'u').test(page));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
