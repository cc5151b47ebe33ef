import { boundsOf, usualConventions } from '../../../engine/catalogue';
import type { CalculatorAnswer, CalculatorRequest, Side } from '../../../engine/pkg/encours';
import type {
  calculatorChoices,
  calculatorFields,
  calculatorGroups,
  calculatorHints,
  calculatorResults,
  calculatorRows,
} from '../../../text/fr/calculators';

export type CalculatorName = CalculatorRequest['calculator'];
export type FieldName = keyof typeof calculatorFields;
export type GroupName = keyof typeof calculatorGroups;
/** A group that waits behind a disclosure, and says what it is for. */
export type AsideName = keyof typeof calculatorHints;
export type ResultName = keyof typeof calculatorResults;
export type ChoiceName = keyof typeof calculatorChoices;
export type RowName = keyof typeof calculatorRows;
export type Unit = 'amount' | 'days' | 'percent' | 'perMille' | 'factor';

/** A number to type in. */
export interface Field {
  name: FieldName;
  unit: Unit;
  /** What it starts with: part of an example, so that a figure shows at once. */
  start: string | null;
  isOptional?: boolean;
  /** Several numbers, with semicolons between them. */
  isList?: boolean;
  least?: string;
  most?: string;
}

/** Fields that belong together, and a table of as many lines as one likes. */
export type Group = { fields: readonly Field[]; table?: Table } & (
  | { name: GroupName; isAside?: false }
  /** For those who look for it: it waits behind a disclosure. */
  | { name: AsideName; isAside: true }
);

export interface Table {
  fields: readonly Field[];
  start: readonly StartRow[];
  /** Have its lines a name and a side? Else they are numbered, and at least one stays. */
  isNamed: boolean;
}

/** A line of a calculator that has as many as one likes. */
export interface Row {
  /** Stays while others come and go. */
  key: number;
  /** A line of the example, whose name follows the language, until another is typed. */
  preset: RowName | null;
  name: string | null;
  side: Side;
  values: Partial<Record<FieldName, string | null>>;
}

export type StartRow = Omit<Row, 'key' | 'name'>;

/** What was typed into a calculator. */
export interface Entered {
  /** The number of a field; zero where nothing stands. */
  number: (group: GroupName, field: FieldName) => string;
  choice: (name: ChoiceName) => string;
  rows: (group: GroupName) => readonly Row[];
}

/** A figure of an answer. */
export interface Result {
  name: ResultName;
  value: string | null;
  unit: Unit;
  /** The formula with the numbers typed in. */
  how: readonly string[];
}

/** What a row gives: of each a label and a value. */
export type RowResult = readonly Omit<Result, 'how'>[];

export type ByGroup<Value> = Partial<Record<GroupName, Value>>;

/** A textbook calculator: what it asks for, and how its answer reads. The first figure is the main one. */
export interface Calculator {
  name: CalculatorName;
  groups: readonly Group[];
  choices: readonly { name: ChoiceName; options: readonly string[] }[];
  request: (entered: Entered) => CalculatorRequest;
  results: (answer: CalculatorAnswer, entered: Entered) => readonly Result[];
  /** Figures of a group, which stand under what is typed into it. */
  groupResults: (answer: CalculatorAnswer, entered: Entered) => ByGroup<readonly Result[]>;
  rowResults: (answer: CalculatorAnswer, entered: Entered) => ByGroup<readonly RowResult[]>;
}

type Of<Union, Name> = Extract<Union, { calculator: Name }>;

/** A calculator whose request and answer belong together. */
export function calculator<Name extends CalculatorName>(
  definition: Pick<Calculator, 'groups'> &
    Partial<Pick<Calculator, 'choices'>> & {
      name: Name;
      request: (entered: Entered) => Of<CalculatorRequest, Name>;
      results: (answer: Of<CalculatorAnswer, Name>, entered: Entered) => readonly Result[];
      groupResults?: (
        answer: Of<CalculatorAnswer, Name>,
        entered: Entered,
      ) => ByGroup<readonly Result[]>;
      rowResults?: (
        answer: Of<CalculatorAnswer, Name>,
        entered: Entered,
      ) => ByGroup<readonly RowResult[]>;
    },
): Calculator {
  const { name, results, groupResults, rowResults } = definition;
  const isOwn = (answer: CalculatorAnswer): answer is Of<CalculatorAnswer, Name> =>
    answer.calculator === name;
  return {
    choices: [],
    ...definition,
    results: (answer, entered) => (isOwn(answer) ? results(answer, entered) : []),
    groupResults: (answer, entered) =>
      isOwn(answer) ? (groupResults?.(answer, entered) ?? {}) : {},
    rowResults: (answer, entered) => (isOwn(answer) ? (rowResults?.(answer, entered) ?? {}) : {}),
  };
}

export const amount = (name: FieldName, start: string): Field => ({ name, unit: 'amount', start });

export const days = (name: FieldName, start: string): Field => ({
  name,
  unit: 'days',
  start,
  ...boundsOf('days'),
});

export const percent = (name: FieldName, start: string): Field => ({
  name,
  unit: 'percent',
  start,
  ...boundsOf('percent'),
});

/** Days of a year: 360 in most textbooks. */
export const yearDays = (start = String(usualConventions.yearDays)): Field => ({
  name: 'yearDays',
  unit: 'days',
  start,
  ...boundsOf('yearDays'),
});

/** What may be typed into a field. */
export const limits = ({
  isOptional = false,
  isList = false,
  least = boundsOf('amount').least,
  most = boundsOf('amount').most,
}: Field) => ({
  isOptional,
  isList,
  least,
  most,
});
