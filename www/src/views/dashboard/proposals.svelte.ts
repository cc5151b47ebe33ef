import { Asked } from '../../answers/asked.svelte';
import { answer } from '../../answers/cache';
import type { At, CustomerTerm, LegalRequest, Suggestion, Worth } from '../../engine/pkg/encours';
import { approximate } from '../../lib/decimal';
import { proposalOf, type Proposal } from './proposal';

/** What is proposed first on the data as it is asked. */
export class Proposals {
  readonly #suggestions = new Asked('suggestions');
  #found = $state.raw<{ proposal: Proposal | null; isKnown: boolean }>({
    proposal: null,
    isKnown: false,
  });
  #round = 0;

  get current(): Proposal | null {
    return this.#found.proposal;
  }
  /** Every lever that was tried for it. */
  get suggestions(): readonly Suggestion[] {
    return this.#suggestions.value ?? [];
  }
  /** Is it known, even if there is none? */
  get isKnown(): boolean {
    return this.#found.isKnown;
  }

  async ask(asked: ProposalsAsked): Promise<void> {
    const round = (this.#round += 1);
    const { baseline, ratePercent, currentTermDays = null, customerTerms = [] } = asked;
    const terms = { currentTermDays, customerTerms };
    await this.#suggestions.ask(asked);
    const candidates = this.suggestions
      .filter(({ group, worth }) => group === 'customers' && isGain(worth))
      .map(({ lever }) => lever);
    const proposal = await proposalOf(candidates, (levers) =>
      answer('scenario', { baseline, ratePercent, ...terms, levers: [...levers] }),
    ).catch(() => null);
    if (round === this.#round) this.#found = { proposal, isKnown: true };
  }
}

/** Where they are to be tried; without a term agreed, what counts from due dates that are not there is not. */
export interface ProposalsAsked {
  baseline: At;
  ratePercent: string;
  legal: LegalRequest;
  currentTermDays?: number | null;
  customerTerms?: CustomerTerm[];
}

const isGain = ({ cashReleased, netYearlyGain }: Worth): boolean =>
  approximate(cashReleased) > 0 && approximate(netYearlyGain) > 0;
