import { EngineError } from '../engine/error';
import { gathered, sorted, type Sorted } from '../engine/documents';
import type { Choices } from '../engine/pkg/documents';
import type { DocumentFacts } from '../engine/pkg/encours';
import { scenarios } from '../dossier/scenarios.svelte';
import { t } from '../text/language.svelte';
import { dataset, type Made } from './dataset.svelte';

/** The files that a list was made of: they are not kept with it. */
const sources = new WeakMap<File, Sorted>();

/** Takes files of which some may hold electronic invoices: these become a list, which is read like any other. */
export async function open(files: readonly File[]): Promise<void> {
  const found = await sorted(files);
  if (found.archives.length + found.documents.length === 0) dataset.openFiles(files);
  else await listed(found, {});
}

/** The list that was made of them, as it was read. */
export const list = (): File | undefined =>
  dataset.origin.kind === 'files' ? dataset.origin.files[0] : undefined;

/** Are the documents themselves at hand, to be put together in another way? */
export function canChoose(): boolean {
  const made = list();
  return made !== undefined && sources.has(made);
}

/** Puts the same documents together in another way. */
export async function choose(choices: Partial<Choices>): Promise<void> {
  const made = list();
  const from = made && sources.get(made);
  if (from) await listed(from, choices);
}

async function listed(given: Sorted, choices: Partial<Choices>): Promise<void> {
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
      const [name, purchasesName] = [t('documents.listName'), t('documents.purchasesName')];
      const files = [new File([sales], name)];
      const options: Made['choices'][number]['options'][] = [{ documents: facts }];
      if (purchases.length > 0) {
        files.push(new File([purchases], purchasesName));
        options.push({ documents: { ...nothing, side: 'purchases' } });
      }
      for (const table of tables) files.push(new File([table.bytes], table.name));
      files.push(...given.others);
      const [first] = files;
      if (first) sources.set(first, given);
      if (facts.vatOnReceipt !== null) scenarios.payTaxOnReceipts(facts.vatOnReceipt);
      return {
        files,
        choices: files.map((_, at) => ({ sheet: null, options: options[at] ?? {} })),
      };
    } catch (error) {
      throw signal.aborted ? new EngineError({ code: 'reading-cancelled' }) : error;
    }
  });
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
};
