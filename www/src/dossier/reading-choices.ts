import type { Input } from '../engine/reading';
import { Edits } from './edits.svelte';

/** How a file is to be read. */
export type Choice = Omit<Input, 'bytes'>;

/** How each file is to be read; of what is typed there is one. */
export const readingChoices = new Edits<readonly Choice[]>([]);
