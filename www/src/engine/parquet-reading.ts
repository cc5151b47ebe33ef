import type { Answer, Request } from './parquet-worker';
import ParquetWorker from './parquet-worker.ts?worker&inline';
import type { Piece } from './reading';

/**
 * The rows of a Parquet file as text, piece by piece: a worker of its own decodes the next one while this one is read.
 * What it cannot decode throws `refusal`.
 *
 * Nothing that the first screen has is used here: what two chunks share would be a third.
 */
export async function* decoded(file: Blob, refusal: Error): AsyncGenerator<Piece> {
  const worker = new ParquetWorker({ name: 'parquet' });
  const ask = (request: Request, handed: Transferable[] = []) => {
    worker.postMessage(request, handed);
  };
  const next = () =>
    new Promise<Answer & { kind: 'piece' }>((resolve, reject) => {
      worker.onerror = () => {
        reject(refusal);
      };
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if (data.kind === 'piece') resolve(data);
        else if (data.kind === 'refusal') reject(refusal);
        else
          // The page reads, since a worker cannot read every file.
          void file
            .slice(data.from, data.to)
            .arrayBuffer()
            .then((bytes) => {
              ask({ kind: 'bytes', id: data.id, bytes }, [bytes]);
            })
            .catch(() => {
              reject(refusal);
            });
      };
      ask({ kind: 'next' });
    });
  try {
    ask({ kind: 'open', size: file.size });
    let coming = next();
    for (;;) {
      const { text, share } = await coming;
      if (text === null) return;
      coming = next();
      coming.catch(() => undefined); // it is thrown where it is waited for
      yield { text, read: Math.round(file.size * share) };
    }
  } finally {
    worker.terminate();
  }
}
