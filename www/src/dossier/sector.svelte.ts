import { Edits } from './edits.svelte';

/** The firms that this one is compared with. */
export interface SectorChoice {
  /** A section, division or group of the NAF; `null` where none was chosen. */
  activity: string | null;
  /** A class of turnover; `null` for the one of the data. */
  turnoverClass: string | null;
  /** The rate of VAT that sales are brought to excluding tax with, where the data does not say. */
  vatPercent: string;
}

const edits = new Edits<SectorChoice>({
  activity: null,
  turnoverClass: null,
  vatPercent: '20',
});

export const sector = {
  get chosen(): SectorChoice {
    return edits.current;
  },
  choose(change: Partial<SectorChoice>): void {
    edits.edit({ ...edits.current, ...change });
    edits.settle();
  },
  open: (value: SectorChoice): void => {
    edits.reset(value);
  },
};
