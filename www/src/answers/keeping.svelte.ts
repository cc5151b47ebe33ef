import type { IDBPDatabase } from 'idb';
import { currentDossier, openDossier, type Dossier } from '../dossier/dossier';
import { forget, recall, remember } from '../lib/storage';
import { dataset, type Given } from './dataset.svelte';

/** What is kept: one copy, of what is given and what is decided. */
interface Copy {
  given: Given;
  dossier: Dossier;
}

const name = 'encours';
const store = 'work';
const key = 'now';
const restMilliseconds = 1000;

let isOn = $state(recall('keep') === 'yes');
/** Did the browser refuse to keep it, for want of room or by its settings? */
let isRefused = $state(false);
let timer: ReturnType<typeof setTimeout> | undefined;

/** A copy of the work in this browser, for who wants one: it comes back with the page. */
export const keeping = {
  get isOn(): boolean {
    return isOn;
  },
  get isRefused(): boolean {
    return isRefused;
  },
  turn(on: boolean): void {
    isOn = on;
    isRefused = false;
    if (!on) {
      void keeping.eraseAll();
      return;
    }
    remember('keep', 'yes');
    void save();
  },
  /** Leaves nothing of the work in this browser. */
  async eraseAll(): Promise<void> {
    isOn = false;
    clearTimeout(timer);
    forget('keep');
    try {
      const kept = await database();
      await kept.clear(store);
      kept.close();
    } catch {
      // A browser that keeps nothing has nothing to erase.
    }
  },
  /** Brings the work back, if it was kept. */
  async restore(): Promise<void> {
    if (!isOn) return;
    try {
      const kept = await database();
      const copy = (await kept.get(store, key)) as Copy | undefined;
      kept.close();
      if (copy === undefined || dataset.loaded !== null) return;
      openDossier(copy.dossier);
      dataset.give(copy.given);
    } catch {
      isRefused = true;
    }
  },
};

async function save(): Promise<void> {
  if (!isOn || !dataset.isUsable) return;
  const { origin, text } = dataset.given;
  // Plain values: what follows changes cannot be stored.
  const dossier = JSON.parse(JSON.stringify(currentDossier())) as Dossier;
  const given: Given = { origin, text, choices: dossier.reading, where: dossier.at };
  try {
    const kept = await database();
    await kept.put(store, { given, dossier } satisfies Copy, key);
    kept.close();
    isRefused = false;
  } catch {
    isRefused = true;
  }
}

async function database(): Promise<IDBPDatabase> {
  const { openDB } = await import('idb');
  return openDB(name, 1, {
    upgrade(created) {
      created.createObjectStore(store);
    },
  });
}

$effect.root(() => {
  const changed = $derived(`${String(dataset.isUsable)}${JSON.stringify(currentDossier())}`);
  $effect(() => {
    if (!isOn || changed === '' || dataset.loaded === null) return;
    clearTimeout(timer);
    timer = setTimeout(() => void save(), restMilliseconds);
  });
});
