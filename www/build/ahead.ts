import type { Plugin, Rolldown } from 'vite';

/**
 * Names in the page what its scripts will ask for once they have come, so that it comes with them: on a slow line each
 * that is asked for later is waited for once more.
 */
export function ahead(): Plugin {
  return {
    name: 'ahead',
    apply: 'build',
    transformIndexHtml(_, { bundle = {} }) {
      const texts = ['fr', 'en'].map((language) => ({
        tag: 'link',
        // The script of first-words.ts asks for one of them.
        attrs: { 'data-texts': language, href: firstTexts(bundle, language) },
      }));
      const quick = { tag: 'link', attrs: { 'data-module': 'quick', href: quickModule(bundle) } };
      return [...texts, quick].map((link) => ({ ...link, injectTo: 'head' as const }));
    },
  };
}

function firstTexts(bundle: Rolldown.OutputBundle, language: string): string {
  return address(bundle, `texts in ${language}`, (file) => {
    const source = file.type === 'chunk' ? file.facadeModuleId : null;
    return source?.endsWith(`/text/${language}/first.ts`) === true;
  });
}

function quickModule(bundle: Rolldown.OutputBundle): string {
  return address(
    bundle,
    'module of the first screen',
    (file) => file.type === 'asset' && file.names.includes('quick_bg.wasm'),
  );
}

function address(
  bundle: Rolldown.OutputBundle,
  what: string,
  isIt: (file: Rolldown.OutputChunk | Rolldown.OutputAsset) => boolean,
): string {
  const found = Object.values(bundle).find(isIt);
  if (found === undefined) throw new Error(`the build has no ${what}`);
  return `./${found.fileName}`;
}
