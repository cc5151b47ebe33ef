import {
  formatDays,
  formatDaysTermWithUnit,
  formatFactor,
  formatPercent,
  formatPlain,
} from '../../../text/format';
import { money } from '../../money';
import type { Unit } from './types';

/** A figure with its unit. */
export function formatUnit(value: string, unit: Unit): string {
  if (unit === 'amount') return money(value);
  if (unit === 'days') return formatDays(value);
  if (unit === 'percent') return formatPercent(value, 2);
  if (unit === 'perMille') return `${formatPlain(value)} ‰`;
  return formatFactor(value);
}

/** Days of a formula: `30 jours`, `45,5 jours` */
export const daysTerm = formatDaysTermWithUnit;

/** A percentage of a formula. */
export const percentTerm = (value: string): string => formatPercent(value, 2);
