import { answer } from '../../answers/cache';
import { asEngineError } from '../../engine/error';
import type {
  At,
  LegalRequest,
  Report,
  ScenarioAnswer,
  Suggestion,
} from '../../engine/pkg/encours';
import type { AssumptionsSet } from '../../dossier/assumptions.svelte';
import {
  currentOf,
  presets,
  requestOf,
  standInTerms,
  type PresetName,
  type Scenario,
} from '../../dossier/scenario-set';
import { scenarios } from '../../dossier/scenarios.svelte';
import { legalCap, settingsOf, usualLever, type LeverSettings } from '../../dossier/settings';
import { errorText } from '../../text/error-text';
import { t } from '../../text/language.svelte';
import { countWord } from '../count-word';
import { Proposals } from '../dashboard/proposals.svelte';
import { lacksDueDates } from './due-dates';
import { idleText } from './idle-text';

/** Levers to start from, with what they would bring on this data. */
export interface Model {
  key: PresetName | 'proposed';
  title: string;
  levers: readonly LeverSettings[];
  /** `null` while it is under way. */
  found: { cash: string; net: string } | { why: string } | null;
}

/** Where models are tried. */
export interface ModelsAt {
  baseline: At;
  assumptions: AssumptionsSet;
  legal: LegalRequest;
  report: Report;
}

/** Every model, tried on the data when somebody looks at them. */
export class Models {
  #list = $state.raw<readonly Model[]>([]);
  readonly #proposals = new Proposals();
  #round = 0;

  get list(): readonly Model[] {
    return this.#list;
  }

  async ask(at: ModelsAt): Promise<void> {
    const round = (this.#round += 1);
    this.#list = presets.map(({ preset, lever }) => ({
      key: preset,
      title: t(`presets.${preset}`),
      levers: [lever === 'terms' ? legalCap(at.legal) : usualLever(lever)],
      found: null,
    }));
    await this.#proposals.ask({
      baseline: at.baseline,
      ratePercent: at.assumptions.ratePercent,
      legal: at.legal,
      ...standInTerms(currentOf(scenarios.set), lacksDueDates(at.report)),
    });
    if (round !== this.#round) return;
    this.#list = this.#list.map((model) => ({ ...model, levers: this.#suggested(model.levers) }));
    const proposal = this.#proposals.current;
    if (proposal !== null) {
      const count = proposal.actions.length;
      const { cashReleased, netYearlyGain } = proposal.answer.worth;
      this.#put({
        key: 'proposed',
        title: t('dashboard.planName', { count, actions: countWord(count) }),
        levers: proposal.actions.map(({ lever }) => settingsOf(lever)),
        found: { cash: cashReleased, net: netYearlyGain },
      });
    }
    for (const model of this.#list) {
      if (model.key === 'proposed') continue;
      const found = await tried(model.levers, at);
      if (round !== this.#round) return;
      this.#put({ ...model, found });
    }
  }

  /** Levers as they are suggested, with their usual cost; those that are not stay, for them to say why. */
  #suggested(levers: readonly LeverSettings[]): readonly LeverSettings[] {
    return levers.map((plain) => {
      const isIt = ({ lever }: Suggestion) => lever.action.lever === plain.name;
      const found = this.#proposals.suggestions.find(isIt);
      return found === undefined ? plain : settingsOf(found.lever);
    });
  }

  #put(model: Model): void {
    const isThere = this.#list.some(({ key }) => key === model.key);
    this.#list = isThere
      ? this.#list.map((one) => (one.key === model.key ? model : one))
      : [model, ...this.#list];
  }
}

async function tried(levers: readonly LeverSettings[], at: ModelsAt): Promise<Model['found']> {
  const scenario: Scenario = { ...currentOf(scenarios.set), levers };
  const request = requestOf(scenario, at.baseline, at.assumptions, lacksDueDates(at.report));
  try {
    return foundIn(await answer('scenario', request), at.report);
  } catch (error) {
    return { why: errorText(asEngineError(error)) };
  }
}

function foundIn({ worth, levers }: ScenarioAnswer, report: Report): Model['found'] {
  const why = levers.map((lever) => idleText(lever, report)).find((text) => text !== '');
  return Number(worth.cashReleased) === 0 && why !== undefined
    ? { why }
    : { cash: worth.cashReleased, net: worth.netYearlyGain };
}
