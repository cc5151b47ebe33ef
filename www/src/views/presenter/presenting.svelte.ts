import { baseline } from '../../answers/baseline.svelte';
import { dataset } from '../../answers/dataset.svelte';
import { panel } from '../shell/panel.svelte';

/** The data whose customers are called by their names. */
let shownOf = $state.raw<unknown>(null);

/** The presenter, and what of it a deck follows. */
export const presenting = {
  /** Are customers called by their names? Only where someone wished so, and until other data comes. */
  get areNamesShown(): boolean {
    return shownOf === dataset.origin;
  },
  showNames(areShown: boolean): void {
    shownOf = areShown ? dataset.origin : null;
  },
  /** Shows the slides, on the whole screen if that is granted: it is asked for while the key or the click is fresh. */
  start: (): void => {
    if (baseline.report === null) return;
    panel.open('presenter');
    if (document.fullscreenEnabled)
      document.documentElement.requestFullscreen({ navigationUI: 'hide' }).catch(() => undefined);
  },
};
