import { Edits } from './edits.svelte';

/** What can follow page one. */
export const annexes = [
  'methods',
  'split',
  'customers',
  'segments',
  'payment',
  'terms',
  'scenarios',
  'sector',
  'plan',
  'quality',
  'conventions',
  'glossary',
] as const;
export type Annex = (typeof annexes)[number];

/** How the report is made up. */
export interface ReportSettings {
  author: string;
  /** `null` for the day it is printed. */
  date: string | null;
  /** A picture as a `data:image/png` address. */
  logo: string | null;
  /** Are customers numbers, wherever they are? */
  isAnonymous: boolean;
  annexes: readonly Annex[];
  /** What the author says of a part. */
  notes: Partial<Record<Annex | 'summary', string>>;
}

/** As it is before anything is chosen. */
export const usualReport: ReportSettings = {
  author: '',
  date: null,
  logo: null,
  isAnonymous: false,
  annexes: ['methods', 'split', 'customers', 'scenarios', 'quality', 'conventions'],
  notes: {},
};

const edits = new Edits<ReportSettings>(usualReport);

export const reportSettings = {
  get current(): ReportSettings {
    return edits.current;
  },
  choose(change: Partial<ReportSettings>): void {
    edits.edit({ ...edits.current, ...change });
    edits.settle();
  },
  /** Adds an annex, in its place, or leaves it out. */
  toggle(annex: Annex, isOn: boolean): void {
    const { annexes: chosen } = edits.current;
    reportSettings.choose({
      annexes: annexes.filter((name) => (name === annex ? isOn : chosen.includes(name))),
    });
  },
  note(part: Annex | 'summary', text: string): void {
    reportSettings.choose({ notes: { ...edits.current.notes, [part]: text } });
  },
  open: (value: ReportSettings): void => {
    edits.reset(value);
  },
};
