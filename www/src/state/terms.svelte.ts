import { engine } from '../engine/client';
import type {
  DayCount,
  DueDateRequest,
  Law,
  LegalRequest,
  MonthEndReading,
  PenaltyRate,
  PenaltySettings,
  RateMoment,
  TypedRates,
} from '../engine/pkg/encours';
import type { regimes } from '../i18n/fr/terms';
import { Answer } from '../lib/answer.svelte';
import { asDueRule, type TypedRule } from '../lib/due-rule';

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

/** What was chosen about terms; it stays when other parts of the page are looked at. */
class TermsChoices {
  /**
   * By default what no contract may exceed: which invoices were agreed at 60 days and which at 45 days end of month, a
   * ledger does not say, and a check must not call unlawful what a contract can make lawful.
   */
  regime = $state<RegimeName | 'typed'>('longestAgreed');
  monthEnd = $state<MonthEndReading>('latest');
  typedRule = $state.raw<TypedRule>({ kind: 'net', days: 60, day: 15 });
  penalty = $state.raw<PenaltyChoice>({
    kind: 'legal',
    marginPoints: '10',
    contractPercent: '12',
    moment: 'byHalfYear',
    floor: true,
    dayCount: 'actual365',
    countDueDate: false,
    indemnity: null,
  });
  /** Reference rates typed in the place of those of the law file. */
  typedRates = $state.raw<readonly TypedRates[]>([]);
  issued = $state(today());
  dueRule = $state.raw<TypedRule>({ kind: 'daysThenMonthEnd', days: 45, day: 15 });
  late = $state.raw({ amount: '1000', due: daysFromToday(-30), settled: today() });

  get legal(): LegalRequest {
    const regime =
      this.regime === 'typed'
        ? { regime: 'typed' as const, rule: asDueRule(this.typedRule) }
        : { regime: 'law' as const, id: this.regime };
    return { regime, monthEnd: this.monthEnd };
  }

  get penaltySettings(): PenaltySettings {
    const { kind, marginPoints, contractPercent, indemnity, ...rest } = this.penalty;
    const rate: PenaltyRate =
      kind === 'legal' ? { rate: kind, marginPoints } : { rate: kind, percent: contractPercent };
    const typedRates = [...this.typedRates];
    return { rate, typedRates, ...rest, ...(indemnity === null ? {} : { indemnity }) };
  }

  get dueDate(): DueDateRequest {
    return { issued: this.issued, rule: asDueRule(this.dueRule) };
  }

  typeRates(rates: TypedRates): void {
    const others = this.typedRates.filter(({ from }) => from !== rates.from);
    this.typedRates = [...others, rates].sort((a, b) => a.from.localeCompare(b.from));
  }

  forgetRates(from: string): void {
    this.typedRates = this.typedRates.filter((rates) => rates.from !== from);
  }

  choosePenalty(change: Partial<PenaltyChoice>): void {
    this.penalty = { ...this.penalty, ...change };
  }
}

export const terms = new TermsChoices();

/** The law, asked for once. */
export const law = new Answer<null, Law>(() => engine.law());

function today(): string {
  return daysFromToday(0);
}

/** In the calendar of the user, as yyyy-mm-dd. */
function daysFromToday(days: number): string {
  const now = new Date();
  const date = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + days));
  return date.toISOString().slice(0, 10);
}
