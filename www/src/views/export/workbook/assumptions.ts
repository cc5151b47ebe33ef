import { baseline } from '../../../answers/baseline.svelte';
import { assumptions } from '../../../dossier/assumptions.svelte';
import { leverOf, type NumberSpec } from '../../../dossier/levers';
import { active, type Scenario } from '../../../dossier/scenario-set';
import type { LeverSettings } from '../../../dossier/settings';
import type { Report } from '../../../engine/pkg/encours';
import type { SheetToWrite } from '../../../engine/pkg/export';
import { t } from '../../../text/language.svelte';
import { ratesText, scopeText, segmentText } from '../../scope';
import { numberName, numberText, scenarioTitle } from '../../scenarios/words';
import { date, number, percent, sheet, text, type Cell, type Row } from './cells';

/** Where the price of money stands, which the gain of scenarios follows. */
export const rateCell = '$B$4';

/** What the figures rest on: date, rate, conventions, and the numbers of each lever. */
export function assumptionsSheet(
  report: Report,
  scenarios: readonly Scenario[],
  currency: string,
): SheetToWrite {
  const { ratePercent, targetDays, goLive } = assumptions.chosen;
  const { windowMonths, dayBasis, balance, monthLength, emptyMonth, yearDays, vatPercent } =
    baseline.applied;
  const rows: Row[] = [
    [text(t('exports.bookAssumptions'), 'title')],
    [text(t('diagnosis.asOf')), date(report.asOf)],
    [text(t('exports.bookCurrency')), text(currency)],
    [text(t('exports.bookRate')), percent(ratePercent, 'input')],
    [text(t('scenario.targetDso')), number(targetDays, 'days')],
    [text(t('scenario.goLive')), goLive === null ? null : date(goLive)],
    ...scopeRows(report),
    [],
    [text(t('diagnosis.conventionsTitle'), 'section')],
    [text(t('diagnosis.windowMonths')), number(String(windowMonths), 'count')],
    [text(t('diagnosis.dayBasis')), text(t(`dayBasis.${dayBasis}`))],
    [text(t('diagnosis.balance')), text(t(`balance.${balance}`))],
    [text(t('diagnosis.monthLength')), text(t(`monthLength.${monthLength}`))],
    [text(t('diagnosis.emptyMonth')), text(t(`emptyMonth.${emptyMonth}`))],
    [text(t('diagnosis.yearDays')), number(String(yearDays), 'count')],
    [text(t('exports.bookVatRate')), percent(vatPercent)],
    ...leverRows(scenarios),
    [],
    [text(t('exports.bookInput'), 'input')],
    [text(t('exports.made'), 'note')],
  ];
  return sheet(t('exports.bookAssumptions'), [46, 22, 46, 16], 0, rows);
}

/** The part of the data, and who is one customer, where that is not what the data says. */
function scopeRows(report: Report): Row[] {
  const { customersBy, groups = [] } = report.cut;
  const scope = scopeText(report);
  const rates = ratesText(report);
  return [
    ...(scope === '' ? [] : [[text(t('segments.scope')), text(scope)]]),
    ...(rates === '' ? [] : [[text(t('currencies.title')), text(rates)]]),
    ...(customersBy == null ? [] : [[text(t('groups.by')), text(customersBy)]]),
    ...groups.map(({ name, customers }) => [text(name), text(customers.join(' ; '))]),
  ];
}

function leverRows(scenarios: readonly Scenario[]): Row[] {
  const rows = scenarios.flatMap((scenario) => {
    const title = scenarioTitle(scenario);
    const whole = ofScenario(scenario).map((of): Row => [text(title), null, ...of]);
    const each = active(scenario).flatMap((lever) =>
      [...settingsOf(lever), ...costsOf(lever), ...scopeOf(lever)].map((of): Row => [
        text(title),
        text(t(`leverNames.${lever.name}`)),
        ...of,
      ]),
    );
    return [...each, ...whole];
  });
  if (rows.length === 0) return [];
  const head = [t('exports.scenarioColumn'), t('exports.bookLever'), t('exports.bookSetting')];
  return [
    [],
    [text(t('scenario.levers'), 'section')],
    [...head.map((name) => text(name, 'head')), text(t('exports.bookValue'), 'numberHead')],
    ...rows,
  ];
}

/** The rule of a lever that has one, and its numbers; the law says itself how many days it allows. */
function settingsOf(lever: LeverSettings): Cell[][] {
  const { name, rule, numbers } = lever;
  const isByLaw = name === 'terms' && rule === 'legal';
  const rules =
    name === 'terms' ? [[text(t('scenario.termsRule')), text(t(`termsRules.${rule}`))]] : [];
  const values = leverOf(name).numbers.flatMap(({ parameter, unit }) => {
    const value = numbers[parameter];
    if (value === undefined || value === '' || (isByLaw && parameter === 'days')) return [];
    return [[text(numberName(lever, parameter)), setting(unit, value)]];
  });
  return [...rules, ...values];
}

/** What a lever costs beside its own numbers, and since when. */
function costsOf({ yearlyCost, oneOffCost, ...lever }: LeverSettings): Cell[][] {
  const losesSales = Number(lever.lostSalesPercent) !== 0;
  return [
    ...given(t('leverNumbers.yearlyCost'), 'amount', yearlyCost),
    ...given(t('scenario.oneOffCost'), 'amount', oneOffCost),
    ...given(t('scenario.lostSales'), 'percent', lever.lostSalesPercent),
    ...(losesSales ? given(t('leverNumbers.marginPercent'), 'percent', lever.marginPercent) : []),
    ...(lever.goLive === null ? [] : [[text(t('scenario.goLive')), date(lever.goLive)]]),
  ];
}

/** Which invoices a lever is for, where not for all. */
function scopeOf(lever: LeverSettings): Cell[][] {
  const named = (name: string, customers: readonly string[]): Cell[][] =>
    customers.length === 0 ? [] : [[text(name), text(customers.join(' ; '))]];
  return [
    ...named(t('scenario.customers'), lever.customers),
    ...named(t('scenario.exceptCustomers'), lever.exceptCustomers),
    ...named(t('segments.leverScope'), lever.segments.map(segmentText)),
    ...given(t('scenario.amountAbove'), 'amount', lever.amountAbove),
    ...given(t('scenario.termsAbove'), 'days', lever.termsAboveDays),
    ...given(t('scenario.termsUpTo'), 'days', lever.termsUpToDays),
    ...(lever.withoutDisputes ? [[text(t('scenario.withoutDisputes')), null]] : []),
  ];
}

/** What holds for all levers of a scenario. */
function ofScenario({ vatPercent, vatOnReceipts, customerTerms }: Scenario): Cell[][] {
  return [
    ...given(t('scenario.vat'), 'percent', vatPercent),
    ...(vatOnReceipts ? [[text(t('scenario.vatOnReceipts')), null]] : []),
    ...customerTerms.flatMap(({ customer, days }) => given(customer, 'days', days)),
  ];
}

/** A number under its name, unless it is left out or nothing. */
const given = (name: string, unit: NumberSpec['unit'], value: string | null): Cell[][] =>
  value === null || value === '' || Number(value) === 0 ? [] : [[text(name), setting(unit, value)]];

/** A number of a lever; what no format of a spreadsheet says is written out. */
function setting(unit: NumberSpec['unit'], value: string): Cell {
  switch (unit) {
    case 'percent':
      return percent(value);
    case 'days':
      return number(value, 'days');
    case 'count':
      return number(value, 'count');
    case 'amount':
      return number(value, 'amount');
    case 'perMille':
      return text(numberText(unit, value));
  }
}
