import { scenarios } from '../../../dossier/scenarios.svelte';
import type { CustomerRow, Report, SegmentsPage } from '../../../engine/pkg/encours';
import { written } from '../../../engine/writer';
import { currency } from '../../money';
import { titleOf } from '../../scope';
import type { ScenarioLine } from '../tables';
import { assumptionsSheet } from './assumptions';
import { customersSheet } from './customers';
import { monthsSheet } from './months';
import { segmentsSheet } from './segments';
import { scenariosSheet } from './scenarios';
import { summarySheet } from './summary';
import { trailSheet } from './trail';

/** The workbook of a report: what is a formula of cells is one, and everything else a number. */
export async function workbook(
  report: Report,
  customers: readonly CustomerRow[],
  segments: readonly SegmentsPage[],
  lines: readonly ScenarioLine[],
): Promise<Blob> {
  const { rollBackDso } = report.figures;
  const title = titleOf(report);
  // One that is refused has no figures, and so nothing that they rest on.
  const all = scenarios.all.filter((one) => lines.some(({ id }) => id === one.id));
  const sheets = [
    summarySheet(report, title, currency()),
    ...(rollBackDso === null ? [] : [trailSheet(rollBackDso)]),
    ...(report.months.length === 0 ? [] : [monthsSheet(report.months)]),
    ...(customers.length === 0 ? [] : [customersSheet(customers)]),
    ...segments.map(segmentsSheet),
    ...(lines.length === 0 ? [] : [scenariosSheet(lines)]),
    assumptionsSheet(report, all, currency()),
  ];
  return new Blob([await written({ asOf: report.asOf, sheets })], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}
