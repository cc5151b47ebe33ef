import type { EngineError } from '../engine/error';

/** A question that can be asked again. */
interface Waiting {
  again: () => void;
}

// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing shows it
const waiting = new Set<Waiting>();
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
  /** It has got one after all. */
  over(question: Waiting): void {
    waiting.delete(question);
    if (waiting.size === 0) error = null;
  },
  /** Asks everything again that got no answer. */
  retry(): void {
    const questions = [...waiting];
    waiting.clear();
    error = null;
    for (const question of questions) question.again();
  },
};
