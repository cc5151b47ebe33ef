import type { Input, Watch } from './reading';

/** Who follows a reading, and the input that it is at. */
export interface Watching extends Watch {
  input: Input | null;
}

export function watching(signal: AbortSignal, tell: Watch['tell'] = () => undefined): Watching {
  const watch: Watching = {
    signal,
    tell,
    input: null,
    at: (input) => {
      watch.input = input;
    },
  };
  return watch;
}
