import type { Figures, IssueCode, Report } from '../engine/pkg/encours';
import { errorText } from './error-text';
import { t } from './language.svelte';

/** Why a figure of a report is undefined; where that `isPrinted`, without what could be done about it. */
export function undefinedText(report: Report, figure: keyof Figures, isPrinted = false): string {
  const code = report.undefined.find((reason) => reason.figure === figure)?.code ?? 'bad-request';
  if (isPrinted && code === 'missing-term') return t('report.termUnknown');
  if (code !== 'no-sales') return errorText({ code });
  // Not that nothing was sold: a list of what is owed does not say what was.
  const isFound = (found: IssueCode) => report.issues.some((issue) => issue.code === found);
  const isOpenOnly = isFound('only-open-invoices');
  if (!isOpenOnly && !isFound('no-payment-column')) return errorText({ code });
  if (report.figures.accountingDso !== null) return t('diagnosis.openRollBack');
  return t(isOpenOnly ? 'dashboard.openOnly' : 'dashboard.noPayments');
}
