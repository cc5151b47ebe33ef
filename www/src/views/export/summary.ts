import type { CustomersPage, Report } from '../../engine/pkg/encours';
import { boundedDays } from '../../text/bounded-days';
import { formatDate, formatPercent, orDash } from '../../text/format';
import { t } from '../../text/language.svelte';
import { headline } from '../dashboard/headline';
import { moneyUnits } from '../money';
import type { ScenarioLine } from './tables';

/** What a summary says beside the report. */
export interface SummaryOf {
  /** Of the dossier. */
  title: string;
  customers: CustomersPage | null;
  scenarios: readonly ScenarioLine[];
  ratePercent: string;
}

/** The diagnosis and the scenarios as plain text, for an e-mail. */
export function summary(
  report: Report,
  { title, customers, scenarios, ratePercent }: SummaryOf,
): string {
  const { rollBackDso, accountingDso } = report.figures;
  const { total, overdue, overduePercent } = report.receivables;
  const date = formatDate(report.asOf);
  const lines = [
    t('exports.of', { title, date }),
    '',
    headline(report, customers).filter(Boolean).join(' '),
    '',
    line(t('diagnosis.rollBackDso'), boundedDays(rollBackDso?.days, rollBackDso?.isLowerBound)),
    line(t('diagnosis.accountingDso'), boundedDays(accountingDso?.days, false)),
    line(t('diagnosis.receivables'), orDash(total, moneyUnits)),
  ];
  if (overdue !== null && overduePercent !== null)
    lines.push(
      line(t('dashboard.overdue'), `${moneyUnits(overdue)} (${formatPercent(overduePercent)})`),
    );
  if (scenarios.length > 0) {
    lines.push('', t('exports.scenarios', { rate: formatPercent(ratePercent, 2) }));
    for (const { name, headline: found } of scenarios) {
      lines.push(
        t('exports.scenario', {
          name,
          dso: boundedDays(found.rollBackDso ?? found.accountingDso, found.rollBackExhausted),
          cash: moneyUnits(found.worth.cashReleased),
          average: moneyUnits(found.worth.averageCashReleased),
          net: moneyUnits(found.worth.netYearlyGain),
          date,
        }),
      );
    }
  }
  lines.push('', t('exports.made'));
  return lines.join('\n');
}

const line = (name: string, value: string): string => t('exports.line', { name, value });
