import { readFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { createGenerator } from 'ts-json-schema-generator';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { contentSchema } from '../src/dossier/file';
import { dossierVersion } from '../src/dossier/upgrade';

/** JSON schemas for those who write or read what we do. `npx vitest run -u` writes them anew. */
const written = (title: string, schema: object) =>
  `${JSON.stringify({ title, ...schema }, null, 2)}\n`;

test('the schema of the report is that of the engine', async () => {
  const types = createGenerator({
    path: '../tests/engine.d.ts',
    skipTypeCheck: true,
    topRef: false,
    additionalProperties: true,
  });
  const schema = written('Encours: the report of the engine', types.createSchema('Report'));
  await expect(schema).toMatchFileSnapshot('../../npm/schemas/report.json');
}, 60_000);

test('the schema of a dossier is what the page opens', async () => {
  const file = v.object({
    format: v.literal('encours'),
    version: v.literal(dossierVersion),
    ...contentSchema.entries,
  });
  // What JSON Schema has no words for, such as that each scenario is there once, is left out.
  const schema = written(
    'Encours: a dossier (.encours), once decompressed',
    toJsonSchema(file, { errorMode: 'ignore' }),
  );
  await expect(schema).toMatchFileSnapshot('../../npm/schemas/dossier.json');
});

test('no two types of the engine have one name', () => {
  const names = readFileSync('../tests/engine.d.ts', 'utf8').matchAll(
    /^export (?:type|interface|class|enum) (\w+)/gm,
  );
  const all = Array.from(names, ([, name]) => name);
  expect(all.filter((name, place) => all.indexOf(name) !== place)).toEqual([]);
});
