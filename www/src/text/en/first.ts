import type { FirstTexts } from '../texts';
import { app } from './app';
import { data } from './data';
import { errors, typed } from './errors';
import { files } from './files';
import { shell } from './shell';
import { tour } from './tour';

/** What the page says before anything is given. */
export const first: FirstTexts = {
  app,
  shell,
  data,
  files,
  errors,
  typed,
  tour,
};
