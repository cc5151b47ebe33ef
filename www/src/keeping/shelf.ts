import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { Given } from '../answers/dataset.svelte';
import type { Dossier } from '../dossier/dossier';
import { upgraded } from '../dossier/upgrade';

/** What a list says of a dossier. */
export interface Entry {
  id: string;
  name: string;
  /** When it was last kept, as ISO 8601 has it. */
  savedAt: string;
  /** The date that its figures are of; `null` where it has none yet. */
  asOf: string | null;
  /** Was it frozen? It stays as it is: who goes on with it works on a copy. The first ones kept do not say. */
  isFrozen?: boolean;
  /** Goes up with each time it is kept: who writes must have seen the last. */
  revision: number;
}

/** A dossier as it is kept. */
export interface Kept extends Entry {
  dossier: Dossier;
}

/** What was given, apart from how it is read, which the dossier says: large, and rarely another. */
export type Data = Pick<Given, 'origin' | 'text'>;

interface Shelf extends DBSchema {
  dossiers: { key: string; value: Kept };
  data: { key: string; value: Data };
}

const name = 'encours';
const version = 2;

/** The dossiers kept in this browser. What a browser refuses rejects. */
export const shelf = {
  async list(): Promise<Entry[]> {
    const all = await use((db) => db.getAll('dossiers'));
    return all
      .map(({ id, name, savedAt, asOf, isFrozen = false, revision }: Kept) => ({
        id,
        name,
        savedAt,
        asOf,
        isFrozen,
        revision,
      }))
      .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
  },
  read(id: string): Promise<{ kept: Kept; data: Data } | null> {
    return use(async (db) => {
      const all = db.transaction(['dossiers', 'data']);
      const [kept, data] = await Promise.all([
        all.objectStore('dossiers').get(id),
        all.objectStore('data').get(id),
      ]);
      if (kept === undefined || data === undefined) return null;
      return { kept: { ...kept, dossier: upgraded(kept.dossier) as Dossier }, data };
    });
  },
  /**
   * Keeps a dossier and its data, both or neither; data that is there already is not written again. `false` if somebody
   * else has kept it since the revision before this one.
   */
  write(kept: Kept, data: Data, isDataKept = false): Promise<boolean> {
    return use(async (db) => {
      const all = db.transaction(['dossiers', 'data'], 'readwrite');
      const before = await all.objectStore('dossiers').get(kept.id);
      if (before !== undefined && before.revision >= kept.revision) return false;
      await all.objectStore('dossiers').put(kept);
      // Another tab may have taken it off.
      if (!isDataKept || before === undefined) await all.objectStore('data').put(data, kept.id);
      await all.done;
      return true;
    });
  },
  remove(id: string): Promise<void> {
    return use(async (db) => {
      const all = db.transaction(['dossiers', 'data'], 'readwrite');
      await Promise.all([
        all.objectStore('dossiers').delete(id),
        all.objectStore('data').delete(id),
        all.done,
      ]);
    });
  },
  /** Leaves nothing, not even the place. */
  async erase(): Promise<void> {
    const { deleteDB } = await import('idb');
    await deleteDB(name);
  },
};

/** Opened for one thing and closed: an open one would keep another tab from erasing it. */
async function use<T>(work: (db: IDBPDatabase<Shelf>) => Promise<T>): Promise<T> {
  const { openDB } = await import('idb');
  const db = await openDB<Shelf>(name, version, {
    upgrade(created, before, _, all) {
      created.createObjectStore('dossiers', { keyPath: 'id' });
      created.createObjectStore('data');
      if (before === 1) void takeOver(created, all);
    },
  });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** The first version kept one copy, without a name; it becomes a dossier, in the change that makes room for it. */
async function takeOver(
  created: IDBPDatabase<Shelf>,
  all: IDBPTransaction<Shelf, ('dossiers' | 'data')[], 'versionchange'>,
): Promise<void> {
  // Of that version the types know nothing.
  const old = created as unknown as IDBPDatabase;
  const before = all as unknown as IDBPTransaction<unknown, string[], 'versionchange'>;
  const copy = (await before.objectStore('work').get('now')) as
    { given: Given; dossier: Dossier } | undefined;
  if (copy !== undefined) {
    const { origin, text } = copy.given;
    const savedAt = new Date().toISOString();
    const { dossier } = copy;
    const kept: Kept = {
      id: 'first',
      name: '',
      savedAt,
      asOf: null,
      revision: 1,
      dossier,
    };
    await all.objectStore('dossiers').put(kept);
    await all.objectStore('data').put({ origin, text }, kept.id);
  }
  old.deleteObjectStore('work');
}
