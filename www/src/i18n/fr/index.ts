import { analysis, capitalBalance, ceiSales, costChoice } from './analysis';
import { app } from './app';
import { data } from './data';
import {
  accounts,
  balance,
  dayBasis,
  diagnosis,
  emptyMonth,
  fecSales,
  monthLength,
  scope,
} from './diagnosis';
import { errors, typed } from './errors';
import { fec } from './fec';
import { fields } from './fields';
import { issues } from './issues';
import { reasons, rejected } from './rejected';
import { scenario } from './scenario';

/** Every text in French: the list of keys that the other languages have to follow. */
export const fr = {
  app,
  data,
  fields,
  issues,
  errors,
  typed,
  diagnosis,
  analysis,
  ceiSales,
  costChoice,
  capitalBalance,
  dayBasis,
  balance,
  monthLength,
  emptyMonth,
  fecSales,
  scope,
  accounts,
  fec,
  rejected,
  reasons,
  scenario,
} as const;
