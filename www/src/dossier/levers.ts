import { catalogue } from '../engine/catalogue';
import type {
  Action,
  Lever,
  LeverEntry,
  LeverGroup,
  NumberEntry,
  NumberUnit,
  Parameter,
  TermsRule,
} from '../engine/pkg/encours';

export type LeverName = Action['lever'];

/** A number of a lever: what its slider offers, and what may be typed. */
export interface NumberSpec {
  parameter: Parameter;
  unit: NumberUnit;
  least: number;
  most: number;
  step: number;
  mostTyped: number;
  /** Is it one that few will change? */
  isFine: boolean;
  /** May it be left out, for the engine to say? */
  isOptional: boolean;
}

export interface LeverSpec {
  name: LeverName;
  group: LeverGroup;
  testid: string;
  numbers: readonly NumberSpec[];
  /** As one starts from it. */
  usual: Lever;
  /** Does it count from a due date, under each rule if it follows one? */
  needsDueDate: boolean;
  rules: readonly { rule: TermsRule; needsDueDate: boolean }[];
}

/** Every lever, in the order in which the engine applies them. */
export const levers: readonly LeverSpec[] = catalogue.levers.map(specOf);

/** The lever of this name. */
export function leverOf(name: LeverName): LeverSpec {
  const found = levers.find((lever) => lever.name === name);
  if (found === undefined) throw new Error(`no lever ${name}`);
  return found;
}

/** Levers of which the first thing to say is how much they are used for. */
const byShare: readonly LeverName[] = [
  'directDebit',
  'disputes',
  'instalmentPlan',
  'creditInsurance',
  'factoring',
];

/** The number that a lever is about, of those it uses as it is set; the others are set behind it. */
export function mainNumber(
  { name, numbers }: LeverSpec,
  used: readonly Parameter[],
): NumberSpec | undefined {
  const usable = numbers.filter(({ parameter, isFine }) => !isFine && used.includes(parameter));
  const share = usable.find(({ parameter }) => parameter === 'sharePercent');
  if (byShare.includes(name) && share !== undefined) return share;
  return usable.find((number) => number !== share) ?? share;
}

/** Does its number count whole days or instalments? */
export const isWhole = ({ unit }: Pick<NumberSpec, 'unit'>): boolean =>
  unit === 'days' || unit === 'count';

function specOf({ usual, group, numbers, needsDueDate, rules }: LeverEntry): LeverSpec {
  const name = usual.action.lever;
  // A name that others rely on.
  const testid = `lever-${name === 'earlyPaymentDiscount' ? 'discount' : name}`;
  return { name, group, testid, numbers: numbers.map(numberOf), usual, needsDueDate, rules };
}

function numberOf(entry: NumberEntry): NumberSpec {
  const { parameter, unit, isFine, isOptional } = entry;
  const [least, most, step, mostTyped] = [entry.least, entry.mostTried, entry.step, entry.most];
  return {
    ...{ parameter, unit, isFine, isOptional },
    ...{
      least: Number(least),
      most: Number(most),
      step: Number(step),
      mostTyped: Number(mostTyped),
    },
  };
}
