import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';
import { singleFilePolicy } from './csp.ts';

const entryTag = /<script type="module" src="\/src\/main\.ts"><\/script>/;
const iconTag = /href="\/icon\.svg"/;
/** For the home screen, which a file cannot be put on. */
const touchIconTag = / *<link rel="apple-touch-icon"[^>]*>\n/;

/**
 * Puts the one script, the one style sheet and the icon of the build into `index.html`, written as `fileName`.
 *
 * Browsers refuse module scripts and requests from `file://`, so the script is a classic one, inside the page; the
 * engine is inside the script.
 */
export function singleFile(fileName: string): Plugin {
  return {
    name: 'single-file',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const { script, style } = contents(bundle);
        const page = inline(readFileSync('index.html', 'utf8'), script, style);
        for (const name of Object.keys(bundle)) Reflect.deleteProperty(bundle, name);
        this.emitFile({ type: 'asset', fileName, source: page });
      },
    },
  };
}

/** The script and the style sheet of the bundle, which must hold nothing else. */
function contents(bundle: Rolldown.OutputBundle): { script: string; style: string } {
  let script = '';
  let style = '';
  for (const [name, file] of Object.entries(bundle)) {
    if (file.type === 'chunk' && file.isEntry) {
      script = file.code;
    } else if (file.type === 'asset' && name.endsWith('.css')) {
      style += file.source.toString();
    } else {
      throw new Error(`the single file would need a second file: ${name}`);
    }
  }
  return { script, style };
}

function inline(page: string, script: string, style: string): string {
  const safeScript = script
    .trim()
    .replace(/<\/(script)/gi, '<\\/$1')
    .replaceAll('<!--', '<\\!--');
  const hash = createHash('sha256').update(safeScript).digest('base64');
  const policy = singleFilePolicy(`sha256-${hash}`);
  const icon = readFileSync('public/icon.svg').toString('base64');
  // The replacements are functions because `$` has a meaning in a text given to replace().
  return replaced(
    replaced(
      replaced(
        replaced(
          replaced(page, touchIconTag, ''),
          iconTag,
          `href="data:image/svg+xml;base64,${icon}"`,
        ),
        /<meta charset="utf-8" \/>/,
        `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
      ),
      entryTag,
      `<script>${safeScript}</script>`,
    ),
    /<\/head>/,
    `  <style>${style}</style>\n  </head>`,
  );
}

function replaced(page: string, tag: RegExp, by: string): string {
  if (!tag.test(page)) throw new Error(`index.html has no ${tag.source}`);
  return page.replace(tag, () => by);
}
