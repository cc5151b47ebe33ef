import { t } from '../../../text/language.svelte';
import type { Unit } from './types';
import { currencyUnit } from '../../money';

/** A unit as it stands beside a field. */
export function unitText(unit: Unit): string {
  if (unit === 'days') return t('app.daysUnit');
  if (unit === 'percent') return '%';
  if (unit === 'perMille') return '‰';
  if (unit === 'factor') return '';
  return currencyUnit();
}
