import type { Parameter, Suggestion } from '../../engine/pkg/encours';
import { formatDays, formatPercent } from '../../text/format';
import { t } from '../../text/language.svelte';
import { leverOf } from '../../dossier/levers';
import { settingsOf } from '../../dossier/settings';
import { moneyUnits } from '../money';
import { numberText } from './words';

/** Why a lever is suggested, in a sentence with its numbers, which the sentence calls by the engine's names. */
export function reasonText({ lever, worth, reason }: Suggestion): string {
  const { lever: name } = lever.action;
  const settings = settingsOf(lever);
  const numbers = leverOf(name).numbers.map(({ parameter, unit }) => {
    const value = settings.numbers[parameter];
    return [parameter, value === undefined ? '–' : numberText(unit, value)] as const;
  });
  return t(`suggestionReasons.${name}`, {
    ...(Object.fromEntries(numbers) as Record<Parameter, string>),
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

const orDash = (value: string | null, format: (value: string) => string): string =>
  value === null ? '–' : format(value);
