import { untrack } from 'svelte';
import { askedFor } from '../lib/embedding';
import { recall, remember } from '../lib/storage';
import { Catalogue, type KeyOf, type Values } from './catalogue';
import type { FirstTexts, RestTexts, Texts } from './texts';
import { withFrenchSpaces } from './typography';

/** A language: its own name, its name for `Intl`, and its texts, which are loaded when they are needed. */
interface Entry {
  name: string;
  locale: string;
  first: () => Promise<FirstTexts>;
  rest: () => Promise<RestTexts>;
}

const entries = {
  fr: {
    name: 'Français',
    locale: 'fr-FR',
    first: async () => withFrenchSpaces((await import('./fr/first')).first),
    rest: async () => withFrenchSpaces((await import('./fr/rest')).rest),
  },
  en: {
    name: 'English',
    locale: 'en-GB',
    first: async () => (await import('./en/first')).first,
    rest: async () => (await import('./en/rest')).rest,
  },
} as const satisfies Record<string, Entry>;

export type Language = keyof typeof entries;

const catalogues: Record<Language, Catalogue> = {
  fr: new Catalogue(entries.fr.locale),
  en: new Catalogue(entries.en.locale),
};

/** The languages and their names. */
export const languages = Object.entries(entries).map(
  ([code, { name }]) => [code as Language, name] as const,
);

let current = $state<Language>('fr');
/** Is more to be said than what the first screen says? */
let isWhole = false;

/** The language of the page. */
export const language = {
  get current(): Language {
    return current;
  },
  /** Its name for `Intl`. */
  get locale(): string {
    return entries[current].locale;
  },
  /** Loads the language of the last visit or of the browser; to be called before anything is shown. */
  async start(): Promise<void> {
    await show(firstLanguage());
  },
  /** Loads what is said of data; to be waited for before any of it is shown. */
  async complete(): Promise<void> {
    isWhole = true;
    // Who waits for this need not wait again when the language changes: `choose` sees to it.
    await load(untrack(() => current));
  },
  async choose(chosen: Language): Promise<void> {
    await show(chosen);
    remember('language', chosen);
  },
};

/** What is fetched together with all the texts, which it needs. */
export async function withTexts<T>(fetched: Promise<T>): Promise<T> {
  await language.complete();
  return fetched;
}

/** The text of a key in the language of the page; what shows it follows when the language changes. */
export const t = (key: KeyOf<Texts>, values?: Values): string => textIfAny(key, values) ?? key;

/** The text of a key that need not have one. */
export const textIfAny = (key: string, values?: Values): string | null =>
  catalogues[current].find(key, values);

async function show(chosen: Language): Promise<void> {
  await load(chosen);
  document.documentElement.lang = chosen;
  current = chosen;
}

async function load(chosen: Language): Promise<void> {
  const { first, rest } = entries[chosen];
  await Promise.all([add(chosen, 'app', first), isWhole && add(chosen, 'scenario', rest)]);
}

/** Adds texts, unless a section of theirs tells that they are there. */
async function add(
  chosen: Language,
  section: keyof FirstTexts | keyof RestTexts,
  texts: () => Promise<FirstTexts | RestTexts>,
): Promise<void> {
  const catalogue = catalogues[chosen];
  if (!catalogue.has(section)) catalogue.add(await texts());
}

function firstLanguage(): Language {
  const codes = languages.map(([code]) => code);
  const wanted = [
    askedFor('lang'),
    recall('language'),
    navigator.language.slice(0, 2).toLowerCase(),
  ];
  return wanted.flatMap((wish) => codes.find((code) => code === wish) ?? [])[0] ?? 'fr';
}
