import type { Figures, Report } from '../engine/pkg/encours';
import { errorText } from './error-text';
import { t } from './language.svelte';

/** Why a figure of a report is undefined. */
export function undefinedText(report: Report, figure: keyof Figures): string {
  const code = report.undefined.find((reason) => reason.figure === figure)?.code ?? 'bad-request';
  // Not that nothing was sold: the list does not say what was.
  if (code === 'no-sales' && report.issues.some((issue) => issue.code === 'only-open-invoices'))
    return t(
      report.figures.accountingDso === null ? 'dashboard.openOnly' : 'diagnosis.openRollBack',
    );
  return errorText({ code });
}
