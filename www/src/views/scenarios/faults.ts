import type { EngineError } from '../../engine/error';
import type { ScenarioRequest } from '../../engine/pkg/encours';
import { errorText } from '../../text/error-text';
import { active, type Scenario } from '../../dossier/scenario-set';
import { isNarrowed, type LeverSettings } from '../../dossier/settings';

/** The lever that the refusal of a request is about, if it is one of those on the page. */
export function leverAtFault(
  scenario: Scenario,
  failure: EngineError | null,
  refused: ScenarioRequest | null,
): LeverSettings | undefined {
  const name = refused?.levers?.[Number(failure?.lever)]?.action.lever;
  return active(scenario).find((lever) => lever.name === name);
}

/** Is a refusal about what a lever concerns? */
export const isOfScope = (code = ''): boolean =>
  ['nothing-in-scope', 'needs-invoices', 'needs-single-invoices'].includes(code);

/** What stands at the fields of a lever; a refusal without a field is one of the whole lever. */
export class Faults {
  constructor(readonly failure: EngineError | null) {}

  /** The refusal of a field, empty if there is none. */
  at(field: string): string {
    const code = this.failure?.code;
    const field_ = code === 'missing-loss' ? 'lossPercent' : this.failure?.field;
    return this.failure !== null && field_ === field ? errorText(this.failure) : '';
  }

  /** The same of one bound, which the engine names by its end only: the value says which. */
  atBound(end: 'low' | 'high', value: string): string {
    return Number(this.failure?.value) === Number(value) ? this.at(end) : '';
  }

  /** Is it about whom the lever concerns, or when? */
  isInDetailsOf(lever: LeverSettings): boolean {
    const { code, field = '' } = this.failure ?? {};
    const fields = [
      ...['low', 'high', 'goLive', 'yearlyCost', 'oneOffCost', 'lostSalesPercent'],
      ...['marginPercent', 'termsAboveDays', 'termsUpToDays', 'amountAbove'],
    ];
    return fields.includes(field) || (isOfScope(code) && isNarrowed(lever));
  }
}
