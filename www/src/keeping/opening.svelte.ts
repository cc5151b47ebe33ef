import { dataset } from '../answers/dataset.svelte';
import type { DossierFault } from '../dossier/fault';
import { chooseFiles } from '../lib/choose-files';
import { withTexts } from '../text/language.svelte';
import { handling } from './state.svelte';

/** Why a dossier could not be opened. */
export type OpeningFault = DossierFault | 'alone';

let fault = $state.raw<{ name: string; fault: OpeningFault } | null>(null);

/** Counts what was given. */
let asked = 0;

const documentsPart = () => withTexts(import('../answers/documents.svelte'));

const isDossier = ({ name }: File): boolean => /\.encours$/i.test(name);

/** What is dropped or chosen: data, or a dossier. */
export const opening = {
  /** Why the last one was refused; what was there before stays. */
  get fault(): { name: string; fault: OpeningFault } | null {
    return fault;
  },
  forgetFault(): void {
    fault = null;
  },
  async files(files: readonly File[]): Promise<void> {
    fault = null;
    asked += 1;
    const mine = asked;
    const found = files.find(isDossier);
    if (found === undefined) {
      const documents = (await mayBeDocuments(files)) ? await documentsPart() : null;
      // What was given since is what is meant.
      if (mine !== asked) return;
      if (documents) await documents.open(files);
      else dataset.openFiles(files);
      return;
    }
    if (files.length > 1) {
      fault = { name: found.name, fault: 'alone' };
      return;
    }
    await attempt(found.name, async () => (await handling()).openFile(found));
  },
  /** What was dropped, folders too. */
  async folders(entries: readonly FileSystemEntry[]): Promise<void> {
    fault = null;
    asked += 1;
    // Entries are good for as long as they are held.
    await (await documentsPart()).openFolders(entries);
  },
  /** What an address holds after its `#/link/`. */
  async link(letters: string): Promise<void> {
    fault = null;
    await attempt('', async () => (await handling()).openLink(letters));
  },
};

/** Do some begin as XML, PDF and archives do? Workbooks are archives too. */
async function mayBeDocuments(files: readonly File[]): Promise<boolean> {
  if (files.length > 20) return true;
  try {
    const heads = await Promise.all(files.map((file) => file.slice(0, 1024).text()));
    return heads.some((head) => /^\W{0,16}<|^PK|%PDF/.test(head));
  } catch {
    return false; // whoever reads them says why
  }
}

async function attempt(name: string, open: () => Promise<void>): Promise<void> {
  try {
    await open();
  } catch (error) {
    const { DossierError } = await import('../dossier/fault');
    fault = { name, fault: error instanceof DossierError ? error.fault : 'damaged' };
  }
}

/** Asks for the file of a dossier, and opens it. */
export function chooseDossier(): void {
  chooseFiles('.encours', (files) => void opening.files(files));
}
