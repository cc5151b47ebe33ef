import { language, t } from '../../../text/language.svelte';
import { classNames, codeText, type SectorFile, type TurnoverClass } from './sectors';

/** A class of turnover in words. */
export const className = (name: TurnoverClass): string =>
  t(`benchmark.classes.${classNames[name]}`);

/** An activity with its code. */
export const activityName = (file: SectorFile, code: string): string =>
  `${codeText(code)} ${file.activities[code]?.[language.current] ?? ''}`.trim();
