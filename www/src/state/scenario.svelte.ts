import { engine } from '../engine/client';
import { asEngineError, type EngineError } from '../engine/error';
import type { Lever, ReportRequest, ScenarioAnswer, TermsRule } from '../engine/pkg/encours';
import { latest } from '../lib/latest';
import { Edits } from './edits.svelte';

/** The settings of both levers. Shares and rates are decimals in percent. */
export interface Settings {
  terms: {
    isOn: boolean;
    sharePercent: string;
    rule: TermsRule;
    minusDays: string;
    capDays: string;
    currentTermDays: string;
  };
  discount: {
    isOn: boolean;
    discountPercent: string;
    withinDays: string;
    sharePercent: string;
  };
  ratePercent: string;
}

const example: Settings = {
  terms: {
    isOn: true,
    sharePercent: '50',
    rule: 'minus',
    minusDays: '10',
    capDays: '30',
    currentTermDays: '45',
  },
  discount: { isOn: false, discountPercent: '0.5', withinDays: '10', sharePercent: '20' },
  ratePercent: '5',
};

const edits = new Edits<Settings>(example);
let baseline: ReportRequest | null = null;
let answer = $state.raw<ScenarioAnswer | null>(null);
let failure = $state.raw<EngineError | null>(null);

const compute = latest(async (request: ReportRequest) => {
  const { levers, ratePercent } = { levers: leversOf(edits.current), ...edits.current };
  try {
    const given = await engine.scenario({ baseline: request, levers, ratePercent });
    if (request !== baseline) return; // the data changed meanwhile
    answer = given;
    failure = null;
  } catch (error) {
    if (request !== baseline) return;
    answer = null;
    failure = asEngineError(error);
  }
});

/** The scenario measured against the baseline. */
export const scenario = {
  get settings(): Settings {
    return edits.current;
  },
  get answer(): ScenarioAnswer | null {
    return answer;
  },
  /** Why there is no answer. */
  get failure(): EngineError | null {
    return failure;
  },
  get canUndo(): boolean {
    return edits.canUndo;
  },
  get canRedo(): boolean {
    return edits.canRedo;
  },

  /** Measures against this baseline from now on; `null` without data. */
  measureAgainst(request: ReportRequest | null): Promise<void> {
    baseline = request;
    if (request !== null) return compute(request);
    answer = null;
    failure = null;
    return Promise.resolve();
  },
  /** Changes settings; changes until `settle` are undone as one. */
  edit(change: (settings: Settings) => Settings): void {
    edits.edit(change(edits.current));
    recompute();
  },
  settle: (): void => {
    edits.settle();
  },
  undo: (): void => {
    edits.undo();
    recompute();
  },
  redo: (): void => {
    edits.redo();
    recompute();
  },
  reset: (): void => {
    edits.edit(example);
    edits.settle();
    recompute();
  },
};

function recompute(): void {
  if (baseline !== null) void compute(baseline);
}

function leversOf({ terms, discount }: Settings): Lever[] {
  const levers: Lever[] = [];
  if (terms.isOn) {
    const isCap = terms.rule === 'cap';
    levers.push({
      lever: 'terms',
      sharePercent: terms.sharePercent,
      rule: terms.rule,
      days: Number(isCap ? terms.capDays : terms.minusDays),
      currentTermDays: isCap ? Number(terms.currentTermDays) : null,
    });
  }
  if (discount.isOn) {
    levers.push({
      lever: 'earlyPaymentDiscount',
      sharePercent: discount.sharePercent,
      discountPercent: discount.discountPercent,
      withinDays: Number(discount.withinDays),
    });
  }
  return levers;
}
