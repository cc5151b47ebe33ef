import type { LeverAnswer } from '../../engine/pkg/encours';

/** Why a lever moves nothing on this data; empty where it moves something. */
export function idleText(_answer: LeverAnswer): string {
  return '';
}
