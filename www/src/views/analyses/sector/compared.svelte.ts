import { Asked } from '../../../answers/asked.svelte';
import { baseline } from '../../../answers/baseline.svelte';
import { sector } from '../../../dossier/sector.svelte';
import { ownClassOf } from './sector-words';
import {
  daysOf,
  sectorFile,
  usedClassOf,
  wantedClassOf,
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
    return value === null ? null : ownClassOf(value);
  });
  readonly wantedClass = $derived<TurnoverClass>(
    wantedClassOf(sector.chosen.turnoverClass, this.ownClass),
  );
  /** The class that is compared with: all sizes where too few firms are known of the one wanted. */
  readonly usedClass = $derived.by<TurnoverClass>(() => {
    const { activity } = sector.chosen;
    return this.file === null || activity === null
      ? '*'
      : usedClassOf(this.file, activity, this.wantedClass);
  });
  /** The quartiles; `null` while none are chosen. */
  readonly days = $derived.by<SectorDays | null>(() => {
    const { activity } = sector.chosen;
    return this.file === null || activity === null
      ? null
      : daysOf(this.file, activity, this.usedClass);
  });

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
}
