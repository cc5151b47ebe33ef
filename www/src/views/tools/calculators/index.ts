import { creditInsurance } from './credit-insurance';
import { creditPolicy } from './credit-policy';
import { factoring } from './factoring';
import { operatingCycle } from './operating-cycle';
import { structuralWorkingCapital } from './structural-working-capital';
import type { Calculator } from './types';

/** All of them, as they are offered. */
export const calculators: readonly Calculator[] = [
  structuralWorkingCapital,
  operatingCycle,
  creditPolicy,
  factoring,
  creditInsurance,
];
