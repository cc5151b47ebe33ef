import type { Issue, Loaded } from '../../engine/pkg/encours';
import { formatCount } from '../../text/format';
import { t } from '../../text/language.svelte';
import { dataset } from '../../answers/dataset.svelte';
import { money } from '../money';
import { fieldNamed } from './fields';
import { kindNames } from './kinds';

/** Where a finding stands, what was read there and how much it concerns; empty where that says nothing. */
export function issuePlace(issue: Issue, loaded: Loaded): string {
  const text = readText(issue);
  const parts: string[] = [];
  if (issue.file !== null) parts.push(t('understood.findingFile', { file: fileName(issue.file) }));
  if (issue.line !== null)
    parts.push(t('understood.findingLine', { line: formatCount(issue.line) }));
  if (issue.column !== null) parts.push(columnName(issue.column, headerOf(issue, loaded)));
  if (text !== '') parts.push(t('understood.findingText', { text }));
  if (issue.count !== null)
    parts.push(t('understood.findingCount', { number: formatCount(issue.count) }));
  if (issue.amount !== null)
    parts.push(t('understood.findingAmount', { amount: money(issue.amount) }));
  return parts.join(', ');
}

/** The name of a file, by its number from 1; the number where it has none. */
export function fileName(file: number): string {
  return dataset.nameOf(file - 1) || String(file);
}

function headerOf({ file, column }: Issue, { files, source }: Loaded): string {
  const { columns } = files[(file ?? 1) - 1] ?? source;
  return columns[(column ?? 0) - 1]?.header ?? '';
}

/** A column by its header, or by its number from 1 where it has none. */
export function columnName(column: number, header: string): string {
  return header === ''
    ? t('understood.findingColumnNumber', { column })
    : t('understood.findingColumn', { column: header });
}

/** A missing column is named by its field, another kind by its name: both have one in every language. */
function readText({ code, text }: Issue): string {
  const field = code === 'missing-column' ? fieldNamed(text ?? '') : null;
  if (field !== null) return t(`fields.${field}`);
  const name = (text ?? '').trim();
  const kinds: Readonly<Record<string, string>> = kindNames();
  return code === 'two-kinds-fit' ? (kinds[name] ?? name) : name;
}
