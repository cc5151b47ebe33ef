import * as v from 'valibot';
import type { MonthFigures } from '../engine/pkg/encours';
import { base64Of, bytesOf } from '../lib/base64';
import { packed, unpacked } from '../lib/compress';
import { usual } from './at.svelte';
import type { Dossier } from './dossier';
import { DossierError } from './fault';
import { usualReport } from './report-settings.svelte';
import { dossierSchema } from './schema';
import { upgraded } from './upgrade';

/** What a link holds: decisions, and totals by month that they are tried on. No customer, no invoice. */
export interface Linked {
  dossier: Dossier;
  /** The months as a table that is read like any other. */
  text: string;
}

/** What this page writes, and the newest that it reads. */
const version = 1;
/** Beyond so many letters mail clients cut addresses, and browsers refuse them. */
export const mostLetters = 8_000;
const mostBytes = 4_000_000;

/** The columns of the months, as the import knows them. */
const columns = [
  ['mois', ({ month }) => month],
  ['ca_ttc', ({ salesInclTax }) => salesInclTax],
  ['ca_ht', ({ salesExclTax }) => salesExclTax],
  ['encours', ({ receivables }) => receivables],
  ['encours_echu', ({ overdue }) => overdue],
  ['litiges', ({ disputed }) => disputed],
  ['achats_ttc', ({ purchases }) => purchases],
  ['stock', ({ inventory }) => inventory],
  ['dettes_fournisseurs', ({ payables }) => payables],
] as const satisfies readonly (readonly [string, (month: MonthFigures) => string | null])[];

const cell = v.nullable(v.pipe(v.string(), v.regex(/^-?\d{1,20}(\.\d{1,10})?$/)));

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

/** The letters of a link. */
export async function writeLink(
  dossier: Dossier,
  months: readonly MonthFigures[],
): Promise<string> {
  const used = columns.filter(([, of]) => months.some((month) => of(month) !== null));
  const content = {
    columns: used.map(([name]) => name),
    months: months.map((month) => used.map(([, of]) => of(month))),
    dossier: withoutNames(dossier),
  };
  const bytes = await packed(new Blob([JSON.stringify(content)]), 'deflate');
  const letters = await base64Of(bytes);
  return `${String(version)}${letters.replace(/[+/=]/g, (letter) => ({ '+': '-', '/': '_' })[letter] ?? '')}`;
}

/** Reads what `writeLink` wrote; throws a `DossierError` of a link that was cut or changed on its way. */
export async function readLink(letters: string): Promise<Linked> {
  if (!letters.startsWith(String(version)))
    throw new DossierError(/^\d/.test(letters) ? 'linkNewer' : 'linkDamaged');
  const content = v.safeParse(schema, await contentOf(letters.slice(1)));
  if (!content.success) throw new DossierError('linkDamaged');
  const { columns: names, months, dossier } = content.output;
  const rows = [names, ...months.map((month) => month.map((value) => value ?? ''))];
  return { dossier, text: rows.map((row) => row.join(';')).join('\n') };
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
