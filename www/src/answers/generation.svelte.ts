import type { Questions } from '../engine/pkg/encours';

let current = $state(0);

/** Questions about what is typed beside them, whatever data there is. */
const aboutNoData: readonly (keyof Questions)[] = [
  'quick',
  'calculator',
  'discount',
  'dueDate',
  'penalty',
  'penaltyRate',
  'catalogue',
  'law',
];

/** Which data answers are about: a number that goes up with each. */
export const generation = {
  get current(): number {
    return current;
  },
  /** The number that an answer to this question is about; zero if it is about no data. */
  of: (name: keyof Questions): number => (aboutNoData.includes(name) ? 0 : current + 1),
  /** Other data came: nothing that was answered is true of it. */
  next(): void {
    current += 1;
  },
};
