import type { Page } from '@playwright/test';
import {
  chooseLanguage,
  expectFigure,
  expectValue,
  finding,
  giveFiles,
  open,
  pasteToReview,
  seed,
  show,
  textsOf,
} from './app';
import { expectNoViolations } from './axe';
import { expect, test } from './fixtures';

/** Paid and due make the total, and a last row sums it all up. */
const proved = [
  'Facture;Client;Date facture;Échéance;Grand total;Payé;Reste dû',
  'F1;Alpha;05/01/2025;04/02/2025;120,00;120,00;0,00',
  'F2;Beta;15/02/2025;17/03/2025;240,00;100,00;140,00',
  'F3;Alpha;31/03/2025;30/04/2025;360,00;0,00;360,00',
  'Total;;;;720,00;220,00;500,00',
].join('\n');

/** Two columns of amounts, and nothing that says which one. */
const doubtful = [
  'Numéro;Client;Date;Montant total;Total facture;Réglée le',
  'F1;A;05/01/2025;100,00;120,00;03/02/2025',
  'F2;B;15/02/2025;200,00;230,00;',
  'F3;C;31/03/2025;300,00;333,00;',
].join('\n');

/** Sixteen invoices, eleven of them without an amount; one is paid. */
const lacking = [
  'numéro;client;date de facture;échéance;montant ttc;payée le',
  ...Array.from({ length: 16 }, (_, index) => {
    const day = String(index + 1).padStart(2, '0');
    return `F${day};C;${day}/03/2025;30/04/2025;${index < 5 ? '100,00' : ''};${index === 0 ? '31/03/2025' : ''}`;
  }),
].join('\n');

test.describe('the sentence of the reading', () => {
  test('names the columns of a list, and what was verified', async ({ page }) => {
    await open(page);
    await pasteToReview(page, proved);
    const reading = page.getByTestId('reading');
    await expect(reading).toContainText('Liste de 3 factures\u202f; montant TTC\u202f:');
    await expect(reading).toContainText('«\u202fGrand total\u202f»');
    await expect(reading).toContainText('La ligne de total est vérifiée');
    await expect(reading).toContainText(
      '«\u202fPayé\u202f» + «\u202fReste dû\u202f» = «\u202fGrand total\u202f» sur toutes les lignes',
    );
    await chooseLanguage(page, 'en');
    await expect(reading).toContainText('List of 3 invoices; amount incl. tax: “Grand total”');
    await expect(reading).toContainText('The totals row is verified');
    await expect(reading).toContainText('“Payé” + “Reste dû” = “Grand total” on every row');
  });

  test('names the columns of a series', async ({ page }) => {
    await open(page);
    await pasteToReview(page, seed);
    const reading = page.getByTestId('reading');
    await expect(reading).toContainText('Série mensuelle de 3 lignes');
    await expect(reading.getByTestId('reading-salesInclTax')).toHaveText(/ca_ttc/);
    await expect(reading.getByTestId('reading-receivables')).toHaveText(/encours/);
  });

  test('names the ages and the date of an aged balance', async ({ page }) => {
    await open(page);
    await pasteToReview(
      page,
      [
        'Balance âgée au 31/12/2025;;;;',
        'client;non échu;1-30 jours;31-60 jours;plus de 60 jours',
        'A;100,00;20,00;0,00;5,00',
        'B;50,00;0,00;10,00;0,00',
      ].join('\n'),
    );
    const reading = page.getByTestId('reading');
    await expect(reading).toContainText('Balance âgée de 2 clients');
    await expect(reading).toContainText('arrêtée au 31 décembre 2025');
    await expect(reading.getByTestId(/^reading-(notDue|days)/)).toHaveCount(4);
  });

  test('tells the period of a FEC', async ({ page }) => {
    await open(page);
    const [fec = ''] = textsOf('fec.json', 'fec-18-columns');
    await pasteToReview(page, fec);
    await expect(page.getByTestId('reading')).toContainText(
      /^FEC de \d+ lignes d’écriture.* du .* au /,
    );
  });
});

test('another column is read for the amount, in two clicks, and back', async ({ page }) => {
  await open(page);
  await pasteToReview(page, doubtful);
  await expectFigure(page, 'kpi-receivables', '563');
  await page.getByTestId('reading').getByTestId('reading-amount').click();
  const list = page.getByRole('listbox');
  await expect(list).toContainText('100,00 · 200,00 · 300,00');
  await choose(page, 'Montant total');
  await expectFigure(page, 'kpi-receivables', '500');
  await expect(page.getByTestId('reading-amount').first()).toHaveText(/Montant total/);
  await page.getByTestId('understood').getByTestId('undo-reading').click();
  await expect(page.getByTestId('reading')).toBeFocused();
  await expect(page.getByTestId('undo-reading')).toHaveCount(0);
  await expectFigure(page, 'kpi-receivables', '563');
});

test('the sentence is changed by keyboard', async ({ page }) => {
  await open(page);
  await pasteToReview(page, doubtful);
  await expectFigure(page, 'kpi-receivables', '563');
  const word = page.getByTestId('reading').getByTestId('reading-amount');
  await word.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Total facture' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(word).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Total facture' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(word).toBeFocused();
  await expectFigure(page, 'kpi-receivables', '500');
});

test('the kind and the order of dates are changed from the sentence', async ({ page }) => {
  await open(page);
  await pasteToReview(
    page,
    'date de facture;client;montant ttc\n05/04/2025;A;100,00\n28/02/2025;A;200,00',
  );
  await expectValue(page.getByTestId('source-kind'), 'invoices');
  await page.getByTestId('reading').getByTestId('reading-kind').click();
  await choose(page, 'Série mensuelle');
  await expectValue(page.getByTestId('source-kind'), 'series');
  await page.getByTestId('understood').getByTestId('undo-reading').click();
  await expectValue(page.getByTestId('source-kind'), 'invoices');
  await page.getByTestId('reading').getByTestId('reading-dates').click();
  await choose(page, 'mm/jj/aaaa');
  await expect(page.getByTestId('date-order')).toHaveValue('mdy');
});

for (const locale of ['fr', 'en'] as const) {
  test.describe(`a doubt, ${locale}`, () => {
    test.use({ locale });

    test('shows both columns with both sums, and takes the other one', async ({ page }) => {
      await open(page);
      await pasteToReview(page, doubtful);
      const found = finding(page, 'amount-not-used').or(finding(page, 'two-columns-fit'));
      await expect(found).toContainText(locale === 'fr' ? '683,00' : '683.00');
      await expect(found).toContainText(locale === 'fr' ? '600,00' : '600.00');
      await expectFigure(page, 'kpi-receivables', '563');
      await found.getByTestId('take-other').click();
      await expect(page.getByTestId('issues')).toBeFocused();
      await expectFigure(page, 'kpi-receivables', '500');
      await page.getByTestId('issues').getByTestId('undo-reading').click();
      await expectFigure(page, 'kpi-receivables', '563');
      await expect(found).toBeVisible();
    });
  });
}

test('the column of payments is named from the finding', async ({ page }) => {
  await open(page);
  await pasteToReview(
    page,
    [
      'numéro;client;date de facture;montant ttc;visa',
      'F1;A;2025-01-31;100,00;2025-02-15',
      'F2;A;2025-02-28;200,00;',
      'F3;B;2025-03-31;300,00;',
    ].join('\n'),
  );
  await expectFigure(page, 'kpi-receivables', '600');
  await expect(page.getByTestId('reading')).toContainText('rien ne dit ce qui est payé');
  await show(page, 'dashboard');
  await expect(page.getByTestId('trust')).toContainText('sous réserve des constats');
  await show(page, 'analyses', 'methods');
  await expect(page.getByTestId('kpi-receivables')).toContainText('sous réserve des constats');
  await show(page, 'data');
  await finding(page, 'no-payment-column').getByRole('button').click();
  await choose(page, 'visa');
  await expectFigure(page, 'kpi-receivables', '500');
});

test('a part of the rows says so beside the figures', async ({ page }) => {
  await open(page);
  await pasteToReview(page, lacking);
  await expect(page.getByTestId('trust')).toContainText('31\u202f% des lignes lues');
  await show(page, 'dashboard');
  await expect(page.getByTestId('trust')).toContainText('31\u202f% des lignes lues');
  await show(page, 'analyses', 'methods');
  for (const kpi of ['kpi-accounting-dso', 'kpi-roll-back-dso', 'kpi-receivables'])
    await expect(page.getByTestId(kpi)).toContainText('31\u202f% des lignes lues');
  await show(page, 'dashboard');
  await chooseLanguage(page, 'en');
  await expect(page.getByTestId('trust')).toContainText('31% of the rows read');
});

test('what the checks of a warehouse found stands beside the figures', async ({ page }) => {
  await open(page);
  await giveFiles(page, {
    'checks.csv': 'code,lines,amount\nmissing_due_date,1,100.00\npaid_beyond_amount,2,35.50\n',
    'grouped.csv': [
      'issue_date,due_date,paid_on,status,amount_incl_tax,invoice_count',
      '2025-09-01,2025-10-01,2025-10-01,paid,2000.00,4',
      '2025-11-30,2025-12-30,,open,1000.00,3',
      '2025-10-15,2025-11-14,2025-11-14,paid,5000.00,9',
    ].join('\n'),
  });
  await show(page, 'dashboard');
  await expect(page.getByTestId('trust')).toContainText('sous réserve des constats');
  // It names nobody: where customers would be ranked stands the pace of sales.
  await expect(page.getByTestId('top-customers').getByRole('img')).toBeVisible();
  await show(page, 'data');
  const found = page.getByTestId('trust').locator('[data-check]');
  await expect(found).toHaveText([
    /dans l’entrepôt, 1 ligne\u202f: facture sans échéance \(100,00\s€\)/,
    /dans l’entrepôt, 2 lignes\u202f: règlement au-delà du montant de la facture \(35,50\s€\)/,
  ]);
  await expect(page.getByTestId('source-kind')).toHaveText('Contrôles d’un entrepôt de données');
  await page.getByTestId('file-shown').selectOption({ label: 'grouped.csv' });
  await expect(page.getByTestId('source-kind')).toHaveAttribute('data-value', 'invoices');
});

test('what adds up is told as proved', async ({ page }) => {
  await open(page);
  await pasteToReview(page, proved);
  const trust = page.getByTestId('trust');
  await expect(trust).toContainText('aucune ligne rejetée');
  await expect(trust).toContainText(
    'Payé + Reste dû = Grand total\u202f: vérifié sur toutes les lignes',
  );
  await show(page, 'dashboard');
  await expect(page.getByTestId('trust')).toContainText(/\d contrôles? concorde/);
});

test('what does not add up on every row is told too, with what is not read', async ({ page }) => {
  await open(page);
  const rows = Array.from({ length: 30 }, (_, index) => {
    const day = String(index + 1).padStart(2, '0');
    const [paid, due] = index === 20 ? ['40,00', '50,00'] : ['40,00', '60,00'];
    return `F${day};C${index % 4};${day}/01/2025;28/02/2025;100,00;${paid};${due};${index},00`;
  });
  await pasteToReview(
    page,
    ['Facture;Client;Date facture;Échéance;Grand total;Payé;Reste dû;Poids', ...rows].join('\n'),
  );
  await expect(page.getByTestId('trust')).toContainText(
    /Payé \+ Reste dû = Grand total\u202f: 2\s990\s€ attendus, 3\s000\s€ trouvés/,
  );
  await show(page, 'dashboard');
  await expect(page.getByTestId('trust')).toContainText('1 contrôle ne concorde pas');
});

test.describe('without a mouse or good eyes', () => {
  for (const scheme of ['light', 'dark'] as const) {
    test.describe(scheme, () => {
      test.use({ colorScheme: scheme });

      test('the parts of the reading have no violations', async ({ page }) => {
        await open(page);
        await pasteToReview(page, doubtful);
        await expectFigure(page, 'kpi-receivables', '563');
        for (const summary of await page.getByTestId('trust').locator('summary').all())
          await summary.click();
        await expectNoViolations(page, '', '[data-testid=understood]');
        await expectNoViolations(page, '', '[data-testid=issues]');
        await expectNoViolations(page, '', '[data-testid=trust]');
        await page.getByTestId('reading').getByTestId('reading-amount').click();
        await expect(page.getByRole('listbox')).toBeVisible();
        await expectNoViolations(page, '', '[data-testid=understood]');
        await choose(page, 'Montant total');
        await expect(page.getByTestId('undo-reading').first()).toBeVisible();
        await expectNoViolations(page, '', '[data-testid=understood]');
      });
    });
  }

  test('the list stays inside a narrow window', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await open(page);
    await pasteToReview(page, doubtful);
    const words = page.getByTestId('reading').getByRole('button');
    await expect(words).not.toHaveCount(0);
    for (const word of await words.all()) {
      await word.click();
      const box = await page.getByRole('listbox').boundingBox();
      expect(box).not.toBeNull();
      expect(box?.x ?? -1).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
      await page.keyboard.press('Escape');
    }
    const surplus = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(surplus).toBe(0);
  });
});

/** The second click: an option of the open list. */
async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('listbox').getByRole('option', { name }).click();
}
