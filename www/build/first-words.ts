import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { app as en } from '../src/text/en/app.ts';
import { app as fr } from '../src/text/fr/app.ts';
import { withFrenchSpaces } from '../src/text/typography.ts';

/**
 * Says which language the first words are in, as `language.start` will, and in which theme, and asks for what the scripts will
 * ask for (see ahead.ts); shows nothing where another screen comes first, or where the page is shown in another size or
 * theme than it has here.
 */
const script = `try {
  const kept = (name) => localStorage.getItem('encours.' + name);
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const isEmbedded = asked.get('embed') === '1';
  const wanted = [isEmbedded && asked.get('lang'), kept('language'), navigator.language.slice(0, 2).toLowerCase()];
  const language = wanted.find((wish) => wish === 'fr' || wish === 'en') ?? 'fr';
  const theme = isEmbedded ? null : kept('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  const isElsewhere = location.search !== '' || location.hash !== '' || ['keep', 'size', 'theme'].some(kept);
  if (!isElsewhere && 'toSorted' in Array.prototype) root.dataset.start = language;
  const { href } = document.querySelector('[data-texts="' + language + '"]');
  document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', crossOrigin: '', href }));
  // It is a worker that asks for it again, and finds it then: of a preload that the page itself does not use browsers complain.
  fetch(document.querySelector('[data-module]').href, { priority: 'low' })
    .then((module) => module.arrayBuffer())
    .catch(() => undefined);
} catch {
  // Where nothing may be read, the page says it all once it stands.
}`;

/** By what the browser knows that script, which stands in the page. */
export const firstWordsHash = `sha256-${createHash('sha256').update(script).digest('base64')}`;

type Said = Pick<typeof fr | typeof en, 'promiseTitle' | 'promise' | 'privacy'>;

const header = (lang: string, { promiseTitle, promise, privacy }: Said): string =>
  `<div class="start-promise" lang="${lang}"><header class="promise"><h1>${promiseTitle}</h1>` +
  `<p>${promise} <strong>${privacy}</strong></p></header></div>`;

const app = '<div id="app">';

/** Puts what the first screen promises into the page itself: it is read before any script has come. */
export function firstWords(): Plugin {
  return {
    name: 'first-words',
    apply: 'build',
    transformIndexHtml(page) {
      if (!page.includes(app)) throw new Error(`index.html has no ${app}`);
      const said = header('fr', withFrenchSpaces(fr)) + header('en', en);
      return {
        html: page.replace(app, () => app + said),
        tags: [{ tag: 'script', children: script, injectTo: 'body-prepend' }],
      };
    },
  };
}
