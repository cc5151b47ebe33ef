import type { CustomerColumn } from '../../engine/pkg/encours';

/** What the list of customers is sorted by, kept while others are looked at. */
export const customerOrder = $state<{ sort: CustomerColumn; ascending: boolean }>({
  sort: 'receivables',
  ascending: false,
});
