import { Edits } from './edits.svelte';

/** The currency of amounts whose data names none, as ISO 4217 has it. */
const usual = 'EUR';

const choice = new Edits<string>(usual);

/** What amounts are shown in where the data does not say. Nothing is converted. */
export const currencyChoice = {
  get current(): string {
    return choice.current;
  },
  choose(currency: string): void {
    choice.edit(currency);
    choice.settle();
  },
  open: (currency: string): void => {
    choice.reset(currency);
  },
};
