import i18next, { type TFunction } from 'i18next';
import { recall, remember } from '../lib/storage';
import type { Texts } from './texts';
import { withFrenchSpaces } from './typography';

export const languages = { fr: 'Français', en: 'English' } as const;
export type Language = keyof typeof languages;

/** The texts are loaded when they are needed: most visitors never see the other language. */
const texts: Record<Language, () => Promise<Texts>> = {
  fr: async () => withFrenchSpaces((await import('./fr')).fr),
  en: async () => (await import('./en')).en,
};

let current = $state<Language>('fr');

/** The language of the page. */
export const language = {
  get current(): Language {
    return current;
  },
  /** Its name for `Intl`. */
  get locale(): string {
    return current === 'fr' ? 'fr-FR' : 'en-GB';
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

async function show(chosen: Language): Promise<void> {
  if (!i18next.hasResourceBundle(chosen, 'translation')) {
    i18next.addResourceBundle(chosen, 'translation', await texts[chosen]());
  }
  document.documentElement.lang = chosen;
  current = chosen;
}

function firstLanguage(): Language {
  const remembered = recall('language');
  if (remembered === 'fr' || remembered === 'en') return remembered;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'fr';
}
