import type { LeverAnswer } from '../../engine/pkg/encours';
import { formatDayCount } from '../../text/format';
import { t } from '../../text/language.svelte';

/** Why a lever moves nothing on this data, and from where on it would; empty where it moves something. */
export function idleText({ idle }: LeverAnswer): string {
  if (idle === null) return '';
  return idle.days === null
    ? t(`idle.${idle.reason}`)
    : t(`idleFrom.${idle.reason}`, { days: formatDayCount(idle.days) });
}
