import { EngineError } from '../engine/error';
import { gathered, sorted, type DocumentWatch, type Sorted } from '../engine/documents';
import type { Choices } from '../engine/pkg/documents';
import type { CompanyFound, DocumentFacts, ImportOptions, Rates } from '../engine/pkg/encours';
import { at, type Where } from '../dossier/at.svelte';
import { scenarios } from '../dossier/scenarios.svelte';
import { fileName } from '../lib/file-name';
import { filesIn } from '../lib/folder';
import { t } from '../text/language.svelte';
import { dataset, type Made } from './dataset.svelte';

/** The files that a list was made of: they are not kept with it. */
const sources = new WeakMap<File, { given: Sorted; choices: Partial<Choices> }>();

/** Takes files of which some may hold electronic invoices: these become a list, which is read like any other. */
export async function open(files: Iterable<File> | Promise<Iterable<File>>): Promise<void> {
  // Of a list that came with a dossier the documents are given again, to be put together in another way.
  const known = (chosen() === null && dataset.optionsOf(0).documents) || null;
  const choices: Partial<Choices> = known ? choicesOf(known) : {};
  await taken(async (watch) => {
    const found = await sorted([...(await files)]);
    watch.signal.throwIfAborted();
    if (isOfTables(found)) return { files: found.others, choices: [] };
    const made = await listed(found, choices, known === null, watch);
    const facts = made.choices[0]?.options.documents;
    return { ...made, isSame: known !== null && facts?.companies.some(isOwnOf(known)) === true };
  });
}

/** What lies in folders that were dropped. */
export async function openFolders(entries: readonly FileSystemEntry[]): Promise<void> {
  await open(
    filesIn(entries).catch((error: unknown) => {
      const code = error instanceof RangeError ? 'folder-too-large' : 'file-unreadable';
      throw new EngineError({ code });
    }),
  );
}

/** Is there nothing but tables? Where there is nothing at all, it is said what of. */
const isOfTables = ({ archives, documents, strays, others }: Sorted): boolean =>
  archives.length + documents.length + strays.length === 0 && others.length > 0;

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
  if (!from) return;
  // Other signs are those of the same company: what was typed about it stays.
  const isSame = choices.companies === undefined;
  await taken(async (watch) => {
    const made = await listed(from.given, { ...from.choices, ...choices }, false, watch);
    return { ...made, isSame };
  });
}

/** Follows the making of files. */
type Watch = Pick<DocumentWatch, 'signal' | 'tell'>;

async function taken(make: (watch: Watch) => Promise<Made>): Promise<void> {
  const said: { rates: Rates | null } = { rates: null };
  await dataset.openMade(async (signal, tell) => {
    try {
      const made = await make({
        signal,
        tell: ({ bytes, ofBytes, files }) => {
          tell({ bytes, ofBytes, rows: 0, documents: files });
        },
      });
      if (made.isSame !== true) said.rates = made.choices[0]?.options.documents?.rates ?? null;
      return made;
    } catch (error) {
      throw signal.aborted ? new EngineError({ code: 'reading-cancelled' }) : error;
    }
  });
  if (said.rates !== null) at.choose({ rates: tableOf(said.rates) });
}

/** The lists that documents come to, with the tables beside them. */
async function listed(
  given: Sorted,
  choices: Partial<Choices>,
  isFirst: boolean,
  watch: Watch,
): Promise<Made> {
  const unreadable = new EngineError({ code: 'file-unreadable' });
  const found = await gathered(given, choices, { ...watch, unreadable });
  const tables = [
    ...found.tables.map(({ bytes, name }) => new File([bytes], name)),
    ...given.others,
  ];
  const { purchases, purchaseFacts, messages } = found;
  const isHandedOn = tables.length > 0 && messages.length > 0;
  const facts = isHandedOn ? withoutMessages(found.facts) : found.facts;
  const made: [File, ImportOptions][] = [];
  if (facts.invoices > 0 || tables.length === 0)
    made.push([new File([found.sales], listName(facts)), {}]);
  if (purchases.length > 0)
    made.push([new File([purchases], t('documents.purchasesName')), { documents: purchaseFacts }]);
  for (const table of tables) made.push([table, {}]);
  if (isHandedOn) made.push([new File([messages], t('documents.messagesName')), {}]);
  // What was found of the documents is said with the first.
  const [first] = made;
  if (first) {
    const isSaid =
      tables.length === 0 || facts.invoices + facts.statuses + facts.findings.length > 0;
    if (isSaid) first[1] = { documents: facts, ...(facts.rates ? { everyCurrency: true } : {}) };
    sources.set(first[0], { given, choices });
  }
  // Another company of the same documents changes nothing of what the user decided since.
  if (isFirst && facts.vatOnReceipt !== null) scenarios.payTaxOnReceipts(facts.vatOnReceipt);
  return {
    files: made.map(([file]) => file),
    choices: made.map(([, options]) => ({ sheet: null, options })),
  };
}

/** Messages that are about none of the documents are about a table beside them: what is about none of its rows is said there. */
const withoutMessages = (facts: DocumentFacts): DocumentFacts => ({
  ...facts,
  findings: facts.findings.filter(({ code }) => code !== 'status-without-invoice'),
});

/** Is it a company whose sales another list has? */
const isOwnOf =
  ({ companies }: DocumentFacts) =>
  ({ isOwn, key }: CompanyFound): boolean =>
    isOwn && companies.some((other) => other.isOwn && other.key === key);

/** How documents were put together, as it is known of their list. */
const choicesOf = ({ companies, negativeCreditsRaise }: DocumentFacts): Choices => ({
  companies: companies.filter(({ isOwn }) => isOwn).map(({ key }) => key),
  negativeCreditsRaise,
});

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
