import { answerOn } from '../../answers/beside';
import { usual } from '../../dossier/at.svelte';
import { readLink, type Told, type ToldScenario } from '../../dossier/link';
import { active, requestOf } from '../../dossier/scenario-set';
import { scenarios } from '../../dossier/scenarios.svelte';
import type { At, Report, ScenarioHeadline } from '../../engine/pkg/encours';
import { allScenarios } from '../export/gather';
import { lacksDueDates } from '../scenarios/due-dates';
import { scenarioTitle } from '../scenarios/words';

/** A scenario as it is here, and as whoever opens the link sees it estimated; `null` where it has no figures there. */
export interface Seen {
  id: number;
  title: string;
  here: ToldScenario;
  there: ToldScenario | null;
}

const figuresOf = ({ rollBackDso, accountingDso, worth }: ScenarioHeadline): ToldScenario => ({
  dso: rollBackDso ?? accountingDso,
  cash: worth.cashReleased,
  net: worth.netYearlyGain,
});

/** What the scenarios give here, for whoever has the totals by month alone; `null` where there is no more here. */
export async function toldOf(report: Report): Promise<Told | null> {
  if (report.source.kind === 'series') return null;
  const lines = await allScenarios(report);
  return scenarios.all.map(({ id: wanted }) => {
    const line = lines.find(({ id: known }) => known === wanted);
    return line === undefined ? null : figuresOf(line.headline);
  });
}

/** What a link shows to whoever opens it, beside what was told of its scenarios here. */
export async function seenBy(letters: string): Promise<Seen[]> {
  const { dossier, text, told } = await readLink(letters);
  const [choice] = dossier.reading;
  if (told === null || choice === undefined) return [];
  const { conventions, balances } = dossier.at;
  const at: At = { asOf: usual.asOf, conventions, balances, cut: {} };
  const isWithoutDue = lacksDueDates(await answerOn(text, choice, 'report', at));
  const seen: Seen[] = [];
  for (const [place, scenario] of dossier.scenarios.scenarios.entries()) {
    const [here, own] = [told[place] ?? null, scenarios.all[place]];
    if (here === null || own === undefined) continue;
    const request = requestOf(scenario, at, dossier.assumptions, isWithoutDue);
    const found =
      active(scenario).length === 0
        ? null
        : await answerOn(text, choice, 'headline', request).catch(() => null);
    seen.push({
      id: own.id,
      title: scenarioTitle(own),
      here,
      there: found === null ? null : figuresOf(found),
    });
  }
  return seen;
}
