import { answer } from '../../answers/cache';
import { baseline } from '../../answers/baseline.svelte';
import { actionPlan } from '../../dossier/action-plan.svelte';
import { assumptions } from '../../dossier/assumptions.svelte';
import { active } from '../../dossier/scenario-set';
import { scenarios } from '../../dossier/scenarios.svelte';
import type { Report } from '../../engine/pkg/encours';
import { dossiers } from '../../keeping/dossiers.svelte';
import { fileName } from '../../lib/file-name';
import { download } from '../../lib/download';
import type { PlainTable } from '../../lib/table';
import { t } from '../../text/language.svelte';
import { csvOf } from '../../text/spreadsheet';
import { presenting } from '../presenter/presenting.svelte';
import { route } from '../route.svelte';
import { scopeText, titleOf } from '../scope';
import { panel } from '../shell/panel.svelte';
import { segmentColumn } from '../analyses/segments';
import { allAims, comparedSector } from './aims';
import { allCustomers, allScenarios, allSegments } from './gather';
import { isAnonymous, leavingActions, leavingPage, leavingReport } from './names';
import { summary } from './summary';
import { customersTable, monthsTable, planTable, scenariosTable, segmentsTable } from './tables';

/** What became of an export. */
export type Outcome = 'saved' | 'copied' | 'opened';

/** Something that can leave the page. */
export interface Export {
  testid: string;
  label: string;
  hint: string;
  /** Does it only open what leads further? */
  isFurther: boolean;
  /** Throws where it could not be prepared. */
  run: () => Promise<Outcome>;
}

/** What can leave the page of the data that `report` is about. */
export function exportsOf(report: Report): readonly Export[] {
  const isFurther = false;
  const hint = t('exports.csvHint');
  const customers: Export = {
    testid: 'export-customers',
    label: t('exports.customers'),
    hint,
    isFurther,
    run: async () =>
      saveTable(report, customersTable(await allCustomers()), t('exports.customers')),
  };
  const months: Export = {
    testid: 'export-months',
    label: t('exports.months'),
    hint,
    isFurther,
    run: () => Promise.resolve(saveTable(report, monthsTable(report.months), t('exports.months'))),
  };
  const compared: Export = {
    testid: 'export-scenarios',
    label: t('exports.scenariosTable'),
    hint,
    isFurther,
    run: async () =>
      saveTable(report, scenariosTable(await allScenarios(report)), t('exports.scenariosTable')),
  };
  const plan: Export = {
    testid: 'export-plan',
    label: t('actionPlan.title'),
    hint,
    isFurther,
    run: async () =>
      saveTable(report, planTable(await leavingActions(actionPlan.actions)), t('actionPlan.title')),
  };
  const segments: Export = {
    testid: 'export-segments',
    label: t('exports.segments'),
    hint,
    isFurther,
    run: async () => {
      for (const page of await allSegments(report))
        saveTable(
          report,
          segmentsTable(page),
          t('segments.title', { column: segmentColumn(page.column) }),
        );
      return 'saved';
    },
  };
  return [
    {
      testid: 'export-report',
      label: t('exports.report'),
      hint: t('exports.reportHint'),
      isFurther: true,
      run: () => {
        route.go('report');
        return Promise.resolve('opened');
      },
    },
    {
      testid: 'export-workbook',
      label: t('exports.workbook'),
      hint: t('exports.workbookHint'),
      isFurther,
      run: () => saveWorkbook(report),
    },
    {
      testid: 'export-text',
      label: t('exports.text'),
      hint: t('exports.textHint'),
      isFurther,
      run: () => copyText(report),
    },
    {
      testid: 'export-deck',
      label: t('deck.name'),
      hint: presenting.areNamesShown && !isAnonymous() ? t('deck.hintNames') : t('deck.hint'),
      isFurther,
      run: async () => {
        const { saveDeck } = await import('../presenter/deck/save-deck');
        await saveDeck(report, base(report));
        return 'saved';
      },
    },
    ...(report.source.kind === 'agedBalance' ? [] : [months]),
    ...(hasCustomers(report) ? [customers] : []),
    ...(report.segments.length > 0 ? [segments] : []),
    ...(scenarios.all.some((scenario) => active(scenario).length > 0) ? [compared] : []),
    ...(actionPlan.actions.length > 0 ? [plan] : []),
    {
      testid: 'export-link',
      label: t('link.copy'),
      hint: t('link.copyHint'),
      isFurther: true,
      run: () => {
        panel.open('link');
        return Promise.resolve('opened');
      },
    },
    {
      testid: 'export-json',
      label: t('exports.json'),
      hint: t('exports.jsonHint'),
      isFurther,
      run: () => saveJson(report),
    },
  ];
}

const hasCustomers = (report: Report): boolean => report.source.kind !== 'series';

/** What the files are named after. */
const base = (report: Report): string =>
  `${fileName([dossiers.title, scopeText(report)].filter(Boolean).join(' '))} ${report.asOf}`;

async function copyText(report: Report): Promise<Outcome> {
  const customers = hasCustomers(report)
    ? leavingPage(
        await answer('customers', { baseline: baseline.at, sort: 'receivables', count: 5 }),
      )
    : null;
  const text = summary(report, {
    title: titleOf(report),
    customers,
    scenarios: await allScenarios(report),
    ratePercent: assumptions.ratePercent,
  });
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    // Where the clipboard is out of reach, as in a frame, the text is handed over as a file.
    download(new Blob([text], { type: 'text/plain;charset=utf-8' }), `${base(report)}.txt`);
    return 'saved';
  }
}

function saveTable(report: Report, table: PlainTable, name: string): Outcome {
  download(csvOf(table), `${base(report)} ${fileName(name)}.csv`);
  return 'saved';
}

/** What writes workbooks is fetched for the first of them. */
async function saveWorkbook(report: Report): Promise<Outcome> {
  const { workbook } = await import('./workbook/book');
  const customers = hasCustomers(report) ? await allCustomers() : [];
  const [segments, lines] = [await allSegments(report), await allScenarios(report)];
  const file = await workbook(report, customers, segments, lines);
  download(file, `${base(report)}.xlsx`);
  return 'saved';
}

async function saveJson(report: Report): Promise<Outcome> {
  const all = {
    report: leavingReport(report),
    customers: hasCustomers(report) ? await allCustomers() : [],
    segments: await allSegments(report),
    scenarios: await allScenarios(report),
    sector: await comparedSector(),
    ...(await allAims()),
  };
  const file = new Blob([JSON.stringify(all, null, 2)], { type: 'application/json' });
  download(file, `${base(report)}.json`);
  return 'saved';
}
