import { app } from './app';
import { data } from './data';
import { balance, dayBasis, diagnosis, emptyMonth, monthLength } from './diagnosis';
import { errors, typed } from './errors';
import { fields } from './fields';
import { issues } from './issues';
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
  dayBasis,
  balance,
  monthLength,
  emptyMonth,
  scenario,
} as const;
