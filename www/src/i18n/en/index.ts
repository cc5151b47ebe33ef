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
  terms,
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
