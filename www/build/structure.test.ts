import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = join(dirname(fileURLToPath(import.meta.url)), '../src');

/** The folders of the page. Each may use those before it. */
const order = [
  'lib',
  'engine',
  'text',
  'ui',
  'charts',
  'dossier',
  'answers',
  'keeping',
  'views',
  'main',
];

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(ts|svelte)$/.test(name) && !name.endsWith('.test.ts'))
  .filter((name) => !name.startsWith('engine/pkg/'));

/** The folder of a file; those beside the folders put everything together. */
const folderOf = (name: string): string =>
  name.includes('/') ? name.slice(0, name.indexOf('/')) : 'main';

interface Import {
  from: string;
  to: string;
  /** Is it of types alone? They are gone when the page runs. */
  isType: boolean;
}

const imports: Import[] = files.flatMap((from) => {
  const text = readFileSync(join(source, from), 'utf8');
  return [...text.matchAll(/^\s*(?:import|export)( type)?\b[^'"]*?from '(\.[^']*)'/gm)].map(
    ([, type, path = '']) => ({
      from,
      to: relative('.', normalize(join(dirname(from), path))).replaceAll('\\', '/'),
      isType: type !== undefined,
    }),
  );
});

test('imports are found', () => {
  expect(files.length).toBeGreaterThan(150);
  expect(imports.length).toBeGreaterThan(600);
});

test('folders use only those before them', () => {
  const wrong = imports.filter(({ from, to }) => {
    const [place, used] = [folderOf(from), folderOf(to)].map((name) => order.indexOf(name));
    return place === undefined || used === undefined || place < 0 || used < 0 || used > place;
  });
  expect(wrong.map(({ from, to }) => `${from} uses ${to}`)).toEqual([]);
});

test('nothing but the answers asks the engine', () => {
  const asking = imports.filter(
    ({ from, to }) => to === 'engine/client' && folderOf(from) !== 'answers',
  );
  expect(asking.map(({ from }) => from)).toEqual([]);
});

test('no file uses itself by way of others', () => {
  const known = new Set(files);
  const resolved = (path: string) =>
    [path, `${path}.ts`, `${path}.svelte.ts`, `${path}/index.ts`].find((name) => known.has(name));
  const uses = new Map<string, string[]>();
  for (const { from, to, isType } of imports) {
    const found = resolved(to);
    if (found !== undefined && !isType) uses.set(from, [...(uses.get(from) ?? []), found]);
  }
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    done.add(file);
    for (const next of uses.get(file) ?? []) {
      const circle = walk(next, [...path, file]);
      if (circle !== undefined) return circle;
    }
    return undefined;
  };
  const circles = files.map((file) => walk(file, [])).filter((circle) => circle !== undefined);
  expect(circles).toEqual([]);
});
