import type { Plugin, Rolldown } from 'vite';

/**
 * Puts the style sheets that the first screen needs into the page itself: what it says is drawn with the page, without
 * waiting for a second file.
 */
export function firstStyle(): Plugin {
  let style = '';
  return {
    name: 'first-style',
    apply: 'build',
    generateBundle: {
      // Before the page and what views need are written, so that neither asks for the files.
      order: 'pre',
      handler(_, bundle) {
        style = taken(bundle);
      },
    },
    transformIndexHtml: () => [{ tag: 'style', children: style, injectTo: 'head' }],
  };
}

/** The style sheets of what is fetched at once, which leave the bundle. */
function taken(bundle: Rolldown.OutputBundle): string {
  const found: string[] = [];
  const toVisit = Object.values(bundle).filter((file) => file.type === 'chunk' && file.isEntry);
  const seen = new Set(toVisit);
  for (const chunk of toVisit) {
    if (chunk.type !== 'chunk') continue;
    for (const imported of chunk.imports.map((name) => bundle[name])) {
      if (imported === undefined || seen.has(imported)) continue;
      seen.add(imported);
      toVisit.push(imported);
    }
    for (const name of chunk.viteMetadata?.importedCss ?? []) {
      const sheet = bundle[name];
      if (sheet?.type === 'asset') found.push(sheet.source.toString());
      Reflect.deleteProperty(bundle, name);
    }
    chunk.viteMetadata?.importedCss.clear();
  }
  if (found.length === 0) throw new Error('nothing styles the first screen');
  return found.join('');
}
