import type { Goal } from '../../engine/pkg/encours';
import { boundedDays } from '../../text/bounded-days';
import { moneyUnits } from '../money';

/** Is the goal a number of days? The others are amounts. */
export const isInDays = (goal: Goal): boolean => goal === 'accountingDso' || goal === 'rollBackDso';

/** What a goal reaches, as it is read; at least so much where the history is too short. */
export const reachedText = (goal: Goal, value: string, isBound = false): string =>
  isInDays(goal) ? boundedDays(value, goal === 'rollBackDso' && isBound) : moneyUnits(value);
