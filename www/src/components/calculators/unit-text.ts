import { t } from '../../i18n/language.svelte';
import type { Unit } from '../../lib/calculators/types';
import { dataset } from '../../state/dataset.svelte';

/** A unit as it stands beside a field. */
export function unitText(unit: Unit): string {
  if (unit === 'days') return t('calculators.daysUnit');
  if (unit === 'percent') return '%';
  if (unit === 'perMille') return '‰';
  if (unit === 'factor') return '';
  return dataset.currency === 'EUR' ? '€' : (dataset.currency ?? '');
}
