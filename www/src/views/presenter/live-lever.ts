import { leverOf, mainNumber, type NumberSpec } from '../../dossier/levers';
import { example, requestOf, withLever, type Scenario } from '../../dossier/scenario-set';
import { asked, numbersUsed, settingsOf, type LeverSettings } from '../../dossier/settings';
import type { AssumptionsSet } from '../../dossier/assumptions.svelte';
import type { At, Lever, Report, ScenarioRequest, Suggestion } from '../../engine/pkg/encours';
import { approximate } from '../../lib/decimal';
import { lacksDueDates } from '../scenarios/due-dates';

/** A lever with the one number of it that a slider moves. */
export interface LiveLever {
  settings: LeverSettings;
  number: NumberSpec;
}

/** Days of lateness that the slider goes up to, and those it starts from. */
const mostDays = 30;
const firstDays = '10';

/**
 * Days of lateness less, where customers pay late; else the lever that brings most of those that act on customers. `null`
 * where none brings anything.
 */
export function liveLever(suggestions: readonly Suggestion[]): LiveLever | null {
  const acting = suggestions.filter(
    ({ group, worth }) => group === 'customers' && approximate(worth.cashReleased) > 0,
  );
  const reminders = acting.find(({ lever }) => lever.action.lever === 'reminders');
  if (reminders !== undefined) return fewerDaysLate(reminders.lever);
  for (const { lever } of acting) {
    const settings = settingsOf(lever);
    const number = mainNumber(leverOf(settings.name), numbersUsed(settings));
    if (number !== undefined) return { settings, number };
  }
  return null;
}

function fewerDaysLate(lever: Lever): LiveLever | null {
  const settings = settingsOf(lever);
  const number = leverOf('reminders').numbers.find(({ parameter }) => parameter === 'days');
  if (number === undefined) return null;
  return {
    settings: {
      ...settings,
      numbers: { ...settings.numbers, shrinkPercent: '0', days: firstDays },
    },
    number: { ...number, most: mostDays },
  };
}

/** The same with the number that was chosen. */
export const movedTo = ({ settings, number }: LiveLever, value: string | null): LiveLever =>
  value === null
    ? { settings, number }
    : {
        settings: { ...settings, numbers: { ...settings.numbers, [number.parameter]: value } },
        number,
      };

/** Where it stands. */
export const valueOf = ({ settings, number }: LiveLever): string =>
  settings.numbers[number.parameter] ?? '0';

/** What the engine is asked of it: a scenario of its own, beside those of the user. */
export function liveRequest(
  report: Report,
  { settings }: LiveLever,
  baseline: At,
  chosen: AssumptionsSet,
): ScenarioRequest | null {
  const blank: Scenario | undefined = example.scenarios[0];
  if (blank === undefined) return null;
  return requestOf(withLever(blank, settings), baseline, chosen, lacksDueDates(report));
}

/** The lever as the engine knows it. */
export const leverAsked = ({ settings }: LiveLever): Lever => asked(settings);
