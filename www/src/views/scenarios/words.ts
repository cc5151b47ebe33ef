import type { Parameter } from '../../engine/pkg/encours';
import { formatDayCount, formatExact, formatPercent } from '../../text/format';
import { t, textIfAny } from '../../text/language.svelte';
import { money } from '../money';
import { leverOf, type NumberSpec } from '../../dossier/levers';
import type { Scenario } from '../../dossier/scenario-set';
import type { LeverSettings } from '../../dossier/settings';

/** The name of a scenario: the one it was given, or that of its preset. */
export const scenarioTitle = ({ name, preset, id }: Scenario): string =>
  name === '' ? t(`presets.${preset}`, { number: id }) : name;

/** The name of a number of a lever. */
export function numberName(
  { name, rule }: Pick<LeverSettings, 'name' | 'rule'>,
  parameter: Parameter,
): string {
  switch (parameter) {
    case 'sharePercent':
      return t(`leverShares.${name}`);
    case 'days':
      if (name === 'terms' && rule === 'cap') return t('scenario.termsCapDays');
      return textIfAny(`leverDays.${name}`) ?? t('leverNumbers.days');
    case 'afterDays':
      return textIfAny(`leverAfter.${name}`) ?? t('leverNumbers.afterDays');
    default:
      return t(`leverNumbers.${parameter}`);
  }
}

/** A number of a lever with its unit. */
export function numberText(unit: NumberSpec['unit'], value: string): string {
  switch (unit) {
    case 'percent':
      return formatPercent(value, 2);
    case 'perMille':
      return `${formatExact(value)}\u202f‰`;
    case 'days':
      return formatDayCount(value);
    case 'count':
      return formatExact(value);
    case 'amount':
      return money(value);
  }
}

/** The value of a parameter of a lever, as it is read. */
export function parameterText(
  { name }: Pick<LeverSettings, 'name'>,
  parameter: Parameter,
  value: string,
): string {
  const spec = leverOf(name).numbers.find((one) => one.parameter === parameter);
  return spec === undefined ? money(value) : numberText(spec.unit, value);
}
