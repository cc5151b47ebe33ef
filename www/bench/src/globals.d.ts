import type { Bench } from './page.ts';

declare global {
  /** In the page of the measures. */
  const bench: Bench;
  /** In the page of the project, once tasks are watched. */
  const watched: { at: number; milliseconds: number }[];
  /** Chromium is started with `--expose-gc`. */
  var gc: (() => void) | undefined;
}
