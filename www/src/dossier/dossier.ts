import { actionPlan, type ActionPlanSet } from './action-plan.svelte';
import { assumptions, type AssumptionsSet } from './assumptions.svelte';
import { at, type Where } from './at.svelte';
import { typedByCalculator, type TypedByCalculator } from './calculators';
import { currencyChoice } from './currency.svelte';
import { frozen, type Frozen } from './frozen.svelte';
import { readingChoices, type Choice } from './reading-choices';
import { reportSettings, type ReportSettings } from './report-settings.svelte';
import type { ScenarioSet } from './scenario-set';
import { scenarios } from './scenarios.svelte';
import { sector, type SectorChoice } from './sector.svelte';
import { terms, type TermsChoices } from './terms.svelte';
import { dossierVersion } from './upgrade';

/** Everything that a user decided, as one plain value: it can be kept, sent and opened again. */
export interface Dossier {
  version: typeof dossierVersion;
  /** How each file is to be read. */
  reading: readonly Choice[];
  at: Where;
  currency: string;
  assumptions: AssumptionsSet;
  terms: TermsChoices;
  scenarios: ScenarioSet;
  calculators: TypedByCalculator;
  frozen: Frozen | null;
  report: ReportSettings;
  sector: SectorChoice;
  plan: ActionPlanSet;
}

/** What is decided now. */
export function currentDossier(): Dossier {
  return {
    version: dossierVersion,
    reading: readingChoices.current,
    at: at.chosen,
    currency: currencyChoice.current,
    assumptions: assumptions.chosen,
    terms: terms.chosen,
    scenarios: scenarios.set,
    calculators: typedByCalculator.current,
    frozen: frozen.current,
    report: reportSettings.current,
    sector: sector.chosen,
    plan: actionPlan.set,
  };
}

/** Puts a dossier in the place of what is decided now; nothing before it can be undone. */
export function openDossier(dossier: Dossier): void {
  readingChoices.reset(dossier.reading);
  at.open(dossier.at);
  currencyChoice.open(dossier.currency);
  assumptions.open(dossier.assumptions);
  terms.open(dossier.terms);
  scenarios.open(dossier.scenarios);
  typedByCalculator.reset(dossier.calculators);
  frozen.open(dossier.frozen);
  reportSettings.open(dossier.report);
  sector.open(dossier.sector);
  actionPlan.open(dossier.plan);
}
