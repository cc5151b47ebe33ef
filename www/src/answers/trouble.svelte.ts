import type { EngineError, ErrorCode } from '../engine/error';

/** A question that can be asked again. */
interface Waiting {
  again: () => void;
}

/** What is wrong with the engine or the data that it was to hold; any other failure is what the engine says of a request. */
const troubles: readonly ErrorCode[] = [
  'engine-stopped',
  'engine-unavailable',
  'engine-unsupported',
  'input-stops-engine',
  'memory-full',
  'file-unreadable',
  'no-data',
];

export const isTrouble = ({ code }: EngineError): boolean => troubles.includes(code);

// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing shows it
const waiting = new Set<Waiting>();
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing shows it
const askedAgain = new Set<Waiting>();
let error = $state.raw<EngineError | null>(null);

/** Trouble with the engine itself: what is on the page may be older than what was asked. */
export const trouble = {
  get error(): EngineError | null {
    return error;
  },
  /** A question got no answer. */
  met(question: Waiting, found: EngineError): void {
    waiting.add(question);
    error = found;
  },
  /** It has got one after all: so may the others, which are asked once more by themselves. */
  over(question: Waiting): void {
    if (error === null) return;
    waiting.delete(question);
    askedAgain.delete(question);
    if (waiting.size === 0) error = null;
    for (const other of waiting) {
      if (askedAgain.has(other)) continue;
      askedAgain.add(other);
      other.again();
    }
  },
  /** Asks everything again that got no answer. */
  retry(): void {
    const questions = [...waiting];
    trouble.forget();
    for (const question of questions) question.again();
  },
  /** Other data came. */
  forget(): void {
    waiting.clear();
    askedAgain.clear();
    error = null;
  },
};
