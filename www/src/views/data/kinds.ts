import type { Kind } from '../../engine/pkg/encours';
import { t } from '../../text/language.svelte';

/** The kinds of data, in the order they are offered in, with their names. */
export function kindNames(): Record<Kind, string> {
  return {
    series: t('data.kindSeries'),
    invoices: t('data.kindInvoices'),
    agedBalance: t('data.kindAgedBalance'),
    fec: t('data.kindFec'),
    customerLedger: t('data.kindCustomerLedger'),
    payments: t('data.kindPayments'),
  };
}

/** Do the rows say of every invoice when it was issued and paid? */
export const hasInvoices = (kind: Kind | null): boolean =>
  kind === 'invoices' || kind === 'customerLedger';
