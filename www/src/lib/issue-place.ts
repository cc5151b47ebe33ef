import type { Column, Issue } from '../engine/pkg/encours';
import { formatCount } from '../i18n/format';
import { t } from '../i18n/language.svelte';
import { money } from '../state/money';
import { fieldNamed } from './fields';

/** Where a finding stands, what was read there and how much it concerns; empty where that says nothing. */
export function issuePlace(issue: Issue, columns: readonly Column[]): string {
  const text = readText(issue);
  const parts: string[] = [];
  if (issue.line !== null) parts.push(t('data.findingLine', { line: formatCount(issue.line) }));
  if (issue.column !== null) parts.push(columnName(issue.column, columns));
  if (text !== '') parts.push(t('data.findingText', { text }));
  if (issue.count !== null)
    parts.push(t('data.findingCount', { number: formatCount(issue.count) }));
  if (issue.amount !== null) parts.push(t('data.findingAmount', { amount: money(issue.amount) }));
  return parts.join(', ');
}

function columnName(column: number, columns: readonly Column[]): string {
  const header = columns[column - 1]?.header ?? '';
  return header === ''
    ? t('data.findingColumnNumber', { column })
    : t('data.findingColumn', { column: header });
}

/** A missing column is named by its field, which has a name in every language. */
function readText({ code, text }: Issue): string {
  const field = code === 'missing-column' ? fieldNamed(text ?? '') : null;
  return field === null ? (text ?? '').trim() : t(`fields.${field}`);
}
