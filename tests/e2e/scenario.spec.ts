import type { Locator, Page } from '@playwright/test';
import {
  chooseDate,
  expectRounded,
  expectValue,
  giveFiles,
  open,
  openSample,
  paste,
  pasteSeed,
  show,
  textsOf,
} from './app';
import { expect, test } from './fixtures';

test('a slider moves the figures, and undo brings them back', async ({ page }) => {
  await open(page);
  await openWorkbench(page);
  await openDetails(page, 'lever-terms');
  const share = slider(page, 'lever-terms', 'Part des ventes');
  const first = await valueOf(page.getByTestId('scenario-cash'));
  await share.fill('100');
  await expect(page.getByTestId('scenario-cash')).not.toHaveAttribute('data-value', first);
  const moved = await valueOf(page.getByTestId('scenario-cash'));
  // Twice the share, twice the cash.
  expect(Number(moved)).toBeGreaterThan(Number(first));

  await page.getByTestId('undo').click();
  await expectValue(page.getByTestId('scenario-cash'), first);
  await expect(share).toHaveValue('50');
  await page.getByTestId('redo').click();
  await expectValue(page.getByTestId('scenario-cash'), moved);
  await share.focus();
  await page.keyboard.press('Control+z');
  await expectValue(page.getByTestId('scenario-cash'), first);
  await page.keyboard.press('Control+Shift+z');
  await expectValue(page.getByTestId('scenario-cash'), moved);
});

test('the arrow keys move a slider', async ({ page }) => {
  await open(page);
  await openWorkbench(page);
  const days = slider(page, 'lever-terms', 'Jours en moins');
  const first = await valueOf(page.getByTestId('scenario-dso'));
  await days.press('ArrowRight');
  await expect(days).toHaveValue('11');
  await expect(page.getByTestId('scenario-dso')).not.toHaveAttribute('data-value', first);
});

test('without a lever, nothing changes', async ({ page }) => {
  await open(page);
  await pasteSeed(page);
  await show(page, 'scenarios');
  await expect(page.getByTestId('empty-scenario')).toContainText(/68,5\sjours/);
  await expectValue(page.getByTestId('scenario-dso'), '68.5');
  await expectValue(page.getByTestId('scenario-cash'), '0');
  await expectValue(page.getByTestId('scenario-net'), '0');
});

test('the discount is priced', async ({ page }) => {
  await open(page);
  await openWorkbench(page);
  await expect(page.getByTestId('discount-facts')).toBeHidden();
  await toggle(page, 'lever-discount');
  await expect(page.getByTestId('discount-facts')).toContainText('Coût annualisé simple');
  await expect(page.getByTestId('discount-break-even-share')).toBeVisible();
  await expect(page.getByTestId('per-lever').locator('tbody tr')).toHaveCount(2);
  const cost = await valueOf(page.getByTestId('scenario-net'));
  await slider(page, 'lever-discount', 'Taux de l’escompte').fill('3');
  await expect(page.getByTestId('scenario-net')).not.toHaveAttribute('data-value', cost);
  await expect(page.getByTestId('scenario-net')).toHaveAttribute('data-value', /^-/);
});

test('what levers add in order makes the total', async ({ page }) => {
  await open(page);
  await openWorkbench(page, 'sample');
  await toggle(page, 'lever-discount');
  await toggle(page, 'lever-reminders');
  const table = page.getByTestId('per-lever');
  await expect(table.locator('tbody tr')).toHaveCount(3);
  const cells = await table.locator('tbody tr td:nth-of-type(2)').all();
  const parts = await Promise.all(cells.map(valueOf));
  const total = await valueOf(page.getByTestId('levers-together').locator('td').nth(1));
  expect(parts.reduce((sum, part) => sum + Number(part), 0)).toBeCloseTo(Number(total), 6);
  expect(total).toBe(await valueOf(page.getByTestId('scenario-cash')));
});

test('a number typed beside a slider is exact, and one out of range changes nothing', async ({
  page,
}) => {
  await open(page);
  await openWorkbench(page);
  await openDetails(page, 'lever-terms');
  const share = page
    .getByTestId('lever-terms')
    .getByRole('textbox', { name: 'Part des ventes concernée', exact: true });
  const first = await valueOf(page.getByTestId('scenario-dso'));
  await share.fill('62,5');
  await expect(page.getByTestId('scenario-dso')).not.toHaveAttribute('data-value', first);
  const typed = await valueOf(page.getByTestId('scenario-dso'));
  await share.fill('150');
  await expect(share).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByTestId('lever-terms')).toContainText('De 0 à 100');
  await expectValue(page.getByTestId('scenario-dso'), typed);
});

test('an invoice list is replayed, and what is assumed of open invoices is said', async ({
  page,
}) => {
  await open(page);
  await openWorkbench(page, 'sample');
  await expect(page.getByTestId('assumptions')).toContainText('Factures ouvertes');
  await expect(page.getByTestId('assumptions')).toContainText('rejouée');
  await page.getByTestId('terms-rule').selectOption('cap');
  // Due dates are in the data: nothing to ask for.
  await expect(slider(page, 'lever-terms', 'Délai convenu aujourd’hui')).toBeHidden();
  await expect(page.getByTestId('scenario-cash')).toHaveAttribute('data-value', /^\d/);
});

test('a series without due dates is asked for the term', async ({ page }) => {
  await open(page);
  // 10 a day, everyone paying after 60 days.
  await paste(page, 'mois;ca ttc;encours\n2025-02;280;\n2025-03;310;590\n2025-04;300;600');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '60');
  await startScenario(page);
  const term = slider(page, 'lever-terms', 'Délai convenu aujourd’hui');
  await expect(term).toBeHidden();
  await page.getByTestId('terms-rule').selectOption('cap');
  await slider(page, 'lever-terms', 'Plafond').fill('30');
  // From 45 days to 30 for half of the sales.
  await expectValue(page.getByTestId('scenario-dso'), '52.5');
  await term.fill('50');
  await expectValue(page.getByTestId('scenario-dso'), '50');
  // Reminders alone need it too: 3 of the 10 days late go.
  await toggle(page, 'lever-terms');
  await toggle(page, 'lever-reminders');
  await expect(slider(page, 'lever-reminders', 'Délai convenu aujourd’hui')).toHaveValue('50');
  await expectValue(page.getByTestId('scenario-dso'), '57');
});

test('models say what they bring, and are scenarios like any other, six at most', async ({
  page,
}) => {
  await open(page);
  await openWorkbench(page, 'sample');
  const first = await valueOf(page.getByTestId('scenario-cash'));
  await page.getByTestId('models').click();
  const model = page.getByTestId('preset-discount');
  await expect(model).toContainText(/net −?\d/);
  const promised = (await model.locator('.number').first().innerText()).replace(/\s/g, '');
  await model.click();
  // What customers who now pay after so long would want for ten days.
  await expect(slider(page, 'lever-discount', 'Taux de l’escompte')).toHaveValue('1.7');
  await expect(page.getByTestId('scenario-cash').locator('.value')).toHaveText(
    new RegExp(promised.replace(/\D/g, '').split('').join('\\s*')),
  );
  await takeModel(page, 'reminders');
  await expect(slider(page, 'lever-reminders', 'Retard supprimé')).toHaveValue('30');
  for (const name of ['legalCap', 'noDispute', 'deposit']) await takeModel(page, name);
  await expect(page.getByTestId('scenario-choice')).toHaveCount(6);
  await page.getByTestId('models').click();
  await expect(page.getByTestId('preset-factoring')).toBeDisabled();
  await expect(page.getByText('Six scénarios au plus')).toBeVisible();
  await page.keyboard.press('Escape');
  // A preset is edited as any scenario.
  const preset = await valueOf(page.getByTestId('scenario-cash'));
  await slider(page, 'lever-deposit', 'Acompte').fill('10');
  await expect(page.getByTestId('scenario-cash')).not.toHaveAttribute('data-value', preset);

  await page.getByTestId('tab-compare').click();
  const cash = page.getByTestId('compare-table').locator('[data-measure="cash"] td');
  await expect(cash).toHaveCount(7);
  await expect(cash.nth(1)).toHaveAttribute('data-value', first);
  await expect(cash.nth(6)).toHaveAttribute('data-value', /\d/);
  await expect(page.getByTestId('compare-chart').locator('.drawing svg')).toBeVisible();
  // By keyboard to the first one.
  await page.getByTestId('compare-choose').first().focus();
  await page.keyboard.press('Enter');
  await expectValue(page.getByTestId('scenario-cash'), first);
  await expect(page.getByTestId('scenario-choice').first()).toHaveAttribute('aria-pressed', 'true');
});

test('a scenario is renamed, duplicated and deleted, and all of it undone', async ({ page }) => {
  await open(page);
  await openWorkbench(page);
  const choices = page.getByTestId('scenario-choice');
  const names = () => choices.locator('strong').allTextContents();
  await page.getByTestId('scenario-name').fill('Prudent');
  await page.getByTestId('scenario-name').press('Enter');
  await expect(choices.locator('strong')).toHaveText(['Prudent']);
  await page.getByTestId('scenario-duplicate').click();
  expect(await names()).toEqual(['Prudent', 'Prudent (copie)']);
  await slider(page, 'lever-terms', 'Jours en moins').fill('20');
  await page.getByTestId('scenario-remove').click();
  expect(await names()).toEqual(['Prudent']);
  await expect(page.getByTestId('scenario-remove')).toBeDisabled();
  await expect(slider(page, 'lever-terms', 'Jours en moins')).toHaveValue('10');

  for (let step = 0; step < 4; step += 1) await page.getByTestId('undo').click();
  expect(await names()).toEqual(['Scénario 1']);
  for (let step = 0; step < 3; step += 1) await page.getByTestId('redo').click();
  expect(await names()).toEqual(['Prudent', 'Prudent (copie)']);
  await expect(slider(page, 'lever-terms', 'Jours en moins')).toHaveValue('20');
});

test('today stands beside the scenarios, and what is changed there starts one', async ({
  page,
}) => {
  await open(page);
  await openSample(page, 'sample');
  await show(page, 'scenarios');
  const today = await valueOf(page.getByTestId('scenario-dso'));
  await page.getByTestId('scenario-today').click();
  await expect(page.getByTestId('scenario-today')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByTestId('scenario-remove')).toHaveCount(0);
  await expectValue(page.getByTestId('scenario-dso'), today);
  await toggle(page, 'lever-reminders');
  await expect(page.getByTestId('scenario-choice')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByTestId('scenario-dso')).not.toHaveAttribute('data-value', today);
  await expect(page.getByTestId('lever-reminders').getByTestId('brings')).toContainText('libérés');
});

test('what is aimed at stands on the charts, with how far the scenario is from it', async ({
  page,
}) => {
  await open(page);
  await openWorkbench(page, 'sample');
  await page.getByTestId('target').fill('20');
  await expect(page.getByTestId('target-missing')).toContainText(/à \d+,\d\sjours? de l’objectif/);
  await page.getByTestId('target').fill('200');
  await expect(page.getByTestId('target-missing')).toContainText('objectif tenu');
  await show(page, 'dashboard');
  await expect(page.getByText(/· objectif 200\sjours/)).toBeVisible();
});

test('every lever is a click away, and keeps its settings while it is off', async ({ page }) => {
  await open(page);
  await openWorkbench(page, 'sample');
  for (const name of [
    'deposit',
    'fasterInvoicing',
    'disputes',
    'instalmentPlan',
    'creditInsurance',
    'factoring',
  ]) {
    await toggle(page, `lever-${name}`);
    await expect(page.getByTestId(`lever-${name}`).getByRole('slider').first()).toBeVisible();
  }
  await expect(page.getByTestId('per-lever').locator('tbody tr')).toHaveCount(7);
  await expect(page.getByTestId('scenario-failure')).toHaveCount(0);
  await slider(page, 'lever-deposit', 'Acompte').fill('12');
  await toggle(page, 'lever-deposit');
  await expect(page.getByTestId('per-lever').locator('tbody tr')).toHaveCount(6);
  await toggle(page, 'lever-deposit');
  await expect(slider(page, 'lever-deposit', 'Acompte')).toHaveValue('12');

  // Balances that the data lacks are said at the lever, with the way to give them.
  await expect(page.getByTestId('lever-inventory')).toContainText('stocks non lus');
  await toggle(page, 'lever-inventory');
  await expect(page.getByTestId('lever-inventory').getByTestId('lever-fault')).toContainText(
    'stocks',
  );
  await expect(page.getByTestId('last-valid')).toBeVisible();
});

test('a lever may concern some customers only', async ({ page }) => {
  await open(page);
  await paste(
    page,
    [
      'numero;client;date_emission;date_echeance;date_reglement;montant_ttc',
      'F1;Martin;2025-01-10;2025-02-24;2025-02-24;1000',
      'F2;Durand;2025-02-01;2025-04-12;2025-04-12;2000',
      'F3;Blanc;2025-03-22;2025-06-20;2025-06-20;3000',
      'F4;Martin;2025-05-31;2025-07-14;;4000',
    ].join('\n'),
  );
  await show(page, 'scenarios');
  await toggle(page, 'lever-terms');
  const lever = page.getByTestId('lever-terms');
  await openDetails(page, 'lever-terms');
  await lever.getByTestId('lever-customers').getByRole('searchbox').fill('dur');
  await lever.getByRole('button', { name: 'Durand' }).click();
  // Durand owes nothing at the end of May.
  await expectValue(page.getByTestId('scenario-cash'), '0');
  await lever.getByLabel('Seulement les factures de plus de').fill('5000');
  await expect(page.getByTestId('scenario-failure')).toContainText('portée');
  await expect(lever.getByTestId('lever-scope')).toContainText('portée de ce levier');
  await lever.getByRole('button', { name: 'Revenir à toutes les factures' }).click();
  await expect(page.getByTestId('scenario-failure')).toHaveCount(0);
});

test('what the engine refuses stands at the field, and the last valid result stays', async ({
  page,
}) => {
  await open(page);
  await openWorkbench(page, 'sample');
  const cash = await valueOf(page.getByTestId('scenario-cash'));
  const lever = page.getByTestId('lever-terms');
  await openDetails(page, 'lever-terms');
  const live = lever.getByTestId('go-live');
  await live.fill('1999-01-01');
  await live.press('Tab');
  await expect(page.getByTestId('scenario-failure')).toContainText('Délais raccourcis');
  await expect(page.getByTestId('last-valid')).toContainText('dernier réglage valable');
  await expect(live).toHaveAttribute('aria-invalid', 'true');
  await expectValue(page.getByTestId('scenario-cash'), cash);
  await lever.getByRole('button', { name: 'Effacer la date' }).click();
  await expect(page.getByTestId('scenario-failure')).toHaveCount(0);

  // A range has to hold the value.
  await lever.getByTestId('low-days').fill('20');
  await expect(lever.getByTestId('low-days')).toHaveAttribute('aria-invalid', 'true');
  await expectValue(page.getByTestId('scenario-cash'), cash);
  await slider(page, 'lever-terms', 'Jours en moins').fill('25');
  await expect(page.getByTestId('scenario-failure')).toBeVisible();
  await lever.getByTestId('high-days').fill('30');
  await expect(page.getByTestId('scenario-failure')).toHaveCount(0);
});

test('a goal is sought: reached and applied, already met, out of reach', async ({ page }) => {
  await open(page);
  await openWorkbench(page, 'sample');
  await page.getByTestId('tab-goal').click();
  const target = page.getByTestId('goal-target');
  const outcome = page.getByTestId('goal-outcome').locator('p').first();
  await target.fill('60000');
  await page.getByTestId('goal-run').click();
  await expect(outcome).toHaveAttribute('data-outcome', 'reached');
  const reached = await outcome.getAttribute('data-reached');
  await page.getByTestId('goal-apply').click();
  await expectValue(page.getByTestId('scenario-cash'), reached ?? '');
  expect(Number(reached)).toBeGreaterThanOrEqual(60000);
  await page.getByTestId('undo').click();

  await target.fill('10');
  await page.getByTestId('goal-run').click();
  await expect(outcome).toHaveText(/^Déjà atteint/);
  await target.fill('900 000 000');
  await page.getByTestId('goal-run').click();
  await expect(outcome).toHaveText(/^Hors d’atteinte avec ce réglage.+au mieux/);

  await page.getByTestId('goal').selectOption('rollBackDso');
  await target.fill('50');
  await page.getByTestId('goal-run').click();
  await expect(outcome).toHaveAttribute('data-outcome', /reached|alreadyMet/);
});

test('a plan is searched within bounds, and becomes a scenario that one step undoes', async ({
  page,
}) => {
  await open(page);
  await openWorkbench(page, 'sample');
  await page.getByTestId('tab-goal').click();
  await page.getByTestId('plan-target').fill('60000');
  await page.getByTestId('plan-without-factoring').check();
  await page.getByTestId('plan-run').click();
  const outcome = page.getByTestId('plan-outcome').locator('p').first();
  await expect(outcome).toHaveAttribute('data-outcome', 'reached');
  const cheapest = page.getByTestId('plan-found').first();
  await expect(cheapest).toContainText('Le moins cher');
  await expect(cheapest).not.toContainText('Affacturage');
  expect(Number(await cheapest.getAttribute('data-reached'))).toBeGreaterThanOrEqual(60000);
  const reached = (await cheapest.getAttribute('data-reached')) ?? '';
  const count = await page.getByTestId('scenario-choice').count();
  await cheapest.getByTestId('plan-take').click();
  await expect(page.getByTestId('scenario-choice')).toHaveCount(count + 1);
  await expectValue(page.getByTestId('scenario-cash'), reached);
  await page.getByTestId('undo').click();
  await expect(page.getByTestId('scenario-choice')).toHaveCount(count);

  await page.getByTestId('plan-target').fill('900 000 000');
  await page.getByTestId('plan-run').click();
  await expect(outcome).toHaveText(/^Hors d’atteinte dans ces limites/);
});

test('cash at the date, on average, and its gain are all there, on a phone too', async ({
  page,
}) => {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    await openWorkbench(page, 'sample');
    await expect(page.getByTestId('scenario-cash')).toBeVisible();
    await expect(page.getByTestId('scenario-net')).toBeVisible();
    await expect(page.getByTestId('scenario-average-cash')).toBeVisible();
  }
});

test('a factor with recourse lends, and the receivables stay', async ({ page }) => {
  await open(page);
  await openWorkbench(page, 'sample');
  await takeModel(page, 'factoring');
  const measure = page.getByTestId('before-after').locator('[data-measure=receivables] td').nth(2);
  await expect(measure).not.toHaveText(/^0\s€$/);
  const lever = page.getByTestId('lever-factoring');
  await openDetails(page, 'lever-factoring');
  await lever.getByTestId('with-recourse').check();
  await expect(measure).toHaveText(/^0\s€$/);
  expect(Number(await valueOf(page.getByTestId('scenario-cash')))).toBeGreaterThan(0);
});

test('suggestions are ranked, justified and become scenarios', async ({ page }) => {
  await open(page);
  await openWorkbench(page, 'sample');
  await page.getByTestId('tab-suggestions').click();
  const suggestions = page.getByTestId('suggestion');
  await expect(suggestions.first()).toBeVisible();
  const nets = await suggestions.evaluateAll((items) =>
    items.map((item) => Number((item as HTMLElement).dataset['net'])),
  );
  expect(nets.length).toBeGreaterThan(4);
  expect(nets).toEqual(nets.toSorted((a, b) => b - a));
  await expect(page.locator('[data-lever="reminders"]').first()).toContainText('des ventes');
  await page.getByTestId('take-reminders').click();
  await expect(slider(page, 'lever-reminders', 'Retard supprimé')).toHaveValue('30');
  await page.getByTestId('new-deposit').click();
  await expect(page.getByTestId('scenario-choice')).toHaveCount(2);
  await expect(page.getByTestId('lever-deposit').getByRole('switch')).toBeChecked();
});

test('the timeline is read by month and by week', async ({ page }) => {
  await open(page);
  await openWorkbench(page, 'sample');
  await page.getByTestId('tab-timeline').click();
  const rows = page.getByTestId('timeline-table').locator('tbody tr');
  await expect(rows).toHaveCount(12);
  await expect(page.getByTestId('timeline').locator('.drawing svg')).toBeVisible();
  const year = await rows.last().getAttribute('data-released');
  expect(Number(year)).toBeGreaterThan(0);
  await page.getByTestId('timeline-weeks').click();
  await expect(rows).toHaveCount(52);
});

test('what each customer brings makes the whole, once it is asked for', async ({ page }) => {
  await open(page);
  await openWorkbench(page, 'sample');
  const part = page.getByTestId('by-customer');
  await expect(part.getByTestId('customer-worth')).toHaveCount(0);
  await part.locator('summary').click();
  const rows = part.getByTestId('customer-worth');
  await expect(rows.first()).toBeVisible();
  expect(await rows.count()).toBeLessThanOrEqual(10);
  const cash = await page.getByTestId('scenario-cash').locator('.value').innerText();
  await expect(part.getByTestId('customers-together')).toContainText(cash.replace(/\D+$/, ''));
  // It follows the slider.
  const first = await rows.first().getAttribute('data-cash');
  await slider(page, 'lever-terms', 'Jours en moins').fill('30');
  await expect(rows.first()).not.toHaveAttribute('data-cash', first ?? '');
});

test('a series is nobody’s, and is not told by customer', async ({ page }) => {
  await open(page);
  await openWorkbench(page);
  await expect(page.getByTestId('per-lever')).toBeVisible();
  await expect(page.getByTestId('by-customer')).toHaveCount(0);
});

test('the timeline tells its levers apart', async ({ page }) => {
  await open(page);
  await openWorkbench(page, 'sample');
  await page.getByTestId('tab-timeline').click();
  await expect(page.getByTestId('timeline-table')).toBeVisible();
  await expect(page.getByTestId('timeline-by-lever')).toHaveCount(0);
  await toggle(page, 'lever-reminders');
  const table = page.getByTestId('timeline-by-lever');
  await expect(table.locator('thead th')).toHaveCount(4);
  await expect(table.locator('tbody tr')).toHaveCount(12);
});

test('customers of a general ledger may have terms of their own', async ({ page }) => {
  await open(page);
  await paste(page, textsOf('levers.json', 'fec-term-by-customer')[0] ?? '');
  await chooseDate(page, '2025-03-31');
  await show(page, 'scenarios');
  await toggle(page, 'lever-terms');
  await page.getByTestId('terms-rule').selectOption('cap');
  await slider(page, 'lever-terms', 'Plafond').fill('20');
  await openDetails(page, 'lever-terms');
  await slider(page, 'lever-terms', 'Part des ventes').fill('100');
  await slider(page, 'lever-terms', 'Délai convenu aujourd’hui').fill('30');
  await expectValue(page.getByTestId('scenario-average-cash'), '28');
  const terms = page.getByTestId('customer-terms');
  await terms.getByRole('searchbox').fill('C2');
  await terms.getByRole('button', { name: 'C2' }).click();
  // A customer starts with the term of all.
  await expectValue(page.getByTestId('scenario-average-cash'), '28');
  await terms.getByRole('textbox', { name: 'C2' }).fill('20');
  await expectRounded(page.getByTestId('scenario-average-cash'), '26.666667');
  await terms.getByRole('button', { name: 'Retirer C2' }).click();
  await expectValue(page.getByTestId('scenario-average-cash'), '28');
  await page.getByTestId('undo').click();
  await expectRounded(page.getByTestId('scenario-average-cash'), '26.666667');
});

test('ranges are drawn from, with progress and a stop, and a newer scenario ends it', async ({
  page,
}) => {
  await open(page);
  await openWorkbench(page, 'sample');
  await page.getByTestId('tab-uncertainty').click();
  await page.getByTestId('no-range').getByTestId('add-ranges').click();
  await expect(page.getByTestId('simulate')).toBeVisible();
  const lever = page.getByTestId('lever-terms');
  await page.getByTestId('undo').click();
  await expect(page.getByTestId('no-range')).toBeVisible();
  await openDetails(page, 'lever-terms');
  await lever.getByTestId('low-days').fill('5');
  // Before the engine could answer to what is typed last.
  await lever.getByTestId('high-days').evaluate((field: HTMLInputElement) => {
    field.value = '15';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    document.querySelector<HTMLElement>('[data-testid="simulate"]')?.click();
  });
  await expect(page.getByTestId('draws')).toHaveAttribute('data-value', '1000');
  await expect(page.getByTestId('percentiles-words')).toContainText('neuf chances sur dix');
  await expect(page.getByTestId('tornado').locator('.drawing svg')).toBeVisible();

  // Another scenario has no draws yet.
  await slider(page, 'lever-terms', 'Jours en moins').fill('12');
  await expect(page.getByTestId('draws')).toHaveCount(0);
  await page.getByTestId('tab-timeline').click();
  await expect(page.getByTestId('timeline-table')).toContainText('Au plus bas');
});

test('draws can be stopped and gone on with', async ({ page }) => {
  await open(page);
  await giveFiles(page, { 'factures.csv': fiftyThousandInvoices() });
  await expect(page.getByTestId('view-dashboard')).toBeVisible({ timeout: 30_000 });
  await startScenario(page);
  for (const name of ['lever-discount', 'lever-reminders']) await toggle(page, name);
  const lever = page.getByTestId('lever-terms');
  await openDetails(page, 'lever-terms');
  await lever.getByTestId('low-days').fill('5');
  await lever.getByTestId('high-days').fill('15');
  await page.getByTestId('tab-uncertainty').click();
  // Stopped as soon as it can be, before the test runner could click.
  await page.evaluate(() => {
    new MutationObserver((_, observer) => {
      const stop = document.querySelector<HTMLElement>('[data-testid="simulation-cancel"]');
      if (stop === null) return;
      observer.disconnect();
      stop.click();
    }).observe(document.body, { subtree: true, childList: true });
  });
  await page.getByTestId('simulate').click();
  await expect(page.getByTestId('simulation-progress')).toHaveCount(0);
  await expect(page.getByTestId('simulate')).toBeVisible();
  await page.getByTestId('simulate').click();
  await expect(page.getByTestId('draws')).toHaveAttribute('data-value', '1000');
});

test('terms beyond the law become a scenario in one click', async ({ page }) => {
  await open(page);
  await paste(
    page,
    [
      'numero;client;date_emission;date_echeance;date_reglement;montant_ttc',
      'F1;Martin;2025-01-10;2025-04-10;2025-04-10;1000',
      'F2;Durand;2025-02-01;2025-03-03;2025-03-03;2000',
      'F3;Blanc;2025-03-22;2025-06-20;;3000',
      'F4;Martin;2025-05-31;2025-07-14;;4000',
    ].join('\n'),
  );
  await show(page, 'analyses', 'terms');
  await page.getByTestId('bring-to-cap').click();
  await show(page, 'scenarios');
  await expect(page.getByTestId('terms-rule')).toHaveValue('legal');
  await expect(page.getByTestId('scenario-cash')).toHaveAttribute('data-value', /\d/);
});

for (const language of ['fr', 'en'] as const) {
  test.describe(`a consultant's meeting in ${language}`, () => {
    test.use({ locale: language === 'fr' ? 'fr-FR' : 'en-GB' });

    test('from 50,000 invoices to 200,000 of cash', async ({ page }) => {
      test.slow();
      await open(page);
      await giveFiles(page, { 'factures.csv': fiftyThousandInvoices() });
      await expect(page.getByTestId('view-dashboard')).toBeVisible({ timeout: 30_000 });
      await startScenario(page);

      // The legal cap, alone at first.
      await takeModel(page, 'legalCap');
      await expect(page.getByTestId('scenario-cash')).toHaveAttribute('data-value', /^[1-9]/);
      const capped = await valueOf(page.getByTestId('scenario-cash'));
      // A discount on top, in a scenario of its own.
      await page.getByTestId('scenario-duplicate').click();
      await page.getByTestId('lever-discount').getByRole('switch').click();
      await expect(page.getByTestId('discount-facts')).toBeVisible();
      await expect(page.getByTestId('scenario-cash')).not.toHaveAttribute('data-value', capped);

      // Three side by side.
      await page.getByTestId('tab-compare').click();
      const cash = page.getByTestId('compare-table').locator('[data-measure="cash"] td');
      await expect(cash).toHaveCount(4);
      for (const at of [1, 2, 3]) await expect(cash.nth(at)).toHaveAttribute('data-value', /\d/);
      await expect(cash.nth(2)).toHaveAttribute('data-value', capped);

      // 200,000 of cash by the first scenario, which is terms by some days for half of the sales.
      await page.getByTestId('compare-choose').first().click();
      await page.getByTestId('tab-goal').click();
      await page.getByTestId('goal').selectOption('cashReleased');
      await page.getByTestId('goal-target').fill(language === 'fr' ? '200 000' : '200,000.00');
      await page.getByTestId('goal-run').click();
      const outcome = page.getByTestId('goal-outcome').locator('p').first();
      await expect(outcome).toHaveAttribute('data-outcome', /\w/);
      await expect(outcome).toHaveAttribute('data-outcome', 'reached');
      await page.getByTestId('goal-apply').click();
      await expect(async () => {
        const released = Number(await valueOf(page.getByTestId('scenario-cash')));
        expect(released).toBeGreaterThanOrEqual(200_000);
      }).toPass({ timeout: 5000 });

      // And when it comes in.
      await page.getByTestId('tab-timeline').click();
      await expect(page.getByTestId('timeline')).toContainText(
        language === 'fr' ? 'Mise en place le' : 'Going live on',
      );
      const months = page.getByTestId('timeline-table').locator('tbody tr');
      await expect(months).toHaveCount(12);
      await expect(page.getByTestId('timeline').locator('.drawing svg')).toBeVisible();
      await expect(async () => {
        const last = Number(await months.last().getAttribute('data-released'));
        expect(last).toBeGreaterThan(150_000);
      }).toPass({ timeout: 5000 });
      await expect(page.getByTestId('scenario-failure')).toHaveCount(0);
    });
  });
}

/**
 * Two years of 300 customers, the same every time: some at 75 and 90 days, most paid some days late, the last ones open.
 */
function fiftyThousandInvoices(): string {
  const day = 86_400_000;
  const [first, close] = [Date.UTC(2024, 0, 1), Date.UTC(2025, 11, 31)];
  const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
  const lines = ['numero;client;date_emission;date_echeance;date_reglement;montant_ttc'];
  for (let index = 0; index < 50_000; index += 1) {
    const customer = (index * 7919) % 300;
    const issued = first + Math.floor((index * 731) / 50_000) * day;
    const term = [30, 45, 60, 75, 90][customer % 5] ?? 30;
    const due = issued + term * day;
    const settled = due + ((index * 37) % 25) * day;
    const amount = 100 + ((index * 101) % 900);
    const paid = settled <= close ? iso(settled) : '';
    lines.push(`F${index};Client ${customer};${iso(issued)};${iso(due)};${paid};${amount}`);
  }
  return lines.join('\n');
}

/** Opens the workbench on a made-up company, with shorter terms as its only lever. */
async function openWorkbench(page: Page, sample = 'sample-series'): Promise<void> {
  await openSample(page, sample);
  await startScenario(page);
}

/** Goes to the workbench and switches shorter terms on. */
async function startScenario(page: Page): Promise<void> {
  await show(page, 'scenarios');
  await toggle(page, 'lever-terms');
  await expect(page.getByTestId('scenario-cash')).toHaveAttribute('data-value', /^-?[1-9]/);
}

/** Unfolds what few will change of a lever. */
async function openDetails(page: Page, lever: string): Promise<void> {
  const details = page.getByTestId(lever).locator('details').first();
  if ((await details.getAttribute('open')) === null)
    await details.locator('summary').first().click();
}

/** Takes a model from the menu. */
async function takeModel(page: Page, name: string): Promise<void> {
  await page.getByTestId('models').click();
  await page.getByTestId(`preset-${name}`).last().click();
}

function slider(page: Page, lever: string, name: string): Locator {
  return page.getByTestId(lever).getByRole('slider', { name });
}

/** Puts a lever to use, or out of it, and waits for what it brings: a longer card moves those below it. */
async function toggle(page: Page, lever: string): Promise<void> {
  const card = page.getByTestId(lever);
  const isOn = await card.getByRole('switch').isChecked();
  await card.getByRole('switch').click();
  await expect(card.getByRole('switch')).toBeChecked({ checked: !isOn });
  if (isOn) return;
  const said = card.getByTestId('brings').or(card.getByTestId('lever-fault'));
  await expect(said.filter({ hasText: /\S/ }).first()).toBeVisible();
}

async function valueOf(element: Locator): Promise<string> {
  const value = await element.getAttribute('data-value');
  if (value === null || value === '') throw new Error('no figure');
  return value;
}
