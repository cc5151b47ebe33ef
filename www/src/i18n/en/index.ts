import type { Texts } from '../texts';
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
