import type {
  DayCount,
  DueDateRequest,
  LegalRequest,
  MonthEndReading,
  PenaltyRate,
  PenaltySettings,
  RateMoment,
  TypedRates,
} from '../engine/pkg/encours';
import { daysFromToday } from '../lib/dates';
import type { regimes } from '../text/fr/terms';
import { Edits } from './edits.svelte';
import { asDueRule, type TypedRule } from './due-rule';

export type RegimeName = keyof typeof regimes;

/** How penalties are to be computed; what belongs to the other kind of rate is kept. */
export interface PenaltyChoice {
  kind: PenaltyRate['rate'];
  marginPoints: string;
  contractPercent: string;
  moment: RateMoment;
  floor: boolean;
  dayCount: DayCount;
  countDueDate: boolean;
  /** `null` for that of the law. */
  indemnity: string | null;
}

/** What was chosen about terms, and what was typed into the tools around them. */
export interface TermsChoices {
  /**
   * By default what no contract may exceed: which invoices were agreed at 60 days and which at 45 days end of month, a
   * ledger does not say, and a check must not call unlawful what a contract can make lawful.
   */
  regime: RegimeName | 'typed';
  monthEnd: MonthEndReading;
  typedRule: TypedRule;
  penalty: PenaltyChoice;
  /** Reference rates typed in the place of those of the law file. */
  typedRates: readonly TypedRates[];
  issued: string;
  dueRule: TypedRule;
  late: { amount: string; due: string; settled: string };
}

const choices = new Edits<TermsChoices>({
  regime: 'longestAgreed',
  monthEnd: 'latest',
  typedRule: { kind: 'net', days: 60, day: 15 },
  penalty: {
    kind: 'legal',
    marginPoints: '10',
    contractPercent: '12',
    moment: 'byHalfYear',
    floor: true,
    dayCount: 'actual365',
    countDueDate: false,
    indemnity: null,
  },
  typedRates: [],
  issued: daysFromToday(0),
  dueRule: { kind: 'daysThenMonthEnd', days: 45, day: 15 },
  late: { amount: '1000', due: daysFromToday(-30), settled: daysFromToday(0) },
});

class Terms {
  get chosen(): TermsChoices {
    return choices.current;
  }
  choose(change: Partial<TermsChoices>): void {
    choices.edit({ ...choices.current, ...change });
    choices.settle();
  }
  open(value: TermsChoices): void {
    choices.reset(value);
  }

  get legal(): LegalRequest {
    const { regime: id, typedRule, monthEnd } = this.chosen;
    const regime =
      id === 'typed'
        ? { regime: 'typed' as const, rule: asDueRule(typedRule) }
        : { regime: 'law' as const, id };
    return { regime, monthEnd };
  }

  get penaltySettings(): PenaltySettings {
    const { kind, marginPoints, contractPercent, indemnity, ...rest } = this.chosen.penalty;
    const rate: PenaltyRate =
      kind === 'legal' ? { rate: kind, marginPoints } : { rate: kind, percent: contractPercent };
    const typedRates = [...this.chosen.typedRates];
    return { rate, typedRates, ...rest, ...(indemnity === null ? {} : { indemnity }) };
  }

  get dueDate(): DueDateRequest {
    const { issued, dueRule } = this.chosen;
    return { issued, rule: asDueRule(dueRule) };
  }

  typeRates(rates: TypedRates): void {
    const others = this.chosen.typedRates.filter(({ from }) => from !== rates.from);
    const typedRates = [...others, rates].sort((a, b) => a.from.localeCompare(b.from));
    this.choose({ typedRates });
  }

  forgetRates(from: string): void {
    this.choose({ typedRates: this.chosen.typedRates.filter((rates) => rates.from !== from) });
  }

  choosePenalty(change: Partial<PenaltyChoice>): void {
    this.choose({ penalty: { ...this.chosen.penalty, ...change } });
  }
}

export const terms = new Terms();
