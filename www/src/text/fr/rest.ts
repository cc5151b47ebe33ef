import { benchmark } from './benchmark';
import { analysis, capitalBalance, ceiSales, costChoice } from './analysis';
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
import { documents } from './documents';
import { dossier } from './dossier';
import { exports } from './export';
import { fec } from './fec';
import { fields } from './fields';
import { files } from './files';
import { tour } from './tour';
import { glossary, glossaryNames } from './glossary';
import { issues } from './issues';
import {
  actionTitles,
  goals,
  idle,
  idleFrom,
  leverAfter,
  leverDays,
  leverLeads,
  leverNames,
  leverNumbers,
  leverShares,
  numberUnits,
  presets,
  suggestionReasons,
  termsRules,
} from './levers';
import { link } from './link';
import { palette, shortcutNames } from './palette';
import { plan } from './plan';
import { deck, presenter, slideNames } from './presenter';
import { reading, trust } from './reading';
import { reasons, rejected } from './rejected';
import { report } from './report';
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
import { currencies, factored, groups, segments } from './segments';
import { actionPlan, actionStates, targetKinds, targets, targetStates } from './targets';
import { understood } from './understood';
import { tools } from './tools';

/** What it says of what was given. */
export const rest = {
  dashboard,
  counts,
  fields,
  files,
  tour,
  glossary,
  glossaryNames,
  issues,
  diagnosis,
  analysis,
  segments,
  factored,
  benchmark,
  targets,
  understood,
  targetKinds,
  targetStates,
  actionPlan,
  actionStates,
  groups,
  currencies,
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
  documents,
  dossier,
  exports,
  fec,
  link,
  palette,
  shortcutNames,
  plan,
  presenter,
  slideNames,
  deck,
  reading,
  trust,
  rejected,
  report,
  reasons,
  scenario,
  leverNames,
  leverLeads,
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
} as const;
