import i18next, { type TFunction } from 'i18next';
import { recall, remember } from '../lib/storage';
import type { Texts } from './texts';
import { withFrenchSpaces } from './typography';

/** A language: its own name, its name for `Intl`, and its texts, which are loaded when they are needed. */
interface Entry {
  name: string;
  locale: string;
  texts: () => Promise<Texts>;
}

const entries = {
  fr: {
    name: 'Français',
    locale: 'fr-FR',
    texts: async () => withFrenchSpaces((await import('./fr')).fr),
  },
  en: { name: 'English', locale: 'en-GB', texts: async () => (await import('./en')).en },
} as const satisfies Record<string, Entry>;

export type Language = keyof typeof entries;

/** The languages and their names. */
export const languages = Object.entries(entries).map(
  ([code, { name }]) => [code as Language, name] as const,
);

let current = $state<Language>('fr');

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
    await i18next.init({
      fallbackLng: false,
      interpolation: { escapeValue: false }, // Svelte escapes
      resources: {},
    });
    await show(firstLanguage());
  },
  async choose(chosen: Language): Promise<void> {
    await show(chosen);
    remember('language', chosen);
  },
};

/** The text of a key in the language of the page; what shows it follows when the language changes. */
export const t = ((key: never, options?: object) =>
  i18next.t(key, { ...options, lng: current })) as unknown as TFunction;

const plain = t as unknown as (key: string) => string;

/** The text of a key that need not have one. */
export const textIfAny = (key: string): string | null =>
  i18next.exists(key, { lng: current }) ? plain(key) : null;

async function show(chosen: Language): Promise<void> {
  if (!i18next.hasResourceBundle(chosen, 'translation')) {
    i18next.addResourceBundle(chosen, 'translation', await entries[chosen].texts());
  }
  document.documentElement.lang = chosen;
  current = chosen;
}

function firstLanguage(): Language {
  const codes = languages.map(([code]) => code);
  const wanted = [recall('language'), navigator.language.slice(0, 2).toLowerCase()];
  return wanted.flatMap((wish) => codes.find((code) => code === wish) ?? [])[0] ?? 'fr';
}
