import type { Texts } from '../texts';
import { app } from './app';
import { data } from './data';
import { balance, dayBasis, diagnosis, emptyMonth, monthLength } from './diagnosis';
import { errors, typed } from './errors';
import { fields } from './fields';
import { issues } from './issues';
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
  scenario,
};
