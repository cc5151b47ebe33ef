import { MediaQuery } from 'svelte/reactivity';

/** Too narrow for the views to stand in the line at the top: they stand in a bar at the bottom. */
export const phone = new MediaQuery('max-width: 47.99rem', false);

/** Too narrow for every menu to stand in the line at the top: some are in the last of them. */
export const narrow = new MediaQuery('max-width: 74.99rem', false);
