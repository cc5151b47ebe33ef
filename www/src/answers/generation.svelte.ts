import { catalogue } from '../engine/catalogue';
import type { Questions } from '../engine/pkg/encours';

let current = $state(0);

const typed = new Set<keyof Questions>(catalogue.typedQuestions);

/** Which data answers are about: a number that goes up with each. */
export const generation = {
  get current(): number {
    return current;
  },
  /** The number that an answer to this question is about; zero if it is about what is typed into it. */
  of: (name: keyof Questions): number => (typed.has(name) ? 0 : current + 1),
  /** Other data came: nothing that was answered is true of it. */
  next(): void {
    current += 1;
  },
};
