import { baseline } from '../../answers/baseline.svelte';
import { panel } from '../shell/panel.svelte';

let areNamesShown = $state(false);

/** The presenter, and what of it a deck follows. */
export const presenting = {
  /** Are customers called by their names? Only where someone wished so, until the page is left. */
  get areNamesShown(): boolean {
    return areNamesShown;
  },
  showNames(areShown: boolean): void {
    areNamesShown = areShown;
  },
  /** Shows the slides, on the whole screen if that is granted: it is asked for while the key or the click is fresh. */
  start: (): void => {
    if (baseline.report === null) return;
    panel.open('presenter');
    if (document.fullscreenEnabled)
      document.documentElement.requestFullscreen({ navigationUI: 'hide' }).catch(() => undefined);
  },
};
