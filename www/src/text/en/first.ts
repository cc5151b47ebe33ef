import type { FirstTexts } from '../texts';
import { app } from './app';
import { data } from './data';
import { errors, typed } from './errors';
import { shell } from './shell';

/** What the page says before anything is given. */
export const first: FirstTexts = {
  app,
  shell,
  data,
  errors,
  typed,
};
