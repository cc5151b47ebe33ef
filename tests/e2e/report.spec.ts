import type { Page } from '@playwright/test';
import { giveFiles, go, open, openSample, paste, seed, show } from './app';
import { expect, test } from './fixtures';
import { textsOfPdf } from './pdf';

/** A page that says what it would print, instead of printing it. */
async function withoutPrinter(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const printed: string[] = [];
    Object.assign(window, { printed });
    window.print = () => void printed.push(document.title);
  });
}

test('from the first screen to a printed report: three clicks', async ({ page }) => {
  await withoutPrinter(page);
  await open(page);
  await page.getByTestId('sample').click();
  await page.getByTestId('nav-report').click();
  await page.getByTestId('report-print').click();
  expect(await page.evaluate('printed')).toEqual([expect.stringMatching(/\d{4}-\d{2}-\d{2}$/)]);
  await expect(page.getByTestId('report-summary')).toContainText('DSO par épuisement');
  await expect(page.getByTestId('report-headline')).toContainText('jours de ventes');
});

test('the figures on paper are those of the dashboard', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  const ids = ['kpi-roll-back-dso', 'kpi-overdue', 'kpi-cash', 'kpi-accounting-dso'];
  await expect(page.getByTestId('kpi-cash')).toHaveAttribute('data-value', /^\d/);
  const figures = async () =>
    Promise.all(ids.map((id) => page.getByTestId(id).first().getAttribute('data-value')));
  const before = await figures();
  await show(page, 'report');
  await expect(page.getByTestId('kpi-cash')).toHaveAttribute('data-value', /^\d/);
  expect(await figures()).toEqual(before);
});

test('annexes come and go, with notes, and page one stays one page', async ({ page }) => {
  await open(page);
  await paste(page, seed);
  await show(page, 'report');
  await page.getByTestId('report-annex-glossary').check();
  await expect(page.getByTestId('report-glossary')).toBeVisible();
  await page.getByTestId('report-annex-methods').uncheck();
  await expect(page.getByTestId('report-methods')).toHaveCount(0);
  // A series has no customers.
  await expect(page.getByTestId('report-annex-customers')).toHaveCount(0);
  await page.getByTestId('report-note-summary').fill('À revoir en mars.\n'.repeat(12));
  await expect(page.getByTestId('report-summary')).toContainText('À revoir en mars.');
  const paper = page.getByTestId('report-summary');
  await expect
    .poll(() => paper.evaluate((sheet) => sheet.getBoundingClientRect().height))
    .toBeLessThanOrEqual((297 / 25.4) * 96 + 1);
});

/** Shows, or leaves out, every annex that the data has something to say in. */
async function setAllAnnexes(page: Page, shown: boolean): Promise<void> {
  // The list of boxes is read once: it has to be there, down to the one that any data has.
  await expect(page.getByTestId('report-annex-glossary')).toBeVisible();
  for (const box of await page.locator('[data-testid^=report-annex-]').all())
    await box.setChecked(shown);
  await expect(page.getByTestId('report-glossary')).toHaveCount(shown ? 1 : 0);
}

/** A list of invoices of customers with long names. */
function longNames(count: number): string {
  const day = (index: number) => new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);
  const rows = Array.from({ length: count }, (_, index) => {
    const [issued, customer] = [index % 700, (index * 7) % 97];
    const paid = index % 9 === 0 ? '' : day(issued + 30 + (index % 50));
    const name = `Société d’exploitation des établissements numéro ${String(customer)} et participations internationales SAS`;
    const amount = String(200 + ((index * 7919) % 90_000));
    return [name, `F${String(index)}`, day(issued), day(issued + 45), amount, paid].join(';');
  });
  return ['client;facture;date;échéance;montant;payée le', ...rows].join('\n');
}

test('page one is one page, whatever is on it, and shown whole in a narrow window', async ({
  page,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'only Chromium writes PDF files on its own');
  await open(page);
  await giveFiles(page, { 'long.csv': longNames(12_000) });
  await page.getByTestId('simulate-all').click();
  for (let copy = 0; copy < 3; copy += 1) await page.getByTestId('scenario-duplicate').click();
  await show(page, 'report');
  await expect(page.getByTestId('report-scenario-table').first()).toBeVisible();
  await setAllAnnexes(page, false);
  await expect(page.getByTestId('report-summary').locator('.drawing svg')).toBeVisible();
  for (const width of [360, 1280, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    const sheet = page.getByTestId('report-summary');
    await expect
      .poll(() => sheet.evaluate((one) => one.getBoundingClientRect().right))
      .toBeLessThanOrEqual(width);
    expect(await textsOfPdf(await page.pdf({ preferCSSPageSize: true }))).toHaveLength(1);
  }
});

for (const testid of ['sample', 'sample-series']) {
  test(`on paper settings are said, and no heading is left behind: ${testid}`, async ({
    page,
    browserName,
  }) => {
    test.skip(browserName !== 'chromium', 'only Chromium writes PDF files on its own');
    await open(page);
    await openSample(page, testid);
    await show(page, 'report');
    await setAllAnnexes(page, true);
    const paper = page.getByTestId('paper');
    if (testid === 'sample') {
      await expect(page.getByTestId('report-terms')).toContainText('Majoration 10 points');
      await expect(page.getByTestId('report-terms')).toContainText('40\u202f€ par facture');
    }
    await expect(paper.locator('.drawing svg').first()).toBeVisible();
    expect(await paper.locator('input, select, textarea').count()).toBe(0);
    for (const asks of ['choisissez', 'Saisissez', 'Indiquez'])
      await expect(paper).not.toContainText(asks);
    // Lines that tell of more and more room above them.
    for (const lines of [0, 3, 6, 9]) {
      await page.getByTestId('report-note-methods').fill('Une ligne.\n'.repeat(lines));
      const pages = await textsOfPdf(await page.pdf({ preferCSSPageSize: true }));
      for (const texts of pages) {
        const last = texts.map((text) => text.trim()).filter(Boolean);
        // The foot of the page follows.
        for (const text of last.slice(-4)) expect(text).not.toMatch(/^Annexe \d+ ·/);
      }
    }
  });
}

test('no label of an axis lies on a column', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample-series');
  await show(page, 'report');
  const charts = page.getByTestId('report-summary').locator('.drawing svg');
  await expect(charts).toHaveCount(2);
  const covered = await charts.evaluateAll((all) =>
    all.flatMap((svg) => {
      const bars = [...svg.querySelectorAll('[aria-label=bar] rect')].map((bar) =>
        bar.getBoundingClientRect(),
      );
      return [...svg.querySelectorAll('text')]
        .filter((label) => /\d( jours| k(\s?€)?)?$/.test(label.textContent.trim()))
        .filter((label) => label.getBoundingClientRect().left < (bars[0]?.left ?? 0))
        .filter((label) => {
          const box = label.getBoundingClientRect();
          return bars.some(
            (bar) =>
              bar.left < box.right &&
              box.left < bar.right &&
              bar.top < box.bottom &&
              box.top < bar.bottom,
          );
        })
        .map((label) => label.textContent);
    }),
  );
  expect(covered).toEqual([]);
});

test('why a figure is missing is said once', async ({ page }) => {
  await open(page);
  await paste(
    page,
    [
      'client;facture;date;échéance;montant',
      'A;F1;2025-09-10;2025-10-30;5000,00',
      'B;F2;2025-11-01;2025-11-30;2000,00',
      'C;F3;2025-12-15;2026-01-15;3000,00',
      'B;F4;2025-12-01;2026-01-30;2500,00',
    ].join('\n'),
  );
  await show(page, 'report');
  const methods = page.getByTestId('report-methods');
  await expect(methods).toContainText('le DSO demande aussi vos ventes');
  const said = (await methods.innerText()).match(/le DSO demande aussi vos ventes/g) ?? [];
  expect(said).toHaveLength(1);
  await expect(page.getByTestId('report-quality')).toContainText('Constat');
});

test('no name of a customer is on an anonymous report', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  await go(page, 'analyses', 'customers');
  const rows = page.getByTestId('customers').locator('tbody tr th');
  await expect(rows.first()).toBeVisible();
  const names = (await rows.allTextContents()).map((name) => name.trim());
  await show(page, 'report');
  const paper = page.getByTestId('paper');
  await expect(paper).toContainText(names[0] ?? '-');
  await page.getByTestId('report-anonymous').check();
  await expect(paper).toContainText('Client 1');
  // Neither in what is read, nor in an address or a tooltip.
  const content = await paper.innerHTML();
  for (const name of names) {
    for (const form of [name, encodeURIComponent(name)]) expect(content).not.toContain(form);
  }
});

test('a logo is drawn anew: nothing of an SVG runs or stays', async ({ page }) => {
  await open(page);
  await paste(page, seed);
  await show(page, 'report');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40" onload="window.ran = true">
    <script>window.ran = true</script><image href="http://host.test/a.png"/><rect width="100" height="40"/></svg>`;
  const chooser = page.waitForEvent('filechooser');
  await page.getByTestId('report-choose-logo').click();
  await (
    await chooser
  ).setFiles({ name: 'a.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) });
  const logo = page.getByTestId('report-logo');
  await expect(logo).toHaveAttribute('src', /^data:image\/png;base64,/);
  expect(await page.evaluate('window.ran')).toBeUndefined();
});

test('a file that is no picture, or a huge one, is refused', async ({ page }) => {
  await open(page);
  await paste(page, seed);
  await show(page, 'report');
  for (const [buffer, said] of [
    [Buffer.from('no picture'), 'n’est pas une image'],
    [Buffer.alloc(40_000_000), 'dépasse 10 Mo'],
  ] as const) {
    const chooser = page.waitForEvent('filechooser');
    await page.getByTestId('report-choose-logo').click();
    await (await chooser).setFiles({ name: 'a.png', mimeType: 'image/png', buffer });
    await expect(page.getByRole('status').filter({ hasText: said })).toBeVisible();
    await expect(page.getByTestId('report-logo')).toHaveCount(0);
  }
});

/** `80,4`, `59 868`, `−4 111`, `1,234.5`: every figure in a text, without what groups its digits. */
function figuresIn(text: string, grouping: RegExp): string[] {
  const figure = /[−-]?\d+(?:[   \u202f,]\d{3}(?!\d))*(?:[.,]\d+)?/g;
  return (text.match(figure) ?? []).map((found) =>
    found.replaceAll(grouping, '').replace('−', '-'),
  );
}

/** Are they the same, once the exact one is rounded to as many decimals as the shown one has? Words can say the sign. */
function isRounded(shown: string, exact: string): boolean {
  const decimals = shown.split(/[.,]/)[1]?.length ?? 0;
  const distance = Math.abs(Math.abs(Number(shown.replace(',', '.'))) - Math.abs(Number(exact)));
  return distance <= 0.5 / 10 ** decimals + 1e-9;
}

for (const { language, grouping } of [
  { language: 'fr', grouping: /[\s\u00a0\u202f]/g },
  { language: 'en', grouping: /[\s\u00a0\u202f,]/g },
]) {
  test.describe(language, () => {
    test.use({ locale: language === 'fr' ? 'fr-FR' : 'en-GB' });

    test('every figure of the PDF is one of the page, and every figure of the page is in the PDF', async ({
      page,
      browserName,
    }) => {
      test.skip(browserName !== 'chromium', 'only Chromium writes PDF files on its own');
      await open(page);
      await openSample(page, 'sample');
      await show(page, 'scenarios');
      await page.getByRole('switch').first().check();
      await expect(page.getByTestId('scenario-cash')).toHaveAttribute('data-value', /[1-9]/);
      await show(page, 'report');
      for (const annex of ['payment', 'terms', 'glossary'])
        await page.getByTestId(`report-annex-${annex}`).check();
      await expect(page.getByTestId('kpi-cash')).toHaveAttribute('data-value', /^\d/);
      await expect(
        page.getByTestId('report-payment').locator('.drawing svg').first(),
      ).toBeVisible();
      await expect(
        page.getByTestId('report-scenarios').locator('[data-value]').first(),
      ).toBeVisible();

      const pages = await textsOfPdf(
        await page.pdf({ preferCSSPageSize: true, printBackground: true }),
      );
      expect(pages.length).toBeGreaterThan(5);
      const printed = new Set(pages.flat().flatMap((text) => figuresIn(text, grouping)));

      // As it is on paper: charts are drawn anew for it.
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      const carried = await page.getByTestId('paper').evaluate((paper) =>
        [...paper.querySelectorAll<HTMLElement>('[data-value]')]
          .filter((element) => element.checkVisibility() && element.innerText.trim() !== '')
          .map((element) => ({
            exact: element.dataset['value'] ?? '',
            shown: element.innerText,
          })),
      );
      let figures = 0;
      for (const { exact, shown } of carried) {
        if (!/^-?\d+(\.\d+)?$/.test(exact)) continue;
        const own = figuresIn(shown, grouping);
        if (own.length === 0) continue;
        const match = own.find((one) => isRounded(one, exact));
        expect(match, `${exact} shown as ${shown}`).toBeDefined();
        expect([...printed], `${shown} on paper`).toContain(match);
        figures += 1;
      }
      expect(figures).toBeGreaterThan(100);

      const text = await page
        .getByTestId('paper')
        .evaluate((paper) => (paper as HTMLElement).innerText);
      const fields = await page
        .getByTestId('paper')
        .locator('input, option:checked')
        .evaluateAll((all) =>
          all.map((one) => (one instanceof HTMLInputElement ? one.value : one.textContent)),
        );
      const shown = new Set([text, ...fields].flatMap((one) => figuresIn(one, grouping)));
      const numbers = pages.flatMap((_, index) => [String(index + 1), String(pages.length)]);
      const strange = [...printed].filter((one) => !shown.has(one) && !numbers.includes(one));
      expect(strange).toEqual([]);
    });
  });
}
