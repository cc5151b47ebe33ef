import { SvelteMap } from 'svelte/reactivity';
import { asEngineError, type EngineError } from '../engine/error';
import type { CustomerRow, CustomersRequest } from '../engine/pkg/encours';
import { answer } from './cache';

const pageRows = 100;

/** What a list of customers is asked for, but for the part of it. */
export type CustomerList = Omit<CustomersRequest, 'start' | 'count'>;

/** The list of customers, fetched page by page as it comes into sight. */
export class CustomerRows {
  total = $state(0);
  matched = $state(0);
  worsening = $state(0);
  /** Is the first page under way? */
  isWaiting = $state(true);
  failure = $state.raw<EngineError | null>(null);
  /** Empty while they are under way. */
  #pages = new SvelteMap<number, readonly CustomerRow[]>();
  #list: CustomerList = {};
  /** Pages of a list that is not asked for any more are dropped when they come. */
  #generation = 0;

  /** Asks for another list, or the same in another order. */
  ask(list: CustomerList): void {
    this.#list = list;
    this.#generation += 1;
    this.#pages.clear();
    this.isWaiting = true;
    this.#fetch(0);
  }

  /** One of them, or `undefined` while its page is under way. */
  at(index: number): CustomerRow | undefined {
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
    const asked = this.#generation;
    const part = { start: page * pageRows, count: pageRows };
    answer('customers', { ...this.#list, ...part }).then(
      ({ rows, total, matched, worsening }) => {
        if (asked !== this.#generation) return;
        this.#pages.set(page, rows);
        Object.assign(this, { total, matched, worsening, failure: null, isWaiting: false });
      },
      (error: unknown) => {
        if (asked !== this.#generation) return;
        this.#pages.delete(page);
        this.failure = asEngineError(error);
        this.isWaiting = false;
      },
    );
  }
}
