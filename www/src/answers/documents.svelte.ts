import { EngineError } from '../engine/error';
import { gathered, sorted, type Sorted } from '../engine/documents';
import type { Choices } from '../engine/pkg/documents';
import type { DocumentFacts, Rates } from '../engine/pkg/encours';
import { at, type Where } from '../dossier/at.svelte';
import { scenarios } from '../dossier/scenarios.svelte';
import { fileName } from '../lib/file-name';
import { t } from '../text/language.svelte';
import { dataset, type Made } from './dataset.svelte';

/** The files that a list was made of: they are not kept with it. */
const sources = new WeakMap<File, { given: Sorted; choices: Partial<Choices> }>();

/** Takes files of which some may hold electronic invoices: these become a list, which is read like any other. */
export async function open(files: readonly File[]): Promise<void> {
  const found = await sorted(files);
  if (found.archives.length + found.documents.length === 0) dataset.openFiles(files);
  else await listed(found, {}, true);
}

/** The list that was made of them, as it was read. */
export const list = (): File | undefined =>
  dataset.origin.kind === 'files' ? dataset.origin.files[0] : undefined;

/** How the documents were put together; `null` where they are not at hand any more, to be put together in another way. */
export function chosen(): Partial<Choices> | null {
  const made = list();
  return (made && sources.get(made)?.choices) ?? null;
}

/** Puts the same documents together in another way. */
export async function choose(choices: Partial<Choices>): Promise<void> {
  const made = list();
  const from = made && sources.get(made);
  if (from) await listed(from.given, { ...from.choices, ...choices }, false);
}

async function listed(given: Sorted, choices: Partial<Choices>, isFirst: boolean): Promise<void> {
  const said: { rates: Rates | null } = { rates: null };
  await dataset.openMade(async (signal, tell) => {
    const unreadable = new EngineError({ code: 'file-unreadable' });
    try {
      const found = await gathered(given, choices, {
        signal,
        unreadable,
        tell: ({ bytes, ofBytes, files }) => {
          tell({ bytes, ofBytes, rows: 0, documents: files });
        },
      });
      const { facts, sales, purchases, tables } = found;
      const areTables =
        facts.invoices + facts.statuses === 0 && tables.length + given.others.length > 0;
      const files = areTables ? [] : [new File([sales], listName(facts))];
      const options: Made['choices'][number]['options'][] = [
        { documents: facts, ...(facts.rates ? { everyCurrency: true } : {}) },
      ];
      if (purchases.length > 0) {
        files.push(new File([purchases], t('documents.purchasesName')));
        options.push({ documents: { ...nothing, side: 'purchases' } });
      }
      for (const table of tables) files.push(new File([table.bytes], table.name));
      files.push(...given.others);
      const [first] = files;
      if (first) sources.set(first, { given, choices });
      said.rates = facts.rates;
      // Another company of the same documents changes nothing of what the user decided since.
      if (isFirst && facts.vatOnReceipt !== null) scenarios.payTaxOnReceipts(facts.vatOnReceipt);
      return {
        files,
        choices: areTables
          ? []
          : files.map((_, at) => ({ sheet: null, options: options[at] ?? {} })),
      };
    } catch (error) {
      throw signal.aborted ? new EngineError({ code: 'reading-cancelled' }) : error;
    }
  });
  if (said.rates !== null) at.choose({ rates: tableOf(said.rates) });
}

/** Rates as they would be typed: other rates can be put in their place. */
function tableOf({ into, rates = [] }: Rates): NonNullable<Where['rates']> {
  const lines = rates.map(({ currency, month, average }) =>
    [currency, month ?? '', average ?? '', average ?? ''].join(';'),
  );
  return { into, text: lines.join('\n'), rates };
}

/** A list is called by its company, for the work on it to be. */
function listName({ companies }: DocumentFacts): string {
  const [own, ...others] = companies.filter(({ isOwn }) => isOwn);
  return own && others.length === 0 && own.name !== ''
    ? `${fileName(own.name)}.csv`
    : t('documents.listName');
}

const nothing: DocumentFacts = {
  side: 'sales',
  files: 0,
  invoices: 0,
  statuses: 0,
  findings: [],
  proofs: [],
  companies: [],
  vatOnReceipt: null,
  rates: null,
};
