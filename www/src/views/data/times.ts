import type { Issue } from '../../engine/pkg/encours';

/** How often something was found: a finding that sums up several says how many; the others are counted. */
export const timesOf = (issues: readonly Issue[], counted: number): number =>
  issues.some(({ count }) => count !== null)
    ? issues.reduce((sum, { count }) => sum + (count ?? 1), 0)
    : counted;
