import { app } from './app';
import { data } from './data';
import { errors, typed } from './errors';
import { shell } from './shell';

/** What the page says before anything is given. */
export const first = {
  app,
  shell,
  data,
  errors,
  typed,
} as const;
