import { isAnonymous } from '../../export/names';
import { assumptions } from '../../../dossier/assumptions.svelte';
import type { Report } from '../../../engine/pkg/encours';
import { dossiers } from '../../../keeping/dossiers.svelte';
import { download } from '../../../lib/download';
import { formatCount, formatDate, formatDayCount, formatPercent } from '../../../text/format';
import { language, t } from '../../../text/language.svelte';
import { scopeText, titleOf } from '../../scope';
import { Material } from '../material.svelte';
import { presenting } from '../presenting.svelte';
import type { Slide } from '../slide';
import { deckFile } from './deck';
import { harmless } from './harmless';

/** Hands over the slides as a presentation. */
export async function saveDeck(report: Report, name: string): Promise<void> {
  const material = new Material();
  await material.ask(report);
  await material.askLive(report);
  const slides = material.slides(report, presenting.areNamesShown && !isAnonymous());
  const dossier = short(harmless([dossiers.title, scopeText(report)].filter(Boolean).join(' · ')));
  const date = formatDate(report.asOf);
  const file = await deckFile({
    title: t('exports.of', { title: harmless(titleOf(report)), date }),
    slides,
    corner: (index) =>
      [
        dossier,
        date,
        t('presenter.place', { number: formatCount(index + 1), count: slides.length }),
      ]
        .filter(Boolean)
        .join(' · '),
    notes: (slide) => [...notesOf(slide), conventionsOf(report)].join(' '),
    language: language.locale,
  });
  download(file, `${name} ${t('deck.file')}.pptx`);
}

/** So much of a name as leaves the corner of a slide on one line. */
const mostLetters = 34;
const short = (name: string): string =>
  name.length <= mostLetters ? name : `${name.slice(0, mostLetters - 1).trimEnd()}…`;

/** What each figure is, what the chart shows: what whoever speaks may be asked. */
function notesOf({ figures, picture }: Slide): string[] {
  const all = figures.map(({ name, text, unit = '', before, note }) => {
    const value = before === undefined ? text : t('deck.wasBefore', { before, after: text });
    return t('deck.figure', { name, value: `${value} ${unit}`.trim(), note });
  });
  const chart =
    picture === null || picture.title === ''
      ? []
      : [t('deck.measured', { title: picture.title, unit: picture.unit })];
  return [...new Set([...all, ...chart])];
}

function conventionsOf({ asOf, figures: { accountingDso } }: Report): string {
  const date = formatDate(asOf);
  if (accountingDso === null) return t('deck.conventionsDate', { date });
  return t('deck.conventions', {
    date,
    days: formatDayCount(accountingDso.windowDays),
    rate: formatPercent(assumptions.ratePercent, 2),
  });
}
