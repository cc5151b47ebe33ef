import type { Grown } from './growth.ts';
import type { Bench } from './page.ts';
import type { Answer } from './worker.ts';

declare global {
  interface Window {
    /** What was measured in the page of the measures, until then nothing. */
    grown?: Answer<Grown> | undefined;
  }
  /** In the page of the measures. */
  const bench: Bench;
  /** In the page of the project, once tasks are watched. */
  const watched: { at: number; milliseconds: number }[];
  /** Chromium is started with `--expose-gc`. */
  var gc: (() => void) | undefined;
}
