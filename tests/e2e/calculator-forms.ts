import type { Locator } from '@playwright/test';
import { calculatorFields, calculatorSides } from '../../www/src/text/fr/calculators';
import { expect } from './fixtures';

/** A request of the engine, as a case gives it. */
export type CalculatorRequest = { calculator: string } & Record<string, unknown>;

type FieldName = keyof typeof calculatorFields;

/** A line of a table of a form. */
interface Line {
  group: string;
  side?: keyof typeof calculatorSides | undefined;
  values: Partial<Record<FieldName, unknown>>;
}

/** How a request is typed, and where its answer is shown. A place is a chain of test identifiers. */
interface Form {
  /** By the path in the request: group and field. */
  fields: Record<string, `${string}.${FieldName}`>;
  choices?: Record<string, (request: CalculatorRequest) => string>;
  lines?: (request: CalculatorRequest) => Line[];
  results: Record<string, string>;
  /** Results of a line, and the key they stand under in the answer. */
  rows?: { key: string; results: Record<string, string> };
}

const policy = (group: 'before' | 'after'): Form['fields'] => ({
  [`${group}.sales`]: `${group}.sales`,
  [`${group}.collectionDays`]: `${group}.collectionDays`,
  [`${group}.badDebtPercent`]: `${group}.badDebtPercent`,
  [`${group}.discountPercent`]: `${group}.discountPercent`,
  [`${group}.takeUpPercent`]: `${group}.takeUpPercent`,
  [`${group}.yearlyCost`]: `${group}.yearlyCost`,
});

const forms: Record<string, Form> = {
  structuralWorkingCapital: {
    fields: { sales: 'year.salesExclTax', yearDays: 'year.yearDays' },
    lines: structuralLines,
    results: {
      '/amount': 'result-requirement',
      '/days': 'result-requirementDays',
      '/needDays': 'result-needDays',
      '/resourceDays': 'result-resourceDays',
    },
    rows: {
      key: 'lines',
      results: { days: 'row-lasts', coefficient: 'row-coefficientWithTax', amount: 'row-amount' },
    },
  },
  operatingCycle: {
    fields: { yearDays: 'year.yearDays' },
    lines: ({ stages }) =>
      (stages as Record<string, unknown>[]).map(({ side, ...values }) => ({
        group: 'items',
        side: side as Line['side'],
        values: { opening: '', flowPercent: '', ...values },
      })),
    results: { '/days': 'result-cycleDays' },
    rows: { key: 'stages', results: { days: 'row-stageDays', turnover: 'row-turnover' } },
  },
  creditPolicy: {
    fields: {
      ...policy('before'),
      ...policy('after'),
      variableCostPercent: 'general.variableCostPercent',
      returnPercent: 'general.returnPercent',
      yearDays: 'general.yearDays',
    },
    choices: { investment: ({ investment = 'variableCost' }) => String(investment) },
    results: {
      '/netBenefit': 'result-netBenefit',
      '/contribution': 'result-contribution',
      '/investment': 'result-investment',
      '/investmentCost': 'result-investmentCost',
      '/badDebts': 'result-moreBadDebts',
      '/discounts': 'result-moreDiscounts',
      '/before/receivables': 'group-before result-receivables',
      '/before/investment': 'group-before result-invested',
      '/after/receivables': 'group-after result-receivables',
      '/after/investment': 'group-after result-invested',
    },
  },
  factoring: {
    fields: {
      creditSales: 'year.creditSales',
      yearDays: 'year.yearDays',
      'today.financePercent': 'today.financePercent',
      'today.badDebtPercent': 'today.badDebtPercent',
      'today.yearlyCost': 'today.ledgerCost',
      'factor.feePercent': 'factor.feePercent',
      'factor.advancePercent': 'factor.advancePercent',
      'factor.advanceRatePercent': 'factor.advanceRatePercent',
      'factor.restFinancePercent': 'factor.restFinancePercent',
      'factor.badDebtPercent': 'factor.badDebtPercent',
      'factor.yearlyCost': 'factor.ledgerCost',
    },
    choices: {
      feeKeptBack: (request) => (at(request, 'factor.feeKeptBack') === true ? 'yes' : 'no'),
    },
    lines: (request) =>
      ['today', 'factor'].flatMap((group) =>
        (at(request, `${group}.collected`) as { percent: string; days: string }[]).map((part) => ({
          group,
          values: { partPercent: part.percent, collectedAfter: part.days },
        })),
      ),
    results: {
      '/saving': 'result-saving',
      '/today/days': 'group-today result-meanDays',
      '/today/receivables': 'group-today result-receivables',
      '/today/finance': 'result-ownFinance',
      '/today/total': 'result-ownTotal',
      '/factor/advance': 'result-advance',
      '/factor/interest': 'result-advanceInterest',
      '/factor/restFinance': 'result-restFinance',
      '/factor/fee': 'result-fee',
      '/factor/total': 'result-factorTotal',
      '/factor/effectivePercent': 'result-effectivePercent',
    },
  },
  creditInsurance: {
    fields: {
      sales: 'year.sales',
      marginPercent: 'year.marginPercent',
      loss: 'year.loss',
      defaultPercent: 'year.defaultPercent',
      coverPercent: 'insurance.coverPercent',
      premiumPerMille: 'insurance.premiumPerMille',
    },
    results: {
      '/profit': 'group-year result-profit',
      '/resultUninsured': 'result-resultUninsured',
      '/resultInsured': 'result-resultInsured',
      '/indemnity': 'result-cover',
      '/premium': 'result-premium',
      '/salesToRecover': 'result-salesToRecover',
      '/expectedLoss': 'result-expectedLoss',
      '/expectedBenefit': 'result-expectedBenefit',
    },
  },
};

/** Types a request into the form of its calculator. What it leaves out is zero, or empty. */
export async function fillCalculator(form: Locator, request: CalculatorRequest): Promise<void> {
  const { fields, choices = {}, lines } = formOf(request);
  for (const [path, place] of Object.entries(fields)) {
    const [group, field] = place.split('.') as [string, FieldName];
    const label = form
      .getByTestId(`group-${group}`)
      .getByLabel(calculatorFields[field], { exact: true });
    await label.fill(typed(at(request, path) ?? '0'));
  }
  for (const [name, choose] of Object.entries(choices)) {
    await form.getByTestId(`choice-${name}`).selectOption(choose(request));
  }
  if (lines) await fillTables(form, lines(request));
}

/** Where the figures of the answer to a request stand. */
export function calculatorPlaces(form: Locator, request: CalculatorRequest) {
  const { results, rows, lines } = formOf(request);
  const all = lines?.(request) ?? [];
  return (pointer: string): Locator | null => {
    const [, key, index, name = ''] = /^\/(\w+)\/(\d+)\/(\w+)$/.exec(pointer) ?? [];
    if (rows !== undefined && key === rows.key) {
      const line = all[Number(index)];
      const result = rows.results[name];
      if (line === undefined || result === undefined) return null;
      return rowOf(form, all, line).getByTestId(result);
    }
    const place = results[pointer];
    return place?.split(' ').reduce((within, part) => within.getByTestId(part), form) ?? null;
  };
}

async function fillTables(form: Locator, lines: readonly Line[]): Promise<void> {
  const aside = form.getByTestId('calculator-aside');
  if ((await aside.count()) > 0 && (await aside.getAttribute('open')) === null) {
    await aside.locator('summary').first().click();
  }
  for (const group of await form.locator('fieldset:has([data-testid="add-row"])').all()) {
    const name = (await group.getAttribute('data-testid'))?.replace('group-', '');
    const count = lines.filter((line) => line.group === name).length;
    const rows = group.getByTestId('calculator-row');
    while ((await rows.count()) > count) await rows.last().getByRole('button').click();
    while ((await rows.count()) < count) await group.getByTestId('add-row').click();
  }
  for (const line of lines) {
    const row = rowOf(form, lines, line);
    const cell = (label: string) =>
      row.getByLabel(new RegExp(`, ${label.replace(/[()]/g, '\\$&')}$`));
    if (await row.locator('select').count()) await cell('Sens').selectOption(line.side ?? 'need');
    for (const [field, value] of Object.entries(line.values)) {
      await cell(calculatorFields[field as FieldName]).fill(typed(value));
    }
  }
}

function rowOf(form: Locator, all: readonly Line[], line: Line): Locator {
  const index = all.filter(({ group }) => group === line.group).indexOf(line);
  return form.getByTestId(`group-${line.group}`).getByTestId('calculator-row').nth(index);
}

function structuralLines({ lines }: CalculatorRequest): Line[] {
  return (lines as Record<string, unknown>[]).map(({ line, side, ...given }) => {
    const { days, vatPercent = '0', coefficient, flow, daysOfSales, months, divideBy = '' } = given;
    const kinds: Record<string, Omit<Line, 'side'>> = {
      coefficient: { group: 'items', values: { days, coefficient, vatPercent } },
      flow: { group: 'flows', values: { days, flowExclTax: flow, vatPercent } },
      daysOfSales: { group: 'knownDays', values: { knownDays: daysOfSales, coefficient } },
      seasonal: { group: 'seasonal', values: { days, months, divideBy } },
    };
    const found = kinds[String(line)];
    if (found === undefined) throw new Error(`no table for ${String(line)}`);
    return { ...found, side: side as Line['side'] };
  });
}

function formOf({ calculator }: CalculatorRequest): Form {
  const form = forms[calculator];
  expect(form, `the form of ${calculator}`).toBeDefined();
  return form as Form;
}

/** What stands in a request under a path: `today.collected`. */
function at(request: CalculatorRequest, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[key],
      request,
    );
}

/** As a person in France types it. */
const typed = (value: unknown): string =>
  (Array.isArray(value) ? value : [value]).map((one) => String(one).replace('.', ',')).join(' ; ');
