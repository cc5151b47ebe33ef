import type { CustomersPage } from '../../engine/pkg/encours';
import { approximate, total } from '../../lib/decimal';
import { formatPercent } from '../../text/format';
import { t } from '../../text/language.svelte';
import { countWord } from '../count-word';

/** The customers of a page who owe something. */
export const owingRows = ({ rows }: CustomersPage) =>
  rows.filter(({ receivables }) => approximate(receivables) > 0);

/** How much of all receivables those who owe most make up. */
export function topTitle(page: CustomersPage): string {
  const rows = owingRows(page);
  const share = total(rows.flatMap(({ sharePercent }) => sharePercent ?? []));
  if (rows.length === 1 && page.totals.owing === 1) return t('dashboard.oneCustomer');
  return t(approximate(share) > 0 ? 'dashboard.topCustomers' : 'dashboard.topBalances', {
    customers: countWord(rows.length),
    percent: formatPercent(share, 0),
  });
}
