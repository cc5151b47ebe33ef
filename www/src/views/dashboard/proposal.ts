import type { Lever, ScenarioAnswer, Worth } from '../../engine/pkg/encours';
import { approximate } from '../../lib/decimal';

/** So many are proposed together. */
const most = 3;
/** Of what all bring: less than this part is not worth a place among them. */
const leastPart = 0.03;
/** So many sets of levers are tried for it. */
const mostTries = 4;
/** So many are tried in the place of the weakest. */
const mostSwaps = 2;

/** A lever that is proposed, with what it brings after those before it. */
export interface ProposedAction {
  lever: Lever;
  worth: Worth;
}

/** The levers that bring most together, in the order in which they are applied. */
export interface Proposal {
  actions: readonly ProposedAction[];
  answer: ScenarioAnswer;
}

/** Asks what a scenario of levers brings. */
type Ask = (levers: readonly Lever[]) => Promise<ScenarioAnswer>;

/**
 * Candidates, the best alone first, of which each brings a part worth its place together with the others; `null` if none
 * does. Two that act on the same days bring little together: the weakest gives way to the next if that makes the whole gain.
 */
export async function proposalOf(candidates: readonly Lever[], ask: Ask): Promise<Proposal | null> {
  let chosen = candidates.slice(0, most);
  let rest = candidates.slice(most);
  for (let tries = 0; tries < mostTries && chosen.length > 0; tries += 1) {
    const proposal = asProposal(chosen, await ask(chosen));
    const kept = worthTheirPlace(proposal);
    if (kept.length === proposal.actions.length) return improved(proposal, rest, ask);
    const [next, ...others] = rest;
    rest = others;
    chosen = [...kept.map(({ lever }) => lever), ...(next === undefined ? [] : [next])];
  }
  return null;
}

/** With one of the next in the place of the weakest, where all gain more by that. */
async function improved(proposal: Proposal, rest: readonly Lever[], ask: Ask): Promise<Proposal> {
  let best = proposal;
  const weakest = proposal.actions.reduce<ProposedAction | undefined>(
    (least, action) => (least === undefined || netOf(action) < netOf(least) ? action : least),
    undefined,
  );
  const others = proposal.actions.flatMap(({ lever }) => (lever === weakest?.lever ? [] : [lever]));
  for (const next of rest.slice(0, mostSwaps)) {
    const levers = [...others, next];
    const tried = asProposal(levers, await ask(levers));
    const isWhole = worthTheirPlace(tried).length === tried.actions.length;
    if (isWhole && netOf(tried.answer) > netOf(best.answer)) best = tried;
  }
  return best;
}

const asProposal = (levers: readonly Lever[], answer: ScenarioAnswer): Proposal => ({
  answer,
  actions: answer.levers.flatMap(({ index, inOrder }) => {
    const lever = levers[index];
    return lever === undefined ? [] : [{ lever, worth: inOrder }];
  }),
});

const netOf = ({ worth }: { worth: Worth }): number => approximate(worth.netYearlyGain);

function worthTheirPlace({ actions, answer }: Proposal): ProposedAction[] {
  const whole = approximate(answer.worth.cashReleased);
  return actions.filter(({ worth }) => {
    const cash = approximate(worth.cashReleased);
    return cash >= leastPart * whole && cash > 0 && approximate(worth.netYearlyGain) > 0;
  });
}
