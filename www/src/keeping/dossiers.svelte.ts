import { untrack } from 'svelte';
import { baseline } from '../answers/baseline.svelte';
import { dataset, type Given, type Origin } from '../answers/dataset.svelte';
import { currentDossier, openDossier, type Dossier } from '../dossier/dossier';
import { frozen, type Frozen } from '../dossier/frozen.svelte';
import { download } from '../lib/download';
import { latest } from '../lib/latest';
import { forget, recall, remember, tabDossier } from '../lib/storage';
import { dataOf, filesOf, mostDataBytes, sizeOf } from './data';
import { fileName } from '../lib/file-name';
import { keeping } from './state.svelte';
import { shelf, type Data, type Entry, type Kept } from './shelf';

/** Changes that follow each other are kept this much after the first of them. */
const restMilliseconds = 800;

/** The work as it is: what it takes to come back to it. */
interface Work {
  id: string;
  /** Empty for the name of its data. */
  name: string;
  /** Of what the shelf has of it; 0 if it has nothing. */
  revision: number;
  given: Given;
  dossier: Dossier;
}

/** A dossier that was left, with what the shelf has of it. */
interface Left {
  origin: Origin;
  id: string;
  name: string;
  revision: number;
  savedAt: string | null;
  keptData: Data | null;
  keptDossier: string;
}

let id = $state(newId());
let name = $state('');
let savedAt = $state<string | null>(null);
let entries = $state.raw<readonly Entry[]>([]);
let revision = 0;
/** What the shelf has of the data, and of what was decided. */
let keptData: Data | null = null;
let keptDossier = '';
let timer: ReturnType<typeof setTimeout> | undefined;
/** The data of this dossier. */
let own: Origin = dataset.origin;
/** The dossier that a sample took the place of, for the data that comes back. */
let left: Left | null = null;

const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('encours');

/** The dossier that is worked on, and those kept in this browser, for who wants that. */
export const dossiers = {
  /** The name that was given to this one, or that of its data. */
  get title(): string {
    return name || nameOfData();
  },
  /** When it was last kept. */
  get savedAt(): string | null {
    return savedAt;
  },
  /** The others that are kept, the newest first. */
  get others(): readonly Entry[] {
    return entries.filter((entry) => entry.id !== id);
  },

  rename(to: string): void {
    name = plain(to);
  },
  turn(on: boolean): void {
    keeping.trouble = null;
    if (!on) {
      void dossiers.eraseAll();
      return;
    }
    keeping.isOn = true;
    remember('keep', 'yes');
    void save();
  },
  /** Leaves nothing of any work in this browser; what is on the page stays there, and so does the way back for a while. */
  async eraseAll(): Promise<void> {
    await flush();
    const erased = await everything();
    stop();
    entries = [];
    forget('keep');
    tabDossier.current = null;
    others?.postMessage('erased');
    try {
      await shelf.erase();
    } catch {
      // A browser that keeps nothing has nothing to erase.
    }
    if (erased.length === 0) return;
    keeping.offer = {
      what: 'erased',
      name: dossiers.title,
      undo: () => {
        keeping.isOn = true;
        remember('keep', 'yes');
        // What is worked on goes on where it was.
        revision = erased.find(({ kept }) => kept.id === id)?.kept.revision ?? 0;
        void Promise.all(erased.map(({ kept, data }) => shelf.write(kept, data))).then(async () => {
          await changed();
          await save();
        }, refused);
      },
    };
  },
  /** Brings back what was worked on last, if it was kept, unless a link was asked for. */
  async restore(isLink: boolean): Promise<void> {
    if (!keeping.isOn) return;
    try {
      entries = await shelf.list();
      const last =
        entries.find((entry) => entry.id === tabDossier.current) ??
        entries.find((entry) => !entry.isFrozen) ??
        entries[0];
      if (last !== undefined && !isLink && dataset.loaded === null) await take(last.id, true);
    } catch {
      keeping.trouble = 'refused';
    }
  },
  /** Opens one that is kept. */
  async open(other: string): Promise<void> {
    await flush();
    const before = now();
    if (await take(other)) offerBack(before);
  },
  /** Begins another one, with the data and the decisions of this one. */
  async duplicate(as: string): Promise<void> {
    await flush();
    apart(as);
    await save();
  },
  /**
   * Keeps the figures of today, and what was planned with them, to be compared with what comes; the shelf gets a copy
   * that stays as it is.
   */
  async freeze(figures: Frozen): Promise<void> {
    const before = frozen.current;
    frozen.open(figures);
    const copy = newId();
    keeping.offer = {
      what: 'frozen',
      name: dossiers.title,
      undo: () => {
        frozen.open(before);
        void shelf.remove(copy).then(changed, refused);
      },
    };
    if (!keeping.isOn || keeping.isLinked || !dataset.isUsable) return;
    const { given, dossier } = now();
    const { origin, text } = given;
    const kept = { ...asKept(dossier), id: copy, isFrozen: true, revision: 1 };
    try {
      await shelf.write(kept, { origin, text });
      await changed();
    } catch (error) {
      refused(error);
    }
  },
  /** Takes one off the shelf. */
  async remove({ id: other, name: removed }: Entry): Promise<void> {
    try {
      const found = await shelf.read(other);
      await shelf.remove(other);
      await changed();
      if (found === null) return;
      keeping.offer = {
        what: 'deleted',
        name: removed,
        undo: () => void shelf.write(found.kept, found.data).then(changed, refused),
      };
    } catch (error) {
      refused(error);
    }
  },

  /** Is the data small enough to go with the file? */
  get fitsData(): boolean {
    return sizeOf(dataset.given) <= mostDataBytes;
  },
  /** Hands the dossier to the visitor as a file. */
  async saveFile(withData: boolean): Promise<void> {
    const handed = now();
    const { given, dossier } = handed;
    const data = withData && dossiers.fitsData && dataset.isUsable ? filesOf(given) : null;
    const whole = { name: dossiers.title, savedAt: isoNow(), dossier, data };
    const { writeDossier } = await import('../dossier/file');
    download(await writeDossier(whole), `${fileName(dossiers.title)}.encours`);
    if (data !== null) keeping.isHandedOver = () => areSame(handed, now());
  },
  /** Opens what a link holds, to be read; throws a `DossierError` and changes nothing if it holds none. */
  async openLink(letters: string): Promise<void> {
    const { readLink } = await import('../dossier/link');
    const { dossier, text, told, isPart } = await readLink(letters);
    await flush();
    const before = now();
    const given = givenOf({ origin: { kind: 'typed' }, text }, dossier);
    put({ id: newId(), name: '', revision: 0, given, dossier });
    keeping.isLinked = true;
    keeping.isPart = isPart;
    keeping.told = told;
    // A reload comes back to what was worked on before.
    if (keeping.isOn && before.revision > 0) tabDossier.current = before.id;
    offerBack(before);
  },
  /** Goes on with what a link brought, as with any other work. */
  takeOver(): void {
    keeping.isLinked = false;
    if (!keeping.isOn) return;
    tabDossier.current = id;
    void save();
  },
  /** Opens a file that was handed over; throws a `DossierError` and changes nothing if it is none. */
  async openFile(file: Blob): Promise<void> {
    const { readDossier } = await import('../dossier/file');
    const { name: title, dossier, data } = await readDossier(file);
    const given = givenOf(await dataOf(data), dossier);
    await flush();
    const before = now();
    put({ id: newId(), name: plain(title), revision: 0, given, dossier });
    offerBack(before);
  },
};

/** What is worked on, as it is now. */
function now(): Work {
  // Plain values: what follows changes cannot be stored.
  const dossier = JSON.parse(JSON.stringify(currentDossier())) as Dossier;
  const { origin, text } = dataset.given;
  return { id, name, revision, given: givenOf({ origin, text }, dossier), dossier };
}

const areSame = (one: Work, other: Work): boolean =>
  one.name === other.name &&
  one.given.origin === other.given.origin &&
  one.given.text === other.given.text &&
  JSON.stringify(one.dossier) === JSON.stringify(other.dossier);

const givenOf = (data: Data, { reading, at }: Dossier): Given => ({
  ...data,
  choices: reading,
  where: at,
});

/** Puts other work in the place of this one; when the page starts, it shows what its address says. */
function put(work: Work, isStart = false): void {
  forgetKept();
  ({ id, name, revision } = work);
  own = work.given.origin;
  left = null;
  keeping.offer = null;
  keeping.isLinked = false;
  keeping.isPart = false;
  keeping.told = null;
  if (!isStart) keeping.opened += 1;
  openDossier(work.dossier);
  dataset.give(work.given);
  if (keeping.isOn) tabDossier.current = id;
}

/** Opens what the shelf has. */
async function take(other: string, isStart = false): Promise<boolean> {
  try {
    const found = await shelf.read(other);
    if (found === null) {
      await changed();
      return false;
    }
    const { kept, data } = found;
    const given = givenOf(data, kept.dossier);
    // What is frozen stays: once something changes, that is kept as another.
    put(
      kept.isFrozen === true ? { ...kept, id: newId(), revision: 0, given } : { ...kept, given },
      isStart,
    );
    // A reload comes back to it, until it is another.
    if (kept.isFrozen === true) tabDossier.current = other;
    ({ savedAt } = kept);
    keptData = data;
    keptDossier = written(kept);
    return true;
  } catch (error) {
    refused(error);
    return false;
  }
}

function offerBack(before: Work): void {
  if (before.given.text === '' && before.given.origin.kind === 'typed') return;
  keeping.offer = {
    what: 'opened',
    name: dossiers.title,
    undo: () => {
      put(before);
    },
  };
}

/** What follows is another dossier than what was kept. */
function apart(as: string): void {
  id = newId();
  name = as;
  forgetKept();
  if (keeping.isOn) tabDossier.current = id;
}

/** New data goes on with the dossier; a sample is none of its own, and leaves it as it was until its data comes back. */
function follow(origin: Origin): void {
  if (origin === own) return;
  if (left?.origin === origin) {
    ({ id, name, revision, savedAt, keptData, keptDossier } = left);
    left = null;
    if (keeping.isOn) tabDossier.current = id;
  } else if (origin.kind === 'sample' && own.kind !== 'sample' && (name !== '' || revision > 0)) {
    left = { origin: own, id, name, revision, savedAt, keptData, keptDossier };
    apart('');
  }
  own = origin;
}

const saving = latest(async () => {
  clearTimeout(timer);
  timer = undefined;
  if (!keeping.isOn || keeping.isLinked || !dataset.isUsable) return;
  if (recall('keep') !== 'yes') {
    // Somebody emptied the browser's storage: what is kept is gone, and was not asked for again.
    stop();
    keeping.trouble = 'erased';
    return;
  }
  try {
    if (!(await write())) {
      // Another tab went on with it: neither loses anything if this one becomes a dossier of its own.
      apart(copyName(dossiers.title));
      keeping.trouble = 'elsewhere';
      await write();
    }
    await changed();
  } catch (error) {
    refused(error);
  }
});

const save = (): Promise<void> => saving(undefined);

async function write(): Promise<boolean> {
  const { given, dossier } = now();
  const { origin, text } = given;
  const isSame = keptData?.origin === origin && keptData.text === text;
  const kept = asKept(dossier);
  if (isSame && keptDossier === written(kept)) return true;
  if (!(await shelf.write(kept, { origin, text }, isSame && revision > 0))) return false;
  if (kept.id !== id) return true;
  ({ revision, savedAt } = kept);
  keptData = { origin, text };
  keptDossier = written(kept);
  if (keeping.trouble !== 'elsewhere') keeping.trouble = null;
  tabDossier.current = id;
  return true;
}

/** The dossier as the shelf is to have it next. */
const asKept = (dossier: Dossier): Kept => ({
  id,
  name: dossiers.title,
  savedAt: isoNow(),
  asOf: baseline.report?.asOf ?? null,
  isFrozen: false,
  revision: revision + 1,
  dossier,
});

/** What tells one state of a dossier from another. */
const written = ({ name, dossier }: Pick<Kept, 'name' | 'dossier'>): string =>
  JSON.stringify([name, dossier]);

/** Keeps now what waits to be kept. */
async function flush(): Promise<void> {
  if (timer !== undefined) await save();
}

/** All that is on the shelf; what cannot be read cannot be brought back. */
async function everything(): Promise<{ kept: Kept; data: Data }[]> {
  if (!keeping.isOn) return [];
  try {
    const all = await Promise.all((await shelf.list()).map((entry) => shelf.read(entry.id)));
    return all.flatMap((one) => one ?? []);
  } catch {
    return [];
  }
}

function stop(): void {
  keeping.isOn = false;
  clearTimeout(timer);
  timer = undefined;
  forgetKept();
}

/** Nothing of this dossier is on the shelf, as far as is known. */
function forgetKept(): void {
  revision = 0;
  savedAt = null;
  keptData = null;
}

/** The shelf is not what it was: this tab and the others look again. */
async function changed(): Promise<void> {
  entries = await shelf.list();
  others?.postMessage('changed');
}

function refused(error: unknown): void {
  keeping.trouble =
    error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'refused';
}

others?.addEventListener('message', ({ data }) => {
  if (data === 'erased') {
    if (keeping.isOn) keeping.trouble = 'erased';
    stop();
    tabDossier.current = null;
    entries = [];
  } else if (keeping.isOn) {
    void shelf.list().then((found) => (entries = found), refused);
  }
});

// What was not kept yet is, when the page goes out of sight: it may not come back.
addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void flush();
});

$effect.root(() => {
  const decided = $derived(JSON.stringify(currentDossier()));
  $effect(() => {
    const { origin } = dataset;
    untrack(() => {
      follow(origin);
    });
  });
  const changes = $derived([decided, name, dataset.origin, dataset.text, dataset.loaded]);
  $effect(() => {
    if (keeping.isOn && changes.length > 0)
      timer ??= setTimeout(() => void save(), restMilliseconds);
  });
});

function nameOfData(): string {
  const { origin } = dataset;
  const [first] = origin.kind === 'files' ? origin.files : [];
  return first?.name.replace(/\.[^.]*$/, '') ?? '';
}

/** A name without signs that turn the text around them, or are none. */
const plain = (text: string): string =>
  text
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
    .slice(0, 200);

/** `Dupont` → `Dupont (2)` → `Dupont (3)`; what has no name stays without. */
function copyName(of: string): string {
  if (of === '') return '';
  const [, stem = of, number] = /^(.*) \((\d+)\)$/.exec(of) ?? [];
  return `${stem} (${String(Number(number ?? 1) + 1)})`;
}

/** The moment as ISO 8601 has it. */
const isoNow = (): string => new Date(Date.now()).toISOString();

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join(
    '',
  );
}
