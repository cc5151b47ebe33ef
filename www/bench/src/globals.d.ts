import type { Bench } from './page.ts';

declare global {
  /** In the page. */
  const bench: Bench;
  /** Chromium is started with `--expose-gc`. */
  var gc: (() => void) | undefined;
}
