import type { Kind } from '../../engine/pkg/encours';
import { frozen } from '../../dossier/frozen.svelte';
import { t } from '../../text/language.svelte';
import { hasInvoices } from '../data/kinds';

export type Part =
  | 'evolution'
  | 'methods'
  | 'ages'
  | 'customers'
  | 'segments'
  | 'payment'
  | 'terms'
  | 'cash'
  | 'capital'
  | 'sector'
  | 'targets'
  | 'plan';

/** The analyses that data of a kind allows, with their names. */
export function analysesParts(kind: Kind | null): { name: Part; label: string }[] {
  const hasCustomers = kind !== null && kind !== 'series';
  /** Does the data say how each invoice was paid? */
  const hasPayments = hasInvoices(kind) || kind === 'fec';
  const hasSegments = hasInvoices(kind) || kind === 'agedBalance';
  const parts = [
    [kind !== 'agedBalance', 'evolution', t('analysis.tabEvolution')],
    [true, 'methods', t('analysis.tabMethods')],
    [true, 'ages', t('analysis.tabAges')],
    [hasCustomers, 'customers', t('analysis.tabCustomers')],
    [hasSegments, 'segments', t('segments.tab')],
    [hasPayments, 'payment', t('analysis.tabPayment')],
    [hasPayments, 'terms', t('analysis.tabTerms')],
    [hasPayments, 'cash', t('analysis.tabCash')],
    [true, 'capital', t('analysis.tabCapital')],
    [true, 'sector', t('benchmark.tab')],
    [true, 'targets', t('targets.tab')],
    [frozen.current !== null, 'plan', t('plan.tab')],
  ] as const;
  return parts.flatMap(([isThere, name, label]) => (isThere ? [{ name, label }] : []));
}
