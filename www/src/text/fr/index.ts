import { first } from './first';
import { rest } from './rest';

/** Every text in French: the list of keys that the other languages have to follow. */
export const fr = { ...first, ...rest } as const;
