import type { Lever, Parameter, Suggestion } from '../../engine/pkg/encours';
import { formatDays, formatPercent, orDash } from '../../text/format';
import { t } from '../../text/language.svelte';
import { leverOf } from '../../dossier/levers';
import { settingsOf } from '../../dossier/settings';
import { moneyUnits } from '../money';
import { numberText } from './words';

/** What a lever does, as something to do: `Facturer 3 jours plus tôt`. */
export function actionTitle(lever: Lever): string {
  const { lever: name } = lever.action;
  if (lever.action.lever === 'terms' && lever.action.rule === 'legal')
    return t('actionTitles.legal');
  if (lever.action.lever === 'terms' && lever.action.rule === 'cap')
    return t('actionTitles.cap', numbersOf(lever));
  return t(`actionTitles.${name}`, numbersOf(lever));
}

/** The numbers of a lever as they are read, by the engine's names. */
function numbersOf(lever: Lever): Record<Parameter, string> {
  const settings = settingsOf(lever);
  const numbers = leverOf(lever.action.lever).numbers.map(({ parameter, unit }) => {
    const value = settings.numbers[parameter];
    return [parameter, value === undefined ? '–' : numberText(unit, value)] as const;
  });
  return Object.fromEntries(numbers) as Record<Parameter, string>;
}

/** Why a lever is suggested, in a sentence with its numbers. */
export function reasonText({ lever, worth, reason }: Suggestion): string {
  return t(`suggestionReasons.${lever.action.lever}`, {
    ...numbersOf(lever),
    percent: formatPercent(reason.concernedPercent),
    amount: moneyUnits(reason.concernedAmount),
    dso: orDash(reason.accountingDays, formatDays),
    day: orDash(reason.cashValueOfADay, moneyUnits),
    cash: moneyUnits(worth.cashReleased),
    cost: moneyUnits(worth.yearlyCost),
    observed: orDash(reason.observedDays, formatDays),
    breakEven: orDash(reason.breakEvenPercent, (percent) => formatPercent(percent, 2)),
    loss: orDash(reason.lossPercent, (percent) => formatPercent(percent, 2)),
  });
}
