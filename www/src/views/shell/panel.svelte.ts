/** What can open over the right of any view. */
export type PanelName = 'conventions' | 'gap' | 'glossary';

let shown = $state<PanelName | null>(null);

/** The panel that is open over the view. */
export const panel = {
  get shown(): PanelName | null {
    return shown;
  },
  open(name: PanelName): void {
    shown = name;
  },
  close: (): void => {
    shown = null;
  },
};
