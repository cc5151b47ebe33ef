import { baseline } from '../../answers/baseline.svelte';
import { dataset, type SampleName } from '../../answers/dataset.svelte';
import { todayId } from '../../dossier/scenario-set';
import { scenarios } from '../../dossier/scenarios.svelte';
import type { CustomerRow, Report } from '../../engine/pkg/encours';
import { dossiers } from '../../keeping/dossiers.svelte';
import { chooseDossier } from '../../keeping/opening.svelte';
import { keeping } from '../../keeping/state.svelte';
import { formatMidDate } from '../../text/format';
import { language, languages, t } from '../../text/language.svelte';
import { analysesParts } from '../analyses/parts';
import { openSample } from '../data/open-sample';
import { dossierCopyName } from '../copy-name';
import { simulateCustomer } from '../simulate-customer';
import { exportsOf, type Outcome } from '../export/exports';
import { moneyUnits } from '../money';
import { presenting } from '../presenter/presenting.svelte';
import { route, views } from '../route.svelte';
import { scenarioParts } from '../scenarios/parts';
import { scenarioTitle } from '../scenarios/words';
import { figuresToFreeze } from '../shell/freeze';
import { look, type ThemeChoice } from '../shell/look.svelte';
import { panel } from '../shell/panel.svelte';
import { shortcuts, type Shortcut } from '../shell/shortcuts';
import { tour } from '../shell/tour.svelte';
import { allTools } from '../tools/tools';

/** Something that can be gone to or done. */
export interface Entry {
  /** Of its own among all of them. */
  id: string;
  label: string;
  /** What it is, beside its name. */
  kind: string;
  shortcut?: Shortcut;
  /** Goes there or does it, once the palette is gone. */
  go?: () => void;
  /** Or does it while the palette waits for what becomes of it. */
  work?: () => Promise<Outcome>;
}

/** All there is to go to and to do, but for the customers. Everything in it can be reached without it, too. */
export function allEntries(): Entry[] {
  const { report } = baseline;
  return report === null || !dataset.isUsable
    ? [...viewEntries(false), ...toolEntries(), ...sampleEntries(), openEntry(), ...lookEntries()]
    : [
        ...viewEntries(true),
        ...partEntries(report),
        ...scenarioEntries(),
        ...exportEntries(report),
        ...dossierEntries(report),
        ...helpEntries(),
        ...toolEntries(),
        ...sampleEntries(),
        ...lookEntries(),
        projectorEntry(),
        presentEntry(),
      ];
}

/** What can be done about a customer: it opens where the others are listed, or has a scenario of its own. */
export const customerEntries = ({ name, receivables }: CustomerRow): Entry[] => [
  {
    id: `customer-${name}`,
    label: name,
    kind: t('palette.customer', { amount: moneyUnits(receivables) }),
    go: () => {
      route.go('analyses', 'customers', name);
    },
  },
  ...(scenarios.isFull || keeping.isLinked
    ? []
    : [
        {
          id: `simulate-${name}`,
          label: name,
          kind: t('analysis.simulateCustomer'),
          go: () => {
            simulateCustomer(name);
          },
        },
      ]),
];

const viewEntries = (hasData: boolean): Entry[] =>
  views
    .filter((view) => hasData || view === 'data' || view === 'tools')
    .map((view) => ({
      id: `view-${view}`,
      label: t(`shell.${view}`),
      kind: t('palette.view'),
      ...(hasData && view !== 'tools' && { shortcut: view }),
      go: () => {
        route.go(view);
      },
    }));

function partEntries({ source }: Report): Entry[] {
  const analyses = analysesParts(source.kind).map((part) => ({
    ...part,
    view: 'analyses' as const,
  }));
  const ofScenarios = scenarioParts().map((part) => ({ ...part, view: 'scenarios' as const }));
  return [...analyses, ...ofScenarios].map(({ name, label, view }) => ({
    id: `${view}-${name}`,
    label,
    kind: t(`shell.${view}`),
    go: () => {
      route.go(view, name);
    },
  }));
}

function scenarioEntries(): Entry[] {
  const today = { id: todayId, label: t('scenario.today') };
  const all = scenarios.all.map((one) => ({ id: one.id, label: scenarioTitle(one) }));
  return [today, ...all].map(({ id, label }) => ({
    id: `scenario-${id}`,
    label,
    kind: t('palette.scenario'),
    go: () => {
      scenarios.choose(id);
      route.go('scenarios');
    },
  }));
}

const exportEntries = (report: Report): Entry[] =>
  exportsOf(report).map(({ testid, label, isFurther, run }) => ({
    id: testid,
    label,
    kind: t('exports.menu'),
    ...(isFurther ? { go: () => void run() } : { work: run }),
  }));

function dossierEntries(report: Report): Entry[] {
  const kind = t('dossier.menu');
  const duplicate = {
    id: 'dossier-duplicate',
    label: t('dossier.duplicate'),
    kind,
    go: () => void dossiers.duplicate(dossierCopyName()),
  };
  return [
    {
      id: 'dossier-save',
      label: t('dossier.saveFile'),
      kind,
      shortcut: 'save',
      go: () => void dossiers.saveFile(true),
    },
    openEntry(),
    ...(keeping.isOn ? [duplicate] : []),
    {
      id: 'dossier-freeze',
      label: t('plan.freeze', { date: formatMidDate(report.asOf) }),
      kind,
      go: () => void figuresToFreeze(report).then((figures) => dossiers.freeze(figures)),
    },
    ...dossiers.others.map(({ id, name }) => ({
      id: `dossier-${id}`,
      label: name || t('dossier.untitled'),
      kind,
      go: () => void dossiers.open(id),
    })),
  ];
}

const openEntry = (): Entry => ({
  id: 'dossier-open',
  label: t('dossier.open'),
  kind: t('dossier.menu'),
  shortcut: 'open',
  go: chooseDossier,
});

const helpEntries = (): Entry[] => [
  {
    id: 'glossary',
    label: t('shell.glossary'),
    kind: t('palette.help'),
    go: () => {
      panel.open('glossary');
    },
  },
  {
    id: 'tour',
    label: t('tour.title'),
    kind: t('palette.help'),
    go: () => {
      void tour.start();
    },
  },
  {
    id: 'shortcuts',
    label: t('palette.shortcutsTitle'),
    kind: t('palette.help'),
    shortcut: 'shortcuts',
    go: () => {
      panel.open('shortcuts');
    },
  },
  {
    id: 'conventions',
    label: t('diagnosis.conventionsTitle'),
    kind: t('shell.analyses'),
    go: () => {
      panel.open('conventions');
    },
  },
];

const toolEntries = (): Entry[] =>
  allTools().map(({ name, label }) => ({
    id: `tool-${name}`,
    label,
    kind: t('shell.tools'),
    go: () => {
      route.go('tools', name);
    },
  }));

function sampleEntries(): Entry[] {
  const samples: readonly (readonly [SampleName, string])[] = [
    ['invoices', t('palette.sampleInvoices')],
    ['series', t('palette.sampleSeries')],
  ];
  return samples.map(([sample, label]) => ({
    id: `sample-${sample}`,
    label,
    kind: t('palette.sample'),
    go: () =>
      void openSample(sample).then(() => {
        if (dataset.isUsable) route.go('dashboard');
      }),
  }));
}

function lookEntries(): Entry[] {
  const themes: readonly ThemeChoice[] = ['system', 'light', 'dark'];
  return [
    ...themes.map((theme) => ({
      id: `theme-${theme}`,
      label: t(`shell.${theme}`),
      kind: t('shell.theme'),
      go: () => {
        look.chooseTheme(theme);
      },
    })),
    ...languages.map(([code, name]) => ({
      id: `language-${code}`,
      label: name,
      kind: t('app.language'),
      go: () => void language.choose(code),
    })),
  ];
}

const projectorEntry = (): Entry => ({
  id: 'projector',
  label: t('shell.projector'),
  kind: t('palette.display'),
  go: () => {
    look.chooseSize(look.size === 'projector' ? 'usual' : 'projector');
  },
});

const presentEntry = (): Entry => ({
  id: 'present',
  label: t('presenter.present'),
  kind: t('palette.display'),
  shortcut: 'present',
  go: presenting.start,
});

/** How a shortcut is written: `Ctrl + S`, on a Mac `⌘ S`. */
export function keysOf(name: Shortcut): string[] {
  const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
  const written: Partial<Record<string, string>> = {
    Ctrl: isMac ? '⌘' : 'Ctrl',
    Shift: t('palette.shift'),
  };
  return shortcuts[name].split('+').map((key) => written[key] ?? key);
}
