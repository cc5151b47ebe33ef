import type { Kind } from '../engine/pkg/encours';
import { t } from '../i18n/language.svelte';

/** The kinds of data, in the order they are offered in, with their names. */
export function kindNames(): Record<Kind, string> {
  return {
    series: t('data.kindSeries'),
    invoices: t('data.kindInvoices'),
    agedBalance: t('data.kindAgedBalance'),
    fec: t('data.kindFec'),
    payments: t('data.kindPayments'),
  };
}
