import type { Texts } from '../texts';
import { analysis, capitalBalance, ceiSales, costChoice } from './analysis';
import { app } from './app';
import {
  calculatorChoiceNames,
  calculatorChoices,
  calculatorFields,
  calculatorGroups,
  calculatorHints,
  calculatorLeads,
  calculatorNames,
  calculatorResults,
  calculatorRows,
  calculatorSides,
  calculators,
} from './calculators';
import { counts, dashboard } from './dashboard';
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
import { files } from './files';
import { glossary, glossaryNames } from './glossary';
import { issues } from './issues';
import {
  actionTitles,
  goals,
  idle,
  idleFrom,
  leverAfter,
  leverDays,
  leverGroups,
  leverLeads,
  leverNames,
  leverNumbers,
  leverShares,
  numberUnits,
  presets,
  suggestionReasons,
  termsRules,
} from './levers';
import { reading, trust } from './reading';
import { reasons, rejected } from './rejected';
import { scenario } from './scenario';
import { shell } from './shell';
import {
  announcements,
  dayCount,
  dueRule,
  monthEndReading,
  penaltyRate,
  rateMoment,
  regimeNotes,
  regimes,
  ruleText,
  terms,
} from './terms';
import { tools } from './tools';
import { tour } from './tour';

export const en: Texts = {
  app,
  shell,
  dashboard,
  counts,
  data,
  fields,
  files,
  glossary,
  glossaryNames,
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
  reading,
  trust,
  rejected,
  reasons,
  scenario,
  leverNames,
  leverLeads,
  leverGroups,
  leverShares,
  leverDays,
  leverAfter,
  leverNumbers,
  numberUnits,
  termsRules,
  presets,
  goals,
  suggestionReasons,
  actionTitles,
  idle,
  idleFrom,
  terms,
  tools,
  tour,
  regimes,
  regimeNotes,
  announcements,
  monthEndReading,
  dueRule,
  ruleText,
  penaltyRate,
  rateMoment,
  dayCount,
  calculators,
  calculatorNames,
  calculatorLeads,
  calculatorGroups,
  calculatorHints,
  calculatorFields,
  calculatorChoiceNames,
  calculatorChoices,
  calculatorRows,
  calculatorSides,
  calculatorResults,
};
