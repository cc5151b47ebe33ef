import { usualConventions } from '../engine/catalogue';
import type { Conventions, ReportRequest, TypedBalances } from '../engine/pkg/encours';
import { Edits } from './edits.svelte';

/** Where the data is asked: date, conventions, and what it lacks. */
export interface Where {
  /** `null` for the usual date of the data. */
  asOf: string | null;
  /** `null` for the usual date to compare with. */
  compareTo: string | null;
  /** Those that are not the usual ones. */
  conventions: Conventions;
  balances: TypedBalances;
  /** Names of customers in insolvency proceedings. */
  insolvent: readonly string[];
  loss: LossChoice;
}

/** What counts as lost among the open items; `null` for what is usual. */
export interface LossChoice {
  insolventLossPercent?: string | null;
  lossAfterDays?: number | null;
}

export const usual: Where = {
  asOf: null,
  compareTo: null,
  conventions: {},
  balances: {},
  insolvent: [],
  loss: {},
};

const where = new Edits<Where>(usual);

/** Where the data is asked, as it was chosen. */
export const at = {
  get chosen(): Where {
    return where.current;
  },
  get conventions(): Required<Conventions> {
    return { ...usualConventions, ...where.current.conventions };
  },
  /** What a report is asked with. */
  get request(): ReportRequest {
    const { asOf, compareTo, conventions, balances } = where.current;
    return { asOf, compareTo, conventions, balances };
  },

  choose(change: Partial<Where>): void {
    where.edit({ ...where.current, ...change });
    where.settle();
  },
  chooseConventions(change: Partial<Conventions>): void {
    at.choose({ conventions: { ...where.current.conventions, ...change } });
  },
  typeBalances(change: TypedBalances): void {
    at.choose({ balances: { ...where.current.balances, ...change } });
  },
  markInsolvent(name: string, isInsolvent: boolean): void {
    const others = where.current.insolvent.filter((other) => other !== name);
    at.choose({ insolvent: isInsolvent ? [...others, name] : others });
  },
  chooseLoss(change: LossChoice): void {
    at.choose({ loss: { ...where.current.loss, ...change } });
  },
  /** Other data of the same company: its dates are others. */
  forgetDates(): void {
    where.reset({ ...where.current, asOf: null, compareTo: null });
  },
  /** The data is another company's: what was typed about the old one goes. */
  forgetBalances(): void {
    where.reset({ ...where.current, balances: {}, insolvent: [], loss: {} });
  },
  open: (value: Where): void => {
    where.reset(value);
  },
};
