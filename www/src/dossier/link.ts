import * as v from 'valibot';
import type { Field, MonthFigures } from '../engine/pkg/encours';
import { base64Of, bytesOf } from '../lib/base64';
import { packed, unpacked } from '../lib/compress';
import { difference } from '../lib/decimal';
import { usual } from './at.svelte';
import type { Dossier } from './dossier';
import { DossierError } from './fault';
import { usualReport } from './report-settings.svelte';
import { mostScenarios } from './scenario-set';
import { dossierSchema } from './schema';
import { upgraded } from './upgrade';

/** What a link holds: decisions, and totals by month that they are tried on. No customer, no invoice. */
export interface Linked {
  dossier: Dossier;
  /** The months as a table that is read like any other. */
  text: string;
  /** What the scenarios gave where they were sent from; `null` where totals by month were all there was. */
  told: Told | null;
  /** Are the totals those of a segment, of which nothing else is told? */
  isPart: boolean;
}

/** Figures of the scenarios on the invoices of whoever sent the link, in the order of the scenarios. */
export type Told = readonly (ToldScenario | null)[];

export interface ToldScenario {
  dso: string | null;
  cash: string;
  net: string;
}

/** What this page writes, and the newest that it reads. */
const version = 4;
/** Beyond so many letters mail clients cut addresses, and browsers refuse them. */
export const mostLetters = 8_000;
const mostBytes = 4_000_000;

/** The columns of the months, and what each is to the import. */
const columns = [
  ['mois', 'month', ({ month }) => month],
  ['ca_ttc', 'salesInclTax', ({ salesInclTax }) => salesInclTax],
  ['ca_ht', 'salesExclTax', ({ salesExclTax }) => salesExclTax],
  ['encours', 'receivables', ({ receivables }) => receivables],
  ['encours_echu', 'overdue', ({ overdue }) => overdue],
  ['litiges', 'disputed', ({ disputed }) => disputed],
  ['litiges_echus', 'disputedOverdue', ({ disputedOverdue }) => disputedOverdue],
  ['cede_au_factor', 'factored', ({ factored }) => factored],
  ['achats_ttc', 'purchases', ({ purchases }) => purchases],
  ['stock', 'inventory', ({ inventory }) => inventory],
  ['dettes_fournisseurs', 'payables', ({ payables }) => payables],
] as const satisfies readonly (readonly [
  string,
  Field,
  (month: MonthFigures) => string | null | undefined,
])[];

const figure = v.pipe(v.string(), v.regex(/^-?\d{1,20}(\.\d{1,10})?$/));
const cell = v.nullable(figure);

const schema = v.object({
  columns: v.pipe(
    v.array(v.picklist(columns.map(([name]) => name))),
    v.minLength(2),
    v.maxLength(columns.length),
  ),
  months: v.pipe(
    v.array(v.tupleWithRest([v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/))], cell)),
    v.maxLength(1200),
  ),
  dossier: dossierSchema,
  told: v.optional(
    v.nullable(
      v.pipe(
        v.array(v.nullable(v.object({ dso: cell, cash: figure, net: figure }))),
        v.maxLength(mostScenarios),
      ),
    ),
    null,
  ),
  isPart: v.optional(v.boolean(), false),
});

/** The decisions without what could name a customer: names that were typed, and whatever concerns some customers only. */
export function withoutNames(dossier: Dossier): Dossier {
  const { scenarios, at } = dossier;
  return {
    ...dossier,
    reading: [],
    at: { ...usual, conventions: at.conventions, balances: at.balances },
    calculators: {},
    frozen: null,
    report: usualReport,
    // The value of a segment can be a name.
    plan: { targets: dossier.plan.targets.filter(({ segment }) => segment === null), actions: [] },
    scenarios: {
      ...scenarios,
      scenarios: scenarios.scenarios.map((scenario) => ({
        ...scenario,
        name: '',
        customerTerms: [],
        levers: scenario.levers
          .filter((lever) => lever.isOn && !isForSome(lever))
          .map((lever) => ({ ...lever, customers: [], exceptCustomers: [], segments: [] })),
      })),
    },
  };
}

type LeverOf = Dossier['scenarios']['scenarios'][number]['levers'][number];

/** Does it concern some customers or invoices only? Totals cannot tell those. */
export const isForSome = (lever: LeverOf): boolean =>
  lever.customers.length > 0 ||
  lever.exceptCustomers.length > 0 ||
  lever.segments.length > 0 ||
  lever.termsAboveDays !== null ||
  lever.termsUpToDays !== null ||
  lever.amountAbove !== null;

/** A month whose receivables count what a factor is owed, which stands beside them in the table of a link. */
const withoutFactored = (month: MonthFigures): MonthFigures =>
  month.receivables === null || month.factored === null
    ? month
    : { ...month, receivables: difference(month.receivables, month.factored) };

/** The letters of a link. */
export async function writeLink(
  dossier: Dossier,
  months: readonly MonthFigures[],
  told: Told | null = null,
): Promise<string> {
  const apart =
    dossier.at.conventions.scope?.factored === true ? months.map(withoutFactored) : months;
  const used = columns.filter(([, , of]) => apart.some((month) => (of(month) ?? null) !== null));
  const content = {
    columns: used.map(([name]) => name),
    months: apart.map((month) => used.map(([, , of]) => of(month) ?? null)),
    dossier: withoutNames(dossier),
    told,
    isPart: dossier.at.segment !== null,
  };
  const bytes = await packed(new Blob([JSON.stringify(content)]), 'deflate');
  const letters = await base64Of(bytes);
  return `${String(version)}${letters.replace(/[+/=]/g, (letter) => ({ '+': '-', '/': '_' })[letter] ?? '')}`;
}

/** Reads what `writeLink` wrote; throws a `DossierError` of a link that was cut or changed on its way. */
export async function readLink(letters: string): Promise<Linked> {
  const written = Number(/^\d/.exec(letters)?.[0] ?? '0');
  if (written < 1) throw new DossierError('linkDamaged');
  if (written > version) throw new DossierError('linkNewer');
  const content = v.safeParse(schema, await contentOf(letters.slice(1)));
  if (!content.success) throw new DossierError('linkDamaged');
  const { columns: names, months, dossier, told, isPart } = content.output;
  const fields = names.map((name) => columns.find(([known]) => known === name)?.[1] ?? null);
  // What each column is was known where they were written.
  const reading = [{ sheet: null, options: { kind: 'series' as const, columns: fields } }];
  const rows = [names, ...months.map((month) => month.map((value) => value ?? ''))];
  return {
    dossier: { ...dossier, reading },
    told,
    isPart,
    text: rows.map((row) => row.join(';')).join('\n'),
  };
}

async function contentOf(letters: string): Promise<unknown> {
  try {
    const bytes = await bytesOf(letters.replace(/[-_]/g, (letter) => (letter === '-' ? '+' : '/')));
    const text = await (await unpacked(new Blob([bytes]), 'deflate', mostBytes)).text();
    const content = JSON.parse(text) as { dossier?: unknown };
    return { ...content, dossier: upgraded(content.dossier) };
  } catch {
    throw new DossierError('linkDamaged');
  }
}
