import type { Told } from '../dossier/link';
import { recall } from '../lib/storage';

/** What can be taken back. */
export interface Offer {
  what: 'opened' | 'deleted' | 'frozen' | 'erased';
  name: string;
  undo: () => void;
}

/** What went wrong with keeping. */
export type KeepingTrouble = 'refused' | 'full' | 'elsewhere' | 'erased';

/** What the first screen asks of dossiers; what handles them is fetched when there is something to handle. */
class Keeping {
  /** Are dossiers kept in this browser? */
  isOn = $state(recall('keep') === 'yes');
  trouble = $state.raw<KeepingTrouble | null>(null);
  offer = $state.raw<Offer | null>(null);
  /** Is it a link that is read? Nothing of it is kept, and nothing changed, until somebody takes it over. */
  isLinked = $state(false);
  /** Are its totals those of a part of the data of whoever sent it? */
  isPart = $state(false);
  /** What the scenarios of the link gave on the invoices of whoever sent it. */
  told = $state.raw<Told | null>(null);
  /** Is all of it, as it is now, in a file that was handed over? */
  isHandedOver = (): boolean => false;
  /** Goes up with each dossier that takes the place of another. */
  opened = $state(0);
}

export const keeping = new Keeping();

/** What handles dossiers. */
export const handling = async () => (await import('./dossiers.svelte')).dossiers;
