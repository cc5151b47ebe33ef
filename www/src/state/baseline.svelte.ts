import { engine } from '../engine/client';
import { asEngineError, type EngineError } from '../engine/error';
import type { Conventions, Report, ReportRequest, TypedBalances } from '../engine/pkg/encours';
import { latest } from '../lib/latest';

const usual: Required<Conventions> = {
  windowMonths: 12,
  dayBasis: 'actual',
  typedDays: null,
  balance: 'closing',
  monthLength: 'calendar',
  emptyMonth: 'count',
  vatPercent: null,
  yearDays: 365,
  fecSales: 'usual',
  scope: {
    disputed: true,
    creditBalances: true,
    doubtful: true,
    notInvoiced: false,
    advances: false,
    impairment: false,
  },
  ceiSales: 'period',
  agingBounds: [30, 60, 90, 120],
  capitalBalance: 'closing',
  dioCost: 'usual',
  dpoCost: 'usual',
  termDays: null,
};

let asOf = $state<string | null>(null);
let compareTo = $state.raw<string | null>(null);
let conventions = $state.raw(usual);
let balances = $state.raw<TypedBalances>({});
/** Names of customers in insolvency proceedings. */
let insolvent = $state.raw<readonly string[]>([]);
let report = $state.raw<Report | null>(null);
/** What `report` answers to. */
let answered = $state.raw<ReportRequest>({});
let failure = $state.raw<EngineError | null>(null);
/** Raised with each new data, so that an answer about the old is not taken for one about the new. */
let generation = 0;

const compute = latest(async (request: ReportRequest) => {
  const asked = generation;
  try {
    const given = await engine.report(request);
    if (asked !== generation) return;
    report = given;
    answered = request;
    failure = null;
  } catch (error) {
    if (asked === generation) failure = asEngineError(error);
  }
});

/** The report of the data, with what it was asked for. */
export const baseline = {
  get report(): Report | null {
    return report;
  },
  /** What `report` was asked with, for more of the same. */
  get request(): ReportRequest {
    return answered;
  },
  /** The conventions of `report`. */
  get applied(): Required<Conventions> {
    return { ...usual, ...report?.conventions };
  },
  /** Why the last request was refused; `report` is then the one before. */
  get failure(): EngineError | null {
    return failure;
  },
  get conventions(): Required<Conventions> {
    return conventions;
  },
  get insolvent(): readonly string[] {
    return insolvent;
  },
  get balances(): TypedBalances {
    return balances;
  },

  /** New data came: nothing of the old stays. */
  forget(): void {
    generation += 1;
    asOf = null;
    compareTo = null;
    report = null;
    failure = null;
  },
  /** The data is another company's: what was typed about the old one goes. */
  forgetBalances(): void {
    balances = {};
    insolvent = [];
  },
  refresh(): Promise<void> {
    return compute({ asOf, compareTo, conventions, balances });
  },
  chooseDate(date: string): void {
    asOf = date;
    void baseline.refresh();
  },
  /** `null` for the usual date to compare with. */
  compareWith(date: string | null): void {
    compareTo = date;
    void baseline.refresh();
  },
  chooseConventions(change: Partial<Conventions>): void {
    conventions = { ...conventions, ...change };
    void baseline.refresh();
  },
  markInsolvent(name: string, isInsolvent: boolean): void {
    const others = insolvent.filter((other) => other !== name);
    insolvent = isInsolvent ? [...others, name] : others;
  },
  typeBalances(change: TypedBalances): void {
    balances = { ...balances, ...change };
    void baseline.refresh();
  },
};
