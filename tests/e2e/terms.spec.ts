import type { Page } from '@playwright/test';
import { en } from '../../www/src/text/en';
import { expectValue, open, openSample, paste, show, textsOf } from './app';
import { expectNoViolations } from './axe';
import { expect, test } from './fixtures';

/**
 * Due 45 days after issue, 70 after, 90 after, and a credit note. Martin paid in time, Durand never did, Blanc 20 days
 * late: the 10 last days of June 2025 and the first 10 of July.
 */
const invoices = [
  'numero;client;date_emission;date_echeance;date_reglement;montant_ttc',
  'F1;Martin;2025-01-10;2025-02-24;2025-02-20;1 000,00',
  'F2;Durand;2025-02-01;2025-04-12;;2 000,00',
  'F3;Blanc;2025-03-22;2025-06-20;2025-07-10;3 000,00',
  'A1;Blanc;2025-03-25;2025-06-30;;-500,00',
  'F4;Martin;2025-07-31;2025-09-14;;4 000,00',
].join('\n');

async function openTerms(page: Page): Promise<void> {
  await open(page);
  await paste(page, invoices);
  await show(page, 'analyses', 'terms');
  await expect(page.getByTestId('legal-check')).toBeVisible();
}

test('terms are held against the law chosen', async ({ page }) => {
  await openTerms(page);
  await page.getByTestId('regime').selectOption('sixtyDays');
  // 70 and 90 days where 60 are allowed: 10 days on 2,000 and 30 on 3,000, of 10,000 checked.
  await expectValue(page.getByTestId('beyond-count'), '2');
  await expectValue(page.getByTestId('beyond-amount'), '5000');
  await expectValue(page.getByTestId('beyond-mean'), '20');
  await expectValue(page.getByTestId('beyond-weighted'), '22');
  await expectValue(page.getByTestId('beyond-longest'), '30');
  await expect(page.getByTestId('legal-finding')).toHaveText(
    /50\s%\sdes montants facturés dépassent le délai légal, de 20,0\sjours en moyenne/,
  );
  const links = page.getByTestId('legal-check').locator('a');
  await expect(links.first()).toHaveAttribute('rel', 'noreferrer');

  // 45 days end of month from 1 February by the later computation: 14 April; F2, due on 12 April, is allowed.
  await page.getByTestId('regime').selectOption('longestAgreed');
  await expectValue(page.getByTestId('beyond-count'), '1');
  await page.getByTestId('month-end').selectOption('daysThenMonthEnd');
  await expectValue(page.getByTestId('beyond-count'), '2');

  await page.getByTestId('regime').selectOption('typed');
  await page.getByTestId('typed-numbers').getByRole('textbox').fill('80');
  await expectValue(page.getByTestId('beyond-count'), '1');
  await expectValue(page.getByTestId('beyond-longest'), '10');
  await expect(page.getByTestId('legal-finding')).toContainText('dépassent la règle');
  await expect(page.getByTestId('announced-fineCeiling')).toHaveCount(0);
});

test('what was chosen stays when the tab is left', async ({ page }) => {
  await openTerms(page);
  await page.getByTestId('regime').selectOption('transport');
  await page.getByTestId('tab-ages').click();
  await expect(page.getByTestId('regime')).toHaveCount(0);
  await page.getByTestId('tab-terms').click();
  await expect(page.getByTestId('regime')).toHaveValue('transport');
});

test('a reference rate that is not known yet is typed', async ({ page }) => {
  await open(page);
  await paste(page, 'mois;ca ttc;encours\n2026-06;3000;2000\n2026-07;3100;2500');
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
  await show(page, 'tools', 'penalty');
  const penalty = page.getByTestId('one-penalty');
  await penalty.getByLabel('Montant TTC').fill('36500');
  await page.getByTestId('late-due').fill('2027-01-01');
  await page.getByTestId('late-settled').fill('2027-01-11');
  // Ten days at the last rate known, 12.40 %, of 36,500 are 124, and 40 more.
  await expectValue(page.getByTestId('late-answer'), '164');
  await expect(page.getByTestId('late-assumed')).toBeVisible();
  await page.getByTestId('typed-rates').locator('summary').click();
  await page.getByTestId('typed-rates').getByLabel('Taux de refinancement de la BCE').fill('3,15');
  await expectValue(page.getByTestId('late-answer'), '171.5');
  await expect(page.getByTestId('late-assumed')).toHaveCount(0);
  await page.getByRole('button', { name: 'Revenir aux taux du fichier' }).click();
  await expectValue(page.getByTestId('late-answer'), '164');
});

test('penalties add up by hand', async ({ page }) => {
  await openTerms(page);
  const sum = (name: string) => page.getByTestId(`penalty-${name}`);
  // 3,000 × (10 × 13.15 + 10 × 12.15) ÷ 36,500.
  await expectValue(sum('settled-count'), '1');
  await expectValue(sum('settled-interest'), '20.7945205479');
  await expectValue(sum('settled-total'), '60.7945205479');
  // 2,000 from 13 April to 31 July: (79 × 13.15 + 31 × 12.15) × 2,000 ÷ 36,500.
  await expectValue(sum('open-interest'), '77.5616438356');
  await expectValue(sum('all-count'), '2');
  await expectValue(sum('all-indemnities'), '80');

  // Without the flat sum and the floor, at 10 % of the contract: 3,000 × 10 % × 20 ÷ 365.
  await page.getByTestId('penalty-rate').selectOption('contract');
  const penalties = page.getByTestId('penalties');
  await penalties.getByLabel('Taux du contrat').fill('10');
  await penalties.getByLabel('Indemnité de recouvrement').fill('0');
  await page.getByTestId('penalty-floor').uncheck();
  await expectValue(sum('settled-total'), '16.4383561644');
  await page.getByTestId('penalty-day-count').selectOption('actual360');
  await expectValue(sum('settled-total'), '16.6666666667');
});

test('one late invoice is priced without data', async ({ page }) => {
  await open(page);
  await show(page, 'tools', 'penalty');
  await page.getByTestId('late-due').fill('2024-03-01');
  await page.getByTestId('late-settled').fill('2024-03-11');
  // 1,000 × 3 × 5.07 % × 10 ÷ 365 + 40: the floor is above 4.5 + 10.
  await expectValue(page.getByTestId('late-answer'), '44.1671232877');
  await page.getByTestId('penalty-floor').uncheck();
  await expectValue(page.getByTestId('late-answer'), '43.9726027397');
  await expect(page.getByTestId('late-assumed')).toHaveCount(0);
  await page.getByTestId('late-settled').fill('2031-03-01');
  await expect(page.getByTestId('late-assumed')).toBeVisible();
});

test('a due date is worked out from a date and a rule', async ({ page }) => {
  await open(page);
  await show(page, 'tools', 'due');
  await page.getByTestId('due-issued').fill('2003-03-01');
  await page.getByTestId('due-rule').selectOption('daysThenMonthEndThenDay');
  const numbers = page.getByTestId('due-numbers').getByRole('textbox');
  await numbers.nth(0).fill('60');
  await numbers.nth(1).fill('17');
  await expectValue(page.getByTestId('due-answer'), '2003-05-17');
  await expect(page.getByTestId('due-steps').locator('li')).toHaveText([
    /1er mars 2003/,
    /30 avril 2003/,
    /30 avril 2003/,
    /17 mai 2003/,
  ]);
});

test('a FEC is asked for the term it does not say', async ({ page }) => {
  await open(page);
  const [fec = ''] = textsOf('fec.json', 'fec-18-columns');
  await paste(page, fec);
  await show(page, 'analyses', 'terms');
  await expect(page.getByTestId('terms-term-days')).toBeVisible();
  await expect(page.getByTestId('legal-check')).toHaveCount(0);
  await page.getByTestId('terms-term-days').getByRole('textbox').fill('70');
  await expect(page.getByTestId('legal-check')).toBeVisible();
  await expect(page.getByTestId('terms-term-days')).toBeVisible();
});

test('the calculators open on an example and follow what is typed', async ({ page }) => {
  await open(page);
  await openSample(page);
  await show(page, 'tools', 'structuralWorkingCapital');
  await expect(page.getByTestId('calculator-row')).toHaveCount(6);
  // 18 + 54 + 3 − (36 + 5 + 2.25) = 31.75 days of 1,200,000 ÷ 360.
  await expectValue(page.getByTestId('result-requirementDays'), '31.75');
  await expectValue(page.getByTestId('result-requirement'), '105833.3333333333');
  await page.getByLabel('Clients, Écoulement (j)').fill('30');
  await expectValue(page.getByTestId('result-requirementDays'), '13.75');
  await page.getByLabel('Retirer Salaires').click();
  await expectValue(page.getByTestId('result-requirementDays'), '16');

  await page.getByTestId('tool-operatingCycle').click();
  await expectValue(page.getByTestId('result-cycleDays'), '71');
  await page.getByTestId('tool-creditPolicy').click();
  await expectValue(page.getByTestId('result-netBenefit'), '2847.9452054795');
  await page.getByTestId('tool-factoring').click();
  await expectValue(page.getByTestId('result-saving'), '7828.7671232877');
  await page.getByTestId('tool-creditInsurance').click();
  await expectValue(page.getByTestId('result-salesToRecover'), '1200000');
  await page.getByLabel('Marge').fill('10');
  await expectValue(page.getByTestId('result-salesToRecover'), '600000');

  await show(page, 'dashboard');
  await show(page, 'tools', 'creditInsurance');
  await expectValue(page.getByTestId('result-salesToRecover'), '600000');
});

test.describe('in English', () => {
  test.use({ locale: 'en-GB' });

  test('the terms and the tools speak it', async ({ page }) => {
    await openTerms(page);
    await expect(page.getByTestId('legal-finding')).toContainText('of amounts invoiced are due');
    await expect(page.getByTestId('penalties')).toContainText(en.terms.penaltiesTitle);
    await show(page, 'tools', 'due');
    await expect(page.getByTestId('due-date')).toContainText(en.terms.dueTitle);
    await page.getByTestId('tool-structuralWorkingCapital').click();
    await expect(page.getByTestId('calculator')).toContainText(
      en.calculatorLeads.structuralWorkingCapital,
    );
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the terms and the tools have no violations', async ({ page }) => {
      await openTerms(page);
      const panel = page.getByRole('tabpanel');
      for (const summary of await panel.locator('summary').all()) await summary.click();
      await expectNoViolations(page, '', '#main');
      for (const name of ['due', 'penalty', 'creditPolicy', 'structuralWorkingCapital']) {
        await show(page, 'tools', name);
        // The tool before it has details of its own, until the address has been followed.
        await expect(page.getByTestId(`tool-${name}`)).toHaveAttribute('aria-current', 'page');
        const details = page.getByTestId('view-tools').locator('summary');
        if (name !== 'due') await expect(details.first()).toBeVisible();
        for (const summary of await details.all()) await summary.click();
        await expectNoViolations(page, '', '#main');
      }
    });
  });
}
