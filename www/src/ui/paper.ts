import { getContext, setContext } from 'svelte';

const key = Symbol('paper');

/** What is in this component is printed: settings are said there, and nothing is asked of who reads. */
export const putOnPaper = (): void => {
  setContext(key, true);
};

/** Is this component on paper? To be asked while it is made. */
export const isOnPaper = (): boolean => getContext(key) === true;
