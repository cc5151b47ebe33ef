import type { glossary } from '../../text/fr/glossary';

/** What can open over any view: at its right, but for what the keyboard opens. */
export type PanelName =
  'conventions' | 'gap' | 'glossary' | 'link' | 'palette' | 'presenter' | 'shortcuts';

/** A word of the glossary. */
export type GlossaryTerm = keyof typeof glossary;

let shown = $state<PanelName | null>(null);
let term = $state<GlossaryTerm | null>(null);

/** The panel that is open over the view. */
export const panel = {
  get shown(): PanelName | null {
    return shown;
  },
  /** The word that the glossary was opened at. */
  get term(): GlossaryTerm | null {
    return term;
  },
  open(name: PanelName): void {
    shown = name;
    term = null;
  },
  explain(word: GlossaryTerm): void {
    shown = 'glossary';
    term = word;
  },
  close: (): void => {
    shown = null;
  },
};
