import type { Contender } from '../contender.ts';

let text = '';

/** What every parser of strings does first: the bytes become a string. It finds no rows. */
export const decoder: Contender = {
  read(bytes) {
    text = new TextDecoder().decode(bytes);
    return null;
  },

  drop() {
    text = text.slice(0, 0);
  },
};
