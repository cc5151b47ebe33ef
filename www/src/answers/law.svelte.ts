import { Asked } from './asked.svelte';

/** The law, with its dates and sources; asked for when a part of the page first shows it. */
export const law = new Asked('law');
