import type { BenchmarkAnswer } from '../../../engine/pkg/encours';
import { approximate } from '../../../lib/decimal';
import { language, t } from '../../../text/language.svelte';
import { currency } from '../../money';
import { classNames, classOf, codeText, type SectorFile, type TurnoverClass } from './sectors';

/** The class that the sales of the data are in; `null` of sales in another currency, as classes are in euros. */
export const ownClassOf = ({ turnoverOfYear }: BenchmarkAnswer): TurnoverClass | null =>
  currency() === 'EUR' ? classOf(approximate(turnoverOfYear)) : null;

/** A class of turnover in words. */
export const className = (name: TurnoverClass): string =>
  t(`benchmark.classes.${classNames[name]}`);

/** An activity with its code. */
export const activityName = (file: SectorFile, code: string): string =>
  `${codeText(code)} ${file.activities[code]?.[language.current] ?? ''}`.trim();
