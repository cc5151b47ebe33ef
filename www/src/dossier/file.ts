import * as v from 'valibot';
import { base64Of, bytesOf } from '../lib/base64';
import { packed, TooLarge, unpacked } from '../lib/compress';
import type { Dossier } from './dossier';
import { DossierError } from './fault';
import { dossierSchema } from './schema';
import { dossierVersion, upgraded } from './upgrade';

/** A file that was given, with its bytes. */
export interface GivenFile {
  name: string;
  bytes: Blob;
}

/** What a `.encours` file holds: a dossier under its name, and its data where that goes with it. */
export interface DossierFile {
  name: string;
  /** When it was written, as ISO 8601 has it. */
  savedAt: string;
  dossier: Dossier;
  /** `null` where the data stayed at home. */
  data: { isText: boolean; files: readonly GivenFile[] } | null;
}

/** What this page writes, and the newest that it reads: the form of a file goes up with that of the dossier in it. */
const version = dossierVersion;
/** A file beyond this, or one that grows beyond it, is no dossier of ours. */
const mostFileBytes = 160_000_000;

const bytes = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/));

/** What a file of the newest version holds, beside its `format` and `version`. */
export const contentSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(200)),
  savedAt: v.pipe(v.string(), v.maxLength(40)),
  dossier: dossierSchema,
  data: v.nullable(
    v.object({
      isText: v.boolean(),
      files: v.pipe(
        v.array(v.object({ name: v.pipe(v.string(), v.maxLength(1000)), gzip: bytes })),
        v.minLength(1),
        v.maxLength(1000),
      ),
    }),
  ),
});

/** Writes a dossier: JSON, compressed; the bytes of each file are compressed on their own before they become letters. */
export async function writeDossier({ data, ...rest }: DossierFile): Promise<Blob> {
  const files = [];
  for (const { name, bytes } of data?.files ?? []) {
    files.push({ name, gzip: await base64Of(await packed(bytes, 'gzip')) });
  }
  const written = {
    format: 'encours',
    version,
    ...rest,
    data: data === null ? null : { isText: data.isText, files },
  };
  const json = new Blob([JSON.stringify(written)]);
  return new Blob([await packed(json, 'gzip')], { type: 'application/x-encours' });
}

/**
 * Reads what `writeDossier` wrote, in this version or an earlier one, compressed or as bare JSON.
 *
 * Throws a [`DossierError`]: nothing of a file is taken that is not whole.
 */
export async function readDossier(file: Blob): Promise<DossierFile> {
  if (file.size > mostFileBytes) throw new DossierError('tooLarge');
  const value = await jsonIn(file);
  const found = v.safeParse(
    v.looseObject({ format: v.literal('encours'), version: v.number() }),
    value,
  );
  if (!found.success) throw new DossierError('notOne');
  const written = found.output.version;
  if (!Number.isInteger(written) || written < 1) throw new DossierError('damaged');
  if (written > version) throw new DossierError('newer');
  const parsed = v.safeParse(contentSchema, {
    ...found.output,
    dossier: upgraded(found.output.dossier),
  });
  if (!parsed.success) throw new DossierError('damaged');
  const { data, ...rest } = parsed.output;
  if (data === null) return { ...rest, data };
  const files = [];
  let left = mostFileBytes; // of all of them: each alone could be small, and a thousand of them too large
  for (const { name, gzip } of data.files) {
    const bytes = await whole(new Blob([await bytesOf(gzip)]), left);
    left -= bytes.size;
    files.push({ name, bytes });
  }
  return { ...rest, data: { isText: data.isText, files } };
}

async function jsonIn(file: Blob): Promise<unknown> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isPacked = first === 0x1f && second === 0x8b;
  const text = await (isPacked ? await whole(file) : file).text();
  try {
    return JSON.parse(text);
  } catch {
    throw new DossierError(isPacked ? 'damaged' : 'notOne');
  }
}

/** The bytes unpacked, as far as a browser holds them. */
async function whole(bytes: Blob, most = mostFileBytes): Promise<Blob> {
  try {
    return await unpacked(bytes, 'gzip', most);
  } catch (error) {
    throw new DossierError(error instanceof TooLarge ? 'tooLarge' : 'damaged');
  }
}
