import { Asked } from '../../answers/asked.svelte';
import { baseline } from '../../answers/baseline.svelte';
import { assumptions } from '../../dossier/assumptions.svelte';
import { terms } from '../../dossier/terms.svelte';
import type { Report } from '../../engine/pkg/encours';
import { Proposals } from '../dashboard/proposals.svelte';
import { causesSlide } from './causes-slide';
import { customersSlide } from './customers-slide';
import { decisionSlide } from './decision-slide';
import { liveLever, liveRequest, movedTo, type LiveLever } from './live-lever';
import { scenarioSlide } from './scenario-slide';
import { situationSlide } from './situation-slide';
import type { Slide } from './slide';

/** As many customers as can be told apart from the last row. */
const mostCustomers = 5;

/** What the slides are made of, asked as the dashboard asks it. */
export class Material {
  readonly #proposals = new Proposals();
  readonly #customers = new Asked('customers');
  readonly #headline = new Asked('headline', { keeps: true });
  readonly #answer = new Asked('scenario', { keeps: true });
  /** Where the slider was moved to; `null` where it has not been. */
  #moved = $state<string | null>(null);
  readonly #suggested = $derived(liveLever(this.#proposals.suggestions));

  /** The lever under the slider. */
  get live(): LiveLever | null {
    return this.#suggested === null ? null : movedTo(this.#suggested, this.#moved);
  }
  move(value: string): void {
    this.#moved = value;
  }

  /** Asks what does not follow the slider. */
  async ask(report: Report): Promise<void> {
    const customers = this.#customers.ask({
      baseline: baseline.at,
      sort: 'receivables',
      count: mostCustomers,
    });
    const asked = { baseline: baseline.at, ratePercent: assumptions.ratePercent };
    await this.#proposals.ask({ ...asked, legal: terms.legal });
    if (report.source.kind !== 'series') await customers;
  }
  /** Asks what does; the months once there is nothing newer. */
  async askLive(report: Report): Promise<void> {
    const { live } = this;
    const request =
      live === null ? null : liveRequest(report, live, baseline.at, assumptions.chosen);
    if (request === null) return;
    await this.#headline.ask(request);
    if (this.#headline.request === request) await this.#answer.ask(request);
  }

  /** The slides that have something to say. */
  slides(report: Report, areNamesShown: boolean): Slide[] {
    const hasCustomers = report.source.kind !== 'series';
    const customers = hasCustomers ? this.#customers.value : null;
    const { live } = this;
    const headline = this.#headline.value;
    const proposal = this.#proposals.current;
    return [
      situationSlide(report),
      causesSlide(report),
      customers === null ? null : customersSlide(customers, areNamesShown),
      live === null || headline === null
        ? null
        : scenarioSlide(report, live, { headline, answer: this.#answer.value }),
      proposal === null ? null : decisionSlide(report, proposal),
    ].flatMap((slide) => slide ?? []);
  }
}
