import { assumptions } from '../../dossier/assumptions.svelte';
import type { Report } from '../../engine/pkg/encours';
import { formatCount, formatDayCount, formatDays, formatMonth, plural } from '../../text/format';
import { t } from '../../text/language.svelte';
import { changeOf } from './situation';

/** What the DSO was, and what is aimed at; empty where neither is known. */
export function dsoBefore(report: Report): string {
  const change = changeOf(report);
  const parts: string[] = [];
  if (change !== null) {
    const days = formatDays(change.since.rollBackDso);
    const month = formatMonth(change.since.month);
    parts.push(
      change.isYear ? t('dashboard.yearAgo', { days }) : t('dashboard.monthAgo', { days, month }),
    );
  }
  if (assumptions.targetDays !== null)
    parts.push(t('dashboard.target', { days: formatDayCount(assumptions.targetDays) }));
  return parts.join(' · ');
}

/** How many totals that must agree do not. */
export const failingProofs = ({ trust: { proofs } }: Report): number =>
  proofs.filter(({ holds }) => !holds).length;

/** That all was read, and which of its totals agree. */
export function provenText(report: Report): string {
  const failing = failingProofs(report);
  if (failing > 0)
    return t('dashboard.proofsFail', { number: formatCount(failing), count: plural(failing) });
  const many = report.trust.proofs.length;
  if (many === 0) return t('dashboard.allRead');
  const number = formatCount(many);
  return `${t('dashboard.allRead')} · ${t('dashboard.proofs', { number, count: plural(many) })}`;
}
