import type { LeverAnswer, Report } from '../../engine/pkg/encours';
import { formatDayCount } from '../../text/format';
import { t } from '../../text/language.svelte';
import { hasInvoices } from '../data/kinds';
import { lacksDueDates } from './due-dates';

/** Why a lever moves nothing on this data, and from where on it would; empty where it moves something. */
export function idleText({ idle }: LeverAnswer, report: Report): string {
  if (idle === null) return '';
  const { reason } = idle;
  // Nothing is claimed of what the data does not say.
  if (reason === 'noDisputes' && report.receivables.disputed === null)
    return t('idle.unknownDisputes');
  if (idle.days === null) return t(`idle.${reason}`);
  const days = formatDayCount(idle.days);
  const isOneTerm = !hasInvoices(report.source.kind) || lacksDueDates(report);
  return reason === 'noLongerTerms' && isOneTerm
    ? t('idleFrom.oneTerm', { days })
    : t(`idleFrom.${reason}`, { days });
}
