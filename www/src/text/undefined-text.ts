import type { Figures, Report } from '../engine/pkg/encours';
import { errorText } from './error-text';

/** Why a figure of a report is undefined. */
export function undefinedText(report: Report, figure: keyof Figures): string {
  const found = report.undefined.find((reason) => reason.figure === figure);
  return errorText({ code: found?.code ?? 'bad-request' });
}
