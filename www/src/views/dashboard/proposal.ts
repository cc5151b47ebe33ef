import type { Lever, ScenarioAnswer, Worth } from '../../engine/pkg/encours';
import { approximate } from '../../lib/decimal';

/** So many are proposed together. */
const most = 3;
/** Of what all bring: less than this part is not worth a place among them. */
const leastPart = 0.03;
/** So many sets of levers are tried for it. */
const mostTries = 4;

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

/** The first candidates of which each brings a part worth its place; `null` if none does. */
export async function proposalOf(candidates: readonly Lever[], ask: Ask): Promise<Proposal | null> {
  let chosen = candidates.slice(0, most);
  let rest = candidates.slice(most);
  for (let tries = 0; tries < mostTries && chosen.length > 0; tries += 1) {
    const answered = await ask(chosen);
    const whole = approximate(answered.worth.cashReleased);
    const actions = answered.levers.flatMap(({ index, inOrder }) => {
      const lever = chosen[index];
      return lever === undefined ? [] : [{ lever, worth: inOrder }];
    });
    const kept = actions.filter(
      ({ worth }) =>
        approximate(worth.cashReleased) >= leastPart * whole &&
        approximate(worth.cashReleased) > 0 &&
        approximate(worth.netYearlyGain) > 0,
    );
    if (kept.length === actions.length) return { actions, answer: answered };
    const [next, ...others] = rest;
    rest = others;
    chosen = [...kept.map(({ lever }) => lever), ...(next === undefined ? [] : [next])];
  }
  return null;
}
