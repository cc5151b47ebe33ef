import { answer } from '../../answers/cache';
import type { At, CustomerRow, CustomersPage } from '../../engine/pkg/encours';
import { approximate, total } from '../../lib/decimal';
import type { HalfOfOverdue } from './headline';

const most = 5;
/** Enough to find who carries half of what is overdue, where they are few. */
const mostOverdue = 40;

/** The customers that owe most, and those that owe most too late. */
export class TopCustomers {
  #page = $state.raw<CustomersPage | null>(null);
  #overdue = $state.raw<CustomersPage | null>(null);
  #round = 0;

  get rows(): readonly CustomerRow[] {
    return this.#page?.rows ?? [];
  }
  get total(): number {
    return this.#page?.total ?? 0;
  }
  /** The fewest customers that owe at least half of what is overdue; `null` where they are many, or not known. */
  get halfOfOverdue(): HalfOfOverdue | null {
    const rows = this.#overdue?.rows ?? [];
    const amounts = rows.flatMap(({ overdue }) => overdue ?? []);
    const all = this.#whole;
    if (all === null) return null;
    let sum = '0';
    for (const [index, amount] of amounts.entries()) {
      sum = total([sum, amount]);
      if (2 * approximate(sum) >= approximate(all))
        return { customers: index + 1, of: this.#overdue?.total ?? 0 };
    }
    return null;
  }

  #whole: string | null = $state(null);

  async ask(baseline: At, overdue: string | null): Promise<void> {
    const round = (this.#round += 1);
    const [page, late] = await Promise.all([
      answer('customers', { baseline, sort: 'receivables', count: most }),
      answer('customers', { baseline, sort: 'overdue', count: mostOverdue }),
    ]).catch(() => [null, null]);
    if (round !== this.#round) return;
    this.#page = page;
    this.#overdue = late;
    this.#whole = overdue;
  }

  forget(): void {
    this.#round += 1;
    this.#page = null;
    this.#overdue = null;
  }
}
