import { SvelteMap } from 'svelte/reactivity';
import type { RejectedRow } from '../engine/pkg/encours';
import { answer } from './cache';

const pageRows = 250;

/** The rejected rows, fetched page by page as they come into sight. */
export class RejectedRows {
  /** How many are kept; `null` until the first page is there. */
  kept = $state<number | null>(null);
  /** The most cells that a row has, of those that came. */
  widest = $state(0);
  /** Did a page fail to come? */
  hasFailed = $state(false);
  /** Empty while they are under way. */
  #pages = new SvelteMap<number, readonly RejectedRow[]>();

  constructor() {
    this.#fetch(0);
  }

  /** One of them, or `undefined` while its page is under way. */
  at(index: number): RejectedRow | undefined {
    const page = Math.floor(index / pageRows);
    return this.#pages.get(page)?.[index % pageRows];
  }

  /** Fetches the pages of these rows. */
  need(first: number, last: number): void {
    for (let page = Math.floor(first / pageRows); page <= last / pageRows; page += 1) {
      this.#fetch(page);
    }
  }

  #fetch(page: number): void {
    if (this.#pages.has(page)) return;
    this.#pages.set(page, []);
    answer('rejected', { start: page * pageRows, count: pageRows }).then(
      ({ kept, rows }) => {
        this.#pages.set(page, rows);
        this.kept = kept;
        this.widest = Math.max(this.widest, ...rows.map(({ cells }) => cells.length));
        this.hasFailed = false;
      },
      () => {
        this.#pages.delete(page);
        this.hasFailed = true;
      },
    );
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
