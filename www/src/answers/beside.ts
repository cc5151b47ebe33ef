import { engine } from '../engine/client';
import type { Questions } from '../engine/pkg/encours';
import type { Choice } from '../dossier/reading-choices';

/** The answer to a question about a table of its own; the data that is worked on stays. */
export const answerOn = <N extends keyof Questions>(
  text: string,
  choice: Choice,
  name: N,
  request: Questions[N]['request'],
): Promise<Questions[N]['answer']> =>
  engine.beside([{ bytes: new Blob([text]), ...choice }], name, request);
