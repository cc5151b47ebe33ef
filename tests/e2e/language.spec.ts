import { en } from '../../www/src/text/en';
import { fr } from '../../www/src/text/fr';
import { open, openSample } from './app';
import { expect, test } from './fixtures';

type Tree = { readonly [key: string]: string | Tree };

const [french, english] = [textsOf(fr), textsOf(en)];

test('in English, no French text is left', async ({ page }) => {
  await open(page);
  await page.getByTestId('language').selectOption('en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await openSample(page);
  await page.getByTestId('lever-discount').getByRole('switch').click();
  await expect(page.getByTestId('discount-facts')).toBeVisible();
  await expect(page.getByTestId('kpi-roll-back-dso')).toContainText(/\d\.\d days/);
  const shown = await page.locator('body').innerText();
  expect(found(french, english, shown)).toEqual([]);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('in French, no English text is left', async ({ page }) => {
  await open(page);
  await openSample(page);
  await page.getByTestId('lever-discount').getByRole('switch').click();
  await expect(page.getByTestId('discount-facts')).toBeVisible();
  // A narrow no-break space before the question mark, a comma before the decimals.
  await expect(page.locator('h1')).toHaveText(/clients\u202f\?/);
  await expect(page.getByTestId('kpi-roll-back-dso')).toContainText(/\d,\d\sjours/);
  const shown = await page.locator('body').innerText();
  expect(found(english, french, shown)).toEqual([]);
});

test.describe('a browser in English', () => {
  test.use({ locale: 'en-US' });

  test('gets the page in English', async ({ page }) => {
    await open(page);
    await expect(page.locator('h1')).toHaveText(en.app.promiseTitle);
  });
});

test('the theme is remembered', async ({ page }) => {
  await open(page);
  await page.getByTestId('theme').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
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
