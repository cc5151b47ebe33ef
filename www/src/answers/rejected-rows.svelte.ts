import type { RejectedPage, RejectedRow } from '../engine/pkg/encours';
import { answer } from './cache';
import { Pages } from './pages.svelte';

const pageRows = 250;

/** The rejected rows. */
export class RejectedRows {
  /** How many are kept; `null` until the first page is there. */
  kept = $state<number | null>(null);
  /** The most cells that a row has, of those that came. */
  widest = $state(0);
  /** Did a page fail to come? */
  hasFailed = $state(false);
  #pages = new Pages<RejectedRow, RejectedPage>(pageRows, {
    fetch: (start, count) => answer('rejected', { start, count }),
    came: ({ kept, rows }) => {
      this.kept = kept;
      this.widest = Math.max(this.widest, ...rows.map(({ cells }) => cells.length));
      this.hasFailed = false;
    },
    failed: () => {
      this.hasFailed = true;
    },
  });

  constructor() {
    this.#pages.startOver();
  }

  /** One of them, or `undefined` while its page is under way. */
  at(index: number): RejectedRow | undefined {
    return this.#pages.at(index);
  }

  /** Fetches the pages of these rows. */
  need(first: number, last: number): void {
    this.#pages.need(first, last);
  }
}

/** Every rejected row that is kept. */
export async function allRejected(): Promise<RejectedRow[]> {
  const rows: RejectedRow[] = [];
  for (;;) {
    const page = await answer('rejected', { start: rows.length, count: 10_000 });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.kept) return rows;
  }
}
