import { neutral } from '../../../lib/csv';

/** What turns text round, and what controls a terminal: no document may hold some of it. */
const unseen = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** Text of others, such as a name, as a slide and the sheet behind its chart can hold it: nothing in it acts. */
export const harmless = (text: string): string => neutral(text.replace(unseen, ''));
