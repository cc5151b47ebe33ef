import { readFileSync } from 'node:fs';
import { createGenerator } from 'ts-json-schema-generator';
import { expect, test } from 'vitest';

const types = '../tests/engine.d.ts';

test('the JSON schema of the report is that of the engine', async () => {
  const generator = createGenerator({
    path: types,
    skipTypeCheck: true,
    topRef: false,
    additionalProperties: true,
  });
  const title = 'Encours: the report of the engine';
  const schema = { title, ...generator.createSchema('Report') };
  // `npx vitest run -u` writes it anew.
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    '../../npm/schemas/report.json',
  );
}, 60_000);

test('no two types of the engine have one name', () => {
  const declared = /^export (?:type|interface|class|enum) (\w+)/gm;
  const names = Array.from(readFileSync(types, 'utf8').matchAll(declared), ([, name]) => name);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});
