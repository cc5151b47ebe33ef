import type { Given } from '../answers/dataset.svelte';
import type { DossierFile } from '../dossier/file';
import type { Data } from './shelf';

/** Data beyond this stays out of a file: a browser would not hold the text that it makes. */
export const mostDataBytes = 100_000_000;

/** The name that a text has in a file, where it never was one. */
const textName = 'pasted.csv';

/** What was given, as it goes into a file. */
export function filesOf({ origin, text }: Pick<Given, 'origin' | 'text'>): DossierFile['data'] {
  switch (origin.kind) {
    case 'files':
      return {
        isText: false,
        files: origin.files.map((file) => ({ name: file.name, bytes: file })),
      };
    case 'pasted':
      return { isText: false, files: [{ name: textName, bytes: origin.text }] };
    case 'typed':
    case 'sample':
      return { isText: true, files: [{ name: textName, bytes: new Blob([text]) }] };
  }
}

/** Bytes of what was given. */
export const sizeOf = (given: Pick<Given, 'origin' | 'text'>): number =>
  filesOf(given)?.files.reduce((sum, { bytes }) => sum + bytes.size, 0) ?? 0;

/** What a file brings, as it is given; nothing where it brings none. */
export async function dataOf(data: DossierFile['data']): Promise<Data> {
  if (data === null) return { origin: { kind: 'typed' }, text: '' };
  const [first] = data.files;
  if (data.isText) return { origin: { kind: 'typed' }, text: (await first?.bytes.text()) ?? '' };
  const files = data.files.map(({ name, bytes }) => new File([bytes], name));
  return { origin: { kind: 'files', files }, text: '' };
}
