import { at, type Where } from './at.svelte';
import { typedByCalculator, type TypedByCalculator } from './calculators';
import { readingChoices, type Choice } from './reading-choices';
import type { ScenarioSet } from './scenario-set';
import { scenarios } from './scenarios.svelte';
import { terms, type TermsChoices } from './terms.svelte';

/** Everything that a user decided, as one plain value: it can be kept, sent and opened again. */
export interface Dossier {
  version: 1;
  /** How each file is to be read. */
  reading: readonly Choice[];
  at: Where;
  terms: TermsChoices;
  scenarios: ScenarioSet;
  calculators: TypedByCalculator;
}

/** What is decided now. */
export function currentDossier(): Dossier {
  return {
    version: 1,
    reading: readingChoices.current,
    at: at.chosen,
    terms: terms.chosen,
    scenarios: scenarios.set,
    calculators: typedByCalculator.current,
  };
}

/** Puts a dossier in the place of what is decided now; nothing before it can be undone. */
export function openDossier(dossier: Dossier): void {
  readingChoices.reset(dossier.reading);
  at.open(dossier.at);
  terms.open(dossier.terms);
  scenarios.open(dossier.scenarios);
  typedByCalculator.reset(dossier.calculators);
}
