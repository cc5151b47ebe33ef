import type { Texts } from '../texts';
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

export const en: Texts = {
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
};
