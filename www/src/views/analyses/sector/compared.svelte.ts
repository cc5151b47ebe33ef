import { Asked } from '../../../answers/asked.svelte';
import { baseline } from '../../../answers/baseline.svelte';
import { sector } from '../../../dossier/sector.svelte';
import { approximate } from '../../../lib/decimal';
import { currency } from '../../money';
import {
  classOf,
  daysOf,
  sectorFile,
  turnoverClasses,
  type SectorDays,
  type SectorFile,
  type TurnoverClass,
} from './sectors';

/** The comparison with the activity that was chosen. What is derived of an answer changes only when it says something else. */
export class Compared {
  file = $state.raw<SectorFile | null>(null);
  hasFailed = $state(false);
  readonly asked = new Asked('benchmark', { keeps: true });

  /** The class that the sales of the data are in; `null` while they are not known. */
  readonly ownClass = $derived.by<TurnoverClass | null>(() => {
    const { value } = this.asked;
    // Classes are in euros.
    if (value === null || currency() !== 'EUR') return null;
    return classOf(approximate(value.turnoverOfYear));
  });
  readonly wantedClass = $derived<TurnoverClass>(
    turnoverClasses.find((name) => name === sector.chosen.turnoverClass) ?? this.ownClass ?? '*',
  );
  /** The class that is compared with: all sizes where too few firms are known of the one wanted. */
  readonly usedClass = $derived<TurnoverClass>(
    this.#daysOf(this.wantedClass) === null ? '*' : this.wantedClass,
  );
  /** The quartiles; `null` while none are chosen. */
  readonly days = $derived<SectorDays | null>(this.#daysOf(this.usedClass));

  constructor() {
    sectorFile().then(
      (file) => (this.file = file),
      () => (this.hasFailed = true),
    );
  }

  ask(): void {
    const { days } = this;
    void this.asked.ask({
      baseline: baseline.at,
      vatPercent: sector.chosen.vatPercent,
      customers: days?.customers ?? null,
      suppliers: days?.suppliers ?? null,
    });
  }

  #daysOf(name: TurnoverClass): SectorDays | null {
    const { activity } = sector.chosen;
    return this.file === null || activity === null ? null : daysOf(this.file, activity, name);
  }
}
