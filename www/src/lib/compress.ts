type Step = ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>;

/** More came out of something packed than was allowed. */
export class TooLarge extends Error {}

/** Bytes packed. */
export const packed = (bytes: Blob, format: CompressionFormat): Promise<Blob> =>
  through(bytes, new CompressionStream(format));

/** Bytes unpacked, as far as they stay below `most`: throws `TooLarge`, or whatever a browser says of what is damaged. */
export function unpacked(bytes: Blob, format: CompressionFormat, most: number): Promise<Blob> {
  let size = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > most) controller.error(new TooLarge());
      else controller.enqueue(chunk);
    },
  });
  return through(bytes, new DecompressionStream(format), counted);
}

function through(from: Blob, ...steps: readonly Step[]): Promise<Blob> {
  const stream = steps.reduce((made, step) => made.pipeThrough(step), from.stream());
  return new Response(stream).blob();
}
