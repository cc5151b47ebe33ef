import { asEngineError, type EngineError } from '../engine/error';
import type {
  CustomerRow,
  CustomersPage,
  CustomersRequest,
  CustomerTotals,
  WholeDso,
} from '../engine/pkg/encours';
import { answer } from './cache';
import { Pages } from './pages.svelte';

const pageRows = 100;

/** What a list of customers is asked for, but for the part of it. */
export type CustomerList = Omit<CustomersRequest, 'start' | 'count'>;

/** The list of customers. */
export class CustomerRows {
  total = $state(0);
  matched = $state(0);
  worsening = $state(0);
  totals = $state.raw<CustomerTotals | null>(null);
  dso = $state.raw<WholeDso | null>(null);
  /** Is the first page under way? */
  isWaiting = $state(true);
  failure = $state.raw<EngineError | null>(null);
  #list: CustomerList = {};
  #pages = new Pages<CustomerRow, CustomersPage>(pageRows, {
    fetch: (start, count) => answer('customers', { ...this.#list, start, count }),
    came: ({ total, matched, worsening, totals, dso }) => {
      const failure = null;
      Object.assign(this, { total, matched, worsening, totals, dso, failure, isWaiting: false });
    },
    failed: (error) => {
      this.failure = asEngineError(error);
      this.isWaiting = false;
    },
  });

  /** Asks for another list, or the same in another order. */
  ask(list: CustomerList): void {
    this.#list = list;
    this.isWaiting = true;
    this.#pages.startOver();
  }

  /** One of them, or `undefined` while its page is under way. */
  at(index: number): CustomerRow | undefined {
    return this.#pages.at(index);
  }

  /** Where a customer stands, among those that were fetched; −1 where it is not known. */
  indexOf(name: string): number {
    for (let index = 0; index < this.matched; index += 1) {
      const row = this.at(index);
      if (row === undefined) return -1;
      if (row.name === name) return index;
    }
    return -1;
  }

  /** Fetches the pages of these rows. */
  need(first: number, last: number): void {
    this.#pages.need(first, last);
  }
}
