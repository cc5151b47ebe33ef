import { usualConventions } from '../engine/catalogue';
import type {
  Conventions,
  CustomerGroup,
  Cut,
  Rate,
  ReportRequest,
  SegmentValue,
  TypedBalances,
} from '../engine/pkg/encours';
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
  /** Only what has this value of a segment; `null` for all. */
  segment: SegmentValue | null;
  /** The segment whose values stand for customers; `null` where customers stay what they are. */
  customersBy: string | null;
  /** Customers that are taken as one. */
  groups: readonly CustomerGroup[];
  /** What other currencies are worth; `null` where they stay apart. */
  rates: TypedRateTable | null;
}

/** A table of rates as it was typed, and what was read of it. */
export interface TypedRateTable {
  /** The currency that figures are in. */
  into: string;
  text: string;
  rates: readonly Rate[];
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
  segment: null,
  customersBy: null,
  groups: [],
  rates: null,
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
    return { asOf, compareTo, conventions, balances, cut: at.cut };
  },
  /** The part of the data that is looked at. */
  get cut(): Cut {
    const { segment, customersBy, groups, rates } = where.current;
    const asked = rates === null ? null : { into: rates.into, rates: [...rates.rates] };
    return { segment, customersBy, groups: [...groups], rates: asked };
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
  /** Takes customers as one, under the name of the first of them that is a group already, or else of the first. */
  group(names: readonly string[]): void {
    const [first] = names;
    if (first === undefined || names.length < 2) return;
    const { groups } = where.current;
    const isMeant = ({ name }: CustomerGroup) => names.includes(name);
    const name = groups.find(isMeant)?.name ?? first;
    const members = groups.filter(isMeant).flatMap(({ customers }) => customers);
    const all = [...members, ...names];
    const customers = all.filter((one, place) => all.indexOf(one) === place);
    at.choose({ groups: [...groups.filter((group) => !isMeant(group)), { name, customers }] });
  },
  ungroup(name: string): void {
    at.choose({ groups: where.current.groups.filter((group) => group.name !== name) });
  },
  renameGroup(name: string, to: string): void {
    const rename = (group: CustomerGroup) => (group.name === name ? { ...group, name: to } : group);
    at.choose({ groups: where.current.groups.map(rename) });
  },
  /** Other data of the same company: its dates are others, and it may lack what was looked at. */
  forgetDates(): void {
    const part = { segment: null, customersBy: null };
    where.reset({ ...where.current, asOf: null, compareTo: null, ...part });
  },
  /** The data is another company's: what was typed about the old one goes. */
  forgetBalances(): void {
    where.reset({
      ...where.current,
      balances: {},
      insolvent: [],
      loss: {},
      groups: [],
      rates: null,
    });
  },
  open: (value: Where): void => {
    where.reset(value);
  },
};
