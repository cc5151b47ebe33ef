import { reportSettings } from '../../dossier/report-settings.svelte';
import type { CustomerRow } from '../../engine/pkg/encours';
import { t } from '../../text/language.svelte';
import { ranksOf, type Ranks } from './ranks';

/** What customers are called in the report: by their names, or by where they stand among those that owe most. */
export class Names {
  #ranks = $state.raw<Ranks>(ranksOf([]));

  /** All of them, the largest first. */
  know(rows: readonly CustomerRow[]): void {
    this.#ranks = ranksOf(rows);
  }

  of = (name: string): string => {
    if (!reportSettings.current.isAnonymous) return name;
    const rank = this.#ranks.get(name);
    return rank === undefined ? t('report.otherCustomer') : t('report.customer', { number: rank });
  };
}
