import { SvelteMap } from 'svelte/reactivity';

/** What becomes of a page: where it comes from, and who is told that it came or why it did not. */
interface Source<Page> {
  fetch: (start: number, count: number) => Promise<Page>;
  came: (page: Page) => void;
  failed: (error: unknown) => void;
}

/** The rows of a long list, fetched page by page as they come into sight. */
export class Pages<Row, Page extends { rows: readonly Row[] }> {
  /** Empty while they are under way. */
  #pages = new SvelteMap<number, readonly Row[]>();
  /** Pages of a list that is not asked for any more are dropped when they come. */
  #list = 0;

  constructor(
    readonly size: number,
    readonly source: Source<Page>,
  ) {}

  /** Fetches the first page of another list. */
  startOver(): void {
    this.#list += 1;
    this.#pages.clear();
    this.#fetch(0);
  }

  /** A row, or `undefined` while its page is under way. */
  at(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / this.size))?.[index % this.size];
  }

  /** Fetches the pages of these rows. */
  need(first: number, last: number): void {
    for (let page = Math.floor(first / this.size); page <= last / this.size; page += 1) {
      this.#fetch(page);
    }
  }

  #fetch(page: number): void {
    if (this.#pages.has(page)) return;
    this.#pages.set(page, []);
    const list = this.#list;
    this.source.fetch(page * this.size, this.size).then(
      (found) => {
        if (list !== this.#list) return;
        this.#pages.set(page, found.rows);
        this.source.came(found);
      },
      (error: unknown) => {
        if (list !== this.#list) return;
        this.#pages.delete(page);
        this.source.failed(error);
      },
    );
  }
}
