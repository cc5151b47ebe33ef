import { nextTask } from './next-task';

/** A multiple of three bytes, and so of four letters: pieces can be put together. */
const piece = 750_000;

/** Bytes as letters, piece by piece: the page answers between two. */
export async function base64Of(bytes: Blob): Promise<string> {
  const made: string[] = [];
  for (let from = 0; from < bytes.size; from += piece) {
    const part = new Uint8Array(await bytes.slice(from, from + piece).arrayBuffer());
    let text = '';
    // As many at once as a call may have arguments.
    for (let at = 0; at < part.length; at += 8192)
      text += String.fromCharCode(...part.subarray(at, at + 8192));
    made.push(btoa(text));
    await nextTask();
  }
  return made.join('');
}

/** The bytes again. */
export async function bytesOf(base64: string): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for (let from = 0; from < base64.length; from += (piece / 3) * 4) {
    const text = atob(base64.slice(from, from + (piece / 3) * 4));
    pieces.push(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
    await nextTask();
  }
  return new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer());
}
