import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { app as en } from '../src/text/en/app.ts';
import { app as fr } from '../src/text/fr/app.ts';
import { withFrenchSpaces } from '../src/text/typography.ts';

/**
 * Says which language the first words are in, as `language.start` will, and asks for its texts (see ahead.ts); shows nothing
 * where another screen comes first, or where the page is shown in another size or theme than it has here.
 */
const script = `try {
  const kept = (name) => localStorage.getItem('encours.' + name);
  const asked = new URLSearchParams(location.search);
  const isElsewhere = location.search !== '' || location.hash !== '' || ['keep', 'size', 'theme'].some(kept);
  const wanted = asked.get('lang') ?? kept('language') ?? navigator.language.slice(0, 2).toLowerCase();
  const language = wanted === 'en' ? 'en' : 'fr';
  if (!isElsewhere && 'toSorted' in Array.prototype) document.documentElement.dataset.start = language;
  const { href } = document.querySelector('[data-texts="' + language + '"]');
  document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', crossOrigin: '', href }));
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
