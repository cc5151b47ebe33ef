import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { contentSchema } from './file';
import { dossierVersion } from './upgrade';

test('the JSON schema of a dossier is what the page opens', async () => {
  const file = v.object({
    format: v.literal('encours'),
    version: v.literal(dossierVersion),
    ...contentSchema.entries,
  });
  const title = 'Encours: a dossier (.encours), once decompressed';
  // What JSON Schema has no words for, such as that each scenario is there once, is left out.
  const schema = { title, ...toJsonSchema(file, { errorMode: 'ignore' }) };
  // `npx vitest run -u` writes it anew.
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    '../../../npm/schemas/dossier.json',
  );
});
